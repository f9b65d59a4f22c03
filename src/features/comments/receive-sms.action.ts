import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { isLanguage, type Language } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { addMessage, addUnreachable, removeUnreachable } from '../../platform/mail/message.store.ts'
import type { Services } from '../../platform/services.ts'
import { type SmsKeyword, smsKeyword } from '../../platform/sms/keywords.ts'
import { parsePhone } from '../../platform/sms/sms.ts'
import type { Agency } from '../agencies/agency.ts'
import { listEngagements } from '../engagements/engagement.store.ts'
import { type Engagement, takesComments } from '../engagements/engagement.ts'
import { detectLanguage } from './detect-language.ts'
import { afterKeyword, type InboundText } from './inbound-text.ts'
import { findLastTextedEngagement } from './inbound-text.store.ts'
import { listQuestions } from './question.store.ts'
import { answerLimits } from './question.ts'
import { dayIn } from './response-promise.ts'
import { sayOneOf } from './say-one-of.ts'
import { languageForAuthor, sendComment } from './send-comment.action.ts'
import { looksLikeSpam } from './spam.ts'

export type ReceiveSms =
  | { outcome: 'accepted'; commentId: string; receiptCode: string }
  | { outcome: 'repeated'; receiptCode: string }
  | { outcome: SmsKeyword }
  /** Answered with a text that says what to do. */
  | { outcome: 'asked'; reply: SmsReply }
  | { outcome: 'too-many' }
  | { outcome: 'no-number' }

export const smsReplies = ['which', 'words', 'closed', 'tooLong', 'help', 'start'] as const
export type SmsReply = (typeof smsReplies)[number]

const perNumber = { points: 30, seconds: 3600 }

/**
 * Takes a text in. STOP, START and HELP are the service's own words; anything else is a comment: of the engagement whose keyword
 * comes first, else of the one this number texted last, else of the only one that is open. The same message id counts once.
 */
export async function receiveSms(
  services: Pick<Services, 'db' | 'config' | 'limits'>,
  agency: Agency,
  text: InboundText,
  now: Date,
): Promise<ReceiveSms> {
  const { db, limits } = services
  const phone = parsePhone(text.from)
  if (!phone.ok) return { outcome: 'no-number' }
  const number = phone.number
  const service = smsKeyword(text.body)
  // STOP is heard always, whatever limits there are.
  if (service === 'stop') return stop(db, agency, number, now)
  if ((await limits.take('sms-in', `${agency.id}:${number}`, perNumber)).outcome === 'too-many')
    return { outcome: 'too-many' }
  const last = await findLastTextedEngagement(db, agency.id, number)
  const language = languageForAuthor(agency, last?.language)
  const answer = (reply: SmsReply, said: Language = language, options: readonly Engagement[] = []) =>
    inTransaction(db, (db) => sendReply(db, { agency, number, text, reply, language: said, options }, now))
  if (service === 'start') {
    await removeUnreachable(db, agency.id, 'sms', number)
    await answer('start', keywordLanguage(text.body, language))
    return { outcome: 'start' }
  }
  const open = await openEngagements(db, agency, now)
  if (service === 'help') {
    await answer('help', keywordLanguage(text.body, language), open)
    return { outcome: 'help' }
  }
  const keyed = afterKeyword(
    text.body,
    open.map((engagement) => engagement.smsKeyword),
  )
  const engagement =
    open.find((one) => one.smsKeyword !== '' && one.smsKeyword === keyed?.keyword) ??
    open.find((one) => one.id === last?.engagementId) ??
    (open.length === 1 ? open[0] : undefined)
  const words = (keyed ? keyed.rest : text.body).trim()
  const spoken = languageForAuthor(agency, detectLanguage(words, language))
  const asked = async (reply: SmsReply): Promise<ReceiveSms> => {
    await answer(reply, spoken, open)
    return { outcome: 'asked', reply }
  }
  if (!engagement) return asked(open.length === 0 ? 'closed' : 'which')
  if (words === '') return asked('words')
  if (words.length > answerLimits.characters) return asked('tooLong')
  const question = (await listQuestions(db, agency.id, engagement.id)).find((one) => one.kind === 'text')
  if (!question) return asked('closed')
  const sent = await sendComment(
    services,
    {
      agency,
      engagement,
      channel: 'sms',
      answers: [{ questionId: question.id, text: words, choices: null, number: null }],
      contact: { channel: 'sms', address: number },
      language: detectLanguage(words, language),
      submissionKey: `${engagement.id} sms ${text.id.slice(0, 100)}`,
      provenance: text.media > 0 ? { attachments: text.media } : {},
      spamSuspect: looksLikeSpam({ trap: '', opened: '', text: words }, now),
    },
    now,
  )
  switch (sent.outcome) {
    case 'accepted':
      return { outcome: 'accepted', commentId: sent.commentId, receiptCode: sent.receiptCode }
    case 'repeated':
      return { outcome: 'repeated', receiptCode: sent.receiptCode }
    case 'closed':
      return asked('closed')
    case 'not-allowed':
      return asked('words')
  }
}

