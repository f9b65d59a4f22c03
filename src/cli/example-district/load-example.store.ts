import { addAgency } from '../../features/agencies/agency.store.ts'
import { addMembership } from '../../features/agencies/membership.store.ts'
import { instantIn } from '../../features/engagements/agency-time.ts'
import { addEngagement } from '../../features/engagements/engagement.store.ts'
import { addTimelineEntry } from '../../features/engagements/timeline.store.ts'
import { addPerson } from '../../features/people/person.store.ts'
import { sql } from 'kysely'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import type { ExampleAgency, ExampleDistrict, ExampleEngagement, Texts } from './district-model.ts'
import { agencyIdOf, emptyKeys, idOf, keepId, type Keys, timeZoneOf } from './keys.ts'
import { loadComments } from './load-comments.store.ts'
import { loadConversations, type LoadedConversation } from './load-conversations.store.ts'
import { loadDecisions, type News } from './load-decisions.store.ts'
import { loadQuestions } from './load-questions.store.ts'
import { loadThemes } from './load-themes.store.ts'

export type LoadedExample = {
  agencyId: string
  /** The district's coordinator, who also runs this example installation. */
  coordinatorId: string
  news: News[]
  conversations: LoadedConversation[]
  comments: number
}

/** Who a visitor looks around as. */
const coordinator = 'prado'

/** Puts the whole example district into the database, in one transaction: all of it or nothing. */
export async function loadExampleDistrict(
  db: Db,
  district: ExampleDistrict,
  now: Date,
): Promise<LoadedExample> {
  return inTransaction(db, async (db) => {
    const keys = emptyKeys()
    for (const agency of district.agencies) await loadAgency(db, district, agency, keys, now)
    for (const person of district.people) await loadPerson(db, person, keys, now)
    for (const engagement of district.engagements) await loadEngagement(db, district, engagement, keys, now)
    await loadQuestions(db, district, keys)
    const comments = await loadComments(db, district, keys, now)
    await loadThemes(db, district, keys, now)
    const news = await loadDecisions(db, district, keys, now)
    const conversations = await loadConversations(db, district, keys)
    const main = district.engagements[0]!
    const agencyId = idOf(keys, 'agency', main.agency)
    await recordAct(
      db,
      {
        agencyId,
        act: 'loaded the example district',
        subjectKind: 'agency',
        subjectId: agencyId,
        details: { comments, decisions: district.decisions.length, conversations: conversations.length },
      },
      now,
    )
    return { agencyId, coordinatorId: idOf(keys, 'person', coordinator), news, conversations, comments }
  })
}

/** Lets the planner know how much there is now, rather than at its next round in a minute. */
export async function countRowsAnew(db: Db): Promise<void> {
  await sql`analyze`.execute(db)
}

async function loadAgency(
  db: Db,
  district: ExampleDistrict,
  agency: ExampleAgency,
  keys: Keys,
  now: Date,
): Promise<void> {
  const contact = district.people.find((person) => person.key === agency.contact)
  const id = keepId(keys, 'agency', agency.key, newId())
  keys.timeZones.set(agency.key, agency.timeZone)
  await addAgency(db, {
    id,
    parentId: agency.parent === null ? null : idOf(keys, 'agency', agency.parent),
    kind: agency.kind,
    slug: agency.slug,
    name: agency.name,
    languages: agency.languages,
    timeZone: agency.timeZone,
    minimum: agency.minimumNumber,
    contactName: contact?.name ?? '',
    contactAddress: contact?.email ?? '',
    contactPhone: '',
    brandColor: agency.brandColor.toLowerCase(),
    isExample: true,
    createdAt: now,
    archivedAt: null,
  })
}

async function loadPerson(
  db: Db,
  person: ExampleDistrict['people'][number],
  keys: Keys,
  now: Date,
): Promise<void> {
  const id = keepId(keys, 'person', person.key, newId())
  await addPerson(db, {
    id,
    name: person.name,
    address: person.email,
    language: person.language,
    isOperator: false,
    createdAt: now,
    erasedAt: null,
  })
  for (const { agency, role } of person.roles) {
    await addMembership(db, { agencyId: idOf(keys, 'agency', agency), personId: id, role }, now)
    // A visitor may look at everything, so the coordinator administers the example as well.
    if (person.key === coordinator)
      await addMembership(
        db,
        { agencyId: idOf(keys, 'agency', agency), personId: id, role: 'administrator' },
        now,
      )
  }
}

async function loadEngagement(
  db: Db,
  district: ExampleDistrict,
  engagement: ExampleEngagement,
  keys: Keys,
  now: Date,
): Promise<void> {
  const id = keepId(keys, 'engagement', engagement.key, newId())
  keys.agencyOf.set(engagement.key, engagement.agency)
  const agencyId = agencyIdOf(keys, engagement.key)
  const timeZone = timeZoneOf(keys, engagement.key)
  const inAll = (texts: Texts) => written('en', pick(texts, engagement.languages))
  const opened = instantIn(timeZone, engagement.opensOn, '08:00')
  const contact = district.people.find((person) => person.key === engagement.contact)
  await addEngagement(db, {
    agencyId,
    id,
    slug: engagement.slug,
    status: engagement.state,
    title: inAll(engagement.title),
    purpose: inAll(engagement.purpose),
    decisionQuestion: inAll(engagement.whatIsDecided),
    decidedBy: inAll(engagement.whoDecides),
    inputUse: inAll(engagement.howInputIsUsed),
    hardestIssue: inAll(engagement.hardestIssue),
    languages: engagement.languages,
    contactName: contact?.name ?? '',
    contactAddress: contact?.email ?? '',
    contactPhone: engagement.contactPhone,
    frameworks: engagement.frameworks,
    opensOn: engagement.opensOn,
    closesOn: engagement.closesOn,
    responseDays: engagement.responseDays,
    moderation: engagement.moderation,
    moderationPolicy: inAll(engagement.moderationPolicy),
    asksStudents: engagement.asksStudents,
    protectedTopics: [],
    protectedTopicsCheckedAt: engagement.asksStudents ? opened : null,
    doubleEntry: false,
    smsKeyword: engagement.state === 'open' ? 'TEACH' : '',
    version: 1,
    createdBy: idOf(keys, 'person', engagement.contact),
    createdAt: opened < now ? opened : now,
    changedAt: now,
  })
  for (const entry of engagement.timeline) {
    await addTimelineEntry(db, {
      agencyId,
      id: newId(),
      engagementId: id,
      day: entry.day,
      startsAt: entry.startsAt === null ? null : instantIn(timeZone, entry.day, entry.startsAt),
      endsAt: entry.endsAt === null ? null : instantIn(timeZone, entry.day, entry.endsAt),
      title: inAll(entry.title),
      detail: entry.detail.en ? inAll(entry.detail) : nothingWritten,
      place: entry.place,
      takesPart: entry.takePart,
      sequence: 0,
      cancelledAt: null,
      changedAt: now,
    })
  }
}

function pick(texts: Texts, languages: readonly (keyof Texts)[]): Partial<Texts> {
  return Object.fromEntries(languages.map((language) => [language, texts[language]]))
}
