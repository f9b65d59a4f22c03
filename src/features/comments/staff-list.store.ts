import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Written } from '../../platform/i18n/written.ts'
import type { PromiseFilter } from './comment-list.ts'
import type { Comment } from './comment.ts'
import type { CommentAct } from './comment-event.ts'

/** The condition that narrows a list to how comments stand with the promise; `lateDay` is the last day that is late by now. */
export function promiseCondition(
  promise: PromiseFilter,
  timeZone: string,
  lateDay: string,
): RawBuilder<boolean> {
  const waits = sql`comment.answered_at is null and comment.state in ('waiting', 'published', 'held')`
  const day = sql`(comment.received_at at time zone ${timeZone})::date`
  const conditions: Record<PromiseFilter, RawBuilder<boolean>> = {
    open: sql<boolean>`${waits} and ${day} > ${lateDay}`,
    late: sql<boolean>`${waits} and ${day} <= ${lateDay}`,
    answered: sql<boolean>`comment.answered_at is not null`,
  }
  return conditions[promise]
}

/** What stands on a comment above it: the codes and themes that hold it, and the public decisions that answer them. */
export type RestsOn = {
  readings: number
  codes: { id: string; name: string }[]
  themes: { id: string; title: Written }[]
  decisions: { id: string; question: Written; publishedAt: Date | null }[]
}

/**
 * Codings, themes and decisions that rest on a comment. These tables belong to higher features, which this one may not use;
 * it only asks what would lose its ground, before staff take words out or move them.
 */
export async function listWhatRests(db: Db, agencyId: string, commentId: string): Promise<RestsOn> {
  const readings = await sql<{ count: number }>`
    select count(*) as count from reading where agency_id = ${agencyId} and comment_id = ${commentId}`.execute(
    db,
  )
  const codes = await sql<RestsOn['codes'][number]>`
    select distinct code.id, code.name from coding
    join code on code.agency_id = coding.agency_id and code.id = coding.code_id
    where coding.agency_id = ${agencyId} and coding.comment_id = ${commentId} order by code.name`.execute(db)
  const themes = await sql<RestsOn['themes'][number]>`
    select theme.id, theme.title from theme
    where theme.agency_id = ${agencyId} and (
      exists (select from quote where quote.agency_id = theme.agency_id and quote.theme_id = theme.id and quote.comment_id = ${commentId})
      or exists (select from theme_code join coding on coding.agency_id = theme_code.agency_id and coding.code_id = theme_code.code_id
        where theme_code.agency_id = theme.agency_id and theme_code.theme_id = theme.id and coding.comment_id = ${commentId}))
    order by theme.position`.execute(db)
  const themeIds = themes.rows.map((theme) => theme.id)
  const decisions = await sql<RestsOn['decisions'][number]>`
    select distinct on (decision.id) decision.id, decision.question, decision.published_at from decision
    join disposition on disposition.agency_id = decision.agency_id and disposition.decision_id = decision.id
    where decision.agency_id = ${agencyId} and disposition.theme_id = any(${themeIds})`.execute(db)
  return {
    readings: readings.rows[0]?.count ?? 0,
    codes: codes.rows,
    themes: themes.rows,
    decisions: decisions.rows,
  }
}

/** Whether anybody has read, coded or quoted a comment, or marked something in it for a records request; then it stays where it is. */
export async function isCoded(db: Db, agencyId: string, commentId: string): Promise<boolean> {
  const { rows } = await sql<{ coded: boolean }>`
    select exists (select from reading where agency_id = ${agencyId} and comment_id = ${commentId})
      or exists (select from quote where agency_id = ${agencyId} and comment_id = ${commentId})
      or exists (select from records_redaction left_out
        join answer on answer.agency_id = left_out.agency_id and answer.id = left_out.answer_id
        where left_out.agency_id = ${agencyId} and answer.comment_id = ${commentId}) as coded`.execute(db)
  return rows[0]?.coded ?? false
}

/** Whether a hold stops all deletion in an engagement now. Holds belong to a higher feature; this one only asks. */
export async function isUnderHold(db: Db, agencyId: string, engagementId: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from hold where agency_id = ${agencyId} and lifted_at is null
      and (engagement_id is null or engagement_id = ${engagementId})) as held`.execute(db)
  return rows[0]?.held ?? false
}

export type LogLine = { day: string; act: CommentAct; reason: string; count: number }

/** What staff did with comments, by day: acts and reasons with how many, never which comment or whose. */
export async function listModerationLog(
  db: Db,
  agencyId: string,
  engagementId: string,
  timeZone: string,
  acts: readonly CommentAct[],
): Promise<LogLine[]> {
  const { rows } = await sql<LogLine>`
    select (at at time zone ${timeZone})::date as day, act, reason, count(*) as count from comment_event
    where agency_id = ${agencyId} and engagement_id = ${engagementId} and act = any(${acts as CommentAct[]})
    group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  return rows
}

/** Puts every comment that was marked as a near-duplicate of this one under another, or on its own again. */
export async function repointDuplicates(
  db: Db,
  agencyId: string,
  from: string,
  to: string | null,
): Promise<void> {
  await sql`update comment set duplicate_of = ${to}, version = version + 1
    where agency_id = ${agencyId} and duplicate_of = ${from} and id is distinct from ${to}::uuid`.execute(db)
}

/** Changes which question an answer is to, and in which engagement. */
export async function moveAnswer(
  db: Db,
  agencyId: string,
  answerId: string,
  to: { engagementId: string; questionId: string },
): Promise<void> {
  await sql`update answer set engagement_id = ${to.engagementId}, question_id = ${to.questionId}
    where agency_id = ${agencyId} and id = ${answerId}`.execute(db)
}

/** Takes an answer away with what hangs on it; only for comments that nobody has coded or quoted. */
export async function removeAnswer(db: Db, agencyId: string, answerId: string): Promise<void> {
  await sql`delete from answer_translation where agency_id = ${agencyId} and answer_id = ${answerId}`.execute(
    db,
  )
  await sql`delete from answer where agency_id = ${agencyId} and id = ${answerId}`.execute(db)
}

/** Marks an answer as one from which staff took words out. */
export async function markRedacted(db: Db, agencyId: string, answerId: string): Promise<void> {
  await sql`update answer set redacted = true where agency_id = ${agencyId} and id = ${answerId}`.execute(db)
}

/** A comment that nobody else changes until this transaction ends; staff act on the version that they saw. */
export async function lockComment(db: Db, agencyId: string, id: string): Promise<Comment | undefined> {
  return db
    .selectFrom('comment')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}
