import type { Fault } from '../../platform/http/typed.ts'
import type { MessageKey, Translate } from '../../platform/i18n/translate.ts'

/** Faults in the reader's language; their messages are keys of messages that need no argument. */
export function sayFaults(t: Translate, faults: readonly Fault[]): Fault[] {
  const say = t as (key: MessageKey) => string // as: fault messages take no arguments
  return faults.map((fault) => ({ field: fault.field, message: say(fault.message as MessageKey) })) // as: schemas hold keys
}
