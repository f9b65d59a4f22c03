import { contentHash } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { inTransaction } from '../../platform/db/database.ts'
import type { Typed } from '../../platform/http/typed.ts'
import type { Services } from '../../platform/services.ts'
import type { Agency } from '../agencies/agency.ts'
import { instantIn } from '../engagements/agency-time.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { Asked } from './comment-form.ts'
import { findByReceipt, findComment } from './comment.store.ts'
import { compareKeyings, type EnteredForm, keyedFields, type KeyingDifference } from './enter-form.ts'
import {
  addPaperEntry,
  findPaperByNumber,
  findPaperEntry,
  finishPaperEntry,
  type PaperEntry,
  removePaperEntry,
} from './paper-entry.store.ts'
import { dayIn } from './response-promise.ts'
import { sendComment, type SendProblem } from './send-comment.action.ts'

type Where = { agency: Agency; engagement: Engagement; actorId: string }

export type EnterComment =
  | { outcome: 'entered'; receiptCode: string }
  /** The same paper was entered before, by whatever form. */
  | { outcome: 'paper-taken' }
  | { outcome: 'closed' }
  | { outcome: 'not-allowed'; reason: SendProblem }

/** Enters what somebody said on paper, at a meeting or by phone. Who entered it is kept and told. */
export async function enterComment(
  services: Pick<Services, 'db' | 'config'>,
  { agency, engagement, actorId }: Where,
  entered: EnteredForm,
  { formKey, secondBy }: { formKey: string; secondBy?: string },
  now: Date,
): Promise<EnterComment> {
  const { channel, receivedOn, paperNumber, form } = entered
  const sent = await sendComment(
    services,
    {
      agency,
      engagement,
      channel,
      ...form,
      language: entered.language,
      submissionKey:
        paperNumber === '' ? `${engagement.id} ${formKey}` : `${engagement.id} paper ${paperNumber}`,
      enteredBy: actorId,
      enteredNote: entered.note,
      receivedAt:
        receivedOn === dayIn(agency.timeZone, now) ? now : instantIn(agency.timeZone, receivedOn, '12:00'),
      provenance: {
        ...(paperNumber === '' ? {} : { paperNumber }),
        ...(secondBy === undefined ? {} : { secondBy }),
        formKey,
      },
    },
    now,
  )
  switch (sent.outcome) {
    case 'accepted':
      return { outcome: 'entered', receiptCode: sent.receiptCode }
    case 'repeated': {
      const first = await findComment(services.db, agency.id, sent.commentId)
      // The very same form sent twice is no second paper.
      return first?.provenance['formKey'] === formKey
        ? { outcome: 'entered', receiptCode: sent.receiptCode }
        : { outcome: 'paper-taken' }
    }
    case 'closed':
      return sent
    case 'not-allowed':
      return sent
  }
}

export type KeyPaper =
  { outcome: 'kept'; entryId: string } | { outcome: 'paper-taken'; entryId: string; done: boolean }

/** Keeps the first keying of a paper until somebody else has keyed it in too. */
export async function keyPaper(
  { db }: Pick<Services, 'db'>,
  { agency, engagement, actorId }: Where,
  { asked, typed, paperNumber }: { asked: Asked; typed: Typed; paperNumber: string },
  now: Date,
): Promise<KeyPaper> {
  const agencyId = agency.id
  return inTransaction(db, async (db) => {
    const fields = keyedFields(asked, typed)
    const entryId = await addPaperEntry(db, {
      agencyId,
      engagementId: engagement.id,
      paperNumber,
      fields,
      enteredBy: actorId,
      enteredAt: now,
    })
    if (entryId === undefined) {
      const first = await findPaperByNumber(db, agencyId, engagement.id, paperNumber)
      if (!first) throw new Error(`The paper ${paperNumber} is taken and not there`)
      return { outcome: 'paper-taken', entryId: first.id, done: first.commentId !== null }
    }
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: 'paper keyed in once',
        subjectKind: 'paper entry',
        subjectId: entryId,
        details: { engagement: engagement.slug },
        contentHash: contentHash(fields),
      },
      now,
    )
    return { outcome: 'kept', entryId }
  })
}

export type KeyAgain =
  | { outcome: 'same'; receiptCode: string }
  | { outcome: 'differs'; entry: PaperEntry; differences: KeyingDifference[] }
  | { outcome: 'same-person' }
  | { outcome: 'not-there' }
  | Exclude<EnterComment, { outcome: 'entered' }>

/** Takes the second keying of a paper: when both say the same it becomes a comment, otherwise their differences are told. */
export async function keyPaperAgain(
  services: Pick<Services, 'db' | 'config'>,
  where: Where,
  entryId: string,
  { asked, typed, entered }: { asked: Asked; typed: Typed; entered: EnteredForm },
  now: Date,
): Promise<KeyAgain> {
  const entry = await findPaperEntry(services.db, where.agency.id, entryId)
  if (!entry || entry.engagementId !== where.engagement.id || entry.commentId !== null)
    return { outcome: 'not-there' }
  if (entry.enteredBy === where.actorId) return { outcome: 'same-person' }
  const differences = compareKeyings(asked, entry.fields, typed)
  if (differences.length > 0) return { outcome: 'differs', entry, differences }
  return finish(services, where, entry, entered, now)
}

/** Turns a paper whose two keyings agree, or were settled, into a comment. */
export async function finish(
  services: Pick<Services, 'db' | 'config'>,
  { agency, engagement, actorId }: Where,
  entry: PaperEntry,
  entered: EnteredForm,
  now: Date,
): Promise<KeyAgain> {
  return inTransaction(services.db, async (db) => {
    const result = await enterComment(
      { db, config: services.config },
      { agency, engagement, actorId: entry.enteredBy },
      { ...entered, channel: 'paper', paperNumber: entry.paperNumber },
      { formKey: `paper-entry ${entry.id}`, secondBy: actorId },
      now,
    )
    if (result.outcome !== 'entered') return result
    const comment = await findByReceipt(db, result.receiptCode)
    if (!comment) throw new Error(`The comment of paper ${entry.paperNumber} was entered and is not there`)
    await finishPaperEntry(db, agency.id, entry.id, comment.id)
    return { outcome: 'same', receiptCode: result.receiptCode }
  })
}

/** Drops a first keying that should not have been, such as one under a misread number. */
export async function dropPaper(
  { db }: Pick<Services, 'db'>,
  { agency, engagement, actorId }: Where,
  entryId: string,
  now: Date,
): Promise<'dropped' | 'not-there'> {
  return inTransaction(db, async (db) => {
    const entry = await findPaperEntry(db, agency.id, entryId)
    if (!entry || entry.engagementId !== engagement.id || entry.commentId !== null) return 'not-there'
    await removePaperEntry(db, agency.id, entryId)
    await recordAct(
      db,
      {
        agencyId: agency.id,
        actorId,
        act: 'first keying dropped',
        subjectKind: 'paper entry',
        subjectId: entryId,
        details: { engagement: engagement.slug },
        contentHash: contentHash(entry.fields),
      },
      now,
    )
    return 'dropped'
  })
}
