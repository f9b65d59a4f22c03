import pg from 'pg'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  accessibilityFaults,
  expect,
  fillIn,
  openEngagement,
  root,
  scrollsSideways,
  send,
  signIn,
  test,
  withoutScript,
} from './support.ts'

const folder = join(root, '../shared/data/themes/themefinder_xs')
type Line = { id: string; text: string; labels: string[]; stances: string[] }
type Topic = { topic_id: string; topic_label: string; topic_description: string }
type Place = { work: string; hub: string }

const reasons = {
  adopted:
    'The board asks the league for breaks without advertising, from August on. Ms. Prado reports in November.',
  not: 'The board has no say over sponsorship. It tells the state agency what people wrote, with this page.',
}

test('a real file of comments is brought in, coded, decided upon, and three receipts lead to the reason', async ({
  page,
  browser,
  address,
}) => {
  test.skip(!existsSync(folder), `The public comment file is not beside the project: ${folder}`)
  test.setTimeout(180_000)
  const lines = readFileSync(join(folder, 'q1.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line))
  const topics: Topic[] = JSON.parse(readFileSync(join(folder, 'q1-themes.json'), 'utf8'))
  await signIn(page)
  const place = await openEngagement(page, 'Advertising at sports events')

  await bringIn(page, place, lines)
  const codes = topics.slice(0, 3)
  await writeCodebook(page, place, codes)
  const read = await codeByKeyboard(page, place, lines, codes, 9)
  read.push(await codeWithoutScript(page, await withoutScript(browser, address), lines, codes))
  expect(new Set(read.map((line) => line.id)).size).toBe(10)

  await groupIntoThemes(page, place, codes)
  await decide(page, place)

  // The authors of three comments that were coded open their receipts, signed in nowhere.
  const touched = read.filter((line) => codes.some((code) => line.labels.includes(code.topic_id)))
  expect(touched.length).toBeGreaterThanOrEqual(3)
  const author = await withoutScript(browser, address)
  const theirs = await author.newPage()
  for (const line of touched.slice(0, 3)) {
    await theirs.goto(`/en/receipts/${await receiptOf(line.text)}`)
    await expect(theirs.getByRole('main')).toContainText(line.text)
    const [first, ...rest] = codes.map((code) => code.topic_id)
    if (line.labels.includes(first!)) await expect(theirs.getByRole('main')).toContainText(reasons.adopted)
    if (rest.some((code) => line.labels.includes(code)))
      await expect(theirs.getByRole('main')).toContainText(reasons.not)
  }

  await theirs.goto(`/en${place.hub}/decisions`)
  await expect(theirs.getByRole('main')).toContainText('Should advertising for gambling be banned at games?')
  for (const reason of Object.values(reasons)) await expect(theirs.getByRole('main')).toContainText(reason)
  const table = await (await theirs.request.get(`/en${place.hub}/decisions.csv`)).text()
  expect(table).toContain('The board asks the league for breaks without advertising')
  await author.close()
})

/** Uploads the comments as CSV, says what the columns are, looks at the dry run and brings them in. */
async function bringIn(page: Page, place: Place, lines: readonly Line[]): Promise<void> {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const rows = lines.map((line) => [line.id, line.text, line.labels.join(' ')].map(quoted).join(','))
  const buffer = Buffer.from(['Reference,Comment,Labels', ...rows].join('\r\n'))
  await page.goto(`/en${place.work}/comments/import`)
  await page
    .locator('main input[type=file]')
    .setInputFiles({ name: 'comments.csv', mimeType: 'text/csv', buffer })
  await send(page)
  await untilDone(page, 'What is in which column?')
  await expect(page.locator('main [name=column-0]')).toHaveValue('reference')
  await expect(page.locator('main [name=column-1]')).toHaveValue('q:Q1')
  await fillIn(page, { 'column-2': 'ignore', language: 'en' })
  expect(await accessibilityFaults(page)).toEqual([])
  await send(page, 'Show what it would come to')
  await untilDone(page, 'This is what it would come to')
  await expect(page.getByRole('main')).toContainText(`${lines.length} from ${lines.length} rows`)
  expect(await accessibilityFaults(page)).toEqual([])
  await send(page, /Bring in/)
  await untilDone(page, 'What was brought in')
  await page.goto(`/en${place.work}/comments`)
  await expect(page.getByRole('main')).toContainText(`${lines.length} comments have come in`)
}

/** Looks again, as the waiting page says, until the work of the background is done. */
async function untilDone(page: Page, words: string): Promise<void> {
  await expect(async () => {
    const again = page.getByRole('main').getByRole('link', { name: 'Look again' })
    if (await again.isVisible()) await again.click()
    await expect(page.getByRole('main')).toContainText(words, { timeout: 300 })
  }).toPass({ timeout: 45_000 })
}

async function writeCodebook(page: Page, place: Place, codes: readonly Topic[]): Promise<void> {
  await page.goto(`/en${place.work}/codebook`)
  for (const { topic_label, topic_description } of codes) {
    await fillIn(page, { name: topic_label, definition: topic_description })
    await send(page, 'Add this code')
    await expect(page.getByRole('main').getByRole('link', { name: topic_label })).toBeVisible()
  }
}

/** Which of the file's comments the workbench shows. */
async function shown(page: Page, lines: readonly Line[]): Promise<Line> {
  const words = (await page.locator('[data-answer]').innerText()).replace(/\s+/g, ' ').trim()
  const line = lines.find(({ text }) => text.replace(/\s+/g, ' ').trim() === words)
  if (!line) throw new Error(`Not in the file: ${words}`)
  return line
}

/** Reads and codes as many comments as told without touching the mouse; the first code gets the whole text as its quote. */
async function codeByKeyboard(
  page: Page,
  place: Place,
  lines: readonly Line[],
  codes: readonly Topic[],
  count: number,
): Promise<Line[]> {
  await page.goto(`/en${place.work}/coding`)
  await page
    .getByRole('main')
    .getByRole('link', { name: /Read \d+ comment/ })
    .first()
    .click()
  const read: Line[] = []
  for (let at = 0; at < count; at++) {
    await expect(page.locator('.bench-with-keys')).toBeVisible()
    const line = await shown(page, lines)
    const given = codes.flatMap((code, index) => (line.labels.includes(code.topic_id) ? [index] : []))
    if (at === 0) {
      expect(await accessibilityFaults(page)).toEqual([])
      await page.locator('[data-answer]').selectText()
      await page.keyboard.press('1')
      await expect(page.locator('.bench-code').first().locator('.bench-more > input')).not.toHaveValue('')
      if (!given.includes(0)) {
        await page.evaluate(() => document.getSelection()?.removeAllRanges())
        await page.keyboard.press('1')
      }
      given.splice(0, given[0] === 0 ? 1 : 0)
    }
    for (const index of given) await page.keyboard.press(String(index + 1))
    for (const index of given)
      await expect(page.locator('.bench-code').nth(index).getByRole('checkbox')).toBeChecked()
    const before = page.url()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.href !== before)
    read.push(line)
  }
  return read
}

/** One more comment, coded with check boxes alone on a narrow screen. */
async function codeWithoutScript(
  signedIn: Page,
  context: Awaited<ReturnType<typeof withoutScript>>,
  lines: readonly Line[],
  codes: readonly Topic[],
): Promise<Line> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 320, height: 640 })
  await signIn(page)
  await page.goto(signedIn.url())
  expect(await scrollsSideways(page)).toBe(false)
  const line = await shown(page, lines)
  for (const [index, code] of codes.entries()) {
    if (line.labels.includes(code.topic_id))
      await page.locator('.bench-code').nth(index).getByRole('checkbox').check()
  }
  const before = page.url()
  await send(page, 'Save and go on')
  await page.waitForURL((url) => url.href !== before)
  await page.goto(before)
  for (const [index, code] of codes.entries()) {
    await expect(page.locator('.bench-code').nth(index).getByRole('checkbox')).toBeChecked({
      checked: line.labels.includes(code.topic_id),
    })
  }
  await context.close()
  return line
}

