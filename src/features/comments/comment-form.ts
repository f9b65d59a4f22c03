import { type Typed, typedText } from '../../platform/http/typed.ts'
import { aboutField, type AboutQuestion, type AboutYou, readAboutYou } from './about-question.ts'
import { type Age, type AgeProblem, ageProblemsOf, isAge } from './age.ts'
import { type Contact, readContact } from './contact.ts'
import {
  type Answer,
  answerField,
  type AnswerProblem,
  type Question,
  rankField,
  readAnswers,
} from './question.ts'

/** What an engagement asks, on whatever form. */
export type Asked = { questions: readonly Question[]; aboutQuestions: readonly AboutQuestion[] }

/** A comment as a form gives it. */
export type CommentForm = {
  answers: Answer[]
  aboutYou: AboutYou[]
  age: Age
  guardianConsent: boolean
  contact: Contact | undefined
}

export type FormProblem =
  | AnswerProblem
  | AgeProblem
  | 'empty'
  | 'noSuchAbout'
  | 'ageMissing'
  | 'contactMail'
  | 'contactPhone'
  | 'notCheckedForStudents'
  | 'parentsFirst'
  | 'unreadable'

/** What is wrong with a form, and in which field; `question` is the one that it is about. */
export type FormFault = { field: string; problem: FormProblem; question?: Question | AboutQuestion }

/** The field to which a fault of the whole form leads. */
export function firstField({ questions }: Asked): string {
  const first = questions[0]
  if (!first) return 'age'
  const option = first.options[0]
  return first.kind === 'ranking' && option ? rankField(first, option.id) : answerField(first)
}

/**
 * Reads a comment out of typed fields: answers `q-…`, about you `about-…`, `age`, `guardianConsent`, `contact` with
 * `contactMail` or `contactPhone`. Every fault at once, none twice. `mustTellAge` where students are asked.
 */
export function readCommentForm(
  asked: Asked,
  typed: Typed,
  { mustTellAge = false }: { mustTellAge?: boolean } = {},
): { outcome: 'read'; form: CommentForm } | { outcome: 'faulty'; faults: FormFault[] } {
  const faults: FormFault[] = []
  const typedAge = typedText(typed, 'age')
  if (typedAge === '' && mustTellAge) faults.push({ field: 'age', problem: 'ageMissing' })
  if (typedAge !== '' && !isAge(typedAge)) faults.push({ field: 'age', problem: 'ageMissing' })
  const age: Age = isAge(typedAge) ? typedAge : 'adult'
  const guardianConsent = typedText(typed, 'guardianConsent') === 'yes'

  const answers = readAnswers(asked.questions, typed)
  if (answers.outcome === 'faulty') faults.push(...answers.faults)
  const aboutYou = readAboutYou(asked.aboutQuestions, typed)
  if (aboutYou.outcome === 'faulty') {
    faults.push(
      ...aboutYou.faults.map(({ field, question }) => ({ field, question, problem: 'noSuchAbout' as const })),
    )
  }
  const wish = typedText(typed, 'contact')
  const contact = readContact(wish, typedText(typed, wish === 'sms' ? 'contactPhone' : 'contactMail').trim())
  if (contact.outcome === 'faulty') faults.push({ field: contact.field, problem: contact.field })

  const given = answers.outcome === 'read' ? answers.answers : []
  if (answers.outcome === 'read' && given.length === 0)
    faults.push({ field: firstField(asked), problem: 'empty' })
  const hasContact = contact.outcome !== 'none'
  const textQuestion = asked.questions.find(
    (question) => question.kind === 'text' && typedText(typed, answerField(question)).trim() !== '',
  )
  const problems = ageProblemsOf({
    age,
    guardianConsent,
    hasFreeText: textQuestion !== undefined,
    hasContact,
  })
  for (const problem of problems) {
    const field = {
      under13Text: textQuestion ? answerField(textQuestion) : 'age',
      under13Contact: 'contact',
      consentMissing: 'guardianConsent',
    }[problem]
    faults.push({ field, problem, question: problem === 'under13Text' ? textQuestion : undefined })
  }

  if (faults.length > 0 || answers.outcome === 'faulty' || aboutYou.outcome === 'faulty')
    return { outcome: 'faulty', faults }
  return {
    outcome: 'read',
    form: {
      answers: given,
      aboutYou: aboutYou.aboutYou,
      age,
      guardianConsent,
      contact: contact.outcome === 'read' ? contact.contact : undefined,
    },
  }
}

const otherFields = new Set(['age', 'guardianConsent', 'contact', 'contactMail', 'contactPhone'])

/** Only what a person typed into the questions, without tokens and traps; what a draft keeps. */
export function typedByPerson(asked: Asked, typed: Typed): Typed {
  const own = new Set([
    ...asked.questions.flatMap((question) => [
      answerField(question),
      ...question.options.map((option) => rankField(question, option.id)),
    ]),
    ...asked.aboutQuestions.map(aboutField),
    ...otherFields,
  ])
  return Object.fromEntries(Object.entries(typed).filter(([field]) => own.has(field)))
}

/** How long the form takes, in whole minutes: two for words, half a minute for a choice. */
export function minutesToAnswer({ questions, aboutQuestions }: Asked): number {
  const halves =
    questions.reduce((sum, question) => sum + (question.kind === 'text' ? 4 : 1), 0) +
    aboutQuestions.length / 2
  return Math.max(1, Math.ceil(halves / 2))
}
