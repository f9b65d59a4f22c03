import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import { missingBeforePublication, readDay, readMethod, readOptions, votePassed } from './decision.ts'
import { endsHere, promises } from './disposition.ts'

const some = written('en', { en: 'Words' })

describe('before publication', () => {
  const decision = {
    question: some,
    result: some,
    method: 'consensus' as const,
    methodDetail: { level: 'all could live with it' },
    responsible: 'Rosa',
    decidedOn: '2027-03-01',
  }
  const answered = { themeId: 't', outcome: 'adopted' as const, reason: some }

  test('nothing is missing when every theme has its answer and reason', () => {
    expect(missingBeforePublication(decision, [answered])).toEqual([])
  })

  test.each([
    [{ question: nothingWritten }, [answered], [{ what: 'question' }]],
    [{ result: written('en', { es: 'Solo en español' }) }, [answered], [{ what: 'result' }]],
    [{ methodDetail: { level: ' ' } }, [answered], [{ what: 'method' }]],
    [{ method: 'vote' as const, methodDetail: { abstained: 4 } }, [answered], [{ what: 'method' }]],
    [{ responsible: ' ', decidedOn: null }, [answered], [{ what: 'responsible' }, { what: 'decidedOn' }]],
    [{}, [], [{ what: 'themes' }]],
    [
      {},
      [answered, { themeId: 'u', outcome: null, reason: nothingWritten }],
      [
        { what: 'outcome', themeId: 'u' },
        { what: 'reason', themeId: 'u' },
      ],
    ],
    [{}, [{ ...answered, reason: written('en', { en: '  ' }) }], [{ what: 'reason', themeId: 't' }]],
  ])('case %#: %o', (changes, dispositions, missing) => {
    expect(missingBeforePublication({ ...decision, ...changes }, dispositions)).toEqual(missing)
  })
})

describe('a vote', () => {
  test.each([
    [{ for: 5, against: 4 }, true],
    [{ for: 5, against: 5 }, false],
    [{ for: 2, against: 1, threshold: 'two-thirds' as const }, true],
    [{ for: 5, against: 3, abstained: 90, threshold: 'two-thirds' as const }, false],
    [{ for: 3, against: 1, threshold: 'three-quarters' as const }, true],
    [{ abstained: 3 }, undefined],
  ])('%o passes: %s', (detail, passed) => {
    expect(votePassed(detail)).toBe(passed)
  })
})

describe('the form', () => {
  test('reads each method with its own detail only', () => {
    const typed = {
      method: 'vote',
      for: ' 7 ',
      against: '2',
      abstained: '',
      threshold: 'two-thirds',
      level: 'ignored',
    }
    expect(readMethod(typed)).toEqual({
      method: 'vote',
      methodDetail: { threshold: 'two-thirds', for: 7, against: 2 },
      faults: [],
    })
    expect(
      readMethod({ method: 'vote', for: '-1', against: '1e3' }).faults.map((fault) => fault.field),
    ).toEqual(['for', 'against'])
  })

  test.each([
    ['', null],
    ['2027-03-01', '2027-03-01'],
    ['2027-02-30', undefined],
    ['03/01/2027', undefined],
    ['0001-01-01', undefined],
  ])('the day "%s" is read as %s', (text, day) => {
    expect(readDay(text)).toBe(day)
  })

  test('options keep their id by place, and translations follow line by line', () => {
    const first = readOptions({ 'options-en': 'Two hours\n\nCoaches', 'options-es': 'Dos horas' }, [], 'en', [
      'en',
      'es',
    ])
    expect(first.faults).toEqual([])
    expect(
      first.options.map((option) => [option.id, option.label.texts.en?.text, option.label.texts.es?.text]),
    ).toEqual([
      ['option-1', 'Two hours', 'Dos horas'],
      ['option-2', 'Coaches', undefined],
    ])
    const again = readOptions(
      { 'options-en': 'Two paid hours\nCoaches', 'options-es': 'Dos horas\nAsesoras\nTres' },
      first.options,
      'en',
      ['en', 'es'],
    )
    expect(again.faults).toEqual([{ field: 'options-es', message: 'decisions.fault.optionLines' }])
    expect(again.options[0]!.id).toBe('option-1')
  })

  test('whatever is typed is read or has faults', () => {
    const typed = fc.dictionary(
      fc.constantFrom('method', 'for', 'against', 'threshold', 'level', 'body', 'options-en', 'options-es'),
      fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom('vote', 'consensus', 'advisory')),
    )
    fc.assert(
      fc.property(typed, fc.string(), (typed, day) => {
        const { methodDetail } = readMethod(typed)
        expect(
          Object.values(methodDetail).every(
            (value) => typeof value === 'string' || Number.isSafeInteger(value),
          ),
        ).toBe(true)
        expect(readOptions(typed, [], 'en', ['en', 'es']).options.length).toBeLessThanOrEqual(12)
        const read = readDay(day)
        if (read) expect(read).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      }),
    )
  })
})

test('only what was adopted promises something, and a comment’s way ends where it was not', () => {
  expect(
    (['adopted', 'in-part', 'not', 'already', 'out-of-scope'] as const).map((outcome) =>
      promises({ outcome }),
    ),
  ).toEqual([true, true, false, false, false])
  expect(endsHere({ outcome: 'not', followUp: null })).toBe(true)
  expect(endsHere({ outcome: 'adopted', followUp: 'dropped' })).toBe(true)
  expect(endsHere({ outcome: 'adopted', followUp: 'done' })).toBe(false)
})
