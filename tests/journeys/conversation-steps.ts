import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, fillIn, hub, root, send, someAddress, someNetwork } from './support.ts'

/** The languages that people take part in, with the direction that they are written in. */
export const directions = { en: 'ltr', es: 'ltr', ar: 'rtl' } as const
export type Language = keyof typeof directions

/** The words of the voting pages, as people read them; numbers and counts stay patterns. */
export function votingWords(language: Language): (key: string) => string {
  const words: unknown = JSON.parse(readFileSync(join(root, 'locales', language, 'voting.json'), 'utf8'))
  return (key) => {
    const found = key
      .split('.')
      .reduce<unknown>((within, part) => (within as Record<string, unknown> | undefined)?.[part], words)
    if (typeof found !== 'string') throw new Error(`No words for ${key} in ${language}`)
    return found
  }
}

/** The example district's conversation that people can vote in, without the language. */
export function openConversation(page: Page): Promise<string> {
  return someAddress(page, `${hub}/conversations`, `${hub}/conversations`)
}

/** The one that has ended. */
export function closedConversation(page: Page): Promise<string> {
  return someAddress(page, `${hub}/conversations`, `${hub}/conversations`, 'last')
}

/** How many statements the reader has answered, as the bar under the words tells it; 0 before the first. */
export async function expectAnswered(within: Pick<Page, 'locator'>, answered: number): Promise<void> {
  await expect(within.locator('#voting progress')).toHaveJSProperty('value', answered)
}

/** The statement that is asked now. */
export function askedStatement(page: Pick<Page, 'locator'>) {
  return page.locator('#vote-statement')
}

/** The code in the notice after a first vote, or on the page of one's own votes. */
export async function shownCode(page: Pick<Page, 'locator'>): Promise<string> {
  const text = await page.locator('.vote-code, .receipt-code').first().innerText()
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0]
  if (!code) throw new Error(`No code in: ${text}`)
  return code
}

export const seedStatements = [
  'Every new teacher should have a mentor.',
  'Pay should be higher where most teachers leave.',
  'Classes should be smaller in the first three years.',
]

/** Writes a conversation as a coordinator does and opens it; gives its id. The engagement is written in English only. */
export async function beginConversation(
  page: Page,
  work: string,
  question: string,
  settings: Record<string, string> = {},
): Promise<string> {
  await page.goto(`/en${work}/conversations/new`)
  await fillIn(page, { 'question-en': question, ...settings })
  await send(page, 'Save and write statements')
  await page.locator('main textarea[name="words-en"]').fill(seedStatements.join('\n'))
  await send(page, 'Add these statements')
  await expect(page.getByRole('main')).toContainText('3 statements were added')
  const id = /\/conversations\/([0-9a-f-]{36})/.exec(page.url())![1]!
  await page.goto(`/en${work}/conversations/${id}`)
  await send(page, 'Open the conversation')
  await expect(page.getByRole('main')).toContainText('The conversation is open.')
  return id
}

/** Votes on what is asked, `votes` times, past the browser; whoever asks keeps the code as a browser does. */
export async function castVotes(
  request: APIRequestContext,
  conversation: string,
  votes: number,
): Promise<void> {
  let html = await (await request.get(`/en${conversation}`)).text()
  for (let cast = 0; cast < votes; cast++) {
    // Of the card, before the form that takes the last vote back.
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1]
    const form = Object.fromEntries(
      ['csrf', 'voter', 'join', 'statement'].flatMap((name) => {
        const value = field(name)
        return value === undefined ? [] : [[name, value]]
      }),
    )
    const answer = await request.post(`/en${conversation}/vote`, { form: { ...form, vote: 'agree' } })
    html = await answer.text()
    if (!answer.ok()) throw new Error(`No vote: ${answer.status()} ${html}`)
  }
}

/** Somebody new votes once, from a place of their own. */
export async function someoneVotes(
  browser: Browser,
  address: string,
  conversation: string,
  votes = 1,
): Promise<void> {
  const context = await browser.newContext({ baseURL: address, extraHTTPHeaders: someNetwork() })
  await castVotes(context.request, conversation, votes)
  await context.close()
}
