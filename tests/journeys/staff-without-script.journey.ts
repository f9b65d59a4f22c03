import { expect, fillIn, send, sendComment, signIn, test, withoutScript, work } from './support.ts'

test('staff hold a comment back without script, and its author reads why on the receipt', async ({
  browser,
  address,
}) => {
  const context = await withoutScript(browser, address)
  const page = await context.newPage()
  const words = `The bus comes too late for first period (${Date.now()}).`
  const code = await sendComment(page, { 'q-Q1': words })
  await signIn(page)

  await page.goto(`/en${work}/comments?search=${encodeURIComponent(words)}`)
  await page.getByRole('main').getByRole('link', { name: words }).click()
  // Holding back needs a reason, because the author is told.
  await send(page, 'Hold it back')
  await expect(page.locator('#error-summary')).toBeVisible()
  const reason = 'It belongs to the transport office, which we asked to answer.'
  await page
    .getByRole('main')
    .getByLabel(/^Reason/)
    .first()
    .fill(reason)
  await send(page, 'Hold it back')
  await expect(page.getByRole('main')).toContainText('On hold')

  const author = await withoutScript(browser, address)
  const theirs = await author.newPage()
  await theirs.goto(`/en/receipts/${code}`)
  await expect(theirs.getByRole('main')).toContainText('Staff took it off the public page for now')
  await expect(theirs.getByRole('main')).toContainText(reason)
  const log = await (await theirs.request.get('/en/at/riverbend/well-prepared-teacher/moderation.csv')).text()
  expect(log).toContain(reason)
  await author.close()
  await context.close()
})

test('a paper form is entered without script, and the slip that is handed over opens the comment', async ({
  browser,
  address,
}) => {
  const context = await withoutScript(browser, address)
  const page = await context.newPage()
  await signIn(page)
  await page.goto(`/en${work}/comments/enter`)
  const number = `P-${Date.now()}`
  const words = 'Los maestros se van cada verano.'
  await fillIn(page, {
    channel: 'paper',
    paperNumber: number,
    language: 'es',
    'q-Q1': words,
    age: 'adult',
    contact: 'none',
  })
  await send(page)
  const slip = page.locator('.receipt')
  await expect(slip).toHaveAttribute('lang', 'es')
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await slip.innerText())?.[0]
  expect(code).toBeDefined()

  await page.goto(`/es/receipts/${code}`)
  await expect(page.getByRole('main')).toContainText(words)
  await expect(page.getByRole('main')).toContainText('Formulario de papel')
  await context.close()
})
