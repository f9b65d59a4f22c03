import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import {
  type Answer,
  answerInWords,
  type Question,
  type QuestionKind,
  readAnswers,
  typedAnswer,
} from './question.ts'

function question(kind: QuestionKind, changes: Partial<Question> = {}): Question {
  const ids = kind === 'scale' ? ['1', '2', '3', '4', '5'] : ['a', 'b', 'c']
  return {
    agencyId: 'agency',
    id: `id-${kind}`,
    engagementId: 'engagement',
    code: kind.toUpperCase(),
    position: 1,
    kind,
    prompt: written('en', { en: `A ${kind} question` }),
    hint: nothingWritten,
    options: kind === 'text' ? [] : ids.map((id) => ({ id, label: written('en', { en: `Label ${id}` }) })),
    required: false,
    removedAt: null,
    ...changes,
  }
}

const empty = { text: null, choices: null, number: null }

describe('reading answers', () => {
  test.each<[QuestionKind, Record<string, string | string[]>, Partial<Answer> | string | undefined]>([
    ['text', { 'q-TEXT': '  more buses \n' }, { text: 'more buses' }],
    ['text', { 'q-TEXT': ' \n ' }, undefined],
    ['text', { 'q-TEXT': 'x'.repeat(10_001) }, 'tooLong'],
    ['text', { 'q-TEXT': 'x'.repeat(10_000) }, { text: 'x'.repeat(10_000) }],
    ['single', { 'q-SINGLE': 'b' }, { choices: ['b'] }],
    ['single', { 'q-SINGLE': ['b', 'b'] }, { choices: ['b'] }],
    ['single', { 'q-SINGLE': ['a', 'b'] }, 'oneOnly'],
    ['single', { 'q-SINGLE': 'd' }, 'noSuchChoice'],
    ['multiple', { 'q-MULTIPLE': ['c', 'a'] }, { choices: ['a', 'c'] }],
    ['multiple', { 'q-MULTIPLE': ['c', 'x'] }, 'noSuchChoice'],
    ['scale', { 'q-SCALE': '4' }, { number: 4 }],
    ['scale', { 'q-SCALE': '6' }, 'noSuchChoice'],
    ['scale', { 'q-SCALE': '4.0' }, 'noSuchChoice'],
    ['ranking', { 'q-RANKING-a': '2', 'q-RANKING-c': '1' }, { choices: ['c', 'a'] }],
    ['ranking', { 'q-RANKING-a': '2', 'q-RANKING-c': '2' }, 'rankTwice'],
    ['ranking', { 'q-RANKING-a': '4' }, 'noSuchRank'],
    ['ranking', { 'q-RANKING-a': 'first' }, 'noSuchRank'],
    ['ranking', { 'q-RANKING': ['b', 'a'] }, { choices: ['b', 'a'] }],
    ['ranking', { 'q-RANKING': ['b', 'b'] }, 'rankTwice'],
    ['ranking', {}, undefined],
  ])('a %s question sent as %o', (kind, typed, expected) => {
    const read = readAnswers([question(kind)], typed)
    if (typeof expected === 'string') {
      expect(read.outcome === 'faulty' && read.faults.map((fault) => fault.problem)).toEqual([expected])
      return
    }
    const answers = expected ? [{ questionId: `id-${kind}`, ...empty, ...expected }] : []
    expect(read).toEqual({ outcome: 'read', answers })
  })

  test('a required question that was skipped is a fault at its own field', () => {
    const read = readAnswers(
      [question('text', { required: true }), question('ranking', { required: true })],
      {},
    )
    expect(read.outcome === 'faulty' && read.faults.map(({ field, problem }) => [field, problem])).toEqual([
      ['q-TEXT', 'missing'],
      ['q-RANKING-a', 'missing'],
    ])
  })

  test('an answer put back into the form reads as the same answer', () => {
    const choices = fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 })
    const cases = fc.oneof(
      fc.tuple(
        fc.constant('text' as const),
        fc
          .string({ minLength: 1 })
          .map((text) => ({ ...empty, text: text.trim() }))
          .filter(({ text }) => text !== ''),
      ),
      fc.tuple(
        fc.constant('single' as const),
        fc.constantFrom('a', 'b', 'c').map((id) => ({ ...empty, choices: [id] })),
      ),
      fc.tuple(
        fc.constant('multiple' as const),
        choices.map((ids) => ({ ...empty, choices: [...ids].sort() })),
      ),
      fc.tuple(
        fc.constant('scale' as const),
        fc.integer({ min: 1, max: 5 }).map((number) => ({ ...empty, number })),
      ),
      fc.tuple(
        fc.constant('ranking' as const),
        choices.map((ids) => ({ ...empty, choices: ids })),
      ),
    )
    fc.assert(
      fc.property(cases, ([kind, answer]) => {
        const asked = question(kind)
        expect(readAnswers([asked], typedAnswer(asked, answer))).toEqual({
          outcome: 'read',
          answers: [{ questionId: asked.id, ...answer }],
        })
      }),
    )
  })
})

describe('an answer in words', () => {
  test.each<[QuestionKind, Partial<Answer>, string]>([
    ['text', { text: 'More buses' }, 'More buses'],
    ['multiple', { choices: ['a', 'c'] }, 'Label a; Label c'],
    ['ranking', { choices: ['c', 'a'] }, '1. Label c; 2. Label a'],
    ['scale', { number: 4 }, '4 – Label 4'],
    ['single', { choices: ['gone'] }, 'gone'],
  ])('%s: %o', (kind, answer, words) => {
    expect(answerInWords(question(kind), { ...empty, ...answer }, 'en')).toBe(words)
  })
})
