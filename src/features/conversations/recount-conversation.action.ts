import type { PreviousCount } from '../../analysis/opinion/opinion.thread.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import {
  carryForward,
  type ConversationResult,
  noVotes,
  type OpinionSummary,
  splitDocument,
} from './conversation-result.ts'
import {
  findConversationResult,
  lockCount,
  numberVoters,
  readStamp,
  readVotesToCount,
  saveConversationResult,
} from './conversation-result.store.ts'
import type { CountVotes } from './count-votes.action.ts'
import { showCount } from './show-count.action.ts'

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    'refine-conversation': { agencyId: string; conversationId: string }
  }
}

type Ids = { agencyId: string; conversationId: string }
type Counting = { db: Db; now: () => Date; count: CountVotes }

/** The tests of a full count begin so long after a quick one, and are repeated at most so often while people go on voting. */
const refineAfter = 1_000
const refineEvery = 10_000

function previousOf(people: ConversationResult['people'], summary: OpinionSummary): PreviousCount {
  const groups: [string, string][] = []
  for (const [id, { group, membership }] of Object.entries(people)) {
    const most = group ?? Object.entries(membership).sort((a, b) => b[1] - a[1])[0]?.[0]
    if (most !== undefined) groups.push([id, most])
  }
  return { groups, k: summary.k, clearGroups: summary.clear_groups }
}

/**
 * Counts the votes as they stand, quickly: the map, the groups as many as last time, all figures. The null test and the
 * stability of the groups follow in `refineConversation`, for which it asks. Nothing happens when nothing is new.
 */
export async function recountConversation({ db, now, count }: Counting, ids: Ids): Promise<void> {
  await inTransaction(db, async (db) => {
    await lockCount(db, ids.conversationId, 'quick')
    const last = await findConversationResult(db, ids.agencyId, ids.conversationId)
    const counted = await countQuickly({ db, now, count }, ids, last)
    if (!counted) return
    await numberVoters(db, ids)
    await saveConversationResult(db, counted)
    await showCount(db, ids)
    // A full count that was asked for and has not ended yet sees by itself that votes have come.
    if (counted.provisional && !last?.provisional)
      await enqueue(db, 'refine-conversation', ids, {
        startAfter: new Date(now().getTime() + refineAfter),
      })
  })
}

async function countQuickly(
  { db, now, count }: Counting,
  ids: Ids,
  last: Pick<ConversationResult, 'summary' | 'people' | 'routing'> | undefined,
): Promise<ConversationResult | undefined> {
  const [countedAt, started] = [now(), performance.now()]
  const { stamp, ...ballots } = await readVotesToCount(db, ids)
  if (last?.summary.count?.stamp === stamp) return undefined
  const base = { ...ids, countedAt, provisional: false }
  const refinedAt = last?.summary.count?.refinedAt ?? null
  const took = () => Math.round(performance.now() - started)
  if (ballots.voters.length === 0)
    return { ...base, ...noVotes({ stamp, refinedAt }), routing: {}, votes: 0, tookMs: took() }
  const previous = last && last.summary.votes > 0 ? previousOf(last.people, last.summary) : null
  const { document, routing, evenAgreement } = await count({
    ...ballots,
    kind: 'quick',
    previous,
    wantsRouting: last === undefined,
  })
  const { summary, people } = splitDocument(document)
  return {
    ...base,
    summary: { ...carryForward(summary, last?.summary), count: { stamp, refinedAt, evenAgreement } },
    people,
    // What to ask next changes slowly: the model of the last full count will do until the next one.
    routing: routing ?? last?.routing ?? {},
    provisional: true,
    votes: document.votes,
    tookMs: took(),
  }
}

/**
 * The full count: whether the groups stand out from chance, how many they are, how firm each is. Takes up to some seconds;
 * when votes have come meanwhile, they are counted on top of what was found, and the next full count is asked for.
 * With `wait` it waits for another full count of the same conversation instead of leaving the work to that one.
 */
export async function refineConversation(
  { db, now, count }: Counting,
  ids: Ids,
  { wait = false }: { wait?: boolean } = {},
): Promise<'refined' | 'as-it-was' | 'elsewhere'> {
  return inTransaction(db, async (db) => {
    if (!(await lockCount(db, ids.conversationId, wait ? 'full-in-turn' : 'full'))) return 'elsewhere'
    const last = await findConversationResult(db, ids.agencyId, ids.conversationId)
    const [countedAt, started] = [now(), performance.now()]
    const { stamp, ...ballots } = await readVotesToCount(db, ids)
    if (last && !last.provisional && last.summary.count?.stamp === stamp) return 'as-it-was'
    const notes = { stamp, refinedAt: countedAt.toISOString() }
    const base = { ...ids, countedAt, provisional: false }
    let full: ConversationResult
    if (ballots.voters.length === 0) {
      full = { ...base, ...noVotes(notes), routing: {}, votes: 0, tookMs: 0 }
    } else {
      const previous = last && last.summary.votes > 0 ? previousOf(last.people, last.summary) : null
      const { document, routing, evenAgreement } = await count({
        ...ballots,
        kind: 'full',
        previous,
        wantsRouting: true,
      })
      const { summary, people } = splitDocument(document)
      const tookMs = Math.round(performance.now() - started)
      const votes = document.votes
      full = {
        ...base,
        summary: { ...summary, count: { ...notes, evenAgreement } },
        people,
        routing: routing ?? {},
        votes,
        tookMs,
      }
    }
    await lockCount(db, ids.conversationId, 'quick')
    if ((await readStamp(db, ids)) === stamp) {
      await numberVoters(db, ids)
      // Read before a quick count that has ended by now, yet of the same votes and better.
      const newest = await findConversationResult(db, ids.agencyId, ids.conversationId)
      const at = newest && newest.countedAt > countedAt ? newest.countedAt : countedAt
      await saveConversationResult(db, { ...full, countedAt: at })
      await showCount(db, ids)
      return 'refined'
    }
    const onTop = await countQuickly({ db, now, count }, ids, full)
    await numberVoters(db, ids)
    await saveConversationResult(db, onTop ?? full)
    await showCount(db, ids)
    if (onTop)
      await enqueue(db, 'refine-conversation', ids, { startAfter: new Date(now().getTime() + refineEvery) })
    return 'refined'
  })
}
