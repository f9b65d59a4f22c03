import { describe, expect, test } from 'vitest'
import { listAudit, verifyAudit } from '../../platform/audit/audit.store.ts'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import { testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { changeStatus } from './change-status.action.ts'
import { createEngagement } from './create-engagement.action.ts'
import { engagementFields, readEngagementForm } from './engagement-form.ts'
import { getEngagement } from './engagement.store.ts'
import type { Engagement } from './engagement.ts'
import { saveEngagementChanges } from './save-engagement.action.ts'

const { db } = testDatabase()

function changed(engagement: Engagement, typed: Record<string, string | string[]>) {
  const form = readEngagementForm(engagement, { ...engagementFields(engagement), ...typed }, testNow)
  if (form.outcome === 'faulty') throw new Error(JSON.stringify(form.problems))
  return form.changes
}

async function setting(changes: Partial<Engagement> = {}) {
  const agency = await makeAgency(db)
  const person = await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })
  return { agency, personId: person.id, engagement: await makeEngagement(db, agency, changes) }
}

test('a new engagement is a draft with the agency’s contact and an address of its own', async () => {
  const { agency, personId } = await setting()
  const wish = {
    title: 'Maestros para todos',
    source: 'es' as const,
    languages: ['en' as const, 'es' as const],
  }
  const first = await createEngagement(db, { agency, wish, personId }, testNow)
  const second = await createEngagement(db, { agency, wish, personId }, testNow)
  expect([first.slug, second.slug]).toEqual(['maestros-para-todos', 'maestros-para-todos-2'])
  const kept = await getEngagement(db, agency.id, first.id)
  expect(kept).toMatchObject({ status: 'draft', contactName: 'Rosa Delgado', languages: ['en', 'es'] })
  expect(kept.title).toEqual(written('es', { es: 'Maestros para todos' }))
  expect((await listAudit(db, agency.id)).map((line) => line.act)).toContain('create-engagement')
})

test('an Arabic title still gets an address', async () => {
  const { agency, personId } = await setting({ slug: 'other' })
  const wish = { title: 'معلم في كل صف', source: 'ar' as const, languages: ['ar' as const] }
  const first = await createEngagement(db, { agency, wish, personId }, testNow)
  const second = await createEngagement(db, { agency, wish, personId }, testNow)
  expect([first.slug, second.slug]).toEqual(['engagement', 'engagement-2'])
})

test('saving makes a new version and a line in the audit log that names the fields', async () => {
  const { agency, personId, engagement } = await setting()
  const changes = changed(engagement, { 'purpose-en': 'A new purpose', responseDays: '15' })
  const result = await saveEngagementChanges(db, { engagement, version: 1, changes, personId }, testNow)
  expect(result.outcome).toBe('saved')
  const kept = await getEngagement(db, agency.id, engagement.id)
  expect(kept.version).toBe(2)
  expect(kept.purpose.texts).toMatchObject({
    en: { text: 'A new purpose', status: 'source' },
    es: { status: 'stale' },
  })
  const [line] = await listAudit(db, agency.id)
  expect(line).toMatchObject({
    act: 'save-engagement',
    actorId: personId,
    details: { version: 2, fields: 'purpose responseDays' },
  })
  expect((await verifyAudit(db)).faults).toEqual([])
})

test('the second of two editors gets the version of the first, and nothing is overwritten', async () => {
  const { agency, personId, engagement } = await setting()
  const save = (text: string) =>
    saveEngagementChanges(
      db,
      { engagement, version: 1, changes: changed(engagement, { 'purpose-en': text }), personId },
      testNow,
    )
  const results = await Promise.all([save('One'), save('Two')])
  expect(results.map(({ outcome }) => outcome).sort()).toEqual(['changed-meanwhile', 'saved'])
  expect((await getEngagement(db, agency.id, engagement.id)).version).toBe(2)
})

test('what an open engagement needed to open cannot be emptied', async () => {
  const { agency, personId, engagement } = await setting()
  const changes = changed(engagement, { 'inputUse-en': '', 'inputUse-es': '' })
  const result = await saveEngagementChanges(db, { engagement, version: 1, changes, personId }, testNow)
  expect(result).toEqual({ outcome: 'incomplete', missing: ['inputUse'] })
  expect((await getEngagement(db, agency.id, engagement.id)).version).toBe(1)
})

test('two engagements of an agency cannot listen to the same keyword', async () => {
  const { agency, personId, engagement } = await setting({ smsKeyword: 'BUS' })
  const other = await makeEngagement(db, agency)
  const changes = changed(other, { smsKeyword: 'bus' })
  expect(
    await saveEngagementChanges(db, { engagement: other, version: 1, changes, personId }, testNow),
  ).toEqual({ outcome: 'keyword-taken' })
  await changeStatus(db, { agencyId: agency.id, id: engagement.id, next: 'closed', personId }, testNow)
  expect(
    (await saveEngagementChanges(db, { engagement: other, version: 1, changes, personId }, testNow)).outcome,
  ).toBe('saved')
  const reopened = await changeStatus(
    db,
    { agencyId: agency.id, id: engagement.id, next: 'open', personId },
    testNow,
  )
  expect(reopened).toEqual({ outcome: 'keyword-taken' })
})

describe('opening', () => {
  test('is refused with everything that is missing', async () => {
    const { personId, engagement } = await setting({
      status: 'draft',
      inputUse: nothingWritten,
      contactName: '',
      asksStudents: true,
    })
    const { agencyId, id } = engagement
    const result = await changeStatus(db, { agencyId, id, next: 'open', personId }, testNow)
    expect(result).toEqual({ outcome: 'incomplete', missing: ['inputUse', 'contact', 'protectedTopics'] })
    expect((await getEngagement(db, agencyId, id)).status).toBe('draft')
  })

  test('happens once, however often it is asked for, and is recorded', async () => {
    const { personId, engagement } = await setting({ status: 'draft' })
    const { agencyId, id } = engagement
    const open = () => changeStatus(db, { agencyId, id, next: 'open', personId }, testNow)
    const results = await Promise.all([open(), open()])
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'not-possible'])
    const acts = (await listAudit(db, agencyId)).filter((line) => line.act === 'change-status')
    expect(acts.map((line) => line.details)).toEqual([{ from: 'draft', to: 'open', version: 2 }])
  })
})
