import { type Browser, type BrowserContext, expect, type Page, test as base } from '@playwright/test'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

export { expect }
export const root = join(import.meta.dirname, '../..')
export const hub = '/at/riverbend/well-prepared-teacher'
export const work = '/work/riverbend/engagements/well-prepared-teacher'

const run = promisify(execFile)

/** What a command of the program prints, run beside the program on its own data. */
export async function longtable(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [join(root, 'build/longtable.js'), ...args], {
    env: { ...process.env, LOG_LEVEL: 'error' },
  })
  return stdout
}

/** An address of its own, as behind a proxy: rate limits then see different people, as they would outside of a test. */
export function someNetwork(): Record<string, string> {
  const part = () => Math.floor(Math.random() * 254) + 1
  return { 'x-forwarded-for': `10.${part()}.${part()}.${part()}` }
}

export const test = base.extend<{ address: string }>({
  // Playwright reads the pattern to know what a fixture needs.
  address: async ({}, use) => {
    const address = process.env.LONGTABLE_ADDRESS
    if (!address) throw new Error('The program was not started: run npm run journeys')
    await use(address)
  },
  baseURL: async ({ address }, use) => use(address),
  extraHTTPHeaders: async ({}, use) => use(someNetwork()),
})

/** A one-time code for a person of the example district, as the operator's command prints it. */
export async function printedCode(person: string): Promise<string> {
  const printed = await longtable('person', 'code', person)
  const code = /[0-9A-Z]{4}-?[0-9A-Z]{4}/.exec(printed)?.[0]
  if (!code) throw new Error(`No code in: ${printed}`)
  return code
}

/** Goes on in the coordinator's session, which began before the first journey: an address may not ask for codes without end. */
export async function signIn(page: Page): Promise<void> {
  await page.context().addCookies(JSON.parse(process.env.LONGTABLE_SESSION ?? '[]'))
}

/** Presses a button of the page's own form: the one of this name, or the first that sends. */
export async function send(page: Page, name?: string | RegExp): Promise<void> {
  const main = page.getByRole('main')
  await (name ? main.getByRole('button', { name }) : main.locator('form button[type=submit]')).first().click()
}

/** A browser in which no script runs. */
export async function withoutScript(
  browser: Browser,
  address: string,
  more: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  return browser.newContext({
    javaScriptEnabled: false,
    baseURL: address,
    extraHTTPHeaders: someNetwork(),
    ...more,
  })
}

const checkers = ['axe-core/axe.min.js', 'accessibility-checker-engine/ace.js'].map((file) =>
  readFileSync(join(root, 'node_modules', file), 'utf8'),
)

// Runs inside the page, after the two checkers. What a closed <details> holds is checked as its reader will see it: open.
const check = (again: boolean) => `(async () => {
  for (const details of document.querySelectorAll('details')) details.open = true
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, rules: { 'color-contrast': { enabled: ${!again} } }, resultTypes: ['violations'] })
  const { results } = ${again} ? { results: [] } : await new ace.Checker().check(document, ['WCAG_2_2'])
  return [
    ...violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => 'axe ' + id + ': ' + target.join(' ') + ' (' + help + ')')),
    ...results
      .filter(({ value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL')
      .map(({ ruleId, path, message }) => 'ace ' + ruleId + ': ' + path.dom + ' (' + message + ')'),
  ]
})()`

/**
 * Everything that either checker finds wrong on the page as it stands; empty is the bar. `again`: the same page was checked at
 * another width just before, so what cannot have changed (markup, colors) is not computed once more.
 */
export async function accessibilityFaults(page: Page, { again = false } = {}): Promise<string[]> {
  if (!(await page.evaluate(`typeof ace === 'object' && typeof axe === 'object'`))) {
    for (const source of checkers) await page.evaluate(source)
  }
  return page.evaluate<string[]>(check(again))
}

/** Whether the page can be read without scrolling sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
}

/** Sends a comment through the public form, past the browser, and gives its receipt code. */
export async function sendComment(page: Page, more: Record<string, string> = {}): Promise<string> {
  const form = await (await page.request.get(`/en${hub}/comment`)).text()
  const idempotencyKey = /name="idempotencyKey" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const opened = String(Date.now() - 60_000)
  const words = {
    'q-Q1': 'Our school has had four principals in five years.',
    age: 'adult',
    contact: 'none',
    ...more,
  }
  const answer = await page.request.post(`/en${hub}/comment`, {
    form: { ...words, idempotencyKey, opened },
    maxRedirects: 0,
  })
  const code = /\/sent\/([0-9A-Z-]+)/.exec(answer.headers()['location'] ?? '')?.[1]
  if (!code) throw new Error(`No receipt: ${answer.status()} ${await answer.text()}`)
  return code
}

/** The address of some one thing that a list links to, without the language: `/work/…/themes/0190…`. */
export async function someAddress(
  page: Page,
  list: string,
  of: string,
  which: 'first' | 'last' = 'first',
): Promise<string> {
  const html = await (await page.request.get(`/en${list}`)).text()
  const ids = [...html.matchAll(new RegExp(`href="/en${of}/([0-9a-f-]{36})`, 'g'))].map((match) => match[1])
  const id = ids.at(which === 'first' ? 0 : -1)
  if (!id) throw new Error(`${list} links to nothing below ${of}`)
  return `${of}/${id}`
}

/** Fills the fields that stand on the page under these names; a choice is made by its value. */
export async function fillIn(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`)
    const kind = await field
      .first()
      .evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName))
    if (kind === 'radio' || kind === 'checkbox')
      await page.locator(`main [name="${name}"][value="${value}"]`).check()
    else if (kind === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

/** Everything that people must know before they write, in English. */
export const engagementWords = {
  'purpose-en': 'We ask families and teachers before the board decides.',
  'decisionQuestion-en': 'Should every school with many new teachers get a mentor?',
  'decidedBy-en': 'The school board, on 12 May.',
  'inputUse-en': 'Every comment is read. The board answers each theme in public, with its reasons.',
  contactName: 'Celestina Prado',
  contactAddress: 'celestina.prado@example.org',
}

/** Starts an engagement in English as a draft and gives the end of its address. */
export async function startEngagement(page: Page, title: string): Promise<string> {
  await page.goto('/en/work/riverbend/engagements/new')
  await fillIn(page, { title, source: 'en' })
  for (const language of ['es', 'ar'])
    await page.locator(`main [name=languages][value=${language}]`).uncheck()
  await send(page)
  await expect(page).toHaveURL(/\/engagements\/[^/]+\/edit$/)
  return /\/engagements\/([^/]+)\/edit$/.exec(page.url())![1]!
}

/** Opens an engagement of its own for a journey, with one open question, and gives its staff and public addresses. */
export async function openEngagement(page: Page, title: string): Promise<{ work: string; hub: string }> {
  const slug = await startEngagement(page, title)
  const own = { work: `/work/riverbend/engagements/${slug}`, hub: `/at/riverbend/${slug}` }
  await fillIn(page, engagementWords)
  await send(page)
  await page.goto(`/en${own.work}/questions?add=text`)
  await page.locator('main textarea, main input[type=text]').first().fill('What do you think about it?')
  await send(page)
  await page.goto(`/en${own.work}`)
  await send(page, 'Open the engagement')
  await expect(page.getByRole('main')).toContainText('Open')
  return own
}
