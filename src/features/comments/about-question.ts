import { type Typed, typedText } from '../../platform/http/typed.ts'
import type { Written } from '../../platform/i18n/written.ts'
import type { QuestionOption } from './question.ts'

/** Something the agency would like to know about whoever speaks: role, school, group. Each may be skipped. */
export type AboutQuestion = {
  agencyId: string
  id: string
  engagementId: string
  key: string
  position: number
  prompt: Written
  options: QuestionOption[]
  removedAt: Date | null
}

/** The id of the option that was chosen; kept apart from the comment's words. */
export type AboutYou = { aboutQuestionId: string; value: string }

/** The form field of a question about the person. */
export function aboutField(question: Pick<AboutQuestion, 'key'>): string {
  return `about-${question.key}`
}

export type AboutFault = { field: string; question: AboutQuestion }

/** Reads what a person chose to say about themselves. Skipping is always fine; an option that does not exist is a fault. */
export function readAboutYou(
  questions: readonly AboutQuestion[],
  typed: Typed,
): { outcome: 'read'; aboutYou: AboutYou[] } | { outcome: 'faulty'; faults: AboutFault[] } {
  const aboutYou: AboutYou[] = []
  const faults: AboutFault[] = []
  for (const question of questions) {
    const field = aboutField(question)
    const value = typedText(typed, field).trim()
    if (value === '') continue
    if (question.options.some((option) => option.id === value))
      aboutYou.push({ aboutQuestionId: question.id, value })
    else faults.push({ field, question })
  }
  return faults.length ? { outcome: 'faulty', faults } : { outcome: 'read', aboutYou }
}
