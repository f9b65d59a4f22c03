// Takes the README's pictures from a running example district: node docs/take-pictures.mjs ADDRESS SESSION_TOKEN RECEIPT_CODE
// (npm run demo prints the address; sign in and copy the session cookie's value).
import { chromium } from '@playwright/test'

const [address, token, receipt] = process.argv.slice(2)
const hub = '/at/riverbend/well-prepared-teacher'
const work = '/work/riverbend/engagements/well-prepared-teacher'
const browser = await chromium.launch({
  executablePath: process.env.LONGTABLE_CHROMIUM || undefined,
  args: ['--no-sandbox'],
})

async function take(name, path, { width, height, prepare, signedIn = false } = {}) {
  const context = await browser.newContext({ viewport: { width: width ?? 1200, height: height ?? 860 } })
  if (signedIn) await context.addCookies([{ name: 'longtable', value: token, url: address }])
  const page = await context.newPage()
  await page.goto(address + path)
  await prepare?.(page)
  await page.screenshot({ path: `docs/pictures/${name}.png` })
  await context.close()
}

await take('hub', `/en${hub}`)
await take('form-es', `/es${hub}/comment`, {
  width: 360,
  height: 780,
  prepare: (page) => page.locator('textarea').first().scrollIntoViewIfNeeded(),
})
await take('receipt', `/en/receipts/${receipt}`, { width: 900, height: 980 })
await take('ledger', `/en${hub}/decisions`, { width: 900, height: 980 })
const conversations = `${hub}/conversations`
const firstConversation = async (page) => {
  await page.locator(`main a[href*="/conversations/"]`).first().click()
  await page.waitForURL(/conversations\/[0-9a-f-]{36}/)
}
await take('vote-es', `/es${conversations}`, {
  width: 360,
  height: 780,
  prepare: async (page) => {
    await firstConversation(page)
    await page.evaluate(() => document.querySelector('.voting').scrollIntoView())
  },
})
await take('report', `/en${conversations}`, {
  width: 900,
  height: 980,
  prepare: async (page) => {
    await firstConversation(page)
    await page.goto(`${page.url()}/report`)
    await page.getByRole('heading', { name: 'Common ground' }).evaluate((heading) => heading.scrollIntoView())
  },
})
await take('coding', `/en${work}/coding`, {
  signedIn: true,
  prepare: async (page) => {
    await page.locator('main a.button, main form button').first().click()
    await page.locator('.bench-code input').first().check()
  },
})
await browser.close()
