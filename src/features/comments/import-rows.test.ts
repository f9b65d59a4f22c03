import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import { columnUses, readDay, readMapping, suggestMapping } from './import-mapping.ts'
import { matchOption, readImportRow, readLanguageName, reportOf } from './import-rows.ts'
import type { Question, QuestionKind } from './question.ts'

function question(code: string, kind: QuestionKind, prompt: string, options: string[] = []): Question {
  const ids = kind === 'scale' ? options.map((_, index) => String(index + 1)) : ['a', 'b', 'c', 'd']
  return {
    agencyId: '',
    id: code,
    engagementId: '',
    code,
    position: 1,
    kind,
    prompt: written('en', { en: prompt }),
    hint: nothingWritten,
    options: options.map((label, index) => ({
      id: ids[index]!,
      label: written('en', { en: label, es: `${label} es` }),
    })),
    required: true,
    removedAt: null,
  }
}
const asked = {
  questions: [
    question('Q1', 'text', 'What should change?'),
    question('Q2', 'single', 'Which one?', ['Smaller classes', 'Pay, and time']),
    question('Q3', 'multiple', 'What helps?', ['Mentors', 'Time', 'Pay']),
    question('Q4', 'scale', 'How fair?', ['', '', '', '', '']),
    question('Q5', 'ranking', 'Order', ['Reading', 'Math', 'Art']),
  ],
  aboutQuestions: [
    {
      agencyId: '',
      id: 'about',
      engagementId: '',
      key: 'a1',
      position: 1,
      prompt: written('en', { en: 'You are' }),
      options: [{ id: 'a', label: written('en', { en: 'A parent' }) }],
      removedAt: null,
    },
  ],
}
const rest = { language: 'en', channel: 'import' as const, receivedOn: '2027-03-01' }
const uses = [
  'q:Q1',
  'q:Q2',
  'q:Q3',
  'q:Q4',
  'q:Q5',
  'a:a1',
  'language',
  'received',
  'channel',
  'reference',
  'ignore',
]
const mapping = { columns: uses, ...rest }
const read = (...cells: string[]) => readImportRow(asked, mapping, { row: 7, cells }, '2027-03-03')

describe('a row of a table of comments', () => {
  test('becomes a comment with every kind of answer', () => {
    expect(
      read(
        ' More mentors ',
        'b',
        'mentors; Pay',
        '4.0',
        '2. Math > Art; Reading',
        'a parent',
        'Español',
        '2/14/2027',
        'Phone',
        'A-17',
        'x',
      ),
    ).toEqual({
      outcome: 'row',
      row: {
        row: 7,
        answers: [
          { questionId: 'Q1', text: 'More mentors', choices: null, number: null },
          { questionId: 'Q2', text: null, choices: ['b'], number: null },
          { questionId: 'Q3', text: null, choices: ['a', 'c'], number: null },
          { questionId: 'Q4', text: null, choices: null, number: 4 },
          { questionId: 'Q5', text: null, choices: ['b', 'c', 'a'], number: null },
        ],
        aboutYou: [{ aboutQuestionId: 'about', value: 'a' }],
        language: 'es',
        receivedOn: '2027-02-14',
        channel: 'phone',
        reference: 'A-17',
      },
    })
  })

  test('an option whose words hold a comma is one option', () => {
    expect(read('', 'Pay, and time')).toMatchObject({
      outcome: 'row',
      row: { answers: [{ choices: ['b'] }] },
    })
  })

  test.each([
    [['x'.repeat(10_001)], 0, 'tooLong'],
    [['', 'Neither'], 1, 'noSuchChoice'],
    [['', 'Smaller classes; Pay, and time'], 1, 'oneOnly'],
    [['', '', 'Mentors; Gold'], 2, 'noSuchChoice'],
    [['', '', '', '6'], 3, 'noSuchChoice'],
    [['', '', '', '', 'Math; Math'], 4, 'rankTwice'],
    [['ok', '', '', '', '', 'A dog'], 5, 'noSuchAbout'],
    [['ok', '', '', '', '', '', 'Klingonish'], 6, 'noSuchLanguage'],
    [['ok', '', '', '', '', '', '', '31/31/2027'], 7, 'noSuchDay'],
    [['ok', '', '', '', '', '', '', '2027-03-04'], 7, 'dayFuture'],
    [['ok', '', '', '', '', '', '', '', 'pigeon'], 8, 'noSuchChannel'],
  ])('names row, column and problem: %#', (cells, column, problem) => {
    expect(read(...cells)).toMatchObject({ outcome: 'faulty', faults: [{ row: 7, column, problem }] })
  })

  test('without any answer it is blank, even when it says who and when', () => {
    expect(read('', '', '', '', '', 'A parent', 'en', '2027-01-01')).toEqual({ outcome: 'blank' })
  })

  test('the dry run counts what is there', () => {
    const tally = reportOf()
    for (const row of [read('Same'), read('same '), read(''), read('', 'Neither'), read('Other')])
      tally.add(row)
    expect(tally.report()).toMatchObject({
      rows: 5,
      comments: 3,
      blank: 1,
      faultyRows: 1,
      repeated: 1,
      channels: { import: 3 },
      earliest: '2027-03-01',
    })
  })

  test('any cells are a row, a blank or faults, never an exception', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 12 }),
        fc.array(fc.constantFrom(...uses), { maxLength: 12 }),
        (cells, columns) => {
          expect(['row', 'blank', 'faulty']).toContain(
            readImportRow(asked, { columns, ...rest }, { row: 1, cells }, '2027-03-03').outcome,
          )
        },
      ),
    )
  })
})

