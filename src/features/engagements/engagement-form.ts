import { isLanguage, type Language, languages } from '../../platform/i18n/language.ts'
import { parseAddress } from '../../platform/mail/address.ts'
import { type Typed, typedList, typedText } from '../../platform/http/typed.ts'
import { smsKeyword } from '../../platform/sms/keywords.ts'
import { type Engagement, engagementTexts, type Needed, sourceLanguage } from './engagement.ts'
import {
  type FieldProblem,
  lengthProblems,
  longestLine,
  longestText,
  longestTitle,
  oneLine,
  readDay,
  readLine,
  textField,
  typedTexts,
  writtenFields,
} from './form-fields.ts'
import { isFramework } from './frameworks.ts'
import { protectedTopics } from './protected-topics.ts'
import { retell } from './translations.ts'

/** What the edit form may change. */
export type EngagementChanges = Pick<
  Engagement,
  | (typeof engagementTexts)[number]
  | 'languages'
  | 'contactName'
  | 'contactAddress'
  | 'contactPhone'
  | 'frameworks'
  | 'opensOn'
  | 'closesOn'
  | 'responseDays'
  | 'moderation'
  | 'asksStudents'
  | 'protectedTopics'
  | 'protectedTopicsCheckedAt'
  | 'doubleEntry'
  | 'smsKeyword'
>

export type ReadEngagementForm =
  { outcome: 'read'; changes: EngagementChanges } | { outcome: 'faulty'; problems: FieldProblem[] }

/** The languages whose fields stand on the form: those of the engagement, the source first. */
export function formLanguages(engagement: Pick<Engagement, 'languages' | 'title'>): Language[] {
  const source = sourceLanguage(engagement)
  return [
    source,
    ...languages.filter((language) => language !== source && engagement.languages.includes(language)),
  ]
}

/** An engagement as its edit form shows it. */
export function engagementFields(engagement: Engagement): Typed {
  const fields: Record<string, string | string[]> = {}
  for (const field of engagementTexts) Object.assign(fields, writtenFields(field, engagement[field]))
  return {
    ...fields,
    version: String(engagement.version),
    languages: engagement.languages,
    contactName: engagement.contactName,
    contactAddress: engagement.contactAddress,
    contactPhone: engagement.contactPhone,
    frameworks: engagement.frameworks,
    opensOn: engagement.opensOn ?? '',
    closesOn: engagement.closesOn ?? '',
    responseDays: String(engagement.responseDays),
    moderation: engagement.moderation,
    asksStudents: engagement.asksStudents ? 'yes' : '',
    protectedTopics: engagement.protectedTopics,
    protectedTopicsChecked: engagement.protectedTopicsCheckedAt ? 'yes' : '',
    doubleEntry: engagement.doubleEntry ? 'yes' : '',
    smsKeyword: engagement.smsKeyword,
  }
}

