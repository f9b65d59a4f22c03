import { paths } from '../../paths.ts'
import { contentHash } from '../../platform/audit/audit.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { isLanguage, type Language } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { addMessage } from '../../platform/mail/message.store.ts'
import type { Services } from '../../platform/services.ts'
import { newCode } from '../../platform/session/session.ts'
import type { Agency } from '../agencies/agency.ts'
import { type Engagement, takesComments } from '../engagements/engagement.ts'
import type { AboutYou } from './about-question.ts'
import { type Age, type AgeProblem, ageProblemsOf } from './age.ts'
import { type Channel, type Comment, type CommentState, firstState, type Provenance } from './comment.ts'
import { removeDraft } from './comment-draft.store.ts'
import { addComment } from './comment.store.ts'
import type { Contact } from './contact.ts'
import { detectLanguage } from './detect-language.ts'
import { fingerprint } from './fingerprint.ts'
import { studentsMayAnswer } from '../engagements/protected-topics.ts'
import { type Answer, freeText } from './question.ts'
import { receiptMail, receiptText } from './receipt.email.ts'
import { receiptLength } from './receipt.ts'
import { dayIn, promisedDay } from './response-promise.ts'

/** A comment as it comes in, through whatever channel. */
export type IncomingComment = {
  agency: Agency
  engagement: Engagement
  channel: Channel
  answers: readonly Answer[]
  aboutYou?: readonly AboutYou[]
  age?: Age
  guardianConsent?: boolean
  /** Where its author wants to be told; the receipt goes there at once. */
  contact?: Contact
  /** So many receipts went to that address today that this one stays away: it may be somebody else's. */
  receiptStaysAway?: boolean
  /** The language of the page, the paper or the mail: what is assumed when the words are too few to tell. */
  language?: string
  /** The same key is the same comment, however often it is sent. */
  submissionKey: string
  /** Staff or a partner who enters it for someone, and what they want noted about that. */
  enteredBy?: string
  enteredNote?: string
  /** When it was said, if not now. */
  receivedAt?: Date
  provenance?: Provenance
  importId?: string
  /** Its author, when signed in. */
  personId?: string
  spamSuspect?: boolean
}

export type SendProblem = AgeProblem | 'empty' | 'notCheckedForStudents' | 'parentsFirst'

export type SendComment =
  | { outcome: 'accepted'; commentId: string; receiptCode: string; state: CommentState }
  | { outcome: 'repeated'; commentId: string; receiptCode: string }
  | { outcome: 'closed' }
  | { outcome: 'not-allowed'; reason: SendProblem }

/** The one way in for a comment: kept with its answers, audited, and its receipt on the way, all or nothing. */
export async function sendComment(
  services: Pick<Services, 'db' | 'config'>,
  incoming: IncomingComment,
  now: Date,
): Promise<SendComment> {
  const { agency, engagement, channel, answers, aboutYou = [] } = incoming
  if (!isWelcome(incoming, now)) return { outcome: 'closed' }
  const problem = problemOf(incoming)
  if (problem) return { outcome: 'not-allowed', reason: problem }
  const comment = commentOf(incoming, now)
  const act = {
    agencyId: agency.id,
    actorId: comment.enteredBy ?? comment.personId,
    act: 'comment received',
    subjectKind: 'comment',
    subjectId: comment.id,
    details: { engagement: engagement.slug, channel, state: comment.state },
    contentHash: contentHash({ answers, aboutYou }),
  }
  const add = async (db: Db): Promise<SendComment> => {
    const kept = await addComment(db, comment, answers, aboutYou, { act, now })
    return kept.outcome === 'added'
      ? { outcome: 'accepted', commentId: comment.id, receiptCode: comment.receiptCode, state: comment.state }
      : { outcome: 'repeated', commentId: kept.commentId, receiptCode: kept.receiptCode }
  }
  // Most comments bring nothing else along, and one statement is a transaction by itself.
  if (!incoming.contact && !incoming.personId) return add(services.db)
  return inTransaction(services.db, async (db) => {
    const sent = await add(db)
    if (sent.outcome !== 'accepted') return sent
    // Also when it turned out to be a child's, whose comment is tied to no account.
    if (incoming.personId) await removeDraft(db, agency.id, engagement.id, incoming.personId)
    if (incoming.contact && !incoming.receiptStaysAway)
      await sendReceipt({ db, config: services.config }, incoming, incoming.contact, comment, now)
    return sent
  })
}

