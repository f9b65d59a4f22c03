import { type RawBuilder, sql } from 'kysely'
import { auditLineWhen } from '../../platform/audit/audit-line.store.ts'
import type { Act } from '../../platform/audit/audit.store.ts'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { announcedWhen } from '../../platform/jobs/announce.ts'
import type { AboutYou } from './about-question.ts'
import {
  type Channel,
  type Comment,
  type CommentCursor,
  commentStates,
  type CommentState,
} from './comment.ts'
import type { Answer, KeptAnswer } from './question.ts'
import { blackout } from './redaction.ts'
import type { PromiseTally } from './response-promise.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    comment: Comment
    answer: KeptAnswer
  }
}

export type { KeptAnswer }

/**
 * Keeps a comment with its answers, what its author said about themselves, and its line in the audit chain, in one statement:
 * all or nothing, with one trip to the database. A comment with the same
 * submission key, also one that is being kept at this very moment, makes it `repeated`, with the receipt of the first.
 */
export async function addComment(
  db: Db,
  comment: Comment,
  answers: readonly Answer[],
  aboutYou: readonly AboutYou[],
  /** Left out where one line speaks for many comments, as in an import; nothing is announced then either. */
  audit?: { act: Act; now: Date },
): Promise<
  { outcome: 'added' } | { outcome: 'repeated'; commentId: string; receiptCode: string; state: CommentState }
> {
  const answerRows = answers.map((answer) => ({
    id: newId(),
    question_id: answer.questionId,
    text: answer.text,
    choices: answer.choices,
    number: answer.number,
  }))
  const aboutRows = aboutYou.map((said) => ({
    id: newId(),
    about_question_id: said.aboutQuestionId,
    value: said.value,
  }))
  const c = comment
  const data = { engagement: c.engagementId, comment: c.id }
  const told = { agencyId: c.agencyId, event: 'comment.received', data }
  const { rows } = await sql<{ added: number }>`
    with kept as (
      insert into comment (agency_id, id, engagement_id, receipt_code, channel, language, state, age, guardian_consent,
        received_at, answered_at, changed_at, version, submission_key, fingerprint, duplicate_of, import_id, entered_by,
        entered_note, person_id, contact_channel, contact_address, provenance)
      values (${c.agencyId}, ${c.id}, ${c.engagementId}, ${c.receiptCode}, ${c.channel}, ${c.language}, ${c.state}, ${c.age},
        ${c.guardianConsent}, ${c.receivedAt}, ${c.answeredAt}, ${c.changedAt}, ${c.version}, ${c.submissionKey},
        ${c.fingerprint}, ${c.duplicateOf}, ${c.importId}, ${c.enteredBy}, ${c.enteredNote}, ${c.personId},
        ${c.contactChannel}, ${c.contactAddress}, ${JSON.stringify(c.provenance)})
      on conflict (agency_id, submission_key) do nothing
      returning agency_id, id, engagement_id
    ), answered as (
      insert into answer (agency_id, id, engagement_id, comment_id, question_id, text, choices, number)
      select kept.agency_id, given.id, kept.engagement_id, kept.id, given.question_id, given.text, given.choices, given.number
      from kept, jsonb_to_recordset(${JSON.stringify(answerRows)}::jsonb)
        as given (id uuid, question_id uuid, text text, choices text[], number smallint)
    ), told as (
      insert into about_you (agency_id, id, comment_id, about_question_id, value)
      select kept.agency_id, given.id, kept.id, given.about_question_id, given.value
      from kept, jsonb_to_recordset(${JSON.stringify(aboutRows)}::jsonb)
        as given (id uuid, about_question_id uuid, value text)
    )${audit ? sql`, ${auditLineWhen('kept', audit.act, audit.now)}` : sql``}
    ${audit && c.state !== 'spam' ? sql`, ${announcedWhen('kept', told, audit.now)}` : sql``}
    select count(*) as added from kept
  `.execute(db)
  if (rows[0]?.added === 1) return { outcome: 'added' }
  // A statement of its own: the first one's snapshot may be older than the row it met.
  const first = await db
    .selectFrom('comment')
    .select(['id', 'receiptCode', 'state'])
    .where('agencyId', '=', c.agencyId)
    .where('submissionKey', '=', c.submissionKey)
    .executeTakeFirstOrThrow()
  return { outcome: 'repeated', commentId: first.id, receiptCode: first.receiptCode, state: first.state }
}

