import { isDeepStrictEqual } from 'node:util'
import { contentHash } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { ConversationSettings } from './conversation-form.ts'
import { addConversation, lockConversation, saveConversation } from './conversation.store.ts'
import type { Conversation } from './conversation.ts'

type By = { engagement: Engagement; actorId: string }

/** Begins a conversation as a draft that only staff see; answers its id. */
export async function beginConversation(
  db: Db,
  { engagement, actorId }: By,
  settings: ConversationSettings,
  now: Date,
): Promise<string> {
  const { agencyId } = engagement
  return inTransaction(db, async (db) => {
    const id = newId()
    await addConversation(db, {
      ...settings,
      agencyId,
      id,
      engagementId: engagement.id,
      status: 'draft',
      closedAt: null,
      version: 1,
      createdBy: actorId,
      createdAt: now,
      changedAt: now,
    })
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: 'conversation begun',
        subjectKind: 'conversation',
        subjectId: id,
        details: { engagement: engagement.slug },
      },
      now,
    )
    return id
  })
}

export type SaveConversation =
  | { outcome: 'saved'; conversation: Conversation }
  | { outcome: 'not-there' }
  /** Someone saved first; `current` is theirs. Nothing was written. */
  | { outcome: 'changed-meanwhile'; current: Conversation }
  /** What people voted under stays as it was. */
  | { outcome: 'closed' }

/** Saves what the form changed, on the version that its writer saw. */
export async function saveConversationSettings(
  db: Db,
  { engagement, actorId }: By,
  { id, version }: { id: string; version: number },
  settings: ConversationSettings,
  now: Date,
): Promise<SaveConversation> {
  const { agencyId } = engagement
  return inTransaction(db, async (db) => {
    const current = await lockConversation(db, agencyId, id)
    if (!current || current.engagementId !== engagement.id) return { outcome: 'not-there' }
    if (current.status === 'closed') return { outcome: 'closed' }
    if (current.version !== version) return { outcome: 'changed-meanwhile', current }
    const conversation = await saveConversation(db, current, settings, now)
    if (!conversation) throw new Error(`The conversation ${id} changed while it was locked`)
    const changed = (Object.keys(settings) as (keyof ConversationSettings)[]) // as: the keys of the form's own type
      .filter((field) => !isDeepStrictEqual(settings[field], current[field]))
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: 'conversation changed',
        subjectKind: 'conversation',
        subjectId: id,
        details: { engagement: engagement.slug, version: conversation.version, fields: changed.join(' ') },
        contentHash: contentHash({
          ...settings,
          opensAt: settings.opensAt?.toISOString() ?? null,
          closesAt: settings.closesAt?.toISOString() ?? null,
        }),
      },
      now,
    )
    return { outcome: 'saved', conversation }
  })
}
