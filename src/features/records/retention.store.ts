import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { emptyComment } from '../comments/comment-traces.store.ts'
import { addCommentEvent } from '../comments/comment-event.store.ts'
import { eraseVoter } from '../conversations/voter.store.ts'
import type { EngagementKind, Hold, RetentionKind, RetentionRule, RunningKind } from './retention.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    retentionRule: RetentionRule
    hold: Hold
  }
}

/** The rules that an agency has set; kinds without one are kept. */
export async function listRules(db: Db, agencyId: string): Promise<RetentionRule[]> {
  return db.selectFrom('retentionRule').selectAll().where('agencyId', '=', agencyId).execute()
}

/** Sets a rule. Only another time counts as a change, because notices given under the same time still hold. */
export async function saveRule(db: Db, rule: RetentionRule): Promise<void> {
  await db
    .insertInto('retentionRule')
    .values(rule)
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'kind']).doUpdateSet({
        keepDays: rule.keepDays,
        basis: rule.basis,
        changedAt: sql<Date>`case when retention_rule.keep_days is distinct from excluded.keep_days
          then excluded.changed_at else retention_rule.changed_at end`,
      }),
    )
    .execute()
}

/** Every hold of an agency, those of the past included, newest first. */
export async function listHolds(db: Db, agencyId: string): Promise<Hold[]> {
  return db
    .selectFrom('hold')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .orderBy('placedAt', 'desc')
    .execute()
}

export async function addHold(db: Db, hold: Omit<Hold, 'id' | 'liftedBy' | 'liftedAt'>): Promise<string> {
  const id = newId()
  await db
    .insertInto('hold')
    .values({ ...hold, id, liftedBy: null, liftedAt: null })
    .execute()
  return id
}

/** Ends a hold; undefined when there is none, or it was lifted before. */
export async function liftHold(
  db: Db,
  agencyId: string,
  id: string,
  by: string,
  now: Date,
): Promise<Hold | undefined> {
  return db
    .updateTable('hold')
    .set({ liftedBy: by, liftedAt: now })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('liftedAt', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

/** An engagement that is over, and since when its records' time runs. */
export type EndedEngagement = { id: string; title: string; slug: string; endedAt: Date }

/**
 * The engagements of an agency that are closed. Each ended at the end of its last day or when it was closed, whichever was
 * later; one that has neither on record, when it last changed.
 */
export async function listEndedEngagements(
  db: Db,
  agencyId: string,
  timeZone: string,
): Promise<EndedEngagement[]> {
  const { rows } = await sql<EndedEngagement>`
    select engagement.id, engagement.slug, engagement.title->'texts'->(engagement.title->>'source')->>'text' as title,
      coalesce(greatest(
        (engagement.closes_on + 1)::timestamp at time zone ${timeZone},
        (select max(at) from audit_entry
          where audit_entry.agency_id = engagement.agency_id and subject_id = engagement.id
            and act = 'change-status' and details->>'to' = 'closed')
      ), engagement.changed_at) as ended_at
    from engagement where agency_id = ${agencyId} and status = 'closed'
    order by ended_at
  `.execute(db)
  return rows
}

/** The act under which a notice stands in the audit log; deletion asks for it there. */
export const noticeAct = 'retention notice given'

/** When administrators were last told about each kind, by engagement (or by the agency's own id for running kinds). */
export async function listNotices(db: Db, agencyId: string): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ subjectId: string; kind: string; at: Date }>`
    select subject_id, details->>'kind' as kind, max(at) as at from audit_entry
    where agency_id = ${agencyId} and act = ${noticeAct} group by 1, 2
  `.execute(db)
  return new Map(rows.map((row) => [noticeKey(row.kind as RetentionKind, row.subjectId), row.at])) // as: written by us
}

export function noticeKey(kind: RetentionKind, subjectId: string): string {
  return `${kind} ${subjectId}`
}

/** No hold stands over the row's engagement or over the agency, at this very moment. */
function notHeld(engagementId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`not exists (
    select from hold where hold.agency_id = ${sql.ref('target.agency_id')} and hold.lifted_at is null
      and (hold.engagement_id is null or hold.engagement_id = ${engagementId})
  )`
}

function conversationsOf(agencyId: string, engagementId: string): RawBuilder<unknown> {
  return sql`select id from conversation where agency_id = ${agencyId} and engagement_id = ${engagementId}`
}

/** Statements in the words of people, not of the agency, as long as those words are there. */
function writtenByPeople(agencyId: string, engagementId: string): RawBuilder<boolean> {
  return sql<boolean>`target.agency_id = ${agencyId} and target.origin <> 'agency' and target.words -> 'texts' <> '{}'
    and target.conversation_id in (${conversationsOf(agencyId, engagementId)})`
}

