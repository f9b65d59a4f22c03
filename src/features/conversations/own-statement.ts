import { type Age, ageProblemsOf } from '../comments/age.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { studentsMayAnswer } from '../engagements/protected-topics.ts'
import type { Conversation } from './conversation.ts'

/** What can stand between a person and sending a statement of their own. */
export const ownStatementProblems = [
  'empty',
  'tooLong',
  'ageMissing',
  'under13Text',
  'consentMissing',
  'notCheckedForStudents',
] as const
export type OwnStatementProblem = (typeof ownStatementProblems)[number]

/** What nobody sees but what turns the letters of others around, or makes the same words look new: controls, overrides, isolates. */
const unseen = /[\p{Cc}\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** A statement as it is kept: one line, no needless spaces, nothing that cannot be seen. */
export function statementText(typed: string): string {
  return typed.replace(/\s+/g, ' ').replace(unseen, '').trim()
}

/** Letters as people count them, so that a letter with a mark is one. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** The first thing to put right, or undefined. The rules for children are those of comments. */
export function ownStatementProblem({
  conversation,
  engagement,
  text,
  age,
  guardianConsent,
}: {
  conversation: Pick<Conversation, 'statementLength'>
  engagement: Pick<Engagement, 'asksStudents' | 'protectedTopics' | 'protectedTopicsCheckedAt'>
  text: string
  age: Age
  guardianConsent: boolean
}): OwnStatementProblem | undefined {
  // Whoever is under 13 hears that first: their words must not be asked for again.
  const [problem] = ageProblemsOf({ age, guardianConsent, hasFreeText: true, hasContact: false })
  if (problem === 'under13Text') return problem
  if (!/[\p{L}\p{N}]/u.test(text)) return 'empty'
  if (lengthOf(text) > conversation.statementLength) return 'tooLong'
  if (problem === 'consentMissing') return problem
  if (age !== 'adult' && studentsMayAnswer(engagement) === 'unchecked') return 'notCheckedForStudents'
  return undefined
}
