import { type RawBuilder, sql } from 'kysely'
import { auditLineWhen } from '../../platform/audit/audit-line.store.ts'
import { contentHash } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { jobWhere } from '../../platform/jobs/enqueue.ts'
import type {} from './recount-conversation.job.ts'
import type { Voter, VoteValue } from './voter.ts'

/** The log: every vote as it was cast; null when it was taken back. */
type VoteTable = {
  agencyId: string
  id: string
  conversationId: string
  statementId: string
  voterId: string
  value: VoteValue | null
  propensity: number | null
  castAt: Date
}

/** The vote that stands. */
type LatestVoteTable = {
  agencyId: string
  conversationId: string
  voterId: string
  statementId: string
  value: VoteValue
  propensity: number | null
  castAt: Date
}

type VoterAboutTable = {
  agencyId: string
  id: string
  voterId: string
  aboutQuestionId: string
  value: string
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    voter: Voter
    vote: VoteTable
    latestVote: LatestVoteTable
    voterAbout: VoterAboutTable
  }
}

/** A vote on its way in. */
export type GivenVote = {
  statementId: string
  codeHash: string
  /** Null takes back the vote that stands. */
  value: VoteValue | null
  /** The chance with which the statement was put to this voter; null when they chose it themselves. */
  propensity: number | null
  /** Whether an unknown code is somebody new. */
  joins: boolean
  source: Voter['source']
  language: string
  castAt: Date
  /** Whether the answer must tell what the voter has said so far, to put the next statement. */
  wantsAnswered: boolean
}

/** What became of one given vote. `answered` is what the voter had said before it, by statement. */
export type KeptVote =
  | {
      outcome: 'counted'
      voterId: string
      joined: boolean
      changed: boolean
      answered: Map<string, VoteValue>
    }
  | { outcome: 'closed' | 'no-such-statement' | 'not-shown' | 'unknown-voter' }

type KeptRow = {
  place: number
  takes: boolean | null
  shown: boolean | null
  knownId: string | null
  joinedId: string | null
  changed: boolean
  answered: string | null
}

/**
 * Keeps votes of one conversation that came together, in one statement: new voters, the log, the votes that stand, their
 * line in the audit chain and, with `recountAfter`, the wish for a recount are all there or none is. What is wrong with one
 * vote is its own outcome and leaves the others alone. At most one vote per code in one call; in a transaction when one is
 * taken back, because that needs a second statement.
 * The conversation's row is locked against closing, so that no vote counted here is missing from the closing report.
 */