/** How many records of a kind an engagement still has. */
export async function countRecords(
  db: Db,
  kind: EngagementKind,
  agencyId: string,
  engagementId: string,
): Promise<number> {
  const counts: Record<EngagementKind, RawBuilder<{ count: number }>> = {
    'contact-addresses': sql`
      select (select count(*) from comment where agency_id = ${agencyId} and engagement_id = ${engagementId} and contact_address is not null)
        + (select count(*) from follow where agency_id = ${agencyId} and engagement_id = ${engagementId})
        + (select count(*) from voter where agency_id = ${agencyId} and contact_address is not null
          and conversation_id in (${conversationsOf(agencyId, engagementId)})) as count`,
    'about-you': sql`
      select (select count(*) from about_you
          join comment on comment.agency_id = about_you.agency_id and comment.id = about_you.comment_id
          where comment.agency_id = ${agencyId} and comment.engagement_id = ${engagementId})
        + (select count(*) from voter_about
          join voter on voter.agency_id = voter_about.agency_id and voter.id = voter_about.voter_id
          where voter.agency_id = ${agencyId} and voter.conversation_id in (${conversationsOf(agencyId, engagementId)})) as count`,
    comments: sql`
      select (select count(*) from comment where agency_id = ${agencyId} and engagement_id = ${engagementId} and state <> 'erased')
        + (select count(*) from voter where agency_id = ${agencyId}
          and conversation_id in (${conversationsOf(agencyId, engagementId)}))
        + (select count(*) from statement target where ${writtenByPeople(agencyId, engagementId)}) as count`,
  }
  const { rows } = await counts[kind].execute(db)
  return rows[0]?.count ?? 0
}

/** When the oldest running record was made; undefined when there is none. Records under a hold are left out. */
export async function oldestRecord(db: Db, kind: RunningKind, agencyId: string): Promise<Date | undefined> {
  const query: Record<RunningKind, RawBuilder<{ oldest: Date | null }>> = {
    messages: sql`
      select min(created_at) as oldest from message target
      where agency_id = ${agencyId} and state <> 'waiting' and ${messageNotHeld}`,
    drafts: sql`
      select min(saved_at) as oldest from comment_draft target
      where agency_id = ${agencyId} and ${notHeld(sql.ref('target.engagement_id'))}`,
  }
  const { rows } = await query[kind].execute(db)
  return rows[0]?.oldest ?? undefined
}

// A message is about a comment, a voter, an entry of the timeline, a decision or the engagement itself; the ids differ from each other.
const messageNotHeld: RawBuilder<boolean> = sql<boolean>`not exists (
  select from hold where hold.agency_id = target.agency_id and hold.lifted_at is null and (
    hold.engagement_id is null or hold.engagement_id = target.about_id
    or exists (select from comment where comment.agency_id = target.agency_id and comment.id = target.about_id
      and comment.engagement_id = hold.engagement_id)
    or exists (select from timeline_entry entry where entry.agency_id = target.agency_id and entry.id = target.about_id
      and entry.engagement_id = hold.engagement_id)
    or exists (select from decision where decision.agency_id = target.agency_id and decision.id = target.about_id
      and decision.engagement_id = hold.engagement_id)
    or exists (select from voter
      join conversation on conversation.agency_id = voter.agency_id and conversation.id = voter.conversation_id
      where voter.agency_id = target.agency_id and voter.id = target.about_id
        and conversation.engagement_id = hold.engagement_id)
  )
)`

