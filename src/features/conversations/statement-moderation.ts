import type { Conversation } from './conversation.ts'
import type { Statement, StatementOrigin, StatementState } from './statement.ts'

/** What staff may do with a statement that waits or stands. */
export const statementActs = ['approve', 'reject', 'undo', 'meta', 'not-meta'] as const
export type StatementAct = (typeof statementActs)[number]

export function isStatementAct(text: string): text is StatementAct {
  return statementActs.some((act) => act === text)
}

/** How a new statement begins: the agency's own words are shown, a voter's as the conversation's moderation says. */
export function firstState(
  origin: StatementOrigin,
  moderation: Conversation['moderation'],
): Extract<StatementState, 'waiting' | 'shown'> {
  if (origin === 'agency') return 'shown'
  return origin === 'voter' && moderation === 'after' ? 'shown' : 'waiting'
}

/** The acts that fit a statement as it stands. What its author took back is theirs. */
export function possibleActs(statement: Pick<Statement, 'state' | 'isMeta' | 'moderatedAt'>): StatementAct[] {
  const { state, isMeta, moderatedAt } = statement
  if (state === 'withdrawn') return []
  const acts: StatementAct[] = []
  if (state === 'waiting' || state === 'rejected') acts.push('approve')
  if (state === 'waiting' || state === 'shown') acts.push('reject')
  if (moderatedAt !== null) acts.push('undo')
  acts.push(isMeta ? 'not-meta' : 'meta')
  return acts
}

/** Whether an act needs words for the author and the public log. */
export function needsReason(act: StatementAct): boolean {
  return act === 'reject'
}

export const longestReason = 500

/** What an act makes of a statement; undefined when it does not fit. */
export function afterAct(
  statement: Pick<Statement, 'state' | 'isMeta' | 'moderatedAt' | 'origin'>,
  act: StatementAct,
  {
    moderation,
    reason,
    by,
    now,
  }: Pick<Conversation, 'moderation'> & { reason: string; by: string; now: Date },
): Partial<Pick<Statement, 'state' | 'reason' | 'isMeta' | 'moderatedBy' | 'moderatedAt'>> | undefined {
  if (!possibleActs(statement).includes(act)) return undefined
  switch (act) {
    case 'approve':
      return { state: 'shown', reason: '', moderatedBy: by, moderatedAt: now }
    case 'reject':
      return { state: 'rejected', reason, moderatedBy: by, moderatedAt: now }
    case 'undo':
      return {
        state: firstState(statement.origin, moderation),
        reason: '',
        moderatedBy: null,
        moderatedAt: null,
      }
    case 'meta':
      return { isMeta: true }
    case 'not-meta':
      return { isMeta: false }
  }
}
