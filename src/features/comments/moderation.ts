import type { Comment, CommentState } from './comment.ts'

/** What staff may do with the state of a comment, and from where to where it leads. */
export const stateActs = {
  approve: { from: ['waiting'], to: 'published', event: 'approved' },
  hold: { from: ['waiting', 'published'], to: 'held', event: 'held' },
  release: { from: ['held', 'spam'], to: 'published', event: 'released' },
  spam: { from: ['waiting', 'published', 'held'], to: 'spam', event: 'spam' },
} as const satisfies Record<string, { from: readonly CommentState[]; to: CommentState; event: string }>

export type StateAct = keyof typeof stateActs

export function isStateAct(text: string): text is StateAct {
  return Object.hasOwn(stateActs, text)
}

/** The acts that fit the state a comment is in. */
export function possibleActs(comment: Pick<Comment, 'state'>): StateAct[] {
  const acts = Object.keys(stateActs) as StateAct[] // as: keys of a constant
  return acts.filter((act) => (stateActs[act].from as readonly CommentState[]).includes(comment.state))
}

/** Whether an act needs words for the author and the public log. Letting somebody be heard needs none. */
export function needsReason(act: StateAct): boolean {
  return act === 'hold'
}

/** The acts that stand in the public moderation log. What authors did themselves is theirs. */
export const loggedActs = [
  'approved',
  'held',
  'released',
  'spam',
  'redacted',
  'moved',
  'duplicate',
  'not-duplicate',
  'answered',
] as const

export const longestReason = 1000
