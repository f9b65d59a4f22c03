import { addAgency } from '../../src/features/agencies/agency.store.ts'
import type { Agency } from '../../src/features/agencies/agency.ts'
import { addMembership } from '../../src/features/agencies/membership.store.ts'
import type { Role } from '../../src/features/agencies/permission.ts'
import { addEngagement } from '../../src/features/engagements/engagement.store.ts'
import type { Engagement } from '../../src/features/engagements/engagement.ts'
import { addPerson } from '../../src/features/people/person.store.ts'
import type { Person } from '../../src/features/people/person.ts'
import type { Db } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/id.ts'
import { nothingWritten, written } from '../../src/platform/i18n/written.ts'
import { testNow } from './app.ts'

let made = 0

/** An agency with everything filled in; its slug is new each time. */
export async function makeAgency(db: Db, changes: Partial<Agency> = {}): Promise<Agency> {
  const agency: Agency = {
    id: newId(),
    parentId: null,
    kind: 'lea',
    slug: `district-${++made}`,
    name: `District ${made}`,
    languages: ['en', 'es'],
    timeZone: 'America/Los_Angeles',
    minimum: 10,
    contactName: 'Rosa Delgado',
    contactAddress: 'rosa@example.org',
    contactPhone: '',
    brandColor: null,
    isExample: false,
    createdAt: testNow,
    archivedAt: null,
    ...changes,
  }
  await addAgency(db, agency)
  return agency
}

/** A person, with these roles in the agency when one is given. */
export async function makePerson(
  db: Db,
  { agencyId, roles = [], ...changes }: Partial<Person> & { agencyId?: string; roles?: Role[] } = {},
): Promise<Person> {
  const person: Person = {
    id: newId(),
    name: `Person ${++made}`,
    address: `person-${made}@example.org`,
    language: 'en',
    isOperator: false,
    createdAt: testNow,
    erasedAt: null,
    ...changes,
  }
  await addPerson(db, person)
  for (const role of agencyId === undefined ? [] : roles)
    await addMembership(db, { agencyId: agencyId!, personId: person.id, role }, testNow)
  return person
}

/** An open engagement in English and Spanish. */
export async function makeEngagement(
  db: Db,
  agency: Agency,
  changes: Partial<Engagement> = {},
): Promise<Engagement> {
  const engagement: Engagement = {
    agencyId: agency.id,
    id: newId(),
    slug: `engagement-${++made}`,
    status: 'open',
    title: written('en', {
      en: 'A prepared teacher in every room',
      es: 'Un docente preparado en cada salón',
    }),
    purpose: written('en', {
      en: 'Some children meet new teachers every year. We want to change that with you.',
      es: 'Algunos niños tienen docentes nuevos cada año. Queremos cambiarlo con usted.',
    }),
    decisionQuestion: written('en', {
      en: 'How we place and keep experienced teachers',
      es: 'Cómo asignamos y conservamos docentes con experiencia',
    }),
    decidedBy: written('en', { en: 'The school board', es: 'La junta escolar' }),
    inputUse: written('en', {
      en: 'Every comment is read; the board answers each theme with reasons.',
      es: 'Se lee cada comentario; la junta responde a cada tema con razones.',
    }),
    hardestIssue: written('en', {
      en: 'Experienced teachers choose their schools.',
      es: 'Los docentes con experiencia eligen su escuela.',
    }),
    languages: ['en', 'es'],
    contactName: 'Rosa Delgado',
    contactAddress: 'rosa@example.org',
    contactPhone: '',
    frameworks: [],
    opensOn: '2027-02-01',
    closesOn: '2027-04-30',
    responseDays: 10,
    moderation: 'after',
    moderationPolicy: nothingWritten,
    asksStudents: false,
    protectedTopics: [],
    protectedTopicsCheckedAt: null,
    doubleEntry: false,
    smsKeyword: '',
    version: 1,
    createdBy: null,
    createdAt: testNow,
    changedAt: testNow,
    ...changes,
  }
  await addEngagement(db, engagement)
  return engagement
}
