import { createHash } from 'node:crypto'
import type { Column } from '../../platform/documents/table-cell.ts'
import {
  isWhole,
  readReason,
  type RecordsRedaction,
  type RedactionReason,
  releasedText,
  type RequestedComment,
} from './records-request.ts'

/** The words of the released files, in the language of whoever releases them. */
export type ReleaseWords = {
  reason: (reason: RedactionReason) => string
  column: (name: ReleaseColumn) => string
  part: (whole: boolean) => string
}

export const releaseColumns = [
  'number',
  'comment',
  'received_on',
  'channel',
  'language',
  'state',
  'question',
  'question_text',
  'answer',
] as const
export const logColumns = ['number', 'comment', 'question', 'part', 'reason', 'ground', 'made_on'] as const
export type ReleaseColumn = (typeof releaseColumns)[number] | (typeof logColumns)[number]

/** One row for each answer. Only what stands here is released; there is no column for anything about the author. */
export type ReleasedRow = Record<(typeof releaseColumns)[number], string | number>
export type LogRow = Record<(typeof logColumns)[number], string | number>

/** What is released, with everything that is left out replaced; the originals are not carried along. */
export function releasedRows(
  comments: readonly RequestedComment[],
  redactions: readonly RecordsRedaction[],
  words: Pick<ReleaseWords, 'reason'>,
): ReleasedRow[] {
  const byAnswer = Map.groupBy(redactions, (redaction) => redaction.answerId)
  return comments.flatMap((comment) => {
    const about = {
      number: comment.number,
      comment: comment.id,
      received_on: comment.receivedOn,
      channel: comment.channel,
      language: comment.language,
      state: comment.state,
    }
    return comment.answers.map((answer) => ({
      ...about,
      question: answer.questionCode,
      question_text: answer.question,
      answer: releasedText(answer.words, byAnswer.get(answer.id) ?? [], words.reason),
    }))
  })
}

/** Why something was left out, one row for each stretch. Where it stood and how long it was would tell too much. */
export function logRows(
  comments: readonly RequestedComment[],
  redactions: readonly RecordsRedaction[],
  words: Pick<ReleaseWords, 'reason' | 'part'>,
  dayOf: (at: Date) => string,
): LogRow[] {
  const byAnswer = Map.groupBy(redactions, (redaction) => redaction.answerId)
  return comments.flatMap((comment) =>
    comment.answers.flatMap((answer) =>
      (byAnswer.get(answer.id) ?? []).map((redaction) => {
        const { reason, ground } = readReason(redaction.reason)
        return {
          number: comment.number,
          comment: comment.id,
          question: answer.questionCode,
          part: words.part(isWhole(redaction)),
          reason: words.reason(reason),
          ground,
          made_on: dayOf(redaction.madeAt),
        }
      }),
    ),
  )
}

/** The columns of a released table, with headings in the reader's language. */
export function columnsOf<Name extends ReleaseColumn>(
  names: readonly Name[],
  words: Pick<ReleaseWords, 'column'>,
): Column<Record<Name, string | number>>[] {
  return names.map((name) => ({ name: words.column(name), value: (row) => row[name] }))
}

/** The list of files with their SHA-256, as `sha256sum --check` reads it. */
export function hashManifest(files: readonly { path: string; content: Uint8Array }[]): string {
  return files
    .map(({ path, content }) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`)
    .join('')
}
