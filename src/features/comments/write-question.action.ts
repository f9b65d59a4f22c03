import { isDeepStrictEqual } from 'node:util'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import type { Typed } from '../../platform/http/typed.ts'
import { askToCheckTopics } from '../engagements/engagement.store.ts'
import type { Engagement } from '../engagements/engagement.ts'
import {
  addAboutQuestion,
  findAboutQuestion,
  listAboutQuestions,
  saveAboutQuestion,
} from './about-question.store.ts'
import { moved, nextCode, type QuestionFault, readQuestionForm } from './question-form.ts'
import { listAboutUse, listQuestionUse } from './question-use.store.ts'
import { addQuestion, findQuestion, listQuestions, saveQuestion } from './question.store.ts'
import { type QuestionKind, questionKinds } from './question.ts'

type By = { engagement: Engagement; actorId: string }
export type WriteQuestion =
  | { outcome: 'saved'; questionId: string }
  | { outcome: 'faulty'; faults: QuestionFault[] }
  | { outcome: 'not-there' }
  /** The question has answers, so what it asks for stays. */
  | { outcome: 'kind-fixed' }

const mostQuestions = 60

/** Adds a question at the end of an engagement's list. */
export async function writeNewQuestion(
  db: Db,
  { engagement, actorId }: By,
  kind: QuestionKind,
  typed: Typed,
  now: Date,
): Promise<WriteQuestion> {
  const read = readQuestionForm({ kind, languages: engagement.languages }, typed)
  if (read.outcome === 'faulty') return read
  const { agencyId, id: engagementId } = engagement
  return inTransaction(db, async (db) => {
    const all = await listQuestions(db, agencyId, engagementId, { removed: true })
    if (all.length >= mostQuestions)
      return {
        outcome: 'faulty',
        faults: [{ field: '', problem: 'optionsTooMany', detail: String(mostQuestions) }],
      }
    const position = Math.max(0, ...all.map((question) => question.position)) + 1
    const code = nextCode(
      'Q',
      all.map((question) => question.code),
    )
    const questionId = await addQuestion(db, {
      agencyId,
      engagementId,
      code,
      position,
      kind,
      ...read.question,
    })
    if (!questionId) throw new Error(`The question code ${code} was taken in the meantime`)
    const checkAgain = await askToCheckTopics(db, engagement, now)
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: 'question added',
        subjectKind: 'question',
        subjectId: questionId,
        details: { engagement: engagement.slug, code, kind, checkAgain },
      },
      now,
    )
    return { outcome: 'saved', questionId }
  })
}

/** Changes a question's words, options and order; another kind only while nobody has answered it. */
export async function rewriteQuestion(
  db: Db,
  { engagement, actorId }: By,
  questionId: string,
  typed: Typed,
  now: Date,
): Promise<WriteQuestion> {
  const agencyId = engagement.agencyId
  return inTransaction(db, async (db) => {
    const question = await findQuestion(db, agencyId, questionId)
    if (!question || question.engagementId !== engagement.id) return { outcome: 'not-there' }
    const use = (await listQuestionUse(db, agencyId, [questionId])).get(questionId)
    const typedKind = questionKinds.find((kind) => kind === typed['kind']) ?? question.kind
    if (use && typedKind !== question.kind) return { outcome: 'kind-fixed' }
    const before = typedKind === question.kind ? question : { ...question, options: [] }
    const read = readQuestionForm(
      { kind: typedKind, languages: engagement.languages, before, usedOptions: use?.usedOptions },
      typed,
    )
    if (read.outcome === 'faulty') return read
    await saveQuestion(db, agencyId, questionId, { ...read.question, kind: typedKind })
    const { prompt, hint, options } = question
    const same =
      typedKind === question.kind &&
      isDeepStrictEqual(
        { prompt, hint, options },
        { prompt: read.question.prompt, hint: read.question.hint, options: read.question.options },
      )
    const checkAgain = !same && (await askToCheckTopics(db, engagement, now))
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: 'question changed',
        subjectKind: 'question',
        subjectId: questionId,
        details: { engagement: engagement.slug, code: question.code, kind: typedKind, checkAgain },
      },
      now,
    )
    return { outcome: 'saved', questionId }
  })
}

export const questionMoves = ['up', 'down', 'remove', 'restore'] as const
export type QuestionMove = (typeof questionMoves)[number]

