import type { Context } from 'hono'
import { z } from 'zod'
import { answerPage } from '../../platform/http/answer.tsx'
import type { Allowance } from '../../platform/http/rate-limit.ts'
import { parseAddress } from '../../platform/mail/address.ts'
import { TooManyPage } from './sign-in.page.tsx'

/** A mail address as someone types it, in its plain form. */
export const AddressText = z.string('people.faults.address').transform((typed, context) => {
  const parsed = parseAddress(typed)
  if (parsed.ok) return parsed.address
  context.addIssue({ code: 'custom', message: 'people.faults.address' })
  return z.NEVER
})

/** The name of a person. */
export const NameText = z
  .string('people.faults.name')
  .trim()
  .min(1, 'people.faults.name')
  .max(120, 'people.faults.nameLong')

/** Takes one point of an allowance; the answer when none is left. */
export async function limited(
  c: Context,
  kind: string,
  key: string,
  allowance: Allowance,
  backHref: string,
): Promise<Response | undefined> {
  const taken = await c.get('services').limits.take(kind, key, allowance)
  if (taken.outcome === 'ok') return undefined
  c.header('retry-after', String(taken.seconds))
  const minutes = Math.ceil(taken.seconds / 60)
  return answerPage(c, <TooManyPage view={c.get('view')} minutes={minutes} backHref={backHref} />, 429)
}
