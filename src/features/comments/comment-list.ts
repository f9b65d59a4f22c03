import { type Channel, channels, type CommentState, commentStates } from './comment.ts'
import { clockState, dueDay } from './response-promise.ts'

/** How a comment stands with the response promise, as a list can be narrowed to it. */
export const promiseFilters = ['open', 'late', 'answered'] as const
export type PromiseFilter = (typeof promiseFilters)[number]

/** What staff narrow the list of comments to; everything may be left out. */
export type ListWish = {
  state?: CommentState
  channel?: Channel
  language?: string
  question?: string
  promise?: PromiseFilter
  search?: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function oneOf<Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined {
  return values.find((value) => value === text)
}

/** Reads the wishes out of an address. What makes no sense is left out, so that a list is shown in any case. */
export function readListWish(query: Record<string, string | undefined>): ListWish {
  const search = query['search']?.replaceAll('\u0000', '').trim().slice(0, 200)
  return {
    state: oneOf(commentStates, query['state']),
    channel: oneOf(channels, query['channel']),
    language: /^[a-z]{2,3}$/.test(query['language'] ?? '') ? query['language'] : undefined,
    question: uuid.test(query['question'] ?? '') ? query['question'] : undefined,
    promise: oneOf(promiseFilters, query['promise']),
    search: search || undefined,
  }
}

/** Whether the list is narrowed at all. */
export function isNarrowed(wish: ListWish): boolean {
  return Object.values(wish).some((value) => value !== undefined)
}

/**
 * The last day of receipt whose promise has run out today: what came then or earlier and has no answer is late.
 */
export function lastLateDay(today: string, workingDays: number): string {
  const day = new Date(`${today}T12:00:00Z`)
  do day.setUTCDate(day.getUTCDate() - 1)
  while (dueDay(day.toISOString().slice(0, 10), workingDays) >= today)
  return day.toISOString().slice(0, 10)
}

/** Where a comment stands with its promise and by when it is promised an answer; for the list and its page. */
export function promiseOf(
  {
    receivedDay,
    answeredDay,
    state,
  }: { receivedDay: string; answeredDay: string | null; state: CommentState },
  workingDays: number,
  today: string,
): { clock: ReturnType<typeof clockState>; due: string } | undefined {
  if (state !== 'waiting' && state !== 'published' && state !== 'held') return undefined
  return {
    clock: clockState(receivedDay, answeredDay, workingDays, today),
    due: dueDay(receivedDay, workingDays),
  }
}

/** The first words of a text, cut at a word; for lists. */
export function firstWords(text: string, most = 220): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= most) return plain
  const cut = plain.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).toWellFormed()} …`
}