/** Moves a question, takes it off the form, or puts it back. Answers to a removed question stay readable. */
export async function moveQuestion(
  db: Db,
  { engagement, actorId }: By,
  questionId: string,
  move: QuestionMove,
  now: Date,
): Promise<'done' | 'not-there'> {
  const { agencyId, id: engagementId } = engagement
  return inTransaction(db, async (db) => {
    const all = await listQuestions(db, agencyId, engagementId, { removed: true })
    const question = all.find((one) => one.id === questionId)
    if (!question) return 'not-there'
    if (move === 'remove' || move === 'restore') {
      await saveQuestion(db, agencyId, questionId, { removedAt: move === 'remove' ? now : null })
      if (move === 'restore') await askToCheckTopics(db, engagement, now)
    } else {
      const asked = all.filter((one) => one.removedAt === null)
      await renumber(asked, moved(asked, questionId, move === 'up' ? -1 : 1), (id, position) =>
        saveQuestion(db, agencyId, id, { position }),
      )
    }
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: `question ${acts[move]}`,
        subjectKind: 'question',
        subjectId: questionId,
        details: { engagement: engagement.slug, code: question.code },
      },
      now,
    )
    return 'done'
  })
}

const acts: Record<QuestionMove, string> = {
  up: 'moved',
  down: 'moved',
  remove: 'removed',
  restore: 'restored',
}

async function renumber<Item extends { id: string; position: number }>(
  before: readonly Item[],
  after: readonly Item[],
  save: (id: string, position: number) => Promise<void>,
): Promise<void> {
  const positions = before.map((item) => item.position)
  for (const [index, item] of after.entries()) {
    // Positions may repeat in old data; then they are numbered anew.
    const position = new Set(positions).size === positions.length ? positions[index]! : index + 1
    if (item.position !== position) await save(item.id, position)
  }
}

/** Adds or changes a question about the person: one of several answers, each skippable. */
export async function writeAboutQuestion(
  db: Db,
  { engagement, actorId }: By,
  questionId: string | undefined,
  typed: Typed,
  now: Date,
): Promise<WriteQuestion> {
  const { agencyId, id: engagementId, languages } = engagement
  return inTransaction(db, async (db) => {
    const before = questionId === undefined ? undefined : await findAboutQuestion(db, agencyId, questionId)
    if (questionId !== undefined && before?.engagementId !== engagementId) return { outcome: 'not-there' }
    const usedOptions =
      questionId === undefined ? undefined : (await listAboutUse(db, agencyId, [questionId])).get(questionId)
    const read = readQuestionForm(
      {
        kind: 'single',
        languages,
        before: before && { ...before, hint: { source: before.prompt.source, texts: {} } },
        usedOptions,
      },
      typed,
    )
    if (read.outcome === 'faulty') return read
    const { prompt, options } = read.question
    let id = questionId
    if (id !== undefined) await saveAboutQuestion(db, agencyId, id, { prompt, options })
    else {
      const all = await listAboutQuestions(db, agencyId, engagementId, { removed: true })
      const position = Math.max(0, ...all.map((question) => question.position)) + 1
      id = await addAboutQuestion(db, {
        agencyId,
        engagementId,
        key: nextCode(
          'a',
          all.map((question) => question.key),
        ),
        position,
        prompt,
        options,
      })
    }
    if (!id) throw new Error('The key of a new question about the person was taken in the meantime')
    const same = before && isDeepStrictEqual([before.prompt, before.options], [prompt, options])
    const checkAgain = !same && (await askToCheckTopics(db, engagement, now))
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: `about question ${questionId ? 'changed' : 'added'}`,
        subjectKind: 'about question',
        subjectId: id,
        details: { engagement: engagement.slug, checkAgain },
      },
      now,
    )
    return { outcome: 'saved', questionId: id }
  })
}

export async function moveAboutQuestion(
  db: Db,
  { engagement, actorId }: By,
  questionId: string,
  move: QuestionMove,
  now: Date,
): Promise<'done' | 'not-there'> {
  const { agencyId, id: engagementId } = engagement
  return inTransaction(db, async (db) => {
    const all = await listAboutQuestions(db, agencyId, engagementId, { removed: true })
    if (!all.some((one) => one.id === questionId)) return 'not-there'
    if (move === 'remove' || move === 'restore') {
      await saveAboutQuestion(db, agencyId, questionId, { removedAt: move === 'remove' ? now : null })
      if (move === 'restore') await askToCheckTopics(db, engagement, now)
    } else {
      const asked = all.filter((one) => one.removedAt === null)
      await renumber(asked, moved(asked, questionId, move === 'up' ? -1 : 1), (id, position) =>
        saveAboutQuestion(db, agencyId, id, { position }),
      )
    }
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: `about question ${acts[move]}`,
        subjectKind: 'about question',
        subjectId: questionId,
        details: { engagement: engagement.slug },
      },
      now,
    )
    return 'done'
  })
}
