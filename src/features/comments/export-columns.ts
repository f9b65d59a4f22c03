import type { Column } from '../../platform/documents/table-cell.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import type { Comment } from './comment.ts'
import { answerInWords, type KeptAnswer, type Question } from './question.ts'
import { dayIn } from './response-promise.ts'

/** One row of an export: a comment with its answers by question. */
export type ExportRow = { comment: Comment; answers: ReadonlyMap<string, KeptAnswer> }

/**
 * The columns of an export of comments. Never the receipt code, because whoever holds it may withdraw the comment; never where
 * an author can be reached; never what they said about themselves, which is only counted, over all.
 */
export function exportColumns({
  t,
  language,
  timeZone,
  questions,
}: {
  t: Translate
  language: Language
  timeZone: string
  questions: readonly Question[]
}): Column<ExportRow>[] {
  const column = (
    name:
      | 'id'
      | 'received'
      | 'channel'
      | 'language'
      | 'state'
      | 'answered'
      | 'duplicateOf'
      | 'file'
      | 'row'
      | 'redacted',
    value: Column<ExportRow>['value'],
  ): Column<ExportRow> => ({
    name: t(`comments-staff.export.${name}.name`),
    description: t(`comments-staff.export.${name}.meaning`),
    value,
  })
  return [
    column('id', ({ comment }) => comment.id),
    column('received', ({ comment }) => dayIn(timeZone, comment.receivedAt)),
    column('channel', ({ comment }) => t(`comments.channel.${comment.channel}`)),
    column('language', ({ comment }) => comment.language),
    column('state', ({ comment }) => t(`comments-staff.state.${comment.state}`)),
    ...questions.map((question) => ({
      name: `${question.code} ${wordsIn(question.prompt, language)}`,
      description:
        `${t(`comments-staff.kind.${question.kind}`)}. ${question.options.map((option) => `${option.id}: ${wordsIn(option.label, language) || option.id}`).join('; ')}`.trim(),
      value: ({ answers }: ExportRow) => {
        const answer = answers.get(question.id)
        if (!answer) return null
        return question.kind === 'scale' ? answer.number : answerInWords(question, answer, language)
      },
    })),
    column('redacted', ({ answers }) => [...answers.values()].some((answer) => answer.redacted)),
    column('answered', ({ comment }) => comment.answeredAt && dayIn(timeZone, comment.answeredAt)),
    column('duplicateOf', ({ comment }) => comment.duplicateOf),
    column('file', ({ comment }) => provenanceText(comment, 'file')),
    column('row', ({ comment }) => provenanceText(comment, 'row')),
  ]
}

function provenanceText(comment: Comment, key: string): string | number | null {
  const value = comment.provenance[key]
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
