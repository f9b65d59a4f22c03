import type { Page } from '@playwright/test'
import { closedConversation, openConversation } from './conversation-steps.ts'
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
  `${work}/conversations`,
  `${work}/conversations/new`,
  `${work}/conversations/import`,
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

/** Of a voter of the example district's open conversation, whom its loader makes up. */
const exampleVoterCode = 'ACDE-FGHJ-KMNP'

/** Of a conversation that people vote in and of one that has ended. */
async function staffPagesOfConversations(page: Page): Promise<string[]> {
  const forStaff = (address: string) => `${work}/conversations/${address.split('/').at(-1)}`
  const open = forStaff(await openConversation(page))
  const closed = forStaff(await closedConversation(page))
  const statement = await someAddress(page, `${open}/statements?state=shown`, `${open}/statements`)
  return [
    ...['', '/edit', '/statements', '/statements?state=shown', '/results'].map((end) => `${open}${end}`),
    statement,
    `${statement}/theme`,
    closed,
  ]
}

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

  test(`${language}: pages of a conversation have no accessibility findings, wide and narrow`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    const [open, closed] = await Promise.all([openConversation(page), closedConversation(page)])
    for (const path of [`${hub}/conversations`, closed]) await visit(page, path)
    for (const end of ['', '/statements', '/statements/add', '/embed', '/my-votes'])
      await visit(page, `${open}${end}`)
    const form = { code: exampleVoterCode }
    expect((await page.request.post(`/en${open}/my-votes/open`, { form })).status()).toBe(200)
    for (const end of ['?joined=1', '/statements/add', '/my-votes', '/my-votes/leave'])
      await visit(page, `${open}${end}`)
  })

  // Long pages with all their figures as tables: a test of their own, so that two can be looked at side by side.
  test(`${language}: reports of conversations have no accessibility findings, wide and narrow`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    await visit(page, `${await openConversation(page)}/report`)
    await visit(page, `${await closedConversation(page)}/report`)
  })

  const shares = 3
  for (const share of Array(shares).keys()) {
    test(`${language}: staff pages have no accessibility findings, wide and narrow (${share + 1} of ${shares})`, async ({
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
      const paths = [...staffPages, ...ofOne.flat(), ...(await staffPagesOfConversations(page))]
      for (const path of paths.filter((_, index) => index % shares === share)) await visit(page, path)
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
  const [open, closed] = await Promise.all([openConversation(page), closedConversation(page)])
  for (const path of [hub, `${hub}/comment`, `${hub}/decisions`, open, `${closed}/report`]) {
    expect((await page.goto(`/es${path}`))?.status(), path).toBe(200)
    expect.soft(await accessibilityFaults(page), path).toEqual([])
  }
  await context.close()
})

test('dark colors have no findings', async ({ browser, address }) => {
  const context = await browser.newContext({ colorScheme: 'dark', baseURL: address })
  const page = await context.newPage()
  const [open, closed] = await Promise.all([openConversation(page), closedConversation(page)])
  for (const path of [
    hub,
    `${hub}/comment`,
    `${hub}/comments`,
    `${hub}/decisions`,
    open,
    `${closed}/report`,
  ]) {
    expect((await page.goto(`/en${path}`))?.status(), path).toBe(200)
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
