import type { Context } from 'hono'
import type { Fault } from '../../ui/components.ts'
import type { FieldProblem } from './form-fields.ts'

/** Problems of a form in the reader's language. */
export function said(c: Context, problems: readonly FieldProblem[]): Fault[] {
  const t = c.get('t')
  return problems.map(({ field, problem }) => ({ field, message: t(`engagements.faults.${problem}`) }))
}