/** Deletes running records made before this moment; gives how many. */
export async function removeRunning(
  db: Db,
  kind: RunningKind,
  agencyId: string,
  before: Date,
): Promise<number> {
  const deletions: Record<RunningKind, RawBuilder<unknown>> = {
    messages: sql`
      delete from message target
      where agency_id = ${agencyId} and state <> 'waiting' and created_at < ${before} and ${messageNotHeld}`,
    drafts: sql`
      delete from comment_draft target
      where agency_id = ${agencyId} and saved_at < ${before} and ${notHeld(sql.ref('target.engagement_id'))}`,
  }
  const { numAffectedRows } = await deletions[kind].execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** Forgets how the authors, voters and followers of an engagement can be reached; gives how many addresses. */
export async function removeContacts(db: Db, agencyId: string, engagementId: string): Promise<number> {
  const comments = await sql`
    update comment target set contact_channel = null, contact_address = null
    where agency_id = ${agencyId} and engagement_id = ${engagementId} and contact_address is not null
      and ${notHeld(sql.ref('target.engagement_id'))}
  `.execute(db)
  const voters = await sql`
    update voter target set contact_channel = null, contact_address = null
    from conversation
    where target.agency_id = ${agencyId} and target.contact_address is not null
      and conversation.agency_id = target.agency_id and conversation.id = target.conversation_id
      and conversation.engagement_id = ${engagementId} and ${notHeld(sql.ref('conversation.engagement_id'))}
  `.execute(db)
  const followers = await sql`
    delete from follow target
    where agency_id = ${agencyId} and engagement_id = ${engagementId} and ${notHeld(sql.ref('target.engagement_id'))}
  `.execute(db)
  // The messages to them stay until their own time is over, without the address that they went to.
  await sql`
    update message target set to_address = ''
    where agency_id = ${agencyId} and state <> 'waiting' and to_address <> '' and ${messageNotHeld}
      and (about_id = ${engagementId}
        or about_id in (select id from comment where agency_id = ${agencyId} and engagement_id = ${engagementId})
        or about_id in (select id from timeline_entry where agency_id = ${agencyId} and engagement_id = ${engagementId})
        or about_id in (select id from decision where agency_id = ${agencyId} and engagement_id = ${engagementId})
        or about_id in (select id from voter where agency_id = ${agencyId}
          and conversation_id in (${conversationsOf(agencyId, engagementId)})))
      and about_kind in ('comment', 'engagement', 'timeline-entry', 'decision', 'voter')
  `.execute(db)
  return Number(
    (comments.numAffectedRows ?? 0n) + (voters.numAffectedRows ?? 0n) + (followers.numAffectedRows ?? 0n),
  )
}

/** Forgets what the authors and voters of an engagement told about themselves; gives how many answers. */
export async function removeAboutYou(db: Db, agencyId: string, engagementId: string): Promise<number> {
  const authors = await sql`
    delete from about_you target using comment
    where target.agency_id = ${agencyId} and comment.agency_id = target.agency_id and comment.id = target.comment_id
      and comment.engagement_id = ${engagementId} and ${notHeld(sql.ref('comment.engagement_id'))}
  `.execute(db)
  const voters = await sql`
    delete from voter_about target using voter, conversation
    where target.agency_id = ${agencyId} and voter.agency_id = target.agency_id and voter.id = target.voter_id
      and conversation.agency_id = voter.agency_id and conversation.id = voter.conversation_id
      and conversation.engagement_id = ${engagementId} and ${notHeld(sql.ref('conversation.engagement_id'))}
  `.execute(db)
  return Number((authors.numAffectedRows ?? 0n) + (voters.numAffectedRows ?? 0n))
}

/** Takes the content out of the next comments of an engagement; gives how many. Their rows stay, so that counts hold. */
export async function eraseNextComments(
  db: Db,
  agencyId: string,
  engagementId: string,
  limit: number,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from comment target
    where agency_id = ${agencyId} and engagement_id = ${engagementId} and state <> 'erased'
      and ${notHeld(sql.ref('target.engagement_id'))}
    order by id limit ${limit} for update
  `.execute(db)
  for (const { id } of rows) {
    await emptyComment(db, { agencyId, id }, now)
    await addCommentEvent(db, { agencyId, engagementId, commentId: id, act: 'erased' }, now)
  }
  return rows.length
}

/**
 * Takes the next voters of an engagement out with their votes, and after the last of them the words of every statement that
 * was not the agency's own; gives how many. What was published stays: closing reports, and the figures in themes.
 */
export async function eraseNextVoters(
  db: Db,
  agencyId: string,
  engagementId: string,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ id: string; conversationId: string }>`
    select target.id, target.conversation_id from voter target
    join conversation on conversation.agency_id = target.agency_id and conversation.id = target.conversation_id
    where target.agency_id = ${agencyId} and conversation.engagement_id = ${engagementId}
      and ${notHeld(sql.ref('conversation.engagement_id'))}
    order by target.id limit ${limit} for update of target
  `.execute(db)
  for (const { id } of rows) await eraseVoter(db, { agencyId, id }, { statementsToo: true })
  const ids = rows.map((row) => row.id)
  await sql`
    update conversation_result set people = people - ${ids}::text[]
    where agency_id = ${agencyId} and conversation_id = any(${rows.map((row) => row.conversationId)}::uuid[])
  `.execute(db)
  if (rows.length === limit) return rows.length
  const { numAffectedRows } = await sql`
    update statement target set words = jsonb_build_object('source', words -> 'source', 'texts', '{}'::jsonb), reason = '',
      state = 'withdrawn', fingerprint = '', version = target.version + 1
    from conversation
    where ${writtenByPeople(agencyId, engagementId)}
      and conversation.agency_id = target.agency_id and conversation.id = target.conversation_id
      and ${notHeld(sql.ref('conversation.engagement_id'))}
  `.execute(db)
  return rows.length + Number(numAffectedRows ?? 0n)
}
