import { type Fault, type Typed, typedText } from '../../platform/http/typed.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { nothingWritten, type Written } from '../../platform/i18n/written.ts'
import { clockIn, dayIn, instantIn } from '../engagements/agency-time.ts'
import { readClock, readDay, readLine } from '../engagements/form-fields.ts'
import { languagesOf, readWritten, writtenName } from '../themes/written-field.ts'
import { type Conversation, resultsShownTimes, statementAuthors } from './conversation.ts'

/** What the form of a conversation sets. */
export type ConversationSettings = Pick<
  Conversation,
  | 'question'
  | 'introduction'
  | 'whoAdds'
  | 'statementLength'
  | 'moderation'
  | 'moderationPolicy'
  | 'resultsShown'
  | 'opensAt'
  | 'closesAt'
  | 'embedOrigins'
>

export const conversationTexts = ['question', 'introduction', 'moderationPolicy'] as const

export const conversationLimits = {
  question: 300,
  introduction: 2000,
  moderationPolicy: 2000,
  shortestStatement: 40,
  longestStatement: 1000,
  embedOrigins: 20,
} as const

/** What the form starts from: a conversation, or nothing in the engagement's first language. */
export type FormContext = {
  before: Pick<Conversation, 'status' | (typeof conversationTexts)[number]>
  languages: readonly Language[]
  timeZone: string
}

/** Before there is a conversation: nothing is written yet, first in this language. */
export function blankConversation(source: Language): FormContext['before'] {
  const nothing: Written = { ...nothingWritten, source }
  return { status: 'draft', question: nothing, introduction: nothing, moderationPolicy: nothing }
}

/** A new form: careful defaults, and the policy that is suggested in each language. */
export function newConversationFields(
  source: Language,
  languages: readonly Language[],
  suggestedPolicy: (language: Language) => string,
): Typed {
  const fields: Record<string, string> = {
    whoAdds: 'voters',
    statementLength: '200',
    moderation: 'before',
    resultsShown: 'after-voting',
  }
  for (const language of new Set([source, ...languages]))
    fields[writtenName('moderationPolicy', language)] = suggestedPolicy(language)
  return fields
}

/** A conversation as its form shows it. */
export function conversationFields(
  conversation: Conversation,
  languages: readonly Language[],
  timeZone: string,
): Typed {
  const fields: Record<string, string> = {
    version: String(conversation.version),
    whoAdds: conversation.whoAdds,
    statementLength: String(conversation.statementLength),
    moderation: conversation.moderation,
    resultsShown: conversation.resultsShown,
    embedOrigins: conversation.embedOrigins.join('\n'),
  }
  for (const text of conversationTexts) {
    for (const language of languagesOf(conversation[text], languages))
      fields[writtenName(text, language)] = conversation[text].texts[language]?.text ?? ''
  }
  for (const [field, at] of [
    ['opens', conversation.opensAt],
    ['closes', conversation.closesAt],
  ] as const) {
    fields[`${field}On`] = at ? dayIn(timeZone, at) : ''
    fields[`${field}At`] = at ? clockIn(timeZone, at) : ''
  }
  return fields
}

