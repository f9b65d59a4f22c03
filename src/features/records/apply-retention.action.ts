import { paths } from '../../paths.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { addMessage } from '../../platform/mail/message.store.ts'
import type { Services } from '../../platform/services.ts'
import type { Agency } from '../agencies/agency.ts'
import { listMemberships } from '../agencies/membership.store.ts'
import { listPeople } from '../people/person.store.ts'
import {
  daysAfter,
  type DeletableKind,
  type DeletingRule,
  engagementKinds,
  type EngagementKind,
  type Hold,
  isDeleting,
  isHeld,
  lastLifted,
  latest,
  type RetentionStep,
  retentionStep,
  runningKinds,
  type RunningKind,
} from './retention.ts'
import { retentionNoticeEmail } from './retention-notice.email.ts'
import {
  countRecords,
  type EndedEngagement,
  eraseNextComments,
  eraseNextVoters,
  listEndedEngagements,
  listHolds,
  listNotices,
  listRules,
  noticeAct,
  noticeKey,
  oldestRecord,
  removeAboutYou,
  removeContacts,
  removeRunning,
} from './retention.store.ts'

type World = Pick<Services, 'db' | 'config'>

/** What was done for one agency. */
export type ApplyRetention = { notices: number; deleted: Partial<Record<DeletableKind, number>> }

/**
 * Does what the schedule of an agency asks for today: tells its administrators of what comes, and deletes what they were
 * told of a month ago. Doing it twice does nothing more.
 */
export async function applyRetention(world: World, agency: Agency, now: Date): Promise<ApplyRetention> {
  const { db } = world
  const rules = (await listRules(db, agency.id)).filter(isDeleting)
  const done: ApplyRetention = { notices: 0, deleted: {} }
  if (rules.length === 0) return done
  const [holds, notices, ended] = [
    await listHolds(db, agency.id),
    await listNotices(db, agency.id),
    await listEndedEngagements(db, agency.id, agency.timeZone),
  ]
  const add = (kind: DeletableKind, count: number) => (done.deleted[kind] = (done.deleted[kind] ?? 0) + count)
  for (const rule of rules) {
    const { kind } = rule
    if (isRunning(kind)) {
      const step = await runningStep(
        db,
        { rule, kind, holds, lastNotice: notices.get(noticeKey(kind, agency.id)) },
        now,
      )
      if (step.step === 'notify' && (await giveNotice(world, agency, { rule, on: step.on }, now)))
        done.notices++
      if (step.step === 'delete') add(kind, await deleteRunning(db, agency.id, rule, kind, now))
      continue
    }
    for (const engagement of ended) {
      const count = await countRecords(db, kind, agency.id, engagement.id)
      const lastNotice = notices.get(noticeKey(kind, engagement.id))
      const step = engagementStep({ rule, engagement, count, holds, lastNotice }, now)
      if (
        step.step === 'notify' &&
        (await giveNotice(world, agency, { rule, on: step.on, engagement, count }, now))
      )
        done.notices++
      if (step.step === 'delete') add(kind, await deleteOfEngagement(db, agency.id, engagement, kind, now))
    }
  }
  return done
}

function isRunning(kind: DeletableKind): kind is RunningKind {
  return runningKinds.some((running) => running === kind)
}

async function runningStep(
  db: Db,
  {
    rule,
    kind,
    holds,
    lastNotice,
  }: { rule: DeletingRule; kind: RunningKind; holds: readonly Hold[]; lastNotice: Date | undefined },
  now: Date,
): Promise<RetentionStep> {
  const oldest = await oldestRecord(db, kind, rule.agencyId)
  const dueAt = oldest && daysAfter(oldest, rule.keepDays)
  // A lifted hold of any engagement sets some of these records free, so it starts the notice anew.
  const lifted = lastLifted(holds.map((hold) => ({ ...hold, engagementId: null })))
  return retentionStep({ dueAt, since: latest(rule.changedAt, lifted), lastNotice, held: isHeld(holds) }, now)
}

