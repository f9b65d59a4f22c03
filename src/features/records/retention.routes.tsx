import type { Context } from 'hono'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readForm, type Typed } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import type { Fault } from '../../ui/components.ts'
import '../agencies/context.ts'
import { toMay } from '../agencies/permission.ts'
import { said } from '../agencies/said.ts'
import { listEngagements } from '../engagements/engagement.store.ts'
import { listPeople } from '../people/person.store.ts'
import { signedIn } from '../people/signed-in.ts'
import { RetentionPage, retentionNews } from './retention.page.tsx'
import { listHolds, listRules } from './retention.store.ts'
import {
  longestBasis,
  longestHoldReason,
  longestKeepDays,
  type RetentionKind,
  retentionKinds,
} from './retention.ts'
import { endHold, placeHold, setRetention } from './set-retention.action.ts'

const need = toMay('release records')

/** The retention schedule of an agency, and its holds. */
export const retentionRoutes: Route[] = [
  get(paths.workRetention, need, (c) => showRetention(c)),
  post(paths.workRetention, need, saveSchedule),
  get(paths.workHolds, need, (c) => seeOther(c, paths.workRetention.to(at(c)))),
  post(paths.workHolds, need, place),
  post(paths.workHoldLift, need, lift),
]

function at(c: Context) {
  return { language: c.get('language'), agency: c.get('agency').slug }
}

async function showRetention(
  c: Context,
  faulty?: { typed: Typed; faults: readonly Fault[] },
): Promise<Response> {
  const [db, agency] = [c.get('db'), c.get('agency')]
  const holds = await listHolds(db, agency.id)
  const people = await listPeople(db, [
    ...new Set(holds.flatMap((hold) => [hold.placedBy, ...(hold.liftedBy ? [hold.liftedBy] : [])])),
  ])
  const page = (
    <RetentionPage
      view={c.get('view')}
      agency={agency}
      seat={c.get('seat')}
      rules={await listRules(db, agency.id)}
      holds={holds}
      engagements={await listEngagements(db, agency.id)}
      names={new Map(people.map((person) => [person.id, person.name]))}
      typed={faulty?.typed}
      faults={faulty?.faults}
      news={retentionNews.find((news) => news === c.req.query('told'))}
    />
  )
  return answerPage(c, page, faulty ? 422 : 200)
}

const Days = z
  .string('records.faults.days')
  .trim()
  .regex(/^\d{0,6}$/, 'records.faults.days')
  .transform((text) => (text === '' ? null : Number(text)))
  .refine((days) => days === null || (days >= 1 && days <= longestKeepDays), 'records.faults.days')
const Basis = z.string('records.faults.basis').trim().max(longestBasis, 'records.faults.basis')

// A form that lacks a field says nothing about it, so the whole schedule has to be there.
const fields: Record<string, typeof Days | typeof Basis> = Object.fromEntries(
  retentionKinds.flatMap((kind) => [
    ...(kind === 'audit' ? [] : [[`days-${kind}`, Days] as const]),
    [`basis-${kind}`, Basis] as const,
  ]),
)
const ScheduleForm = z.object(fields).transform((given) =>
  retentionKinds.map((kind: RetentionKind) => {
    const days = given[`days-${kind}`]
    const basis = given[`basis-${kind}`]
    return {
      kind,
      keepDays: typeof days === 'number' ? days : null,
      basis: typeof basis === 'string' ? basis : '',
    }
  }),
)

async function saveSchedule(c: Context): Promise<Response> {
  const read = await readForm(c, ScheduleForm)
  if (read.outcome === 'faulty') return showRetention(c, { typed: read.typed, faults: said(c, read.faults) })
  await setRetention(
    c.get('db'),
    { agencyId: c.get('agency').id, rules: read.value, by: signedIn(c).id },
    c.get('now'),
  )
  return seeOther(c, paths.workRetention.to(at(c), { told: 'saved' }))
}

const HoldForm = z.object({
  covers: z.string('records.faults.covers').regex(/^(\*|[a-z0-9-]{1,60})$/, 'records.faults.covers'),
  reason: z
    .string('records.faults.holdReason')
    .trim()
    .min(1, 'records.faults.holdReason')
    .max(longestHoldReason, 'records.faults.holdReasonLong'),
})

async function place(c: Context): Promise<Response> {
  const read = await readForm(c, HoldForm)
  // The schedule is on the same page: what was typed here says nothing about it.
  if (read.outcome === 'faulty') return showHoldFaults(c, read.typed, said(c, read.faults))
  const { covers, reason } = read.value
  const given = {
    agencyId: c.get('agency').id,
    engagementSlug: covers === '*' ? undefined : covers,
    reason,
    by: signedIn(c).id,
  }
  const { outcome } = await placeHold(c.get('db'), given, c.get('now'))
  if (outcome === 'no-such-engagement') {
    return showHoldFaults(c, read.typed, said(c, [{ field: 'covers', message: 'records.faults.covers' }]))
  }
  return seeOther(c, paths.workRetention.to(at(c), { told: 'held' }))
}

async function showHoldFaults(c: Context, typed: Typed, faults: readonly Fault[]): Promise<Response> {
  const rules = await listRules(c.get('db'), c.get('agency').id)
  const kept = Object.fromEntries(
    rules.flatMap((rule) => [
      [`days-${rule.kind}`, String(rule.keepDays ?? '')],
      [`basis-${rule.kind}`, rule.basis],
    ]),
  )
  return showRetention(c, { typed: { ...kept, ...typed }, faults })
}

async function lift(c: Context<object, typeof paths.workHoldLift.pattern>): Promise<Response> {
  const given = { agencyId: c.get('agency').id, holdId: c.req.param('hold'), by: signedIn(c).id }
  const { outcome } = await endHold(c.get('db'), given, c.get('now'))
  if (outcome === 'not-there') return c.notFound()
  return seeOther(c, paths.workRetention.to(at(c), { told: 'lifted' }))
}
