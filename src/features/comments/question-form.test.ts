import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moved, nextCode, readQuestionForm, typedQuestion } from './question-form.ts'
import { questionKinds } from './question.ts'

const languages = ['en', 'es'] as const

describe('writing a question', () => {
  test('options come one per line, the same in each language', () => {
    const read = readQuestionForm(
      { kind: 'single', languages },
      {
        'prompt-en': 'Which?',
        'prompt-es': '¿Cuál?',
        'more-en': 'One\n\n Two ',
        'more-es': 'Uno\nDos',
        required: 'yes',
      },
    )
    expect(read).toMatchObject({
      outcome: 'read',
      question: {
        required: true,
        options: [
          { id: 'a', label: { texts: { en: { text: 'One' }, es: { text: 'Uno' } } } },
          { id: 'b', label: { texts: { es: { text: 'Dos' } } } },
        ],
      },
    })
  })

  test('an option that somebody chose stays, and its id is never given again', () => {
    const first = readQuestionForm(
      { kind: 'single', languages },
      { 'prompt-en': 'Which?', 'more-en': 'One\nTwo\nThree' },
    )
    if (first.outcome !== 'read') throw new Error('not read')
    const before = first.question
    const typed = { ...typedQuestion({ kind: 'single', ...before }, languages), 'option-b-en': '' }
    expect(
      readQuestionForm({ kind: 'single', languages, before, usedOptions: new Set(['b']) }, typed),
    ).toMatchObject({ outcome: 'faulty', faults: [{ field: 'option-b-en', problem: 'optionInUse' }] })
    const second = readQuestionForm(
      { kind: 'single', languages, before, usedOptions: new Set(['a']) },
      { ...typed, 'more-en': 'Four' },
    )
    expect(second).toMatchObject({
      outcome: 'read',
      question: { options: [{ id: 'a' }, { id: 'c' }, { id: 'd' }] },
    })
  })

  test.each([
    [{ kind: 'text' as const }, { 'prompt-es': 'Solo en español' }, 'promptMissing'],
    [{ kind: 'single' as const }, { 'prompt-en': 'Which?', 'more-en': 'One' }, 'optionsTooFew'],
    [
      { kind: 'ranking' as const },
      { 'prompt-en': 'Which?', 'more-en': 'One\nTwo', 'more-es': 'Uno' },
      'optionsUneven',
    ],
    [{ kind: 'scale' as const }, { 'prompt-en': 'How?', points: '12' }, 'scalePoints'],
    [{ kind: 'text' as const }, { 'prompt-en': 'x'.repeat(1001) }, 'tooLong'],
    [
      { kind: 'multiple' as const },
      { 'prompt-en': 'Which?', 'more-en': Array.from({ length: 51 }, (_, i) => `Option ${i}`).join('\n') },
      'optionsTooMany',
    ],
  ])('says what is wrong: %j', (context, typed, problem) => {
    const read = readQuestionForm({ ...context, languages }, typed)
    expect(read.outcome === 'faulty' && read.faults.map((fault) => fault.problem)).toContain(problem)
  })

  test('a scale that was answered keeps its points', () => {
    const read = readQuestionForm(
      { kind: 'scale', languages },
      { 'prompt-en': 'How?', points: '5', 'low-en': 'Bad', 'high-en': 'Good' },
    )
    if (read.outcome !== 'read') throw new Error('not read')
    expect(read.question.options.map((option) => option.label.texts.en?.text ?? '')).toEqual([
      'Bad',
      '',
      '',
      '',
      'Good',
    ])
    const again = readQuestionForm(
      { kind: 'scale', languages, before: read.question, usedOptions: new Set(['2']) },
      { 'prompt-en': 'How?', points: '7' },
    )
    expect(again).toMatchObject({ outcome: 'faulty', faults: [{ problem: 'scaleInUse', detail: '5' }] })
  })

  test('whatever is typed is read or told, and what was read fills the form again', () => {
    const typed = fc.dictionary(
      fc.constantFrom(
        'prompt-en',
        'prompt-es',
        'hint-en',
        'more-en',
        'more-es',
        'points',
        'low-en',
        'required',
        'option-a-en',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(typed, fc.constantFrom(...questionKinds), (fields, kind) => {
        const read = readQuestionForm({ kind, languages }, fields)
        if (read.outcome === 'faulty') return void expect(read.faults.length).toBeGreaterThan(0)
        const again = readQuestionForm(
          { kind, languages, before: read.question },
          typedQuestion({ kind, ...read.question }, languages),
        )
        expect(again).toEqual({
          outcome: 'read',
          question: { ...read.question, required: read.question.required },
        })
      }),
    )
  })

  test('codes go on where they were, and moving stays within the list', () => {
    expect(nextCode('Q', ['Q1', 'Q7', 'x'])).toBe('Q8')
    expect(nextCode('Q', [])).toBe('Q1')
    const list = [{ id: '1' }, { id: '2' }, { id: '3' }]
    expect(moved(list, '3', -1).map((one) => one.id)).toEqual(['1', '3', '2'])
    expect(moved(list, '1', -1)).toEqual(list)
  })
})
