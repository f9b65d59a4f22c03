import { describe, expect, test } from 'vitest'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import {
  commentTime,
  type Engagement,
  type EngagementStatus,
  freeSlug,
  isOverdue,
  mayBecome,
  missingToOpen,
  takesComments,
  untranslated,
} from './engagement.ts'
import { nextAct } from './next-act.ts'

const told = written('en', { en: 'Words', es: 'Palabras' })
const engagement: Engagement = {
  agencyId: 'a',
  id: 'e',
  slug: 'teachers',
  status: 'open',
  title: told,
  purpose: told,
  decisionQuestion: told,
  decidedBy: told,
  inputUse: told,
  hardestIssue: nothingWritten,
  languages: ['en', 'es'],
  contactName: 'Rosa Delgado',
  contactAddress: 'rosa@example.org',
  contactPhone: '',
  frameworks: [],
  opensOn: '2027-03-01',
  closesOn: '2027-03-31',
  responseDays: 10,
  moderation: 'after',
  moderationPolicy: nothingWritten,
  asksStudents: false,
  protectedTopics: [],
  protectedTopicsCheckedAt: null,
  doubleEntry: false,
  smsKeyword: '',
  version: 1,
  createdBy: null,
  createdAt: new Date('2027-01-01T00:00:00Z'),
  changedAt: new Date('2027-01-01T00:00:00Z'),
}

describe('comments are taken from the first day to the last', () => {
  const cases: [EngagementStatus, string, boolean, string][] = [
    ['open', '2027-02-28', false, 'soon'],
    ['open', '2027-03-01', true, 'now'],
    ['open', '2027-03-31', true, 'now'],
    ['open', '2027-04-01', false, 'over'],
    ['closed', '2027-03-15', false, 'over'],
    ['draft', '2027-03-15', false, 'over'],
    ['closed', '2027-02-01', false, 'over'],
  ]
  test.each(cases)('%s on %s', (status, day, taken, time) => {
    expect(takesComments({ ...engagement, status }, day)).toBe(taken)
    expect(commentTime({ ...engagement, status }, day)).toBe(time)
  })
})

test('without a first and a last day, an open engagement always takes comments', () => {
  expect(takesComments({ ...engagement, opensOn: null, closesOn: null }, '2099-01-01')).toBe(true)
})

describe('what is missing keeps an engagement from opening', () => {
  const onlySpanish = written('es', { es: 'Palabras' })
  const cases: [string, Partial<Engagement>, string[]][] = [
    ['nothing', {}, []],
    ['how input will be used', { inputUse: nothingWritten }, ['inputUse']],
    ['a translation is not the original', { inputUse: onlySpanish }, ['inputUse']],
    ['a contact without a name', { contactName: '' }, ['contact']],
    ['a contact without a way', { contactAddress: '' }, ['contact']],
    ['a phone number is a way', { contactAddress: '', contactPhone: '555 0100' }, []],
    ['students, unchecked', { asksStudents: true }, ['protectedTopics']],
    ['students, checked', { asksStudents: true, protectedTopicsCheckedAt: new Date() }, []],
    ['two things in order', { purpose: nothingWritten, decidedBy: nothingWritten }, ['purpose', 'decidedBy']],
  ]
  test.each(cases)('%s', (_, changes, missing) => {
    expect(missingToOpen({ ...engagement, ...changes })).toEqual(missing)
  })
})

test('an engagement goes from draft to open, to closed, and back to open, and never back to draft', () => {
  const all = ['draft', 'open', 'closed'] as const
  const possible = all.flatMap((from) => all.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`))
  expect(possible).toEqual(['draft open', 'open closed', 'closed open'])
})

test('only an open engagement whose last day has passed is overdue', () => {
  expect(isOverdue(engagement, '2027-04-01')).toBe(true)
  expect(isOverdue(engagement, '2027-03-31')).toBe(false)
  expect(isOverdue({ ...engagement, status: 'closed' }, '2027-04-01')).toBe(false)
  expect(isOverdue({ ...engagement, closesOn: null }, '2027-04-01')).toBe(false)
})

test('texts that a reader gets in another language are named; texts nobody wrote are not', () => {
  expect(untranslated(engagement, 'es')).toEqual([])
  expect(untranslated(engagement, 'ar')).toEqual([
    'title',
    'purpose',
    'decisionQuestion',
    'decidedBy',
    'inputUse',
  ])
})

describe('an address part is free, not reserved and at most 60 characters', () => {
  const long = 'a'.repeat(70)
  const cases: [string, string[], string][] = [
    ['teachers', [], 'teachers'],
    ['teachers', ['teachers'], 'teachers-2'],
    ['teachers', ['teachers', 'teachers-2'], 'teachers-3'],
    ['', [], 'engagement'],
    ['new', [], 'new-2'],
    ['contact', [], 'contact-2'],
    [long, ['a'.repeat(60)], `${'a'.repeat(58)}-2`],
  ]
  test.each(cases)('%s with %j', (wanted, taken, slug) => {
    expect(freeSlug(wanted, taken)).toBe(slug)
  })
})

describe('the next act follows from how an engagement stands', () => {
  const stale = {
    source: 'en' as const,
    texts: {
      en: { text: 'New', status: 'source' as const },
      es: { text: 'Viejo', status: 'stale' as const },
    },
  }
  const cases: [string, Partial<Engagement>, string, string][] = [
    ['a draft with a gap', { status: 'draft', purpose: nothingWritten }, '2027-03-10', 'complete'],
    ['a whole draft', { status: 'draft' }, '2027-03-10', 'open'],
    ['after its last day', {}, '2027-04-02', 'close'],
    ['with an old translation', { purpose: stale }, '2027-03-10', 'translate'],
    ['with no date ahead', {}, '2027-03-10', 'plan'],
    [
      'with questions that nobody has checked for students',
      { asksStudents: true, protectedTopicsCheckedAt: null },
      '2027-03-10',
      'complete',
    ],
    ['closed', { status: 'closed' }, '2027-04-02', 'decide'],
  ]
  test.each(cases)('%s', (_, changes, today, act) => {
    expect(nextAct({ ...engagement, ...changes }, today, [])).toBe(act)
  })
})