/** Everyone may speak while the engagement is open; what was said in time may be entered or imported after it has closed. */
function isWelcome(
  { agency, engagement, channel, enteredBy, receivedAt }: IncomingComment,
  now: Date,
): boolean {
  if (channel === 'import') return engagement.status !== 'draft'
  const day = dayIn(agency.timeZone, receivedAt ?? now)
  if (!enteredBy) return takesComments(engagement, day)
  return engagement.status !== 'draft' && takesComments({ ...engagement, status: 'open' }, day)
}

function problemOf(incoming: IncomingComment): SendProblem | undefined {
  const { answers, engagement, age = 'adult', guardianConsent = false, contact } = incoming
  if (!answers.some((answer) => answer.text !== null || answer.number !== null || answer.choices?.length))
    return 'empty'
  const rules = ageProblemsOf({
    age,
    guardianConsent,
    hasFreeText: answers.some((answer) => answer.text !== null),
    hasContact: contact !== undefined,
  })
  if (rules[0]) return rules[0]
  if (age === 'adult') return undefined
  const students = studentsMayAnswer(engagement)
  if (students === 'unchecked') return 'notCheckedForStudents'
  return students === 'parents-first' && !guardianConsent ? 'parentsFirst' : undefined
}

/** The comment as it will be kept. Chance (its id and receipt code) comes in here and nowhere else. */
function commentOf(incoming: IncomingComment, now: Date): Comment {
  const { agency, engagement, age = 'adult', contact } = incoming
  const text = freeText(incoming.answers)
  return {
    agencyId: agency.id,
    id: newId(now.getTime()),
    engagementId: engagement.id,
    receiptCode: newCode(receiptLength),
    channel: incoming.channel,
    language: detectLanguage(text, incoming.language ?? agency.languages[0] ?? 'en'),
    state: firstState(engagement.moderation, incoming.spamSuspect ?? false),
    age,
    guardianConsent: incoming.guardianConsent ?? false,
    receivedAt: incoming.receivedAt ?? now,
    answeredAt: null,
    changedAt: now,
    version: 1,
    submissionKey: incoming.submissionKey,
    fingerprint: fingerprint(text),
    duplicateOf: null,
    importId: incoming.importId ?? null,
    enteredBy: incoming.enteredBy ?? null,
    enteredNote: incoming.enteredNote ?? '',
    // A child under 13 has no account here, whoever's browser it is.
    personId: age === 'under-13' ? null : (incoming.personId ?? null),
    contactChannel: contact?.channel ?? null,
    contactAddress: contact?.address ?? null,
    provenance: incoming.provenance ?? {},
  }
}

/** The language to write to an author in: that of the page they used, else that of their words, else the agency's. */
export function languageForAuthor(
  agency: Pick<Agency, 'languages'>,
  ...wishes: (string | undefined)[]
): Language {
  return wishes.find(isLanguage) ?? agency.languages[0] ?? 'en'
}

async function sendReceipt(
  { db, config }: { db: Db; config: Services['config'] },
  { agency, engagement, language: asked }: IncomingComment,
  contact: Contact,
  comment: Comment,
  now: Date,
): Promise<void> {
  const language = languageForAuthor(agency, asked, comment.language)
  const t = speak(language)
  const url = config.baseUrl + paths.receiptShort.to({ code: comment.receiptCode })
  const receipt = {
    t,
    language,
    agencyName: agency.name,
    engagementTitle: wordsIn(engagement.title, language),
    receiptCode: comment.receiptCode,
    url,
    promisedDay: promisedDay(comment, engagement, agency.timeZone),
  }
  const words =
    contact.channel === 'mail' ? receiptMail(receipt) : { subject: '', text: receiptText(receipt) }
  await addMessage(
    db,
    {
      agencyId: agency.id,
      channel: contact.channel,
      kind: 'notice',
      toAddress: contact.address,
      language,
      ...words,
      replyTo: engagement.contactAddress || undefined,
      onceKey: `receipt:${comment.id}`,
      aboutKind: 'comment',
      aboutId: comment.id,
    },
    now,
  )
}
