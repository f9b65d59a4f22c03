import type { ExampleConversation } from './conversation-model.ts'

/** The three languages in which people of the example district write and read. */
export type DistrictLanguage = 'en' | 'es' | 'ar'

/** A text in all three languages. */
export type Texts = Record<DistrictLanguage, string>

/** A text that staff wrote in the two languages that are complete. */
export type EnglishAndSpanish = { en: string; es: string }

export type AgencyKind = 'sea' | 'lea' | 'school'

export type ExampleAgency = {
  key: string
  slug: string
  kind: AgencyKind
  /** Key of the agency above, null for the state agency. */
  parent: string | null
  name: string
  /** How people call it in a sentence. */
  shortName: string
  timeZone: string
  languages: DistrictLanguage[]
  /** The smallest number of people that may be reported. */
  minimumNumber: number
  /** Key of the person whom the public can write to or call. */
  contact: string
  brandColor: string
}

export type ExampleRole =
  | 'administrator'
  | 'coordinator'
  | 'facilitator'
  | 'note-taker'
  | 'analyst'
  | 'member'
  | 'partner'
  | 'records-officer'

export type ExamplePerson = {
  key: string
  name: string
  email: string
  language: DistrictLanguage
  /** What the person does, as shown beside the name. */
  title: string
  roles: { agency: string; role: ExampleRole }[]
}

export type ExampleTimelineEntry = {
  key: string
  /** 'YYYY-MM-DD' in the agency's time zone. */
  day: string
  /** 'HH:MM' local; null when the entry is about the whole day. */
  startsAt: string | null
  endsAt: string | null
  title: Texts
  detail: Texts
  /** A name and street, the same in every language; empty when the entry has no place. */
  place: string
  /** Whether the public can take part at this point. */
  takePart: boolean
}

export type ExampleEngagement = {
  key: string
  agency: string
  slug: string
  state: 'draft' | 'open' | 'closed'
  languages: DistrictLanguage[]
  opensOn: string
  closesOn: string
  /** Key of the person who answers for the engagement. */
  contact: string
  contactPhone: string
  title: Texts
  purpose: Texts
  whatIsDecided: Texts
  whoDecides: Texts
  howInputIsUsed: Texts
  hardestIssue: Texts
  moderationPolicy: Texts
  frameworks: string[]
  moderation: 'before' | 'after'
  responseDays: number
  asksStudents: boolean
  timeline: ExampleTimelineEntry[]
}

export type ExampleOption = { key: string; label: Texts }

export type ExampleQuestion = {
  key: string
  engagement: string
  kind: 'text' | 'single' | 'multiple' | 'scale' | 'ranking'
  text: Texts
  hint: Texts | null
  required: boolean
  options: ExampleOption[]
  /** Most options one may choose; only for 'multiple'. */
  atMost: number | null
  /** Words at the two ends; only for 'scale'. */
  scale: { from: number; to: number; low: Texts; high: Texts } | null
}

export type ExampleAttribute = { key: string; engagement: string; label: Texts; options: ExampleOption[] }

export type ExampleCode = {
  key: string
  engagement: string
  theme: string
  name: EnglishAndSpanish
  definition: string
  include: string
  exclude: string
  example: string
}

export type ExampleTheme = {
  key: string
  engagement: string
  title: EnglishAndSpanish
  summary: EnglishAndSpanish
  codes: string[]
}

/** Meeting and phone are one of the five ways: someone listens and writes it down. */
export type ExampleChannel = 'web' | 'paper' | 'meeting' | 'phone' | 'mail' | 'sms'

/** For or against what the theme asks for; its summary says what that is. */
export type Stance = 'for' | 'against'

/** A code that a coder gave, with the words it rests on: `[start, end)` in the answer to the named question. */
export type ExampleCoding = { code: string; question: string; start: number; end: number; stance: Stance }

export type ExampleRange = {
  question: string
  start: number
  end: number
  what: 'name' | 'phone' | 'address' | 'health'
}

export type ExampleModeration = {
  state: 'published' | 'held' | 'spam'
  at: string
  by: string
  /** Why, as told to the author; null when a comment was simply approved. */
  reason: string | null
  /** Words that were taken out before publication. */
  redactions: ExampleRange[]
  offTopic: boolean
}

export type ExampleContact = { by: 'mail' | 'sms'; address: string }

export type ExampleComment = {
  key: string
  engagement: string
  channel: ExampleChannel
  language: DistrictLanguage
  age: 'adult' | '13-17'
  /** Consent of a guardian on record; true for every writer under 18. */
  guardianConsent: boolean
  /** Answers to open questions, by question key. */
  texts: Record<string, string>
  /** Answers to the other questions, by question key: option keys in order, or the point on the scale as text. */
  choices: Record<string, string[]>
  /** What the person said about themselves, by attribute key; anything may be missing. */
  about: Record<string, string>
  sentAt: string
  /** Who keyed in a paper form or noted down what someone said. */
  enteredBy: string | null
  enteredAt: string | null
  /** Where the answer is to go; null when the person wants none beyond the receipt. */
  contact: ExampleContact | null
  moderation: ExampleModeration
  /** Key of the first comment that says nearly the same, shown together with it. */
  duplicateOf: string | null
  withdrawnAt: string | null
  coder1: ExampleCoding[]
  coder2: ExampleCoding[]
  /** What stands after the two coders talked about their disagreements. */
  agreed: ExampleCoding[]
}

export type ExampleDispositionKind = 'adopted' | 'in-part' | 'not' | 'already' | 'out-of-scope'

export type ExampleDisposition = {
  theme: string
  disposition: ExampleDispositionKind
  /** null only in a decision that is not ready to be published. */
  reason: EnglishAndSpanish | null
  followUp: { state: 'done' | 'dropped'; on: string; note: EnglishAndSpanish } | null
}

export type ExampleDecision = {
  key: string
  engagement: string
  question: EnglishAndSpanish
  options: { key: string; label: EnglishAndSpanish }[]
  method:
    | { kind: 'consensus'; level: string }
    | { kind: 'vote'; for: number; against: number; abstained: number }
    | { kind: 'advisory'; body: string }
  /** Key of the chosen option; null while it is open. */
  result: string | null
  resultText: EnglishAndSpanish | null
  dispositions: ExampleDisposition[]
  responsible: string
  decidedOn: string | null
  reviewOn: string | null
  minority: EnglishAndSpanish | null
  state: 'draft' | 'published'
  publishedOn: string | null
}

export type ExampleDistrict = {
  agencies: ExampleAgency[]
  people: ExamplePerson[]
  engagements: ExampleEngagement[]
  questions: ExampleQuestion[]
  attributes: ExampleAttribute[]
  codes: ExampleCode[]
  themes: ExampleTheme[]
  /** The 1,200 comments of the main engagement, by the time they were sent. */
  comments: ExampleComment[]
  /** The few comments of the closed engagement. */
  earlierComments: ExampleComment[]
  decisions: ExampleDecision[]
  conversations: ExampleConversation[]
}
