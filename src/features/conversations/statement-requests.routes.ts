import type { Context } from 'hono'
import { type Typed, typedText } from '../../platform/http/form.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import type { Fault } from '../../ui/components.ts'
import { sayOneOf } from '../comments/say-one-of.ts'
import { oneLine } from '../engagements/form-fields.ts'
import { signedIn } from '../people/signed-in.ts'
import { findConversation } from './conversation.store.ts'
import type { Conversation } from './conversation.ts'
import type { StatementFault } from './statement-form.ts'
import { isStatementAct, longestReason, needsReason, type StatementAct } from './statement-moderation.ts'

/** The conversation that the address names, in its engagement. */
export function conversationHere(c: Context, id: string): Promise<Conversation | undefined> {
  const { agencyId, id: engagementId } = c.get('engagement')
  return findConversation(c.get('db'), agencyId, engagementId, id)
}

/** Who acts, and where. */
export function by(c: Context) {
  return { engagement: c.get('engagement'), actorId: signedIn(c).id }
}

/** What is wrong with typed statements, in the reader's language. */
export function say(t: Translate, faults: readonly StatementFault[]): Fault[] {
  return faults.map(({ field, problem, line = 0, detail = 0 }) => ({
    field,
    message: sayOneOf(t, `conversation-work.statementFaults.${problem}`, { line, detail }),
  }))
}

/** What was just done, from the address. */
export function doneNotice(c: Context): { kind: 'success' | 'warning'; text: string } | undefined {
  const t = c.get('t')
  const number = (name: string) => Number(/^\d{1,6}$/.exec(c.req.query(name) ?? '')?.[0] ?? 0)
  const [written, done, skipped] = [number('written'), number('done'), number('skipped')]
  if (written > 0)
    return { kind: 'success', text: t('conversation-work.statements.written', { count: written }) }
  const parts = [
    ...(done > 0 ? [t('conversation-work.moderate.done', { count: done })] : []),
    ...(skipped > 0 ? [t('conversation-work.moderate.skipped', { count: skipped })] : []),
  ]
  return parts.length === 0 ? undefined : { kind: skipped > 0 ? 'warning' : 'success', text: parts.join(' ') }
}

/** The act and the reason of a decision, or what is missing. */
export function readDecision(
  t: Translate,
  typed: Typed,
): { act: StatementAct; reason: string } | { faults: Fault[] } {
  const act = typedText(typed, 'act')
  if (!isStatementAct(act)) return { faults: [{ field: '', message: t('conversation-work.faults.noAct') }] }
  // Enter in the field of the reason presses the first button, which shows the statement.
  if (act === 'approve' && typedText(typed, 'reason').trim() !== '')
    return { faults: [{ field: 'reason', message: t('conversation-work.faults.reasonNotNeeded') }] }
  const reason = needsReason(act) ? oneLine(typedText(typed, 'reason')) : ''
  if (needsReason(act) && reason === '')
    return { faults: [{ field: 'reason', message: t('conversation-work.faults.reasonMissing') }] }
  if (reason.length > longestReason)
    return { faults: [{ field: 'reason', message: t('conversation-work.faults.reasonLong') }] }
  return { act, reason }
}
