import { installation } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { listFailedJobs } from '../../platform/jobs/jobs.ts'
import { type AgencyKind, slugFrom } from '../agencies/agency.ts'
import { addAgency, findAgency } from '../agencies/agency.store.ts'
import { addMembership, listMemberships } from '../agencies/membership.store.ts'
import type { Person } from './person.ts'
import { addPerson, findPersonByAddress, listPeople, savePerson } from './person.store.ts'
import { heldSetUpCode, needsSetUp, removeSetUpCodes, takeSetUpCode } from './set-up.store.ts'
import { type Browser, startSession, type StartedSession } from './start-session.action.ts'

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    'load-example': Record<string, never>
  }
}

/** The address part of the example district, which the job `load-example` makes. */
export const exampleSlug = 'riverbend'

export type FirstAgency = {
  code: string
  name: string
  kind: AgencyKind
  languages: Language[]
  timeZone: string
  personName: string
  address: string
  language: Language
}

export type SetUpAgency =
  | { outcome: 'ready'; session: StartedSession; slug: string }
  | { outcome: 'wrong-code' }
  | { outcome: 'no-slug' }
  | { outcome: 'set-up-already' }

/** Makes the first agency and its first person, who runs the installation and administers the agency, and signs them in. */
export async function setUpAgency(
  db: Db,
  first: FirstAgency,
  browser: Browser,
  now: Date,
): Promise<SetUpAgency> {
  return inTransaction(db, async (db) => {
    if (!(await needsSetUp(db))) return { outcome: 'set-up-already' }
    const slug = slugFrom(first.name)
    if (slug === '' || (await findAgency(db, slug))) return { outcome: 'no-slug' }
    if (!(await takeSetUpCode(db, first.code, now))) return { outcome: 'wrong-code' }
    const agencyId = newId()
    await addAgency(db, {
      id: agencyId,
      parentId: null,
      kind: first.kind,
      slug,
      name: first.name,
      languages: first.languages,
      timeZone: first.timeZone,
      minimum: 10,
      contactName: first.personName,
      contactAddress: first.address,
      contactPhone: '',
      brandColor: null,
      isExample: false,
      createdAt: now,
      archivedAt: null,
    })
    const person = await firstPerson(db, first, now)
    await addMembership(db, { agencyId, personId: person.id, role: 'administrator' }, now)
    await removeSetUpCodes(db)
    const session = await startSession(db, person, 'set-up', browser, now)
    const about = { subjectKind: 'agency', subjectId: agencyId, actorId: person.id }
    await recordAct(db, { agencyId: installation, act: 'installation set up', ...about }, now)
    await recordAct(db, { agencyId, act: 'agency set up', ...about }, now)
    return { outcome: 'ready', session, slug }
  })
}

/** A new person, or one that the command line added before: either way they run the installation from now on. */
async function firstPerson(db: Db, first: FirstAgency, now: Date): Promise<Person> {
  const known = await findPersonByAddress(db, first.address)
  if (known) {
    await savePerson(db, known.id, { isOperator: true, name: first.personName })
    return { ...known, isOperator: true, name: first.personName }
  }
  const person: Person = {
    id: newId(),
    name: first.personName,
    address: first.address,
    language: first.language,
    isOperator: true,
    createdAt: now,
    erasedAt: null,
  }
  await addPerson(db, person)
  return person
}

/** Asks for the example district to be made, which takes a moment. */
export async function askForExample(
  db: Db,
  code: string,
  now: Date,
): Promise<{ outcome: 'asked' | 'wrong-code' | 'set-up-already' }> {
  return inTransaction(db, async (db) => {
    if (!(await needsSetUp(db))) return { outcome: 'set-up-already' }
    if (!(await takeSetUpCode(db, code, now))) return { outcome: 'wrong-code' }
    await enqueue(db, 'load-example', {})
    await recordAct(
      db,
      { agencyId: installation, act: 'example district asked for', subjectKind: 'installation' },
      now,
    )
    return { outcome: 'asked' }
  })
}

export type EnterExample =
  | { outcome: 'entered'; session: StartedSession }
  | { outcome: 'not-yet' }
  | { outcome: 'failed' }
  /** This browser is not the one in which the set-up code was typed. */
  | { outcome: 'not-yours' }

/** Signs in whoever typed the set-up code as the coordinator of the example district, once it is there. */
export async function enterExample(
  db: Db,
  code: string | undefined,
  browser: Browser,
  now: Date,
): Promise<EnterExample> {
  if (code === undefined || !(await heldSetUpCode(db, code, now))) return { outcome: 'not-yours' }
  const agency = await findAgency(db, exampleSlug)
  const person = agency && (await examplePerson(db, agency.id))
  if (!person) {
    const failed = (await listFailedJobs(db)).some((job) => job.name === 'load-example')
    return { outcome: failed ? 'failed' : 'not-yet' }
  }
  return inTransaction(db, async (db) => {
    if (await needsSetUp(db)) await savePerson(db, person.id, { isOperator: true })
    await removeSetUpCodes(db)
    const session = await startSession(db, { ...person, isOperator: true }, 'example', browser, now)
    return { outcome: 'entered', session }
  })
}

async function examplePerson(db: Db, agencyId: string): Promise<Person | undefined> {
  const memberships = await listMemberships(db, agencyId)
  const people = await listPeople(
    db,
    memberships.map((membership) => membership.personId),
  )
  const holder = (role: string) => memberships.find((membership) => membership.role === role)?.personId
  const wanted =
    people.find((person) => person.isOperator)?.id ?? holder('administrator') ?? holder('coordinator')
  return people.find((person) => person.id === wanted)
}