/** The first code is a theme of its own; the others are one together. */
async function groupIntoThemes(page: Page, place: Place, codes: readonly Topic[]): Promise<void> {
  const [first, ...others] = codes
  for (const [title, own] of [
    ['Ban it during games', [first!]],
    ['What it costs and who pays', others],
  ] as const) {
    await page.goto(`/en${place.work}/themes`)
    await fillIn(page, { 'title-en': title })
    await send(page, 'Begin this theme')
    await fillIn(page, {
      'summary-en': `What people wrote under “${own.map((code) => code.topic_label).join('” and “')}”.`,
    })
    for (const code of own) await page.getByRole('main').getByLabel(code.topic_label).check()
    await send(page, 'Save this theme')
    await expect(page.getByRole('main')).toContainText(own[0]!.topic_label)
  }
}

/** A decision that answers both themes; it is refused while a reason is missing. */
async function decide(page: Page, place: Place): Promise<void> {
  await page.goto(`/en${place.work}/decisions`)
  await fillIn(page, { 'question-en': 'Should advertising for gambling be banned at games?' })
  await send(page, 'Begin this decision')
  await fillIn(page, {
    'result-en': 'During games of our schools no gambling is advertised.',
    method: 'consensus',
    level: 'All eleven could live with it.',
    responsible: 'Celestina Prado',
    decidedOn: '2026-05-12',
  })
  for (const box of await page.locator('main [name=theme]').all()) await box.check()
  await send(page, 'Save this decision')
  const decision = page.url()

  await answer(page, 'Ban it during games', 'adopted', reasons.adopted)
  await page.goto(`${decision}/publish`)
  await expect(page.getByRole('main')).toContainText('“What it costs and who pays”: the reason is empty.')
  await expect(page.getByRole('main').getByRole('button', { name: 'Publish and tell everyone' })).toHaveCount(
    0,
  )
  // Also when the form is sent past the page.
  const csrf = await page.locator('input[name=csrf]').first().inputValue()
  const refused = await page.request.post(`${decision}/publish`, {
    form: { csrf, version: '4' },
    maxRedirects: 0,
  })
  expect(refused.status()).toBe(409)

  await page.goto(decision)
  await answer(page, 'What it costs and who pays', 'not', reasons.not)
  await page
    .getByRole('main')
    .getByRole('link', { name: /Publish this decision/ })
    .click()
  expect(await accessibilityFaults(page)).toEqual([])
  await send(page, 'Publish and tell everyone')
  await expect(page.getByRole('main')).toContainText('Published')
}

async function answer(page: Page, theme: string, outcome: string, reason: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: theme })
  await row.getByRole('link', { name: 'Answer this theme' }).click()
  await fillIn(page, { outcome, 'reason-en': reason })
  await send(page, 'Save this answer')
  await expect(page.getByRole('row').filter({ hasText: theme })).toContainText(reason)
}

/** The receipt code of an imported comment. No page shows staff the code of somebody else's comment, so it comes from the database. */
async function receiptOf(text: string): Promise<string> {
  const client = new pg.Client({
    host: join(process.env.LONGTABLE_DATA!, 'postgres/socket'),
    user: 'longtable',
    database: 'longtable',
  })
  await client.connect()
  try {
    const found = await client.query<{ receipt_code: string }>(
      'select receipt_code from comment join answer on answer.agency_id = comment.agency_id and answer.comment_id = comment.id where answer.text = $1',
      [text],
    )
    return found.rows[0]!.receipt_code
  } finally {
    await client.end()
  }
}
