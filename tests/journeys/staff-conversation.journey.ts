import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import {
  askedStatement,
  beginConversation,
  castVotes,
  closedConversation,
  expectAnswered,
  openConversation,
  seedStatements,
  someoneVotes,
} from './conversation-steps.ts'
import {
  expect,
  fillIn,
  openEngagement,
  scrollsSideways,
  send,
  signIn,
  startEngagement,
  test,
  withoutScript,
  work,
} from './support.ts'

// Many pages each, by two or three people.
test.describe.configure({ timeout: 120_000 })

for (const script of [true, false]) {
  test(`a coordinator ${script ? '' : 'without script '}asks, two people vote, the report says honestly that it is too few, and closing freezes it`, async ({
    browser,
    address,
    page: scripted,
  }) => {
    const context = script ? undefined : await withoutScript(browser, address)
    const page = context ? await context.newPage() : scripted
    await signIn(page)
    const own = await openEngagement(page, `Mentors ${script ? 'this spring' : 'next spring'}`)
    const question = 'What would help new teachers to stay?'

    await page.goto(`/en${own.work}/conversations`)
    await page.getByRole('main').getByRole('link', { name: 'Begin a conversation' }).click()
    await send(page, 'Save and write statements')
    await expect(page.locator('#error-summary')).toContainText('Write the question.')
    const id = await beginConversation(page, own.work, question)
    const conversation = `${own.hub}/conversations/${id}`

    const visit = async () =>
      script ? browser.newContext({ baseURL: address }) : withoutScript(browser, address)
    const visitor = await visit()
    const seen = await visitor.newPage()
    await seen.goto(`/en${own.hub}`)
    await seen.getByRole('main').getByRole('link', { name: question }).click()
    await seen.goto(`/en${conversation}/report`)
    await expect(seen.getByRole('main')).toContainText('vote')
    await expect(seen.getByRole('main')).not.toContainText('Too few people to say')
    await seen.goto(`/en${conversation}`)
    for (let answered = 1; answered <= seedStatements.length; answered++) {
      await seen.locator('.vote-card').getByRole('button', { name: 'Agree', exact: true }).click()
      await expectAnswered(seen, answered)
    }
    await expect(askedStatement(seen)).toHaveText('You have answered everything')
    await someoneVotes(browser, address, conversation, seedStatements.length)
    await seen.locator('.vote-card').getByRole('link', { name: 'See where people agree so far' }).click()
    await expect(seen.getByRole('main')).toContainText('That is too few to say what people think')
    // Who the two are, and how they voted, could be worked out from any number.
    await expect(seen.getByRole('main')).not.toContainText('2 people')
    await expect(seen.locator('main svg[role=img]')).toHaveCount(0)

    await page.goto(`/en${own.work}/conversations/${id}`)
    if (!script) {
      // The browser itself asks for the tick; asked all the same, the answer is no.
      const csrf = await page.locator('input[name=csrf]').first().inputValue()
      const form = { csrf, to: 'closed' }
      const refused = await page.request.post(`/en${own.work}/conversations/${id}/status`, { form })
      expect(refused.status()).toBe(422)
    }
    await page.getByLabel('I know that it cannot be opened again').check()
    await send(page, 'Close for good')
    await expect(page.getByRole('main')).toContainText('The conversation is closed.')

    const report = async () => {
      await seen.goto(`/en${conversation}/report`)
      await expect(seen.getByRole('main')).toContainText('Closing report', { timeout: 1_000 })
      return seen.getByRole('main').innerText()
    }
    let frozen = ''
    await expect(async () => void (frozen = await report())).toPass({ timeout: 30_000 })
    expect(frozen).toContain('too few')
    const vote = await visitor.request.post(`/en${conversation}/vote`, {
      form: { vote: 'disagree 1' },
    })
    expect(vote.status()).toBe(409)

    // Whatever staff take out later, the report stays as it was.
    await page.goto(`/en${own.work}/conversations/${id}/statements?state=shown`)
    await page.getByRole('checkbox', { name: seedStatements[0] }).check()
    await page.getByLabel(/^Reason/).fill('Written by mistake.')
    await page.getByRole('main').getByRole('button', { name: 'Do not show' }).click()
    await expect(page.getByRole('main')).toContainText('Done for 1 statement.')
    expect(await report()).toBe(frozen)
    await visitor.close()
    await context?.close()
  })
}

