import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import {
  compareKeyings,
  isDay,
  keyedFields,
  readEnterForm,
  readPaperNumber,
  settleKeyings,
} from './enter-form.ts'

const text = {
  agencyId: '',
  id: 't',
  engagementId: '',
  code: 'Q1',
  position: 1,
  kind: 'text' as const,
  prompt: written('en', { en: 'What?' }),
  hint: nothingWritten,
  options: [],
  required: false,
  removedAt: null,
}
const many = {
  ...text,
  id: 'm',
  code: 'Q2',
  kind: 'multiple' as const,
  options: ['a', 'b'].map((id) => ({ id, label: nothingWritten })),
}
const asked = { questions: [text, many], aboutQuestions: [] }
const good = { channel: 'paper', receivedOn: '2027-03-01', language: 'es', 'q-Q1': 'Más mentores' }

describe('entering a comment for someone', () => {
  test('reads how it came and what was said', () => {
    expect(readEnterForm(asked, { ...good, paperNumber: ' k7-x9 ' }, { today: '2027-03-03' })).toMatchObject({
      outcome: 'read',
      entered: { channel: 'paper', paperNumber: 'K7X9', language: 'es' },
    })
    expect(
      readEnterForm(asked, { ...good, channel: 'phone', paperNumber: '!!' }, { today: '2027-03-03' }),
    ).toMatchObject({ outcome: 'read', entered: { paperNumber: '' } })
  })

  test.each([
    [{ channel: 'owl' }, 'channelMissing'],
    [{ receivedOn: '2027-02-30' }, 'dayMissing'],
    [{ receivedOn: '2027-03-04' }, 'dayFuture'],
    [{ language: '' }, 'languageMissing'],
    [{ paperNumber: 'ñ/1' }, 'paperNumberWrong'],
    [{ paperNumber: '' }, 'paperNumberMissing'],
    [{ note: 'x'.repeat(501) }, 'noteLong'],
  ])('says what is wrong with %j', (changes, problem) => {
    const read = readEnterForm(
      asked,
      { ...good, paperNumber: 'A1', ...changes },
      { today: '2027-03-03', paperNumberNeeded: true },
    )
    expect(read.outcome === 'faulty' && read.faults.map((fault) => fault.problem)).toContain(problem)
  })

  test('two keyings differ in words and choices, not in white space or order', () => {
    expect(
      compareKeyings(
        asked,
        { 'q-Q1': ' Más  mentores\n', 'q-Q2': ['b', 'a'], contact: 'none' },
        { 'q-Q1': 'Más mentores', 'q-Q2': ['a', 'b'] },
      ),
    ).toEqual([])
    expect(
      compareKeyings(asked, { 'q-Q1': 'Mas', 'q-Q2': 'a' }, { 'q-Q1': 'Más', 'q-Q2': ['a', 'b'] }).map(
        (one) => one.field,
      ),
    ).toEqual(['q-Q1', 'q-Q2'])
  })

  test('differences are settled one by one, or stay open', () => {
    const [first, second] = [
      { 'q-Q1': 'one', 'q-Q2': 'a' },
      { 'q-Q1': 'two', 'q-Q2': 'b' },
    ]
    const differences = compareKeyings(asked, first, second)
    expect(settleKeyings(differences, first, second, { 'pick-q-Q1': 'own', 'own-q-Q1': 'three' })).toEqual({
      outcome: 'open',
      fields: ['q-Q2'],
    })
    expect(
      settleKeyings(differences, first, second, {
        'pick-q-Q1': 'own',
        'own-q-Q1': 'three',
        'pick-q-Q2': 'second',
      }),
    ).toEqual({ outcome: 'settled', typed: { 'q-Q1': 'three', 'q-Q2': 'b' } })
  })

  test('any form is read or told what is wrong; a keying is like itself', () => {
    const typed = fc.dictionary(
      fc.constantFrom(
        'channel',
        'receivedOn',
        'language',
        'paperNumber',
        'note',
        'q-Q1',
        'q-Q2',
        'age',
        'contact',
        'contactMail',
      ),
      fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 })),
    )
    fc.assert(
      fc.property(typed, (fields) => {
        expect(['read', 'faulty']).toContain(readEnterForm(asked, fields, { today: '2027-03-03' }).outcome)
        expect(compareKeyings(asked, keyedFields(asked, fields), fields)).toEqual([])
      }),
    )
  })

  test('days and paper numbers are what they look like', () => {
    expect([isDay('2027-12-31'), isDay('2027-13-01'), isDay('31.12.2027')]).toEqual([true, false, false])
    expect([readPaperNumber('ab 12–c'), readPaperNumber(''), readPaperNumber('x'.repeat(21))]).toEqual([
      'AB12C',
      undefined,
      undefined,
    ])
  })
})
