import type { Page } from '@playwright/test'
import {
  askedStatement,
  directions,
  expectAnswered,
  type Language,
  openConversation,
  shownCode,
  votingWords,
} from './conversation-steps.ts'
import {
  accessibilityFaults,
  expect,
  hub,
  scrollsSideways,
  signIn,
  test,
  withoutScript,
  work,
} from './support.ts'

/** Presses one of the three answers on the card. */
async function press(page: Page, answer: 'agree' | 'disagree' | 'pass', words: (key: string) => string) {
  await page
    .locator('.vote-card')
    .getByRole('button', { name: words(`vote.${answer}`), exact: true })
    .click()
}

for (const language of Object.keys(directions) as Language[]) {
  const words = votingWords(language)

  test(`${language}, without script on a small phone: a parent votes, thinks again on another device, and leaves`, async ({
    browser,
    address,
  }) => {
    const phone = { viewport: { width: 320, height: 640 } }
    const context = await withoutScript(browser, address, phone)
    const page = await context.newPage()
    await page.goto(`/${language}${hub}`)
    await page.getByRole('main').locator(`h3 a[href*="${hub}/conversations/"]`).first().click()
    await expect(page.locator('html')).toHaveAttribute('dir', directions[language])
    expect(await scrollsSideways(page)).toBe(false)

    // Whose words these are, and why just these.
    await expect(page.locator('.vote-card .vote-origin')).not.toBeEmpty()
    const why = page.getByText(words('why.fair'))
    await expect(why).toBeHidden()
    await page.getByText(words('why.title')).click()
    await expect(why).toBeVisible()

    await expectAnswered(page, 0)
    const first = await askedStatement(page).innerText()
    await press(page, 'agree', words)
    await expect(page.getByRole('main')).toContainText(words('news.joined'))
    const code = await shownCode(page)
    await expectAnswered(page, 1)
    await expect(askedStatement(page)).not.toHaveText(first)
    await press(page, 'disagree', words)
    await expectAnswered(page, 2)
    const third = await askedStatement(page).innerText()
    await press(page, 'pass', words)
    await expectAnswered(page, 3)
    await expect(page.locator('.vote-back')).toContainText(third)
    await page
      .locator('.vote-back')
      .getByRole('button', { name: words('last.undo') })
      .click()
    await expect(page.getByRole('main')).toContainText(words('news.taken-back'))
    await expectAnswered(page, 2)
    await expect(askedStatement(page)).toHaveText(third)
    await press(page, 'disagree', words)
    await expectAnswered(page, 3)
    expect(await scrollsSideways(page)).toBe(false)
    const conversation = new URL(page.url()).pathname

    const other = await withoutScript(browser, address, phone)
    const theirs = await other.newPage()
    await theirs.goto(conversation)
    await theirs.getByRole('link', { name: words('more.code') }).click()
    await theirs.locator('input[name=code]').fill(code.toLowerCase())
    await theirs.getByRole('button', { name: words('open.show') }).click()
    await expect(theirs.locator('.said > li')).toHaveCount(3)
    expect(await scrollsSideways(theirs)).toBe(false)
    const mine = theirs.locator('.said > li').filter({ hasText: first })
    const answer = (vote: 'agree' | 'pass') =>
      mine.getByRole('button', { name: words(`vote.${vote}`), exact: true })
    await expect(answer('agree')).toHaveAttribute('aria-pressed', 'true')
    await answer('pass').click()
    await expect(answer('pass')).toHaveAttribute('aria-pressed', 'true')
    await expect(answer('agree')).toHaveAttribute('aria-pressed', 'false')

    const about = theirs.locator('main select').first()
    await about.selectOption({ index: 1 })
    const said = await about.inputValue()
    await theirs.getByRole('button', { name: words('mine.aboutSave') }).click()
    await expect(theirs.getByRole('main')).toContainText(words('mine.done.about'))
    await expect(about).toHaveValue(said)

    await theirs.getByRole('link', { name: words('mine.leave') }).click()
    await theirs.getByRole('button', { name: words('leave.yes') }).click()
    await expect(theirs.getByRole('main')).toContainText(words('mine.done.left'))
    await theirs.locator('input[name=code]').fill(code)
    await theirs.getByRole('button', { name: words('open.show') }).click()
    await expect(theirs.getByRole('main')).toContainText(words('open.unknown'))
    await page.goto(conversation)
    await expectAnswered(page, 0)
    await other.close()
    await context.close()
  })

  test(`${language}, with script: voting stays on the page, by mouse and by keyboard, and is said aloud`, async ({
    page,
  }) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`/${language}${await openConversation(page)}`)
    await page.evaluate(() => Object.assign(window, { stayed: true }))
    const aloud = page.locator('[role=status][data-vote-said]')
    await press(page, 'agree', words)
    await expect(page.locator('.vote-code')).toBeVisible()
    await expectAnswered(page, 1)

    for (const [key, answered] of [
      ['1', 2],
      ['2', 3],
      ['3', 4],
    ] as const) {
      // The next statement has the focus, so the keys go on from there.
      await expect(askedStatement(page)).toBeFocused()
      await expect(aloud).toHaveText(await page.locator('#vote-progress').innerText())
      const before = await askedStatement(page).innerText()
      await page.keyboard.press(key)
      await expectAnswered(page, answered)
      await expect(askedStatement(page)).not.toHaveText(before)
      await expect(page.locator('.vote-back')).toContainText(before)
    }
    // Elsewhere on the page these keys are the reader's own.
    await page.locator('main a').first().focus()
    await page.keyboard.press('1')
    await page.locator('.vote-back button').click()
    await expectAnswered(page, 3)
    await expect(page.getByRole('main')).toContainText(words('news.taken-back'))
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
    expect(faults).toEqual([])
  })
}