/** Nobody is texted after STOP; the gateway itself confirms it, as carriers ask. */
async function stop(db: Db, agency: Agency, number: string, now: Date): Promise<ReceiveSms> {
  await inTransaction(db, async (db) => {
    await addUnreachable(db, { agencyId: agency.id, channel: 'sms', address: number, reason: 'stopped' }, now)
    await recordAct(
      db,
      { agencyId: agency.id, act: 'texts stopped by their reader', subjectKind: 'number' },
      now,
    )
  })
  return { outcome: 'stop' }
}

async function openEngagements(db: Db, agency: Agency, now: Date): Promise<Engagement[]> {
  const today = dayIn(agency.timeZone, now)
  return (await listEngagements(db, agency.id)).filter((engagement) => takesComments(engagement, today))
}

/** AYUDA and INICIAR are answered in Spanish, whatever was spoken before. */
function keywordLanguage(body: string, usual: Language): Language {
  const word = body
    .normalize('NFKD')
    .replace(/[^\p{L} ]/gu, '')
    .trim()
    .toLowerCase()
  if (/\p{Script=Arabic}/u.test(word)) return 'ar'
  const spanish = /^(ayud|auxili|informacion|inici|alta|dar|darme|comenz|empez|suscrib|reanud)/.test(word)
  const english = /^(help|info$|information|start|unstop|subscribe|resume|opt)/.test(word)
  const found = spanish ? 'es' : english ? 'en' : usual
  return isLanguage(found) ? found : usual
}

async function sendReply(
  db: Db,
  {
    agency,
    number,
    text,
    reply,
    language,
    options,
  }: {
    agency: Agency
    number: string
    text: InboundText
    reply: SmsReply
    language: Language
    options: readonly Engagement[]
  },
  now: Date,
): Promise<void> {
  const t = speak(language)
  const keyed = options.filter((engagement) => engagement.smsKeyword !== '').slice(0, 5)
  const choices = keyed
    .map((engagement) =>
      t('comments-staff.smsReply.choice', {
        keyword: engagement.smsKeyword.toUpperCase(),
        title: wordsIn(engagement.title, language).slice(0, 60),
      }),
    )
    .join('; ')
  const contact = [agency.contactName, agency.contactPhone || agency.contactAddress]
    .filter(Boolean)
    .join(', ')
  await addMessage(
    db,
    {
      agencyId: agency.id,
      channel: 'sms',
      kind: 'notice',
      toAddress: number,
      language,
      subject: '',
      text: sayOneOf(t, `comments-staff.smsReply.${reply}`, {
        agency: agency.name,
        choices,
        contact,
        most: answerLimits.characters,
      })
        .replace(/\s+/g, ' ')
        .trim(),
      onceKey: `sms-reply:${text.id.slice(0, 100)}`,
      aboutKind: 'text',
      aboutId: null,
    },
    now,
  )
}
