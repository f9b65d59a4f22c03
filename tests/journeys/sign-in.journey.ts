import { accessibilityFaults, expect, printedCode, send, test } from './support.ts'
import type { Page } from '@playwright/test'

// Each journey signs in as someone of its own, because a new code takes the place of the one before.
const administrator = 'ambrose.whitlock@example.org'
const facilitator = 'rosaura.alcazar-webb@example.org'

async function askForCode(page: Page, person: string): Promise<void> {
  await page.goto('/en/sign-in')
  await page.locator('main input[name=address]').fill(person)
  await send(page)
  await expect(page).toHaveURL(/\/sign-in\/code\//)
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.locator('main input[name=code]').fill(code)
  await send(page)
}

test('a wrong code is refused, the right one signs in, and signing out ends it', async ({ page }) => {
  await askForCode(page, facilitator)
  expect(await accessibilityFaults(page)).toEqual([])
  const code = await printedCode(facilitator)
  await enterCode(page, code.startsWith('2222') ? '3333-3333' : '2222-2222')
  await expect(page.locator('#error-summary')).toBeVisible()
  await expect(page.locator('.account form')).toHaveCount(0)
  expect(await accessibilityFaults(page)).toEqual([])

  await enterCode(page, code.toLowerCase())
  await expect(page.locator('.account form')).toBeVisible()
  await page.goto('/en/account')
  await expect(page.getByRole('main')).toContainText(facilitator)

  await page.locator('.account form button').click()
  await page.goto('/en/account')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a code from another browser does not sign in here', async ({ page, browser, address }) => {
  await askForCode(page, 'nobody.in.particular@example.org')
  const other = await browser.newContext({ baseURL: address })
  const elsewhere = await other.newPage()
  await elsewhere.goto(page.url())
  await expect(elsewhere.locator('main input[name=code]')).toHaveCount(0)
  await other.close()
})

test('a passkey is added to the account and signs in without a code', async ({ page, context }) => {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await askForCode(page, administrator)
  await enterCode(page, await printedCode(administrator))
  await expect(page.locator('.account form')).toBeVisible()

  await page.goto('/en/account')
  await page.locator('[data-passkey=register] input[name=passkeyName]').fill('The key of this journey')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByRole('main')).toContainText('The key of this journey')

  await page.locator('.account form button').click()
  await page.goto('/en/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.locator('.account form')).toBeVisible()
  await page.goto('/en/account')
  await expect(page.getByRole('main')).toContainText(administrator)
})
