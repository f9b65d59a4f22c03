import { contentHash } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { addMessage } from '../../platform/mail/message.store.ts'
import { hashToken, newToken } from '../../platform/session/session.ts'
import type { Agency } from '../agencies/agency.ts'
import { dayIn } from './agency-time.ts'
import type { Engagement } from './engagement.ts'
import { alreadyFollowingEmail, confirmFollowEmail } from './follow.email.ts'
import { addFollow, findFollow, findFollowToConfirm, findFollowToStop, saveFollow } from './follow.store.ts'
import { type Follow, followState, mayConfirm } from './follow.ts'

type Wish = { agency: Agency; engagement: Engagement; address: string; language: Language; baseUrl: string }

/**
 * Sends the mail that asks whether this address really wants to follow. Whoever asks learns nothing about the address: one
 * that follows already gets a mail that says so, at most once a day.
 */
export async function askToFollow(db: Db, wish: Wish, now: Date): Promise<void> {
  const { agency, engagement, language, baseUrl } = wish
  // Mail servers treat addresses without regard to case; one person should not follow twice.
  const address = wish.address.toLowerCase()
  await inTransaction(db, async (db) => {
    const before = await findFollow(db, agency.id, engagement.id, address)
    const message = {
      agencyId: agency.id,
      channel: 'mail' as const,
      kind: 'notice' as const,
      toAddress: wish.address,
      language,
      aboutKind: 'engagement',
      aboutId: engagement.id,
    }
    if (before && followState(before) === 'following') {
      const email = alreadyFollowingEmail({
        agency,
        engagement,
        language,
        baseUrl,
        stopToken: before.stopToken,
      })
      await addMessage(
        db,
        { ...message, ...email, onceKey: `follow-already ${before.id} ${dayIn(agency.timeZone, now)}` },
        now,
      )
      return
    }
    const token = newToken()
    const follow: Follow = {
      agencyId: agency.id,
      id: newId(),
      engagementId: engagement.id,
      address,
      language,
      confirmHash: hashToken(token),
      stopToken: newToken(),
      createdAt: now,
      confirmedAt: null,
      stoppedAt: null,
    }
    await addFollow(db, follow)
    const email = confirmFollowEmail({ agency, engagement, language, baseUrl, token })
    await addMessage(
      db,
      { ...message, ...email, onceKey: `follow-confirm ${follow.confirmHash.toString('hex')}` },
      now,
    )
  })
}

export type ConfirmFollow = { outcome: 'following' } | { outcome: 'over' }

/** Counts an address in, with the secret that only its owner was sent. Safe to repeat. */
export async function confirmFollow(
  db: Db,
  { agencyId, engagementId, token }: { agencyId: string; engagementId: string; token: string },
  now: Date,
): Promise<ConfirmFollow> {
  return inTransaction(db, async (db) => {
    const follow = await findFollowToConfirm(db, agencyId, engagementId, hashToken(token))
    if (!follow || followState(follow) === 'stopped') return { outcome: 'over' }
    if (followState(follow) === 'following') return { outcome: 'following' }
    if (!mayConfirm(follow, now)) return { outcome: 'over' }
    await saveFollow(db, follow, { confirmedAt: now })
    const act = { agencyId, act: 'start-following', subjectKind: 'follow', subjectId: follow.id }
    await recordAct(db, { ...act, contentHash: contentHash(follow.address) }, now)
    return { outcome: 'following' }
  })
}

/** Stops the mails to whoever holds this secret. Safe to repeat; undefined when there is no such secret. */
export async function stopFollowing(db: Db, stopToken: string, now: Date): Promise<Follow | undefined> {
  return inTransaction(db, async (db) => {
    const follow = await findFollowToStop(db, stopToken)
    if (!follow || followState(follow) === 'stopped') return follow
    await saveFollow(db, follow, { stoppedAt: now })
    const act = {
      agencyId: follow.agencyId,
      act: 'stop-following',
      subjectKind: 'follow',
      subjectId: follow.id,
    }
    await recordAct(db, { ...act, contentHash: contentHash(follow.address) }, now)
    return { ...follow, stoppedAt: now }
  })
}