export async function findComment(db: Db, agencyId: string, id: string): Promise<Comment | undefined> {
  return db
    .selectFrom('comment')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** A comment by its receipt, in whichever agency it is; its holder may not know which. */
export async function findByReceipt(db: Db, receiptCode: string): Promise<Comment | undefined> {
  return db.selectFrom('comment').selectAll().where('receiptCode', '=', receiptCode).executeTakeFirst()
}

/** Comments by id, in no particular order. */
export async function listCommentsById(db: Db, agencyId: string, ids: readonly string[]): Promise<Comment[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('comment')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', 'in', ids)
    .execute()
}

export type CommentFilters = {
  states?: readonly CommentState[]
  channel?: Channel
  language?: string
  /** Words that stand in an answer, as they are written. */
  search?: string
  /** Only comments that answered this question; the search then looks there only. */
  questionId?: string
  /** Only this import, this person's, or duplicates of this comment. */
  importId?: string
  personId?: string
  duplicateOf?: string
  /**
   * Only the comments that stand for themselves, not those marked as near-duplicates of another. One whose head is not among
   * `states`, for example because its author took it back, stands for itself: it must not vanish with it.
   */
  headsOnly?: boolean
  /** A condition that a later feature knows more about, such as "not coded yet"; it may speak of `comment`. */
  condition?: RawBuilder<boolean>
}

/** The comments of an engagement, newest first; `after` goes on where a page ended. Asks for one more to know whether there are more. */
export async function listComments(
  db: Db,
  agencyId: string,
  engagementId: string,
  filters: CommentFilters & { after?: CommentCursor; limit?: number } = {},
): Promise<Comment[]> {
  let query = filtered(db, agencyId, engagementId, filters).selectAll('comment')
  if (filters.after) {
    query = query.where(
      sql<boolean>`(comment.received_at, comment.id) < (${filters.after.receivedAt}, ${filters.after.id})`,
    )
  }
  return query
    .orderBy('comment.receivedAt', 'desc')
    .orderBy('comment.id', 'desc')
    .limit(filters.limit ?? 50)
    .execute()
}

export async function countComments(
  db: Db,
  agencyId: string,
  engagementId: string,
  filters: CommentFilters = {},
): Promise<number> {
  const { count } = await filtered(db, agencyId, engagementId, filters)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function filtered(db: Db, agencyId: string, engagementId: string, filters: CommentFilters) {
  let query = db
    .selectFrom('comment')
    .where('comment.agencyId', '=', agencyId)
    .where('comment.engagementId', '=', engagementId)
  if (filters.states) query = query.where('comment.state', 'in', filters.states)
  if (filters.channel) query = query.where('comment.channel', '=', filters.channel)
  if (filters.language) query = query.where('comment.language', '=', filters.language)
  if (filters.importId) query = query.where('comment.importId', '=', filters.importId)
  if (filters.personId) query = query.where('comment.personId', '=', filters.personId)
  if (filters.duplicateOf) query = query.where('comment.duplicateOf', '=', filters.duplicateOf)
  if (filters.headsOnly) query = query.where(standsForItself(filters.states))
  if (filters.search || filters.questionId) {
    query = query.where((row) => {
      let found = row
        .selectFrom('answer')
        .select('answer.id')
        .whereRef('answer.agencyId', '=', 'comment.agencyId')
        .whereRef('answer.commentId', '=', 'comment.id')
      if (filters.questionId) found = found.where('answer.questionId', '=', filters.questionId)
      if (filters.search) found = found.where('answer.text', 'ilike', containing(filters.search))
      return row.exists(found)
    })
  }
  if (filters.condition) query = query.where(filters.condition)
  return query
}

function standsForItself(states: readonly CommentState[] = commentStates): RawBuilder<boolean> {
  return sql<boolean>`(comment.duplicate_of is null or not exists (
    select from comment head
    where head.agency_id = comment.agency_id and head.id = comment.duplicate_of and head.state = any(${states as CommentState[]})
  ))`
}

/** A pattern for ILIKE that finds these very characters. */
function containing(words: string): string {
  return `%${words.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
}

/** How many comments are in each state; states without comments are 0. */
export async function countByState(
  db: Db,
  agencyId: string,
  engagementId: string,
): Promise<Record<CommentState, number>> {
  const rows = await db
    .selectFrom('comment')
    .select((row) => ['state', row.fn.countAll<number>().as('count')])
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .groupBy('state')
    .execute()
  const counted: Record<CommentState, number> = {
    waiting: 0,
    published: 0,
    held: 0,
    spam: 0,
    withdrawn: 0,
    erased: 0,
  }
  for (const row of rows) counted[row.state] = row.count
  return counted
}

/** The languages that comments of an engagement are written in, the most used first. */
export async function listCommentLanguages(
  db: Db,
  agencyId: string,
  engagementId: string,
  states: readonly CommentState[],
): Promise<{ language: string; count: number }[]> {
  return db
    .selectFrom('comment')
    .select((row) => ['language', row.fn.countAll<number>().as('count')])
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('state', 'in', states)
    .groupBy('language')
    .orderBy('count', 'desc')
    .orderBy('language')
    .execute()
}

/** The answers of many comments at once, in the order of the questions. */
export async function listAnswers(
  db: Db,
  agencyId: string,
  commentIds: readonly string[],
): Promise<KeptAnswer[]> {
  if (commentIds.length === 0) return []
  return db
    .selectFrom('answer')
    .innerJoin('question', (join) =>
      join.onRef('question.agencyId', '=', 'answer.agencyId').onRef('question.id', '=', 'answer.questionId'),
    )
    .selectAll('answer')
    .where('answer.agencyId', '=', agencyId)
    .where('answer.commentId', 'in', commentIds)
    .orderBy('question.position')
    .orderBy('answer.id')
    .execute()
}

/** The comments that are marked as near-duplicates of these, oldest first. */
export async function listDuplicates(
  db: Db,
  agencyId: string,
  headIds: readonly string[],
  states: readonly CommentState[],
): Promise<Comment[]> {
  if (headIds.length === 0) return []
  return db
    .selectFrom('comment')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('duplicateOf', 'in', headIds)
    .where('state', 'in', states)
    .orderBy('receivedAt')
    .execute()
}

/** Comments of the engagement whose words are nearly those of this one (see `fingerprint.ts`), the nearest first. */
export async function listNearDuplicates(
  db: Db,
  comment: Pick<Comment, 'agencyId' | 'engagementId' | 'id' | 'fingerprint'>,
  mostBits: number,
  limit = 20,
): Promise<Comment[]> {
  if (comment.fingerprint === '') return []
  const distance = sql<number>`bit_count(('x' || fingerprint)::bit(64) # ('x' || ${comment.fingerprint})::bit(64))`
  return db
    .selectFrom('comment')
    .selectAll()
    .where('agencyId', '=', comment.agencyId)
    .where('engagementId', '=', comment.engagementId)
    .where('id', '!=', comment.id)
    .where('state', 'in', ['waiting', 'published', 'held', 'spam'])
    .where(sql<boolean>`case when length(fingerprint) = 16 then ${distance} <= ${mostBits} else false end`)
    .orderBy(distance)
    .orderBy('receivedAt')
    .limit(limit)
    .execute()
}

export type CommentChanges = Partial<
  Pick<
    Comment,
    | 'state'
    | 'language'
    | 'answeredAt'
    | 'changedAt'
    | 'fingerprint'
    | 'duplicateOf'
    | 'engagementId'
    | 'contactChannel'
    | 'contactAddress'
    | 'enteredNote'
    | 'personId'
    | 'provenance'
    | 'age'
    | 'guardianConsent'
  >
>

/** Changes a comment and counts its version up; false when `version` is given and somebody changed it since. */
export async function saveComment(
  db: Db,
  { agencyId, id, version }: { agencyId: string; id: string; version?: number },
  changes: CommentChanges,
): Promise<boolean> {
  let query = db
    .updateTable('comment')
    .set(changes)
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
  if (version !== undefined) query = query.where('version', '=', version)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * Writes the answers of a comment anew. An answer to the same question keeps its id, because translations and quotes hang on it;
 * translations of changed words go, because they would tell something else.
 */
export async function replaceAnswers(
  db: Db,
  comment: Pick<Comment, 'agencyId' | 'id' | 'engagementId'>,
  answers: readonly Answer[],
): Promise<void> {
  const { agencyId, id: commentId, engagementId } = comment
  const before = new Map(
    (await listAnswers(db, agencyId, [commentId])).map((answer) => [answer.questionId, answer]),
  )
  for (const answer of answers) {
    const old = before.get(answer.questionId)
    before.delete(answer.questionId)
    const { text, choices, number } = answer
    if (!old) {
      await db
        .insertInto('answer')
        .values({
          agencyId,
          id: newId(),
          engagementId,
          commentId,
          questionId: answer.questionId,
          text,
          choices,
          number,
          redacted: false,
        })
        .execute()
      continue
    }
    if (old.text !== text) await forgetTranslations(db, agencyId, [old.id])
    await db
      .updateTable('answer')
      // As long as the blacked-out place stands in the text, a later correction is looked at again like the first one.
      .set({ text, choices, number, redacted: old.redacted && text?.includes(blackout) === true })
      .where('agencyId', '=', agencyId)
      .where('id', '=', old.id)
      .execute()
  }
  await emptyAnswers(
    db,
    agencyId,
    [...before.values()].map((answer) => answer.id),
  )
}

/** Takes the content out of answers; the rows stay, because quotes and codings point at them. */
export async function emptyAnswers(db: Db, agencyId: string, answerIds: readonly string[]): Promise<void> {
  if (answerIds.length === 0) return
  await forgetTranslations(db, agencyId, answerIds)
  await db
    .updateTable('answer')
    .set({ text: null, choices: null, number: null })
    .where('agencyId', '=', agencyId)
    .where('id', 'in', answerIds)
    .execute()
}

async function forgetTranslations(db: Db, agencyId: string, answerIds: readonly string[]): Promise<void> {
  await sql`delete from answer_translation where agency_id = ${agencyId} and answer_id = any(${answerIds as string[]})`.execute(
    db,
  )
}

/** How many comments came on which day and were answered on which, for the response promise; spam and what is gone left out. */
export async function tallyPromise(
  db: Db,
  agencyId: string,
  engagementId: string,
  timeZone: string,
): Promise<PromiseTally[]> {
  const { rows } = await sql<PromiseTally>`
    select (received_at at time zone ${timeZone})::date as received, (answered_at at time zone ${timeZone})::date as answered,
      count(*) as count
    from comment
    where agency_id = ${agencyId} and engagement_id = ${engagementId} and state in ('waiting', 'published', 'held')
    group by 1, 2
  `.execute(db)
  return rows
}
