import type { Fault } from '../../platform/http/typed.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import type { FormFault, FormProblem } from './comment-form.ts'
import { answerLimits } from './question.ts'

type Said = (t: Translate, question: string) => string

/** A sentence for every fault, that says what to do about it. */
const sentences: Record<FormProblem, Said> = {
  missing: (t, question) => t('comments.faults.missing', { question }),
  tooLong: (t, question) => t('comments.faults.tooLong', { question, most: answerLimits.characters }),
  noSuchChoice: (t, question) => t('comments.faults.noSuchChoice', { question }),
  oneOnly: (t, question) => t('comments.faults.oneOnly', { question }),
  rankTwice: (t, question) => t('comments.faults.rankTwice', { question }),
  noSuchRank: (t, question) => t('comments.faults.noSuchRank', { question }),
  noSuchAbout: (t, question) => t('comments.faults.noSuchChoice', { question }),
  under13Text: (t) => t('comments.faults.under13Text'),
  under13Contact: (t) => t('comments.faults.under13Contact'),
  consentMissing: (t) => t('comments.faults.consentMissing'),
  empty: (t) => t('comments.faults.empty'),
  ageMissing: (t) => t('comments.faults.ageMissing'),
  contactMail: (t) => t('comments.faults.contactMail'),
  contactPhone: (t) => t('comments.faults.contactPhone'),
  notCheckedForStudents: (t) => t('comments.faults.notCheckedForStudents'),
  parentsFirst: (t) => t('comments.faults.parentsFirst'),
  unreadable: (t) => t('comments.faults.unreadable'),
}

/** The faults of a form as its reader is told about them. */
export function sayFaults(t: Translate, language: Language, faults: readonly FormFault[]): Fault[] {
  return faults.map(({ field, problem, question }) => ({
    field,
    message: sentences[problem](t, question ? wordsIn(question.prompt, language) : ''),
  }))
}
