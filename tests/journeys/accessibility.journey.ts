import {
  accessibilityFaults,
  expect,
  hub,
  scrollsSideways,
  sendComment,
  signIn,
  someAddress,
  test,
  work,
} from './support.ts'
import type { Page } from '@playwright/test'

const screens = { wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 640 } }

const publicPages = [
  '',
  '/at/riverbend',
  '/at/riverbend/contact',
  hub,
  `${hub}/comment`,
  `${hub}/comments`,
  `${hub}/timeline`,
  `${hub}/follow`,
  `${hub}/decisions`,
  `${hub}/poster`,
  '/receipts',
  '/sign-in',
  '/privacy',
  '/accessibility',
  '/contact',
  '/no-such-page',
]

const staffPages = [
  '/work/riverbend',
  '/work/riverbend/agency',
  '/work/riverbend/members',
  '/work/riverbend/outbox',
  '/work/riverbend/audit',
  '/work/riverbend/sms-simulator',
  '/work/riverbend/sign-in-providers',
  '/work/riverbend/integrations',
  '/work/riverbend/retention',
  '/work/riverbend/export',
  '/work/riverbend/engagements/new',
  work,
  `${work}/edit`,
  `${work}/timeline`,
  `${work}/questions`,
  `${work}/about-questions`,
  `${work}/comments`,
  `${work}/comments/enter`,
  `${work}/comments/paper`,
  `${work}/comments/import`,
  `${work}/comments/paper-form`,
  `${work}/codebook`,
  `${work}/coding`,
  `${work}/agreement`,
  `${work}/themes`,
  `${work}/decisions`,
  `${work}/records`,
  '/account',
  '/operations',
  '/_catalogue',
]

/** Pages of one thing each: the list that leads to some, and the end of the address where another form of it stands. */
const staffPagesOfOne: [list: string, of: string, ...more: string[]][] = [
  [`${work}/timeline`, `${work}/timeline`],
  [`${work}/questions`, `${work}/questions`],
  [`${work}/about-questions`, `${work}/about-questions`],
  [`${work}/comments`, `${work}/comments`, '/redact', '/translate'],
  [`${work}/codebook`, `${work}/codebook`],
  [`${work}/coding`, `${work}/coding`],
  [`${work}/themes`, `${work}/themes`, '/quotes'],
  [`${work}/decisions`, `${work}/decisions`],
]

/** One page, wide and narrow; in one language everything is checked at both widths, in the others what can change with it. */
async function look(page: Page, path: string): Promise<void> {
  for (const [screen, viewport] of Object.entries(screens)) {
    await page.setViewportSize(viewport)
    const again = screen === 'narrow' && !path.startsWith('/en')
    expect.soft(await accessibilityFaults(page, { again }), `${path}, ${screen}`).toEqual([])
    expect.soft(await scrollsSideways(page), `${path} scrolls sideways when ${screen}`).toBe(false)
  }
}

for (const language of ['en', 'es', 'ar']) {
  const visit = async (page: Page, path: string) => {
    const answer = await page.goto(`/${language}${path}`)
    expect.soft(answer?.status(), path).toBe(path === '/no-such-page' ? 404 : 200)
    await look(page, `/${language}${path}`)
  }

  test(`${language}: public pages have no accessibility findings, wide and narrow`, async ({ page }) => {
    test.setTimeout(240_000)
    const code = await sendComment(page)
    const receipt = [
      `${hub}/comment/sent/${code}`,
      ...['', '/correct', '/withdraw', '/erase'].map((end) => `/receipts/${code}${end}`),
    ]
    const ofOne = [
      await someAddress(page, `${hub}/decisions`, `${hub}/decisions`),
      await someAddress(page, `${hub}/decisions`, `${hub}/themes`),
    ]
    for (const path of [...publicPages, ...receipt, ...ofOne]) await visit(page, path)
  })

  for (const half of [0, 1]) {
    test(`${language}: staff pages have no accessibility findings, wide and narrow (${half + 1} of 2)`, async ({
      page,
    }) => {
      test.setTimeout(240_000)
      await signIn(page)
      const ofOne = await Promise.all(
        staffPagesOfOne.map(async ([list, of, ...more]) => {
          // The last theme is the smallest: its page of quotes is long all the same.
          const one = await someAddress(page, list, of, of.endsWith('/themes') ? 'last' : 'first')
          return [one, ...more.map((end) => one + end)]
        }),
      )
      const paths = [...staffPages, ...ofOne.flat()]
      for (const path of paths.filter((_, index) => index % 2 === half)) await visit(page, path)
    })
  }
}

test('with forced colors and reduced motion the public pages have no findings', async ({
  browser,
  address,
}) => {
  const context = await browser.newContext({
    forcedColors: 'active',
    reducedMotion: 'reduce',
    baseURL: address,
    viewport: screens.narrow,
  })
  const page = await context.newPage()
  for (const path of [hub, `${hub}/comment`, `${hub}/decisions`]) {
    await page.goto(`/es${path}`)
    expect.soft(await accessibilityFaults(page), path).toEqual([])
  }
  await context.close()
})

test('dark colors have no findings', async ({ browser, address }) => {
  const context = await browser.newContext({ colorScheme: 'dark', baseURL: address })
  const page = await context.newPage()
  for (const path of [hub, `${hub}/comment`, `${hub}/comments`, `${hub}/decisions`]) {
    await page.goto(`/en${path}`)
    expect.soft(await accessibilityFaults(page), path).toEqual([])
  }
  await context.close()
})

test('a page can be walked with the keyboard, from the skip link to the button', async ({ page }) => {
  await page.goto(`/en${hub}`)
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  const reached: string[] = []
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    reached.push(
      await page.evaluate(
        () => document.activeElement?.getAttribute('href') ?? document.activeElement?.tagName ?? '',
      ),
    )
  }
  expect(reached).toContain(`/en${hub}/comment`)
})