describe('which column is what', () => {
  test('is guessed from names in English and Spanish', () => {
    const header = ['ID', 'Fecha', 'Comentario', 'Idioma', 'Q2', 'What helps?', 'You are', 'Zip']
    expect(suggestMapping(header, [], asked, rest).columns).toEqual([
      'reference',
      'received',
      'q:Q1',
      'language',
      'q:Q2',
      'q:Q3',
      'a:a1',
      'ignore',
    ])
  })

  test('falls back to the column with the longest words', () => {
    expect(
      suggestMapping(
        ['x', 'y'],
        [
          ['1', 'We need more teachers who stay.'],
          ['2', 'Please fix the buses soon.'],
        ],
        asked,
        rest,
      ).columns,
    ).toEqual(['ignore', 'q:Q1'])
  })

  test('two columns of words may be one answer; two days may not be one day', () => {
    const typed = {
      'column-0': 'q:Q1',
      'column-1': 'q:Q1',
      'column-2': 'received',
      'column-3': 'received',
      ...rest,
    }
    expect(readMapping(asked, 3, typed, '2027-03-03')).toMatchObject({ outcome: 'read' })
    expect(readMapping(asked, 4, typed, '2027-03-03')).toMatchObject({
      outcome: 'faulty',
      faults: [{ field: 'column-3', problem: 'usedTwice' }],
    })
    expect(readMapping(asked, 1, { ...rest }, '2027-03-03')).toMatchObject({
      faults: [{ problem: 'noQuestion' }],
    })
    expect(
      readMapping(
        asked,
        1,
        { 'column-0': 'q:Q1', ...rest, receivedOn: '2027-03-09', language: 'x', channel: 'owl' },
        '2027-03-03',
      ),
    ).toMatchObject({ faults: [{ problem: 'language' }, { problem: 'channel' }, { problem: 'received' }] })
    expect(columnUses(asked)).toContain('q:Q5')
  })

  test.each([
    ['2027-03-01', '2027-03-01'],
    ['2027-03-01T10:00:00Z', '2027-03-01'],
    ['3/1/2027 4:05 PM', '2027-03-01'],
    ['3/1/27', '2027-03-01'],
    ['1.3.2027', '2027-03-01'],
    ['2027-02-30', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('reads the day %j as %j', (cell, day) => {
    expect(readDay(cell)).toBe(day)
  })

  test('languages are codes or names', () => {
    expect(['es', 'es-MX', 'Spanish', 'español', 'hmn', 'yes', '', 'zzz'].map(readLanguageName)).toEqual([
      'es',
      'es',
      'es',
      'es',
      'hmn',
      undefined,
      undefined,
      undefined,
    ])
    expect(matchOption(asked.questions[1]!.options, 'smaller CLASSES es')).toBe('a')
  })
})
