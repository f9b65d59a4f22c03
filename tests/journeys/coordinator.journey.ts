import {
  accessibilityFaults,
  engagementWords,
  expect,
  fillIn,
  send,
  signIn,
  startEngagement,
  test,
  withoutScript,
} from './support.ts'

for (const script of [true, false]) {
  test(`a coordinator ${script ? '' : 'without script '}starts an engagement and opens it once people are told how their input is used`, async ({
    browser,
    address,
    page: scripted,
  }) => {
    const context = script ? undefined : await withoutScript(browser, address)
    const page = context ? await context.newPage() : scripted
    await signIn(page)
    const slug = await startEngagement(page, `Who teaches our youngest ${script ? 'this year' : 'next year'}`)
    const [work, hub] = [`/work/riverbend/engagements/${slug}`, `/at/riverbend/${slug}`]

    await fillIn(page, { ...engagementWords, 'inputUse-en': '' })
    await send(page)
    await expect(page).toHaveURL(new RegExp(`${work}$`))
    const missing = page.getByRole('main').getByRole('link', { name: /How input will be used is missing/ })
    await expect(missing).toBeVisible()
    if (script) expect(await accessibilityFaults(page)).toEqual([])

    // The page offers no button yet; asked all the same, the answer is no, with the reason.
    const csrf = await page.locator('input[name=csrf]').first().inputValue()
    const refused = await page.request.post(`/en${work}/status`, {
      form: { csrf, to: 'open' },
      maxRedirects: 0,
    })
    expect(refused.status()).toBe(422)
    expect(await refused.text()).toContain('How input will be used is missing')

    // Nobody outside sees a draft.
    const visitor = await browser.newContext({ baseURL: address })
    expect((await visitor.request.get(`/en${hub}`)).status()).toBe(404)

    await missing.click()
    await fillIn(page, { 'inputUse-en': engagementWords['inputUse-en'] })
    await send(page)
    await send(page, 'Open the engagement')
    await expect(page.getByRole('main')).toContainText('Close this engagement')

    const seen = await visitor.newPage()
    await seen.goto(`/en${hub}`)
    await expect(seen.getByRole('main')).toContainText(engagementWords['inputUse-en'])
    await visitor.close()
    await context?.close()
  })
}
