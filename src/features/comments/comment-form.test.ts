import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import { speak } from '../../platform/i18n/speak.ts'
import type { AboutQuestion } from './about-question.ts'
import { minutesToAnswer, readCommentForm, typedByPerson } from './comment-form.ts'
import { sayFaults } from './form-words.ts'
import type { Question, QuestionKind } from './question.ts'

function asked(kind: QuestionKind): Question {
  const options = (kind === 'scale' ? ['1', '2'] : ['a', 'b']).map((id) => ({
    id,
    label: written('en', { en: id }),
  }))
  const prompt = written('en', { en: `The ${kind}` })
  return {
    agencyId: '',
    id: kind,
    engagementId: '',
    code: kind,
    position: 1,
    kind,
    prompt,
    hint: nothingWritten,
    options,
    required: false,
    removedAt: null,
  }
}

const role: AboutQuestion = {
  agencyId: '',
  id: 'role',
  engagementId: '',
  key: 'role',
  position: 1,
  prompt: written('en', { en: 'Your role' }),
  options: [{ id: 'parent', label: written('en', { en: 'Parent' }) }],
  removedAt: null,
}
const form = {
  questions: [asked('text'), asked('single'), asked('scale'), asked('ranking')],
  aboutQuestions: [role],
}

function problems(typed: Record<string, string>, options = {}): string[] {
  const read = readCommentForm(form, typed, options)
  return read.outcome === 'faulty' ? read.faults.map(({ field, problem }) => `${field} ${problem}`) : []
}

describe('reading a comment form', () => {
  test('a full form gives a comment', () => {
    const typed = {
      'q-text': 'More buses',
      'about-role': 'parent',
      contact: 'sms',
      contactPhone: '(530) 555-0123',
      age: 'adult',
    }
    expect(readCommentForm(form, typed)).toMatchObject({
      outcome: 'read',
      form: {
        answers: [{ questionId: 'text', text: 'More buses' }],
        aboutYou: [{ aboutQuestionId: 'role', value: 'parent' }],
        contact: { channel: 'sms', address: '+15305550123' },
        age: 'adult',
      },
    })
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['nothing at all', {}, ['q-text empty']],
    ['only about you', { 'about-role': 'parent' }, ['q-text empty']],
    ['an unknown role', { 'q-text': 'x', 'about-role': 'dragon' }, ['about-role noSuchAbout']],
    [
      'a mail address that is none',
      { 'q-text': 'x', contact: 'mail', contactMail: 'rosa' },
      ['contactMail contactMail'],
    ],
    [
      'a phone number that is none',
      { 'q-text': 'x', contact: 'sms', contactPhone: '12' },
      ['contactPhone contactPhone'],
    ],
    ['words of a child', { 'q-text': 'x', age: 'under-13' }, ['q-text under13Text']],
    ['choices of a child', { 'q-single': 'a', age: 'under-13' }, []],
    [
      'a child who wants mail',
      { 'q-single': 'a', age: 'under-13', contact: 'mail', contactMail: 'a@b.org' },
      ['contact under13Contact'],
    ],
    ['a teenager without consent', { 'q-text': 'x', age: '13-17' }, ['guardianConsent consentMissing']],
    ['a teenager with consent', { 'q-text': 'x', age: '13-17', guardianConsent: 'yes' }, []],
    ['an age that does not exist', { 'q-text': 'x', age: '99' }, ['age ageMissing']],
  ])('%s', (_, typed, expected) => {
    expect(problems(typed)).toEqual(expected)
  })

  test('where students are asked, the age must be told', () => {
    expect(problems({ 'q-text': 'x' }, { mustTellAge: true })).toEqual(['age ageMissing'])
  })

  test('no form makes it throw, and every fault has words in every language', () => {
    const fields = fc.constantFrom(
      'q-text',
      'q-single',
      'q-scale',
      'q-ranking',
      'q-ranking-a',
      'q-ranking-b',
      'about-role',
      'age',
      'contact',
      'contactMail',
      'contactPhone',
      'guardianConsent',
      '__proto__',
      'constructor',
    )
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom('a', 'b', '1', '2', 'yes', 'mail', 'sms', 'under-13', '13-17', 'parent'),
      fc.string({ unit: 'binary' }),
    )
    const typed = fc
      .array(fc.tuple(fields, fc.oneof(values, fc.array(values))))
      .map((pairs) => Object.fromEntries(pairs))
    fc.assert(
      fc.property(typed, fc.boolean(), (typed, mustTellAge) => {
        const read = readCommentForm(form, typed, { mustTellAge })
        if (read.outcome === 'read') {
          expect(read.form.answers.length).toBeGreaterThan(0)
          if (read.form.age === 'under-13')
            expect(read.form.answers.every((answer) => answer.text === null)).toBe(true)
          return
        }
        expect(read.faults.length).toBeGreaterThan(0)
        for (const language of ['en', 'es', 'ar'] as const) {
          for (const { message } of sayFaults(speak(language), language, read.faults))
            expect(message.length).toBeGreaterThan(10)
        }
      }),
      { numRuns: 200 },
    )
  })
})

test('a draft keeps what a person typed, and no tokens and traps', () => {
  const typed = {
    csrf: 'secret',
    idempotencyKey: 'k',
    website: '',
    opened: '1',
    'q-text': 'x',
    'q-ranking-a': '1',
    age: 'adult',
    other: 'y',
  }
  expect(typedByPerson(form, typed)).toEqual({ 'q-text': 'x', 'q-ranking-a': '1', age: 'adult' })
})

test('a form with one open question takes two minutes, an empty one still says one', () => {
  expect(minutesToAnswer({ questions: [asked('text')], aboutQuestions: [] })).toBe(2)
  expect(minutesToAnswer({ questions: [], aboutQuestions: [] })).toBe(1)
})
