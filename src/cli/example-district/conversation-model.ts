import type { DistrictLanguage, Texts } from './district-model.ts'

/** What people think whom the example knows three camps of: the chance to agree, in this order, of those who do not pass. */
export type Leaning = readonly [neighborhoods: number, staff: number, contented: number]

/** A statement as it is written down here: whose words, in which language first, and how people see it. */
export type WrittenStatement = {
  key: string
  origin: 'agency' | 'voter'
  /** The language in which it was written; the others are translations. */
  source: DistrictLanguage
  texts: Texts
  agree: Leaning
  /** The chance to pass. */
  pass: number
  isMeta?: boolean
  /** Days after the conversation opened on which a voter wrote it; 0 for statements that were there from the start. */
  day?: number
}

export type ExampleStatement = {
  key: string
  origin: 'agency' | 'voter'
  source: DistrictLanguage
  texts: Texts
  state: 'shown' | 'waiting' | 'rejected'
  /** Why it was turned down. */
  reason: string
  isMeta: boolean
  addedAt: string
}

export type ExampleVote = { statement: string; value: 1 | -1 | 0; at: string; propensity: number }

export type ExampleVoter = {
  key: string
  language: DistrictLanguage
  joinedAt: string
  /** What they said about themselves, by attribute key; anything may be missing. */
  about: Record<string, string>
  /** Where they want to be told; null when nowhere. */
  mail: string | null
  votes: ExampleVote[]
  /** The statements that they wrote themselves, by key. */
  wrote: string[]
}

/** A statement that staff took into a theme. */
export type ExampleTaken = { statement: string; theme: string; on: string; note: string }

export type ExampleConversation = {
  key: string
  engagement: string
  state: 'open' | 'closed'
  question: Texts
  introduction: Texts
  moderationPolicy: Texts
  openedOn: string
  /** The last day; of a closed conversation the day on which it was closed. */
  closesOn: string
  resultsShown: 'always' | 'after-voting'
  statements: ExampleStatement[]
  voters: ExampleVoter[]
  taken: ExampleTaken[]
}