/** Reads the form; every fault at once. Once it has been opened, the question stays what people answered. */
export function readConversationForm(
  { before, languages, timeZone }: FormContext,
  typed: Typed,
): { outcome: 'read'; settings: ConversationSettings } | { outcome: 'faulty'; faults: Fault[] } {
  const faults: Fault[] = []
  const text = (name: (typeof conversationTexts)[number], missing?: string) => {
    const read = readWritten(
      typed,
      {
        name,
        before: before[name],
        most: conversationLimits[name],
        missing,
        sourceStays: name === 'question' && before.status !== 'draft',
      },
      languages,
    )
    faults.push(
      ...read.faults.map(({ field, message }) => ({
        field,
        message: message === missing ? message : `conversation-work.faults.${name}Long`,
      })),
    )
    return read.value
  }
  const question = text('question', 'conversation-work.faults.questionMissing')
  const introduction = text('introduction')
  const whoAdds = statementAuthors.find((one) => one === readLine(typed, 'whoAdds'))
  if (!whoAdds) faults.push({ field: 'whoAdds', message: 'conversation-work.faults.whoAdds' })
  const statementLength = Number(/^\d{1,4}$/.exec(readLine(typed, 'statementLength'))?.[0] ?? 0)
  const { shortestStatement, longestStatement } = conversationLimits
  if (statementLength < shortestStatement || statementLength > longestStatement)
    faults.push({ field: 'statementLength', message: 'conversation-work.faults.statementLength' })
  const moderation = (['before', 'after'] as const).find((one) => one === readLine(typed, 'moderation'))
  if (!moderation) faults.push({ field: 'moderation', message: 'conversation-work.faults.moderation' })
  const moderationPolicy = text('moderationPolicy')
  const policySource = moderationPolicy.source
  if (whoAdds === 'voters' && !moderationPolicy.texts[policySource]?.text)
    faults.push({
      field: writtenName('moderationPolicy', policySource),
      message: 'conversation-work.faults.policyMissing',
    })
  const resultsShown = resultsShownTimes.find((one) => one === readLine(typed, 'resultsShown'))
  if (!resultsShown) faults.push({ field: 'resultsShown', message: 'conversation-work.faults.resultsShown' })
  const opensAt = readMoment(typed, 'opens', '00:00', timeZone, faults)
  const closesAt = readMoment(typed, 'closes', '23:59', timeZone, faults)
  if (opensAt && closesAt && closesAt <= opensAt)
    faults.push({ field: 'closesOn', message: 'conversation-work.faults.closesFirst' })
  const embedOrigins = readOrigins(typedText(typed, 'embedOrigins'), faults)
  if (faults.length > 0 || !whoAdds || !moderation || !resultsShown) return { outcome: 'faulty', faults }
  return {
    outcome: 'read',
    settings: {
      question,
      introduction,
      whoAdds,
      statementLength,
      moderation,
      moderationPolicy,
      resultsShown,
      opensAt,
      closesAt,
      embedOrigins,
    },
  }
}

/** A day with a time of day at the agency; without a time the whole day counts. */
function readMoment(
  typed: Typed,
  name: 'opens' | 'closes',
  wholeDay: string,
  timeZone: string,
  faults: Fault[],
): Date | null {
  const typedDay = readLine(typed, `${name}On`)
  const typedClock = readLine(typed, `${name}At`)
  if (typedDay === '' && typedClock === '') return null
  const day = readDay(typedDay)
  if (day === undefined) faults.push({ field: `${name}On`, message: 'conversation-work.faults.day' })
  const clock = typedClock === '' ? wholeDay : readClock(typedClock)
  if (clock === undefined) faults.push({ field: `${name}At`, message: 'conversation-work.faults.clock' })
  return day !== undefined && clock !== undefined ? instantIn(timeZone, day, clock) : null
}

/** Sites as origins, one per line: whatever stands behind the host is dropped. Only secure ones may frame a vote. */
function readOrigins(text: string, faults: Fault[]): string[] {
  const origins = new Set<string>()
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const origin = originOf(line)
    if (origin === undefined) {
      faults.push({ field: 'embedOrigins', message: 'conversation-work.faults.embedOrigin' })
      return []
    }
    origins.add(origin)
  }
  if (origins.size > conversationLimits.embedOrigins)
    faults.push({ field: 'embedOrigins', message: 'conversation-work.faults.embedOrigins' })
  return [...origins]
}

/** The origin of a site's address, such as `https://www.example.org`; undefined for anything that may not frame us. */
export function originOf(address: string): string | undefined {
  if (address.length > 300 || /\s/.test(address)) return undefined
  let url: URL
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`)
  } catch {
    return undefined
  }
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) return undefined
  if (!local && !url.hostname.includes('.')) return undefined
  // A content security policy would read these as something else.
  return /^https?:\/\/[a-z0-9.:[\]-]+$/.test(url.origin) ? url.origin : undefined
}