function engagementStep(
  {
    rule,
    engagement,
    count,
    holds,
    lastNotice,
  }: {
    rule: DeletingRule
    engagement: EndedEngagement
    count: number
    holds: readonly Hold[]
    lastNotice: Date | undefined
  },
  now: Date,
): RetentionStep {
  // Closed before its last day: nothing is announced while people may still think that it goes on.
  if (engagement.endedAt > now) return { step: 'nothing' }
  const dueAt = count === 0 ? undefined : daysAfter(engagement.endedAt, rule.keepDays)
  const since = latest(rule.changedAt, engagement.endedAt, lastLifted(holds, engagement.id))
  return retentionStep({ dueAt, since, lastNotice, held: isHeld(holds, engagement.id) }, now)
}

type Notice = { rule: DeletingRule; on: Date; engagement?: EndedEngagement; count?: number }

/** One message to each administrator, and the line in the log that later deletion rests on. False when nobody is there to be told. */
async function giveNotice(
  { db, config }: World,
  agency: Agency,
  { rule, on, engagement, count }: Notice,
  now: Date,
): Promise<boolean> {
  const administrators = (await listMemberships(db, agency.id)).filter(
    (membership) => membership.role === 'administrator',
  )
  const people = await listPeople(db, [...new Set(administrators.map((membership) => membership.personId))])
  if (people.length === 0) return false
  const subjectId = engagement?.id ?? agency.id
  await inTransaction(db, async (db) => {
    for (const person of people) {
      const url = config.baseUrl + paths.workRetention.to({ language: person.language, agency: agency.slug })
      const words = retentionNoticeEmail({
        language: person.language,
        agency,
        kind: rule.kind,
        engagement: engagement?.title,
        count,
        on,
        keepDays: rule.keepDays,
        url,
      })
      const onceKey = `retention:${rule.kind}:${subjectId}:${now.toISOString().slice(0, 10)}:${person.id}`
      const message = { ...words, language: person.language, toAddress: person.address, onceKey }
      await addMessage(
        db,
        {
          agencyId: agency.id,
          channel: 'mail',
          kind: 'notice',
          aboutKind: 'retention',
          aboutId: subjectId,
          ...message,
        },
        now,
      )
    }
    const details = { kind: rule.kind, earliest: on.toISOString(), count: count ?? null }
    const subjectKind = engagement ? 'engagement' : 'agency'
    await recordAct(db, { agencyId: agency.id, act: noticeAct, subjectKind, subjectId, details }, now)
  })
  return true
}

async function deleteRunning(
  db: Db,
  agencyId: string,
  rule: DeletingRule,
  kind: RunningKind,
  now: Date,
): Promise<number> {
  return inTransaction(db, async (db) => {
    const count = await removeRunning(db, kind, agencyId, daysAfter(now, -rule.keepDays))
    const act = {
      act: 'retention applied',
      subjectKind: 'agency',
      subjectId: agencyId,
      details: { kind, count },
    }
    if (count > 0) await recordAct(db, { agencyId, ...act }, now)
    return count
  })
}

/** So many comments in one transaction: few enough that people who write meanwhile wait for a moment only. */
const batch = 100

const deletions: Record<
  EngagementKind,
  (db: Db, agencyId: string, engagementId: string, now: Date) => Promise<number>
> = {
  'contact-addresses': removeContacts,
  'about-you': removeAboutYou,
  comments: async (db, agencyId, engagementId, now) =>
    (await eraseNextComments(db, agencyId, engagementId, batch, now)) ||
    eraseNextVoters(db, agencyId, engagementId, batch),
}

async function deleteOfEngagement(
  db: Db,
  agencyId: string,
  engagement: EndedEngagement,
  kind: DeletableKind,
  now: Date,
): Promise<number> {
  const remove = deletions[engagementKinds.find((known) => known === kind)!] // ! : the caller has handled the running kinds
  let total = 0
  for (;;) {
    const count = await inTransaction(db, async (db) => {
      const count = await remove(db, agencyId, engagement.id, now)
      const details = { engagement: engagement.slug, kind, count }
      const act = { act: 'retention applied', subjectKind: 'engagement', subjectId: engagement.id, details }
      if (count > 0) await recordAct(db, { agencyId, ...act }, now)
      return count
    })
    total += count
    if (count === 0 || kind !== 'comments') return total
  }
}
