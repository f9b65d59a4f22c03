import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { written } from '../../platform/i18n/written.ts'
import { type Agency, slugFrom } from '../agencies/agency.ts'
import { type Engagement, freeSlug } from './engagement.ts'
import type { NewEngagement } from './engagement-form.ts'
import { addEngagement, listSlugs } from './engagement.store.ts'

/** Starts an engagement as a draft that only the agency's own people see. */
export async function createEngagement(
  db: Db,
  { agency, wish, personId }: { agency: Agency; wish: NewEngagement; personId: string },
  now: Date,
): Promise<Engagement> {
  return inTransaction(db, async (db) => {
    const wanted = slugFrom(wish.title)
    const nothing = written(wish.source, {})
    const engagement: Engagement = {
      agencyId: agency.id,
      id: newId(),
      slug: freeSlug(
        wanted,
        await listSlugs(db, agency.id, wanted === '' ? 'engagement' : wanted.slice(0, 50)),
      ),
      status: 'draft',
      title: written(wish.source, { [wish.source]: wish.title }),
      purpose: nothing,
      decisionQuestion: nothing,
      decidedBy: nothing,
      inputUse: nothing,
      hardestIssue: nothing,
      languages: wish.languages,
      contactName: agency.contactName,
      contactAddress: agency.contactAddress,
      contactPhone: agency.contactPhone,
      frameworks: [],
      opensOn: null,
      closesOn: null,
      responseDays: 10,
      moderation: 'after',
      moderationPolicy: nothing,
      asksStudents: false,
      protectedTopics: [],
      protectedTopicsCheckedAt: null,
      doubleEntry: false,
      smsKeyword: '',
      version: 1,
      createdBy: personId,
      createdAt: now,
      changedAt: now,
    }
    await addEngagement(db, engagement)
    const act = {
      agencyId: agency.id,
      actorId: personId,
      act: 'create-engagement',
      subjectKind: 'engagement',
      subjectId: engagement.id,
    }
    await recordAct(db, { ...act, details: { slug: engagement.slug } }, now)
    return engagement
  })
}
