import type { Context } from 'hono'
import type { Fault } from '../../ui/fault.ts'
import type { MessageKey } from '../../platform/i18n/translate.ts'

/** Faults of a form in the reader's language; our schemas' messages are keys without arguments. */
export function said(c: Context, faults: readonly Fault[]): Fault[] {
  const t = c.get('t')
  return faults.map(({ field, message }) => ({
    field,
    message: t(message as MessageKey & 'agencies.faults.name'),
  })) // as: see above
}
