import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { type Range, rangesOf } from '../comments/redaction.ts'
import {
  markOf,
  type RecordsRequest,
  reasonText,
  type RedactionReason,
  wholeAnswer,
} from './records-request.ts'
import { addRedactions, listRedactions, removeRedactions } from './records-request.store.ts'

/** What staff want left out of one answer: stretches, words wherever they stand, or all of it. */
export type LeaveOutWish = {
  answerId: string
  words: string
  ranges: readonly Range[]
  whole: boolean
  reason: RedactionReason
  ground: string
}

export type LeaveOut = { outcome: 'left-out'; stretches: number } | { outcome: 'words-not-there' }

/** Leaves something of an answer out of what is released. The comment itself stays as it is. */
export async function leaveOut(
  db: Db,
  {
    request,
    answer,
    wish,
    by,
  }: { request: RecordsRequest; answer: { words: string; isText: boolean }; wish: LeaveOutWish; by: string },
  now: Date,
): Promise<LeaveOut> {
  const { agencyId, id: requestId } = request
  const named = wish.words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => rangesOf(answer.words, line))
  const inside = wish.ranges.filter(({ start, end }) => start < end && end <= answer.words.length)
  const whole = wish.whole || !answer.isText
  const wanted = whole ? [wholeAnswer] : [...inside, ...named.flat()]
  // A line that is found nowhere is a slip: better said now than found after the release.
  if (wanted.length === 0 || (!whole && named.some((found) => found.length === 0)))
    return { outcome: 'words-not-there' }
  const reason = reasonText(wish.reason, markOf(answer.words), wish.ground)
  return inTransaction(db, async (db) => {
    const before = (await listRedactions(db, agencyId, requestId)).filter(
      (one) => one.answerId === wish.answerId,
    )
    const news = wanted.filter(
      ({ start, end }, index) =>
        wanted.findIndex((other) => other.start === start && other.end === end) === index &&
        !before.some((one) => one.rangeStart === start && one.rangeEnd === end && one.reason === reason),
    )
    await addRedactions(
      db,
      news.map(({ start, end }) => ({
        agencyId,
        requestId,
        answerId: wish.answerId,
        rangeStart: start,
        rangeEnd: end,
        reason,
        madeBy: by,
        madeAt: now,
      })),
    )
    const details = { answer: wish.answerId, reason: wish.reason, stretches: news.length, whole }
    const act = { act: 'records left out', subjectKind: 'records-request', subjectId: requestId, details }
    if (news.length > 0) await recordAct(db, { agencyId, actorId: by, ...act }, now)
    return { outcome: 'left-out', stretches: news.length }
  })
}

export type PutBack = { outcome: 'put-back' | 'not-there' }

/** Takes back what was left out: one stretch, or everything of an answer. */
export async function putBack(
  db: Db,
  {
    request,
    which,
    by,
  }: { request: RecordsRequest; which: { id: string } | { answerId: string }; by: string },
  now: Date,
): Promise<PutBack> {
  const { agencyId, id: requestId } = request
  return inTransaction(db, async (db) => {
    const stretches = await removeRedactions(db, { agencyId, requestId }, which)
    if (stretches === 0) return { outcome: 'not-there' }
    const act = {
      act: 'records put back',
      subjectKind: 'records-request',
      subjectId: requestId,
      details: { stretches },
    }
    await recordAct(db, { agencyId, actorId: by, ...act }, now)
    return { outcome: 'put-back' }
  })
}
