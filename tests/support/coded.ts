import type { AboutYou } from '../../src/features/comments/about-question.ts'
import type { Comment } from '../../src/features/comments/comment.ts'
import { addComment, listAnswers } from '../../src/features/comments/comment.store.ts'
import { addQuestion } from '../../src/features/comments/question.store.ts'
import type { Engagement } from '../../src/features/engagements/engagement.ts'
import { addCode } from '../../src/features/themes/code.store.ts'
import { saveReading } from '../../src/features/themes/reading.store.ts'
import { findWords, type Stance } from '../../src/features/themes/reading.ts'
import { addTheme, replaceThemeCodes } from '../../src/features/themes/theme.store.ts'
import type { Db } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/id.ts'
import { nothingWritten, written } from '../../src/platform/i18n/written.ts'
import { newCode } from '../../src/platform/session/session.ts'
import { receiptLength } from '../../src/features/comments/receipt.ts'
import { testNow } from './app.ts'

/** One open text question. */
export async function makeQuestion(db: Db, engagement: Engagement): Promise<string> {
  const question = {
    code: 'Q1',
    position: 1,
    kind: 'text' as const,
    hint: nothingWritten,
    options: [],
    required: false,
  }
  const prompt = written('en', { en: 'What should we know?', es: '¿Qué debemos saber?' })
  return (await addQuestion(db, {
    agencyId: engagement.agencyId,
    engagementId: engagement.id,
    prompt,
    ...question,
  }))!
}

/** A published comment with one answer. */
export async function makeComment(
  db: Db,
  engagement: Engagement,
  questionId: string,
  text: string,
  changes: Partial<Comment> = {},
  aboutYou: readonly AboutYou[] = [],
): Promise<Comment> {
  const id = newId()
  const comment: Comment = {
    agencyId: engagement.agencyId,
    id,
    engagementId: engagement.id,
    receiptCode: newCode(receiptLength),
    channel: 'web',
    language: 'en',
    state: 'published',
    age: 'adult',
    guardianConsent: false,
    receivedAt: testNow,
    answeredAt: null,
    changedAt: testNow,
    version: 1,
    submissionKey: id,
    fingerprint: '',
    duplicateOf: null,
    importId: null,
    enteredBy: null,
    enteredNote: '',
    personId: null,
    contactChannel: null,
    contactAddress: null,
    provenance: {},
    ...changes,
  }
  await addComment(db, comment, [{ questionId, text, choices: null, number: null }], aboutYou)
  return comment
}

/** A code with a definition. */
export async function makeCode(db: Db, engagement: Engagement, name: string): Promise<string> {
  const words = { name, definition: `Speaks of ${name}`, example: '', exclusion: '' }
  return (await addCode(db, { agencyId: engagement.agencyId, engagementId: engagement.id, ...words }))!
}

/** A theme with these codes. */
export async function makeTheme(
  db: Db,
  engagement: Engagement,
  title: string,
  codeIds: readonly string[],
): Promise<string> {
  const { agencyId, id: engagementId } = engagement
  const theme = await addTheme(
    db,
    { agencyId, engagementId, title: written('en', { en: title, es: `${title} (es)` }) },
    testNow,
  )
  await replaceThemeCodes(db, agencyId, theme, codeIds)
  return theme
}

/** A coder's reading: these codes, each for, against or neither, with words to quote. */
export async function makeReading(
  db: Db,
  comment: Comment,
  coderId: string,
  codes: readonly { codeId: string; stance?: Stance; words?: string }[],
  at: Date = testNow,
): Promise<void> {
  const answers = await listAnswers(db, comment.agencyId, [comment.id])
  const given = codes.map(({ codeId, stance = 'neutral', words }) => ({
    codeId,
    stance,
    quote: words ? (findWords(answers, words) ?? null) : null,
  }))
  const { agencyId, engagementId, id: commentId } = comment
  await saveReading(db, { agencyId, engagementId, commentId, coderId, memo: '', finishedAt: at }, given)
}
