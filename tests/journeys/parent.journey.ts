import { expect, hub, scrollsSideways, test, withoutScript } from './support.ts'

const words = 'Mi hijo ha tenido cuatro maestras suplentes este año y todavía no sabe dividir.'

test('a parent with an old phone, in Spanish and without script, comments, sees the receipt, corrects it and takes it back', async ({
  browser,
  address,
}) => {
  const context = await withoutScript(browser, address, { viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  await page.goto(`/es${hub}`)
  await page
    .getByRole('main')
    .getByRole('link', { name: /decir lo que pienso/i })
    .first()
    .click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  expect(await page.locator('script[src]').count()).toBeLessThan(4)

  // An empty form is answered with what to do, and keeps the rest.
  await page.locator('select[name="about-role"]').selectOption({ index: 1 })
  await page.locator('main form button[type=submit]').last().click()
  await expect(page.locator('#error-summary')).toBeVisible()
  await expect(page.locator('select[name="about-role"]')).not.toHaveValue('')

  await page.locator('textarea[name="q-Q1"]').fill(words)
  await page.waitForTimeout(3500) // whoever is faster is taken for a machine
  await page.locator('input[name=age][value=adult]').check()
  await page.locator('main form button[type=submit]').last().click()
  await expect(page).toHaveURL(/comment\/sent\//)
  expect(await scrollsSideways(page).catch(() => false)).toBe(false)
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.locator('main').innerText())?.[0]
  expect(code).toBeDefined()

  await page.goto('/es/receipts')
  await page.locator('input[name=code]').fill(code!.toLowerCase())
  await page.locator('main form button[type=submit]').first().click()
  await expect(page).toHaveURL(new RegExp(`/receipts/${code!.replaceAll('-', '-?')}`))
  await expect(page.locator('main')).toContainText(words)

  await page.locator(`main a[href*="/correct"]`).first().click()
  await page.locator('textarea[name="q-Q1"]').fill(`${words} Ya avisé a la escuela.`)
  await page.locator('main form button[type=submit]').last().click()
  await expect(page.locator('main')).toContainText('Ya avisé a la escuela')

  await page.locator(`main form[action*="/withdraw"] button, main a[href*="/withdraw"]`).first().click()
  if (page.url().includes('/withdraw'))
    await page.locator('main form[action*="/withdraw"] button').first().click()
  await page.goto(`/es/receipts/${code}`)
  await expect(page.locator('main')).toContainText(/retir/i)
  await context.close()
})

test('what was typed is still there after the page was closed', async ({ page }) => {
  await page.goto(`/en${hub}/comment`)
  await page.locator('textarea[name="q-Q1"]').fill('Half a thought about mentors')
  await page.waitForTimeout(1500)
  await page.goto('/en')
  await page.goto(`/en${hub}/comment`)
  await expect(page.locator('textarea[name="q-Q1"]')).toHaveValue('Half a thought about mentors')
})

test('a form that was open when the network went away is sent when it is back', async ({ page, context }) => {
  await page.goto(`/en${hub}/comment`)
  await page.evaluate(() => navigator.serviceWorker?.ready)
  await page.reload()
  await page.locator('textarea[name="q-Q1"]').fill('Written on the bus, somewhere without a signal')
  await page.locator('input[name=age][value=adult]').check()
  await context.setOffline(true)
  await page.locator('main form button[type=submit]').last().click()
  await expect(page.locator('body')).toContainText(/waits? on this device/i)
  await context.setOffline(false)
  await expect(page.locator('body')).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/, { timeout: 30_000 })
})

test('sending the same form twice counts once', async ({ page }) => {
  await page.goto(`/en${hub}/comment`)
  const key = await page.locator('input[name=idempotencyKey]').inputValue()
  const form = {
    'q-Q1': 'Pressed twice',
    age: 'adult',
    idempotencyKey: key,
    opened: String(Date.now() - 60_000),
  }
  const [first, second] = await Promise.all(
    [1, 2].map(() => page.request.post(`/en${hub}/comment`, { form, maxRedirects: 0 })),
  )
  expect(first!.headers()['location']).toBe(second!.headers()['location'])
})