export async function keepVotes(
  db: Db,
  { agencyId, conversationId }: { agencyId: string; conversationId: string },
  given: readonly GivenVote[],
  { now, recountAfter }: { now: Date; recountAfter?: Date },
): Promise<KeptVote[]> {
  const ids = given.map((vote) => newId(vote.castAt.getTime()))
  const act = {
    agencyId,
    act: 'votes cast',
    subjectKind: 'conversation',
    subjectId: conversationId,
    contentHash: contentHash(given.map(({ statementId, value }, i) => [ids[i], statementId, value])),
  }
  const recount = recountAfter
    ? sql`, ${jobWhere('recount-conversation', { agencyId, conversationId }, sql`exists (select from happened)`, { startAfter: recountAfter })}`
    : sql``
  const column = <Value>(of: (vote: GivenVote) => Value) => given.map(of)
  const { rows } = await sql<KeptRow>`
    with given as (
      -- Sub-selects, so that the plan is made for batches of any size and kept: planning would take longer than the work.
      select * from unnest((select ${column((vote) => vote.statementId)}::uuid[]), (select ${column((vote) => vote.codeHash)}::text[]),
        (select ${column((vote) => vote.value)}::smallint[]), (select ${column((vote) => vote.propensity)}::real[]),
        (select ${column((vote) => vote.joins)}::boolean[]), (select ${column((vote) => vote.source)}::text[]),
        (select ${column((vote) => vote.language)}::text[]), (select ${column((vote) => vote.castAt.toISOString())}::timestamptz[]),
        (select ${column((vote) => vote.wantsAnswered)}::boolean[]), (select ${ids}::uuid[]), (select ${column((vote) => (vote.joins ? newId() : null))}::uuid[]))
        with ordinality
        as given (statement_id, code_hash, value, propensity, joins, source, language, cast_at, wants, vote_id, new_id, place)
    ), asked as (
      select status, opens_at, closes_at from conversation
      where agency_id = ${agencyId} and id = ${conversationId} for share
    ), checked as (
      select given.*, found.state = 'shown' as shown, known.id as known_id, standing.value as stands,
        asked.status = 'open' and (asked.opens_at is null or given.cast_at >= asked.opens_at)
          and (asked.closes_at is null or given.cast_at < asked.closes_at) as takes
      from given
      left join asked on true
      -- Each looked up by its whole key, whatever the planner believes about tables that grow this fast.
      left join lateral (
        select state from statement
        where agency_id = ${agencyId} and id = given.statement_id and conversation_id = ${conversationId} limit 1
      ) found on true
      left join lateral (
        select id from voter
        where agency_id = ${agencyId} and conversation_id = ${conversationId} and code_hash = given.code_hash limit 1
      ) known on true
      left join lateral (
        select value from latest_vote
        where agency_id = ${agencyId} and conversation_id = ${conversationId} and voter_id = known.id
          and statement_id = given.statement_id limit 1
      ) standing on true
    ), joined as (
      insert into voter as voter (agency_id, id, conversation_id, code_hash, source, language, joined_at)
      select ${agencyId}, new_id, ${conversationId}, code_hash, source, language, cast_at
      from checked where takes and shown and joins and value is not null and known_id is null
      -- The same first vote sent twice at once is one voter: the second gets the first one's row.
      on conflict (agency_id, conversation_id, code_hash) do update set language = voter.language
      returning id, code_hash
    ), counted as (
      select checked.*, coalesce(checked.known_id, joined.id) as who
      from checked left join joined on joined.code_hash = checked.code_hash
      where takes and (shown or (shown is not null and value is null)) and coalesce(checked.known_id, joined.id) is not null
        and value is distinct from stands
    ), logged as (
      insert into vote (agency_id, id, conversation_id, statement_id, voter_id, value, propensity, cast_at)
      select ${agencyId}, vote_id, ${conversationId}, statement_id, who, value, propensity, cast_at from counted
      returning id
    ), stood as (
      insert into latest_vote as latest (agency_id, conversation_id, voter_id, statement_id, value, propensity, cast_at)
      select ${agencyId}, ${conversationId}, who, statement_id, value, propensity, cast_at from counted where value is not null
      on conflict (agency_id, conversation_id, voter_id, statement_id) do update
        set value = excluded.value, cast_at = excluded.cast_at, propensity = coalesce(excluded.propensity, latest.propensity)
        where latest.cast_at <= excluded.cast_at
    ), happened as (
      select from logged limit 1
    ), ${auditLineWhen('happened', act, now)}${recount}
    select checked.place, checked.takes, checked.shown, checked.known_id, joined.id as joined_id,
      logged.id is not null as changed, ${answeredBefore(agencyId, conversationId)} as answered
    from checked left join joined on joined.code_hash = checked.code_hash left join logged on logged.id = checked.vote_id
    order by checked.place
  `.execute(db)
  const kept = rows.map(outcomeOf)
  for (const [i, vote] of kept.entries()) {
    const { value, statementId } = given[i]!
    if (vote.outcome === 'counted' && vote.changed && value === null)
      await forgetStanding(db, { agencyId, conversationId, voterId: vote.voterId, statementId })
  }
  return kept
}

/** Takes away a vote that stood; the log has that it was taken back. */
async function forgetStanding(
  db: Db,
  key: Pick<LatestVoteTable, 'agencyId' | 'conversationId' | 'voterId' | 'statementId'>,
): Promise<void> {
  await db
    .deleteFrom('latestVote')
    .where('agencyId', '=', key.agencyId)
    .where('conversationId', '=', key.conversationId)
    .where('voterId', '=', key.voterId)
    .where('statementId', '=', key.statementId)
    .execute()
}

/** What a voter has said, as one text that is quick to send and to read. */
function answeredBefore(agencyId: string, conversationId: string): RawBuilder<string | null> {
  return sql`case when checked.wants then (
    select string_agg(said.statement_id::text || said.value::text, ',') from latest_vote said
    where said.agency_id = ${agencyId} and said.conversation_id = ${conversationId} and said.voter_id = checked.known_id
  ) end`
}

const uuidLength = 36

function outcomeOf(row: KeptRow): KeptVote {
  if (!row.takes) return { outcome: 'closed' }
  if (row.shown === null) return { outcome: 'no-such-statement' }
  const voterId = row.knownId ?? row.joinedId
  if (voterId === null) return row.shown ? { outcome: 'unknown-voter' } : { outcome: 'not-shown' }
  if (!row.shown && !row.changed) return { outcome: 'not-shown' }
  const answered = new Map<string, VoteValue>()
  for (const one of row.answered?.split(',') ?? [])
    answered.set(one.slice(0, uuidLength), Number(one.slice(uuidLength)) as VoteValue) // as: the table holds no other
  return { outcome: 'counted', voterId, joined: row.joinedId !== null, changed: row.changed, answered }
}
