import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import type { Services } from '../../platform/services.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { ToldAct } from './author-told.email.ts'
import { type Comment, counts } from './comment.ts'
import type { CommentAct } from './comment-event.ts'
import { addCommentEvent } from './comment-event.store.ts'
import { type CommentChanges, findComment, saveComment } from './comment.store.ts'
import { possibleActs, type StateAct, stateActs } from './moderation.ts'
import { lockComment, repointDuplicates } from './staff-list.store.ts'
import { tellAuthor } from './tell-author.action.ts'

export type StaffAct = {
  agency: Agency
  engagement: Engagement
  commentId: string
  /** The version that staff saw when they decided. */
  version: number
  actorId: string
}

export type Moderate =
  | { outcome: 'done'; comment: Comment }
  | { outcome: 'not-there' }
  /** Somebody else, such as its author, changed it in the meantime. */
  | { outcome: 'changed-meanwhile' }
  /** The act does not fit the state that the comment is in. */
  | { outcome: 'does-not-fit' }

type Deed = {
  changes: CommentChanges
  event?: CommentAct
  reason?: string
  note?: string
  tell?: ToldAct
  act: string
  details?: Record<string, string | number>
}
type Plan = Deed | 'does-not-fit'

/** The frame of every act of staff on one comment: look, change on the version that was seen, note, tell, record. */
async function act(
  { db, config }: Pick<Services, 'db' | 'config'>,
  by: StaffAct,
  now: Date,
  plan: (db: Db, comment: Comment) => Promise<Plan> | Plan,
): Promise<Moderate> {
  const agencyId = by.agency.id
  return inTransaction(db, async (db) => {
    const comment = await lockComment(db, agencyId, by.commentId)
    if (!comment || comment.engagementId !== by.engagement.id) return { outcome: 'not-there' }
    if (comment.version !== by.version) return { outcome: 'changed-meanwhile' }
    const deed = await plan(db, comment)
    if (deed === 'does-not-fit') return { outcome: 'does-not-fit' }
    await saveComment(db, { agencyId, id: comment.id }, { ...deed.changes, changedAt: now })
    if (deed.event) {
      const reason = deed.reason ?? ''
      const eventId = await addCommentEvent(
        db,
        {
          agencyId,
          engagementId: comment.engagementId,
          commentId: comment.id,
          act: deed.event,
          byPerson: by.actorId,
          reason,
          note: deed.note ?? '',
        },
        now,
      )
      if (deed.tell) {
        await tellAuthor(
          db,
          {
            baseUrl: config.baseUrl,
            agency: by.agency,
            engagement: by.engagement,
            comment,
            act: deed.tell,
            reason,
            eventId,
          },
          now,
        )
      }
    }
    await recordAct(
      db,
      {
        agencyId,
        actorId: by.actorId,
        act: deed.act,
        subjectKind: 'comment',
        subjectId: comment.id,
        details: { engagement: by.engagement.slug, ...deed.details },
      },
      now,
    )
    return { outcome: 'done', comment: { ...comment, ...deed.changes } }
  })
}

const told: Partial<Record<StateAct, ToldAct>> = { hold: 'held', release: 'released' }

/** Approves, holds, releases a comment, or sets it aside as spam. Its author is told of a hold and of its end. */
export async function changeState(
  services: Pick<Services, 'db' | 'config'>,
  by: StaffAct,
  stateAct: StateAct,
  { reason, note }: { reason: string; note: string },
  now: Date,
): Promise<Moderate> {
  return act(services, by, now, (_, comment) => {
    if (!possibleActs(comment).includes(stateAct)) return 'does-not-fit'
    const { to, event } = stateActs[stateAct]
    // Advertising that turns out to be a person's word comes back without a mail: its author was never told that it was away.
    const tell = comment.state === 'spam' ? undefined : told[stateAct]
    return {
      changes: { state: to },
      event,
      reason,
      note,
      tell,
      act: `comment ${event}`,
      details: { from: comment.state, to },
    }
  })
}

/**
 * Marks a comment as nearly the same as another, so that they are shown together; none is dropped. The other may itself be
 * a near-duplicate: then both stand under the same head.
 */
export async function markDuplicate(
  services: Pick<Services, 'db' | 'config'>,
  by: StaffAct,
  headId: string,
  now: Date,
): Promise<Moderate> {
  return act(services, by, now, async (db, comment) => {
    const other = await findComment(db, by.agency.id, headId)
    if (!other || other.engagementId !== comment.engagementId || !counts(comment)) return 'does-not-fit'
    const head = other.duplicateOf ?? other.id
    if (head === comment.id || other.id === comment.id) return 'does-not-fit'
    await repointDuplicates(db, by.agency.id, comment.id, head)
    return {
      changes: { duplicateOf: head },
      event: 'duplicate',
      act: 'comment marked as near-duplicate',
      details: { head },
    }
  })
}

/** Lets a comment stand for itself again. */
export async function unmarkDuplicate(
  services: Pick<Services, 'db' | 'config'>,
  by: StaffAct,
  now: Date,
): Promise<Moderate> {
  return act(services, by, now, (_, comment) =>
    comment.duplicateOf === null
      ? 'does-not-fit'
      : { changes: { duplicateOf: null }, event: 'not-duplicate', act: 'comment no longer a near-duplicate' },
  )
}

/** Answers a comment: the clock of the response promise stops with the first answer, and the author gets the words. */
export async function answerComment(
  services: Pick<Services, 'db' | 'config'>,
  by: StaffAct,
  answer: string,
  note: string,
  now: Date,
): Promise<Moderate> {
  return act(services, by, now, (_, comment) => {
    if (!counts(comment)) return 'does-not-fit'
    const changes = comment.answeredAt === null ? { answeredAt: now } : {}
    return { changes, event: 'answered', reason: answer, note, tell: 'answered', act: 'comment answered' }
  })
}

/** Starts the clock again, when a comment was marked as answered by mistake. */
export async function reopenComment(
  services: Pick<Services, 'db' | 'config'>,
  by: StaffAct,
  now: Date,
): Promise<Moderate> {
  return act(services, by, now, (_, comment) =>
    comment.answeredAt === null
      ? 'does-not-fit'
      : { changes: { answeredAt: null }, act: 'comment marked as not answered' },
  )
}
