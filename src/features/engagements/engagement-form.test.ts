import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import type { Typed } from '../../platform/http/typed.ts'
import {
  differingFields,
  engagementFields,
  isKeyword,
  readEngagementForm,
  readNewEngagementForm,
} from './engagement-form.ts'
import type { Engagement } from './engagement.ts'
import { readClock, readDay } from './form-fields.ts'
import { readTimelineForm } from './timeline-form.ts'

const now = new Date('2027-03-03T18:00:00Z')
const checked = new Date('2027-02-01T00:00:00Z')
const engagement: Engagement = {
  agencyId: 'a',
  id: 'e',
  slug: 'teachers',
  status: 'draft',
  title: written('en', { en: 'Teachers', es: 'Docentes' }),
  purpose: written('en', { en: 'Why we ask' }),
  decisionQuestion: nothingWritten,
  decidedBy: nothingWritten,
  inputUse: nothingWritten,
  hardestIssue: nothingWritten,
  languages: ['en', 'es'],
  contactName: 'Rosa',
  contactAddress: 'rosa@example.org',
  contactPhone: '(209) 555-0142 ext. 3',
  frameworks: ['essa-consultation'],
  opensOn: '2027-03-01',
  closesOn: null,
  responseDays: 10,
  moderation: 'before',
  moderationPolicy: nothingWritten,
  asksStudents: true,
  protectedTopics: ['religion'],
  protectedTopicsCheckedAt: checked,
  doubleEntry: true,
  smsKeyword: 'TEACHER',
  version: 3,
  createdBy: null,
  createdAt: now,
  changedAt: now,
}

function problemsOf(changes: Record<string, string | string[]>) {
  const form = readEngagementForm(engagement, { ...engagementFields(engagement), ...changes }, now)
  return form.outcome === 'faulty' ? form.problems.map(({ field, problem }) => `${field} ${problem}`) : []
}

test('a form sent as it was shown changes nothing', () => {
  const form = readEngagementForm(engagement, engagementFields(engagement), now)
  expect(form.outcome).toBe('read')
  if (form.outcome === 'read') expect({ ...engagement, ...form.changes }).toEqual(engagement)
})

describe('what is wrong is named with its field', () => {
  const cases: [Record<string, string | string[]>, string[]][] = [
    [{ 'title-en': ' ' }, ['title-en titleMissing']],
    [{ 'title-es': 'x'.repeat(151) }, ['title-es titleLong']],
    [{ 'purpose-en': 'x'.repeat(4001) }, ['purpose-en textLong']],
    [{ contactAddress: 'rosa' }, ['contactAddress address']],
    [{ contactPhone: 'call me' }, ['contactPhone phone']],
    [{ opensOn: '2027-02-30' }, ['opensOn day']],
    [{ closesOn: '2027-02-28' }, ['closesOn daysOrder']],
    [{ responseDays: '0' }, ['responseDays responseDays']],
    [{ responseDays: '61' }, ['responseDays responseDays']],
    [{ responseDays: 'ten' }, ['responseDays responseDays']],
    [{ moderation: 'never' }, ['moderation moderation']],
    [{ smsKeyword: 'STOP' }, ['smsKeyword keyword']],
    [{ smsKeyword: 'two words' }, ['smsKeyword keyword']],
    [{ opensOn: '', responseDays: '1', smsKeyword: 'bus', contactPhone: '' }, []],
  ]
  test.each(cases)('%j', (changes, problems) => {
    expect(problemsOf(changes)).toEqual(problems)
  })
})

test('a check of the protected topics keeps its date until the topics change', () => {
  const read = (changes: Record<string, string | string[]>) => {
    const form = readEngagementForm(engagement, { ...engagementFields(engagement), ...changes }, now)
    return form.outcome === 'read' ? form.changes.protectedTopicsCheckedAt : undefined
  }
  expect(read({})).toEqual(checked)
  expect(read({ protectedTopics: ['religion', 'income'] })).toEqual(now)
  expect(read({ protectedTopicsChecked: '' })).toBeNull()
})

test('the source language cannot be taken away, and unknown values are dropped', () => {
  const form = readEngagementForm(
    engagement,
    { ...engagementFields(engagement), languages: ['ar', 'xx'], frameworks: ['none'] },
    now,
  )
  expect(form.outcome === 'read' && [form.changes.languages, form.changes.frameworks]).toEqual([
    ['en', 'ar'],
    [],
  ])
})

test('only the fields that differ are put side by side', () => {
  expect(differingFields({ a: 'x', b: ['1', '2'] }, { a: 'x', b: ['1'], c: '' }, ['a', 'b', 'c'])).toEqual([
    { field: 'b', typed: '1, 2', now: '1' },
  ])
})

test('words that stop or ask for help are no keywords', () => {
  expect(['', 'BUS', 'TEACH3R'].every(isKeyword)).toBe(true)
  expect(['STOP', 'HELP', 'ALTO', 'AYUDA', 'AB', '3ABC', 'A B C'].some(isKeyword)).toBe(false)
})

test('days and times are read as browsers send them', () => {
  expect(['2027-02-28', '2028-02-29'].map(readDay)).toEqual(['2027-02-28', '2028-02-29'])
  expect(['2027-02-29', '1999-01-01', '2027-1-1', '02/28/2027', ''].map(readDay)).toEqual(
    Array(5).fill(undefined),
  )
  expect(['18:30', '18:30:00', '00:00'].map(readClock)).toEqual(['18:30', '18:30', '00:00'])
  expect(['24:00', '6:30', '18:30:59', 'noon'].map(readClock)).toEqual(Array(4).fill(undefined))
})

const fields = [
  ...Object.keys(engagementFields(engagement)),
  'title-ar',
  'source',
  'title',
  'day',
  'starts',
  'ends',
  'place',
  'detail-en',
  '__proto__',
]
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.string({ maxLength: 10 }), { maxLength: 4 }),
  fc.constantFrom('yes', '2027-03-14', '02:30', '23:59', '18:00:00', 'en', 'a@b.example', '-1', '1e3'),
)
const typedForm: fc.Arbitrary<Typed> = fc.dictionary(fc.constantFrom(...fields), value)

test('no typed form crashes a parser, and what is read keeps its bounds', () => {
  fc.assert(
    fc.property(typedForm, (typed) => {
      const edit = readEngagementForm(engagement, { ...engagementFields(engagement), ...typed }, now)
      if (edit.outcome === 'read') {
        expect(edit.changes.title.texts.en?.text.length).toBeGreaterThan(0)
        expect(edit.changes.title.texts.en?.text).not.toMatch(/[\p{Cc}]/u)
        expect(edit.changes.languages).toContain('en')
      } else expect(edit.problems.length).toBeGreaterThan(0)
      readEngagementForm(engagement, typed, now)
      readNewEngagementForm(typed)
      const entry = readTimelineForm(undefined, ['en', 'es'], typed, 'America/Los_Angeles')
      if (entry.outcome === 'read') expect(Number.isNaN(entry.changes.startsAt?.getTime() ?? 0)).toBe(false)
    }),
    { numRuns: 500 },
  )
})
