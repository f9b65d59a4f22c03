import type { Context } from 'hono'
import type { Db } from '../../platform/db/database.ts'
import { clearVisitCookie, readHostCookie, setVisitCookie } from '../../platform/http/cookie.ts'
import type {} from '../agencies/context.ts'
import { may } from '../agencies/permission.ts'
import type {} from '../engagements/context.ts'
import type {} from '../people/context.ts'
import { findConversation } from './conversation.store.ts'
import type { Conversation } from './conversation.ts'
import { type KeptRouting, type Offers, openOffers, readRouting } from './next-statement.ts'
import { findRouting } from './routing.store.ts'
import { listStatements } from './statement.store.ts'
import type { Statement } from './statement.ts'
import { findVisit, type StandingVote } from './voter.store.ts'
import { hashVoterCode, readVoterCode, type Voter, type VoteValue } from './voter.ts'

/** What visitors see of a conversation may be a second old; whoever is signed in sees it as it is. */
function recently<Value>(c: Context, key: string, load: () => Promise<Value>): Promise<Value> {
  return c.get('person') ? load() : c.get('services').recent.get(key, load)
}

/** The conversation that the address names; drafts only for staff. */
export async function conversationOf(c: Context): Promise<Conversation | undefined> {
  const { agencyId, id: engagementId } = c.get('engagement')
  const id = c.req.param('conversation') ?? ''
  const found = await recently(c, `conversation ${agencyId} ${id}`, () =>
    findConversation(c.get('db'), agencyId, engagementId, id),
  )
  // What is shared by its id alone must still be this engagement's.
  if (found?.engagementId !== engagementId) return undefined
  return found.status === 'draft' && !may(c.get('seat'), 'see the work') ? undefined : found
}

/** The statements that voters may see, by number. */
export function shownStatements(c: Context, conversation: Conversation): Promise<Statement[]> {
  return recently(c, `statements ${conversation.id}`, () =>
    listStatements(c.get('db'), conversation.agencyId, conversation.id, ['shown']),
  )
}

/** What chooses the next statement; the same object as long as nothing new was counted, for those who prepare things for it. */
export function routingOf(c: Context, conversation: Conversation): Promise<KeptRouting> {
  return recently(c, `routing ${conversation.id}`, async () =>
    readRouting(await findRouting(c.get('db'), conversation.agencyId, conversation.id)),
  )
}

// What was last put to whom, per database: one memory for all requests of a process.
const offers = new WeakMap<Db, Offers>()

export function offersOf(c: Context): Offers {
  const db = c.get('services').db
  const found = offers.get(db) ?? openOffers()
  offers.set(db, found)
  return found
}

/** Half a year: longer than a conversation stays open. */
const codeKeptSeconds = 180 * 24 * 60 * 60

function cookieName(conversation: Conversation): string {
  return `vote-${conversation.id.replaceAll('-', '')}`
}

/** The code that this browser holds for a conversation. */
export function heldCode(c: Context, conversation: Conversation): string | undefined {
  return readVoterCode(readHostCookie(c, cookieName(conversation)) ?? '')
}

/** Has the browser keep the code; in a frame of another site only for that site (partitioned). */
export function keepCode(c: Context, conversation: Conversation, code: string): void {
  setVisitCookie(c, cookieName(conversation), code, codeKeptSeconds, { framed: isEmbedded(c) })
}

export function forgetCode(c: Context, conversation: Conversation): void {
  clearVisitCookie(c, cookieName(conversation))
}

/** Whether the page stands in the frame of another site. */
export function isEmbedded(c: Context): boolean {
  return c.req.query('in') === 'embed' || c.req.path.endsWith('/embed')
}

/** Someone who looks at a conversation, and what they have said in it so far. */
export type Visit = {
  voter: Voter | undefined
  /** Newest first. */
  votes: readonly StandingVote[]
  answered: ReadonlyMap<string, VoteValue>
}

export const stranger: Visit = { voter: undefined, votes: [], answered: new Map() }

/** What the holder of a code has said so far. */
export async function visitOf(
  c: Context,
  conversation: Conversation,
  code: string | undefined,
): Promise<Visit> {
  if (code === undefined) return stranger
  const { agencyId, id } = conversation
  const found = await findVisit(c.get('db'), agencyId, id, hashVoterCode(code))
  if (!found) return stranger
  const { voter, votes } = found
  return { voter, votes, answered: new Map(votes.map(({ statementId, value }) => [statementId, value])) }
}
