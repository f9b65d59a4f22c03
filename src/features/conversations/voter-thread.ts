import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Voter } from './voter.ts'

/**
 * What came of the statements that someone voted on or wrote, as a part of the page with their votes. The decisions feature
 * knows it and hands it in; null while nothing came of them.
 */
export type ShowVoterThread = (c: Context, voter: Voter) => Promise<Child>

/** Where decisions are not known. */
export const noVoterThread: ShowVoterThread = async () => null
