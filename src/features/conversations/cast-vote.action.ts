import { setTimeout as sleep } from 'node:timers/promises'
import { databaseIsAway, type Db, inTransaction } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type {} from './recount-conversation.job.ts'
import type { Conversation } from './conversation.ts'
import { openPace, type Pace } from './pace.ts'
import { type Intake, openIntake } from './vote-intake.ts'
import { type GivenVote, keepVotes, type KeptVote } from './vote.store.ts'

/** A recount is asked for at most this often per conversation and process. */
export const recountEvery = 400

/** Far more than anyone reads and answers in a minute. */
const votesPerMinute = 240

export type CastVote = KeptVote | { outcome: 'too-many' }

type Counter = {
  intakes: Map<string, Intake<GivenVote, KeptVote>>
  pace: Pace
}

// One per database, so that votes of all requests of a process come together here, and tests never meet.
const counters = new WeakMap<Db, Counter>()
/** Conversations that this process remembers at a time; the quiet ones are forgotten. */
const mostIntakes = 500

function counterOf(db: Db): Counter {
  let counter = counters.get(db)
  if (!counter) {
    counter = { intakes: new Map(), pace: openPace({ points: votesPerMinute, milliseconds: 60_000 }) }
    counters.set(db, counter)
  }
  return counter
}

/**
 * Casts a vote, changes it, or takes it back (`value` null). With `joins` an unknown code is somebody new, whose first vote
 * and whose place in the conversation are one act. Answers when the vote is safely kept. The same vote sent twice counts once.
 */
export async function castVote(
  { db, now }: { db: Db; now: () => Date },
  conversation: Pick<Conversation, 'agencyId' | 'id'>,
  vote: GivenVote,
): Promise<CastVote> {
  const counter = counterOf(db)
  if (!counter.pace.take(vote.codeHash, vote.castAt.getTime())) return { outcome: 'too-many' }
  let intake = counter.intakes.get(conversation.id)
  if (!intake) {
    if (counter.intakes.size >= mostIntakes) counter.intakes.clear()
    intake = intakeOf(db, conversation, now)
    counter.intakes.set(conversation.id, intake)
  }
  return intake.add(vote)
}

function intakeOf(
  db: Db,
  { agencyId, id: conversationId }: Pick<Conversation, 'agencyId' | 'id'>,
  now: () => Date,
): Intake<GivenVote, KeptVote> {
  const place = { agencyId, conversationId }
  // When the recount that was last asked for may begin. Votes kept before that are in it.
  let recountAt = 0
  const keep = async (given: readonly GivenVote[]) => {
    const begun = now()
    const due = recountAt <= begun.getTime()
    const recountAfter = due ? new Date(begun.getTime() + recountEvery) : undefined
    const keepAll = (db: Db) => keepVotes(db, place, given, { now: begun, recountAfter })
    // One statement is a transaction by itself; taking votes back needs more than one.
    const takesBack = given.some((vote) => vote.value === null)
    const kept = await (takesBack ? inTransaction(db, keepAll) : keepAll(db))
    if (!kept.some((vote) => vote.outcome === 'counted' && vote.changed)) return kept
    if (recountAfter) recountAt = recountAfter.getTime()
    else if (now().getTime() >= recountAt) {
      // The recount that these votes relied on may have begun before they were there.
      const again = new Date(now().getTime() + recountEvery)
      await enqueue(db, 'recount-conversation', place, { startAfter: again })
      recountAt = again.getTime()
    }
    return kept
  }
  return openIntake({ keep, owner: (vote) => vote.codeHash, hopeless: databaseIsAway, pause: () => sleep(2) })
}