/** Reads the edit form; every problem at once. `now` dates a check of the protected topics that was just made. */
export function readEngagementForm(engagement: Engagement, typed: Typed, now: Date): ReadEngagementForm {
  const problems: FieldProblem[] = []
  const source = sourceLanguage(engagement)
  const shown = formLanguages(engagement)
  const told = {} as Pick<EngagementChanges, (typeof engagementTexts)[number]> // as: filled by the loop
  for (const field of engagementTexts) {
    const texts = typedTexts(typed, field, shown)
    if (field === 'title') {
      for (const one of texts) one.text = oneLine(one.text)
      if (texts.every(({ language, text }) => language !== source || text === '')) {
        problems.push({ field: textField(field, source), problem: 'titleMissing' })
      }
      problems.push(...lengthProblems(field, texts, longestTitle, 'titleLong'))
    } else {
      problems.push(...lengthProblems(field, texts, longestText, 'textLong'))
    }
    told[field] = retell(engagement[field], source, texts)
  }

  const offered = typedList(typed, 'languages').filter(isLanguage)
  const contactAddress = readAddress(typed, problems)
  const contactPhone = readLine(typed, 'contactPhone')
  if (!/^[+\d ().\-–/extEXT#,]{0,40}$/.test(contactPhone))
    problems.push({ field: 'contactPhone', problem: 'phone' })
  const contactName = readLine(typed, 'contactName')
  if (contactName.length > longestLine) problems.push({ field: 'contactName', problem: 'lineLong' })

  const opensOn = readOptionalDay(typed, 'opensOn', problems)
  const closesOn = readOptionalDay(typed, 'closesOn', problems)
  if (opensOn && closesOn && closesOn < opensOn) problems.push({ field: 'closesOn', problem: 'daysOrder' })

  const responseDays = Number(/^\d{1,2}$/.exec(readLine(typed, 'responseDays'))?.[0] ?? 0)
  if (responseDays < 1 || responseDays > 60) problems.push({ field: 'responseDays', problem: 'responseDays' })
  const moderation = readLine(typed, 'moderation')
  if (moderation !== 'before' && moderation !== 'after')
    problems.push({ field: 'moderation', problem: 'moderation' })

  const keyword = readLine(typed, 'smsKeyword').toUpperCase()
  if (!isKeyword(keyword)) problems.push({ field: 'smsKeyword', problem: 'keyword' })

  const asksStudents = typedText(typed, 'asksStudents') === 'yes'
  const touched = typedList(typed, 'protectedTopics')
  const topics = protectedTopics.filter((topic) => touched.includes(topic))
  const checked = typedText(typed, 'protectedTopicsChecked') === 'yes'
  const sameTopics =
    topics.join() === protectedTopics.filter((topic) => engagement.protectedTopics.includes(topic)).join()

  if (problems.length > 0) return { outcome: 'faulty', problems }
  return {
    outcome: 'read',
    changes: {
      ...told,
      languages: languages.filter((language) => language === source || offered.includes(language)),
      contactName,
      contactAddress,
      contactPhone,
      frameworks: [...new Set(typedList(typed, 'frameworks').filter(isFramework))],
      opensOn,
      closesOn,
      responseDays,
      moderation: moderation === 'before' ? 'before' : 'after',
      asksStudents,
      protectedTopics: topics,
      // A check that stands keeps its date, so that the record says when it was really made.
      protectedTopicsCheckedAt: checked
        ? ((sameTopics ? engagement.protectedTopicsCheckedAt : null) ?? now)
        : null,
      doubleEntry: typedText(typed, 'doubleEntry') === 'yes',
      smsKeyword: keyword,
    },
  }
}

function readAddress(typed: Typed, problems: FieldProblem[]): string {
  const text = readLine(typed, 'contactAddress')
  if (text === '') return ''
  const parsed = parseAddress(text)
  if (parsed.ok) return parsed.address
  problems.push({ field: 'contactAddress', problem: 'address' })
  return ''
}

function readOptionalDay(typed: Typed, field: string, problems: FieldProblem[]): string | null {
  const text = readLine(typed, field)
  if (text === '') return null
  const day = readDay(text)
  if (day === undefined) problems.push({ field, problem: 'day' })
  return day ?? null
}

/** A word that a text message may begin with: letters and digits, and none that the carriers keep for stopping or help. */
export function isKeyword(keyword: string): boolean {
  return keyword === '' || (/^[A-Z][A-Z0-9]{2,14}$/.test(keyword) && smsKeyword(keyword) === undefined)
}

/** The fields that differ between what someone typed and what stands there now, for the two to be seen side by side. */
export function differingFields(
  typed: Typed,
  now: Typed,
  names: readonly string[],
): { field: string; typed: string; now: string }[] {
  const words = (from: Typed, field: string) => typedList(from, field).join(', ').trim()
  return names
    .map((field) => ({ field, typed: words(typed, field), now: words(now, field) }))
    .filter((both) => both.typed !== both.now)
}

/** What a new engagement starts with: a title in one language. */
export type NewEngagement = { title: string; source: Language; languages: Language[] }

/** Reads the form that starts an engagement. */
export function readNewEngagementForm(
  typed: Typed,
): { outcome: 'read'; wish: NewEngagement } | { outcome: 'faulty'; problems: FieldProblem[] } {
  const problems: FieldProblem[] = []
  const title = readLine(typed, 'title')
  if (title === '') problems.push({ field: 'title', problem: 'titleMissing' })
  if (title.length > longestTitle) problems.push({ field: 'title', problem: 'titleLong' })
  const source = typedText(typed, 'source')
  if (!isLanguage(source))
    return { outcome: 'faulty', problems: [...problems, { field: 'source', problem: 'source' }] }
  if (problems.length > 0) return { outcome: 'faulty', problems }
  const offered = typedList(typed, 'languages')
  return {
    outcome: 'read',
    wish: {
      title,
      source,
      languages: languages.filter((language) => language === source || offered.includes(language)),
    },
  }
}

/** The field of the edit form where something that is missing is written. */
export function fieldOfNeed(engagement: Engagement, need: Needed): string {
  if (need === 'contact') return 'contactName'
  if (need === 'protectedTopics') return 'protectedTopicsChecked'
  return textField(need, sourceLanguage(engagement))
}