test('in the list of all statements an answer takes its place without a reload', async ({ page }) => {
  const conversation = await openConversation(page)
  await page.goto(`/en${conversation}/statements`)
  const row = (index: number) => page.locator('.said > li').nth(index)
  const answer = (index: number, name: string) => row(index).getByRole('button', { name, exact: true })
  await answer(0, 'Agree').click()
  // A first vote brings a code, which the whole page shows.
  await expect(page.locator('.vote-code')).toBeVisible()
  await page.evaluate(() => Object.assign(window, { stayed: true }))
  await answer(1, 'Disagree').click()
  await expect(answer(1, 'Disagree')).toHaveAttribute('aria-pressed', 'true')
  await expect(answer(1, 'Disagree')).toBeFocused()
  await expect(page.locator('[role=status][data-vote-said]')).toHaveText('You disagree')
  await row(1).getByRole('button', { name: 'Take my vote back' }).click()
  await expect(answer(1, 'Disagree')).not.toHaveAttribute('aria-pressed', 'true')
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
})

for (const script of [true, false]) {
  test(`voters write statements ${script ? '' : 'without script '}and see what became of them: shown, or not shown with the reason`, async ({
    browser,
    address,
    page: scripted,
  }) => {
    const context = script ? undefined : await withoutScript(browser, address)
    const page = context ? await context.newPage() : scripted
    const conversation = await openConversation(page)
    const id = conversation.split('/').at(-1)
    const mark = `${script ? 'on' : 'off'} ${Date.now()}`
    const good = `Let substitutes sit in with the regular class for a day before they take over (${mark}).`
    const bad = `Buy cheap bicycles, skateboards and helmets at my shop downtown (${mark}).`

    // Without a vote there is no code under which one's words could be found again.
    await page.goto(`/en${conversation}/statements/add`)
    await expect(page.getByRole('main')).toContainText('Please vote on one statement first')
    await page.getByRole('main').getByRole('link', { name: 'Go on voting' }).click()
    await page.locator('.vote-card').getByRole('button', { name: 'Agree', exact: true }).click()
    await expect(page.locator('.vote-code')).toBeVisible()
    for (const text of [good, bad]) {
      await page.goto(`/en${conversation}/statements/add`)
      await page.locator('textarea[name=text]').fill(text)
      await page.locator('input[name=age][value=adult]').check()
      await page.getByRole('button', { name: 'Send my statement' }).click()
      await expect(page.getByRole('main')).toContainText('We have your statement')
    }
    await page.getByRole('main').getByRole('link', { name: 'My votes' }).click()
    const own = (text: string) => page.locator('.said > li').filter({ hasText: text })
    await expect(own(good)).toContainText('Being read by staff')
    await page.goto(`/en${conversation}/statements`)
    await expect(page.getByRole('main')).not.toContainText(mark)

    const office = script
      ? await browser.newContext({ baseURL: address })
      : await withoutScript(browser, address)
    const desk = await office.newPage()
    await signIn(desk)
    await desk.goto(`/en${work}/conversations/${id}`)
    await desk.getByRole('main').getByRole('link', { name: 'Read new statements' }).click()
    await desk.getByRole('checkbox', { name: good }).check()
    await desk.getByRole('main').getByRole('button', { name: 'Show', exact: true }).click()
    await expect(desk.getByRole('main')).toContainText('Done for 1 statement.')

    // Not showing one needs a reason, because its author is told.
    const reason = 'It is an advertisement.'
    const waiting = desk.locator('.statement-rows > li').filter({ hasText: bad })
    await waiting.getByRole('link', { name: /^Look closer/ }).click()
    await expect(desk.getByRole('main')).toContainText('From someone who takes part')
    await desk.getByRole('button', { name: 'Do not show' }).click()
    await expect(desk.locator('#error-summary')).toBeVisible()
    await desk.locator('input[name=reason]').fill(reason)
    await desk.getByRole('button', { name: 'Do not show' }).click()
    await expect(desk.getByRole('main')).toContainText('Not shown')
    await office.close()

    // What visitors see of a conversation may be a second old.
    await expect(async () => {
      await page.goto(`/en${conversation}/statements`)
      await expect(page.locator('.said > li').filter({ hasText: good })).toContainText('not by Riverbend', {
        timeout: 500,
      })
    }).toPass()
    await page.goto(`/en${conversation}/my-votes`)
    await expect(own(good)).toContainText('Open for votes')
    await expect(own(bad)).toContainText('Not taken')
    await expect(own(bad)).toContainText(reason)
    await context?.close()
  })
}