test('a report that is open while people vote renews itself without a reload', async ({
  browser,
  address,
  page,
}) => {
  const conversation = await openConversation(page)
  await castVotes(page.request, conversation, 5)
  await page.goto(`/en${conversation}/report`)
  await expect(page.locator('.live-line')).toHaveClass(/is-live/)
  await page.evaluate(() => Object.assign(window, { stayed: true }))
  const lead = page.locator('[data-live=lead]')
  const before = await lead.innerText()
  await someoneVotes(browser, address, conversation)
  await expect(lead).not.toHaveText(before, { timeout: 20_000 })
  await expect(page.getByRole('main')).toContainText('This page renews itself while people vote')
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
})

test('without script the open report offers the newest figures', async ({ browser, address }) => {
  const context = await withoutScript(browser, address, { viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  const conversation = await openConversation(page)
  await castVotes(context.request, conversation, 5)
  await page.goto(`/en${conversation}/report`)
  expect(await scrollsSideways(page)).toBe(false)
  await expect(page.getByRole('main')).not.toContainText('renews itself')
  const lead = page.locator('[data-live=lead]')
  const before = await lead.innerText()
  await someoneVotes(browser, address, conversation)
  await expect(async () => {
    await page.getByRole('link', { name: 'See the newest figures' }).click()
    await expect(lead).not.toHaveText(before, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await context.close()
})

/** A page of somebody else's website that holds the conversation in a frame. */
async function someWebsite(): Promise<{ origin: string; frame: (src: string) => void; close: () => void }> {
  let src = ''
  const server = createServer((_, answer) =>
    answer
      .setHeader('content-type', 'text/html')
      .end(`<!DOCTYPE html><title>A school</title><iframe src="${src}" width="320" height="700"></iframe>`),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo // as: it listens on a port
  return {
    origin: `http://127.0.0.1:${port}`,
    frame: (address) => (src = address),
    close: () => server.closeAllConnections() ?? server.close(),
  }
}

test('a conversation in the frame of an allowed website takes votes, and no other website may frame it', async ({
  browser,
  address,
  page,
}) => {
  const [allowed, other] = [await someWebsite(), await someWebsite()]
  await signIn(page)
  const own = await openEngagement(page, 'Mentors on our website')
  const id = await beginConversation(page, own.work, 'Who should mentor new teachers?', {
    embedOrigins: allowed.origin,
  })
  const conversation = `${own.hub}/conversations/${id}`
  for (const website of [allowed, other]) website.frame(`${address}/en${conversation}/embed`)
  const policy = async (path: string) =>
    (await page.request.get(`/en${conversation}${path}`)).headers()['content-security-policy']
  expect(await policy('/embed')).toMatch(new RegExp(`frame-ancestors ${allowed.origin}(;|$)`))
  expect(await policy('')).toContain("frame-ancestors 'none'")

  for (const script of [true, false]) {
    const context = script ? await browser.newContext() : await withoutScript(browser, address)
    // As browsers do that keep nothing for a page in somebody else's frame.
    await context.route(`${address}/**`, async (route) => {
      const { cookie: _, ...headers } = await route.request().allHeaders()
      const answer = await route.fetch({ headers, maxRedirects: 0 })
      const { 'set-cookie': __, ...kept } = answer.headers()
      await route.fulfill({ response: answer, headers: kept })
    })
    const visitor = await context.newPage()
    await visitor.goto(allowed.origin)
    const frame = visitor.frameLocator('iframe')
    await expectAnswered(frame, 0)
    for (const answered of [1, 2]) {
      await frame.locator('.vote-card').getByRole('button', { name: 'Agree', exact: true }).click()
      await expectAnswered(frame, answered)
    }
    await frame.locator('.vote-back').getByRole('button', { name: 'Take it back' }).click()
    await expectAnswered(frame, 1)
    await visitor.goto(other.origin)
    await expect.poll(() => visitor.frames()[1]?.url()).toContain('chrome-error')
    await context.close()
  }
  await page.goto(`/en${own.work}/conversations/${id}`)
  await expect(counted(page, 'People who voted')).toHaveText('2')
  for (const website of [allowed, other]) website.close()
})

/** A number on the overview, by the words before it. */
function counted(page: Page, term: string) {
  return page
    .locator('main dt', { hasText: new RegExp(`^${term}$`) })
    .locator('xpath=following-sibling::dd[1]')
}

test('common ground is taken into a theme, and the public page of the theme shows it', async ({
  browser,
  address,
  page,
}) => {
  await signIn(page)
  const id = (await closedConversation(page)).split('/').at(-1)
  await page.goto(`/en${work}/conversations/${id}/results`)
  const words = 'Students should hear it first, from an adult whom they know.'
  await page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: words })
    .getByRole('link', { name: /^Take it into a theme/ })
    .click()
  const choice = page.locator('main .option', { hasText: 'This theme is public' }).first().getByRole('radio')
  const theme = await choice.inputValue()
  await choice.check()
  await page.locator('textarea[name=note]').fill('Students said so in every group.')
  await send(page, 'Take it into this theme')
  await expect(page.getByRole('main')).toContainText('It is part of these themes')

  const visitor = await withoutScript(browser, address)
  const seen = await visitor.newPage()
  await seen.goto(`/en/at/riverbend/well-prepared-teacher/themes/${theme}`)
  const quote = seen.locator('.voices figure, .voices blockquote').filter({ hasText: words }).first()
  await expect(quote).toBeVisible()
  await seen
    .locator('.voices')
    .getByRole('link', { name: /See all results/ })
    .first()
    .click()
  await expect(seen.getByRole('main')).toContainText('Closing report')
  await visitor.close()

  await page
    .locator('main form', { has: page.locator(`input[name=drop][value="${theme}"]`) })
    .getByRole('button')
    .click()
  await expect(page.getByRole('main')).not.toContainText('It is part of these themes')
})

test('a conversation goes out as an archive and comes in again as a new one', async ({ page }) => {
  await signIn(page)
  const from = `${work}/conversations/${(await closedConversation(page)).split('/').at(-1)}`
  await page.goto(`/en${from}`)
  const terms = ['People who voted', 'Votes', 'Statements shown', 'Statements not shown']
  const count = () => Promise.all(terms.map((term) => counted(page, term).innerText()))
  const before = await count()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Take it out as open data' }).click()
  const archive = await (await download).path()

  const slug = await startEngagement(page, 'Brought along from Riverbend')
  const conversations = `/work/riverbend/engagements/${slug}/conversations`
  await page.goto(`/en${conversations}/import`)
  await page.locator('input[type=file]').setInputFiles({
    name: 'conversation.zip',
    mimeType: 'application/zip',
    buffer: readFileSync(archive),
  })
  await send(page, 'Read the archive')
  await page.waitForURL(/file=/)
  const again = page.getByRole('link', { name: 'Look again' })
  await expect(async () => {
    if (await again.isVisible()) await again.click()
    await expect(page.locator('main h1')).toHaveText('This is in the archive', { timeout: 500 })
  }).toPass({ timeout: 30_000 })
  const question = 'What they asked before us'
  await fillIn(page, { question, over: 'no' })
  await send(page, 'Bring it in')
  await expect(async () => {
    if (await again.isVisible()) await again.click()
    await expect(page).toHaveURL(new RegExp(`${conversations}\\?done=imported`), { timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await page.getByRole('main').getByRole('link', { name: question }).click()
  expect(await count()).toEqual(before)
})
