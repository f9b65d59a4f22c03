import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupedCode, newCode } from '../../platform/session/session.ts'
import { type Age, ageProblemsOf } from './age.ts'
import { cursorText, firstState, mayCorrect, mayWithdraw, readCursor, visibleToPublic } from './comment.ts'
import { stateAfterCorrection } from './correct-comment.action.ts'
import { detectLanguage } from './detect-language.ts'
import { fingerprint, fingerprintDistance, nearDuplicateBits } from './fingerprint.ts'
import { protectedTopics, studentsMayAnswer } from '../engagements/protected-topics.ts'
import { readReceipt } from './receipt.ts'
import { clockState, dayIn, dueDay, shareKept } from './response-promise.ts'
import { looksLikeSpam } from './spam.ts'

describe('the response promise', () => {
  test.each([
    ['2027-03-01', 1, '2027-03-02'],
    ['2027-03-01', 10, '2027-03-15'],
    ['2027-03-05', 1, '2027-03-08'],
    ['2027-03-06', 1, '2027-03-08'],
    ['2027-03-07', 10, '2027-03-19'],
    ['2027-12-31', 5, '2028-01-07'],
  ])('received on %s with %i working days is due on %s', (received, days, due) => {
    expect(dueDay(received, days)).toBe(due)
  })

  test('the day of receipt is the day where the agency is', () => {
    const at = new Date('2027-03-02T05:30:00Z')
    expect(dayIn('America/Los_Angeles', at)).toBe('2027-03-01')
    expect(dayIn('America/New_York', at)).toBe('2027-03-02')
  })

  test('a due day is never on a weekend and never before the receipt', () => {
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (date, days) => {
        const received = date.toISOString().slice(0, 10)
        const due = dueDay(received, days)
        expect([1, 2, 3, 4, 5]).toContain(new Date(`${due}T12:00:00Z`).getUTCDay())
        expect(due > received).toBe(true)
      }),
    )
  })

  test.each([
    ['2027-03-15', '2027-03-20', 'answered'],
    ['2027-03-16', '2027-03-20', 'answered-late'],
    [null, '2027-03-15', 'running'],
    [null, '2027-03-16', 'late'],
  ] as const)('received 2027-03-01, answered %s, today %s: %s', (answered, today, state) => {
    expect(clockState('2027-03-01', answered, 10, today)).toBe(state)
  })

  test('the share kept counts what has come due or was answered, and says nothing when nothing has', () => {
    const tallies = [
      { received: '2027-03-01', answered: '2027-03-05', count: 6 },
      { received: '2027-03-01', answered: '2027-03-30', count: 2 },
      { received: '2027-03-01', answered: null, count: 2 },
      { received: '2027-03-29', answered: null, count: 5 },
    ]
    expect(shareKept(tallies, 10, '2027-04-01')).toEqual({ kept: 6, due: 10, running: 5, share: 0.6 })
    expect(shareKept([], 10, '2027-04-01').share).toBeUndefined()
  })
})

describe('age', () => {
  test.each<[Age, boolean, boolean, boolean, string[]]>([
    ['adult', false, true, true, []],
    ['13-17', false, true, true, ['consentMissing']],
    ['13-17', true, true, true, []],
    ['under-13', true, true, true, ['under13Text', 'under13Contact']],
    ['under-13', false, false, false, []],
  ])('%s, consent %s, text %s, contact %s', (age, guardianConsent, hasFreeText, hasContact, problems) => {
    expect(ageProblemsOf({ age, guardianConsent, hasFreeText, hasContact })).toEqual(problems)
  })
})

describe('protected topics', () => {
  const checked = new Date('2027-01-01')
  test('there are the eight areas of the law', () => expect(protectedTopics).toHaveLength(8))
  test.each([
    [{ asksStudents: false, protectedTopics: [], protectedTopicsCheckedAt: null }, 'not-asked'],
    [{ asksStudents: true, protectedTopics: [], protectedTopicsCheckedAt: null }, 'unchecked'],
    [{ asksStudents: true, protectedTopics: [], protectedTopicsCheckedAt: checked }, 'yes'],
    [{ asksStudents: true, protectedTopics: ['income'], protectedTopicsCheckedAt: checked }, 'parents-first'],
  ])('%o: %s', (engagement, answer) => expect(studentsMayAnswer(engagement)).toBe(answer))
})

describe('states', () => {
  test.each([
    ['before', false, 'waiting'],
    ['after', false, 'published'],
    ['before', true, 'spam'],
    ['after', true, 'spam'],
  ] as const)('moderation %s, suspected %s: %s', (moderation, suspected, state) => {
    expect(firstState(moderation, suspected)).toBe(state)
  })
  test('only published comments are public; what is gone cannot be corrected or withdrawn', () => {
    expect(visibleToPublic({ state: 'published' })).toBe(true)
    for (const state of ['waiting', 'held', 'spam', 'withdrawn', 'erased'] as const)
      expect(visibleToPublic({ state })).toBe(false)
    expect(mayCorrect({ state: 'withdrawn' })).toBe(false)
    expect(mayWithdraw({ state: 'erased' })).toBe(false)
    expect(mayWithdraw({ state: 'spam' })).toBe(true)
  })
  test('a correction is no way around moderation', () => {
    expect(stateAfterCorrection('published', 'before', false)).toBe('waiting')
    expect(stateAfterCorrection('published', 'after', true)).toBe('waiting')
    expect(stateAfterCorrection('published', 'after', false)).toBe('published')
    expect(stateAfterCorrection('held', 'after', false)).toBe('held')
  })
})

describe('receipt codes', () => {
  test('a code reads the same however it is typed', () => {
    fc.assert(
      fc.property(fc.constant(null), () => {
        const code = newCode(12)
        expect(readReceipt(code)).toBe(code)
        expect(readReceipt(` ${groupedCode(code).toLowerCase()} `)).toBe(code)
      }),
    )
  })
  test.each(['', 'ABC', 'ABCDEFGHIJKL', '000000000000', 'A'.repeat(200)])('%s is none', (typed) =>
    expect(readReceipt(typed)).toBeUndefined(),
  )
})

test('a cursor in an address leads back to its place, and anything else to the head of the list', () => {
  const cursor = {
    receivedAt: new Date('2027-03-01T10:00:00.123Z'),
    id: '0195f3a0-0000-7000-8000-000000000001',
  }
  expect(readCursor(cursorText(cursor))).toEqual(cursor)
  fc.assert(fc.property(fc.string(), (text) => readCursor(text) === undefined || /^\d/.test(text)))
})

describe('near-duplicates', () => {
  const letter =
    'I am writing because my daughter has had three long-term substitutes in two years and no certified math teacher. Please place experienced teachers at the schools with the most turnover, and tell families when a class has no certified teacher.'
  test('case, accents, spaces and punctuation change nothing', () => {
    expect(fingerprint('¡MÁS   maestros, por favor!')).toBe(fingerprint('mas maestros por favor'))
  })
  test('a campaign letter with another name stays near; another letter does not', () => {
    expect(fingerprintDistance(fingerprint(letter), fingerprint(`${letter} Yours, Ana`))).toBeLessThanOrEqual(
      nearDuplicateBits,
    )
    expect(
      fingerprintDistance(
        fingerprint(letter),
        fingerprint(
          'The bus comes too late in the morning and my son misses breakfast at school every single day of the week.',
        ),
      ),
    ).toBeGreaterThan(nearDuplicateBits * 2)
  })
  test('a text without words has no fingerprint and is near to nothing', () => {
    expect(fingerprint(' … !')).toBe('')
    expect(fingerprintDistance('', '')).toBe(64)
  })
  test('every text gives 16 digits or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => /^([0-9a-f]{16})?$/.test(fingerprint(text))),
    )
  })
})

describe('spam', () => {
  const now = new Date('2027-03-03T18:00:00Z')
  const earlier = (seconds: number) => String(now.getTime() - seconds * 1000)
  test.each([
    ['a person', { trap: '', opened: earlier(60), text: 'See https://example.org' }, false],
    ['the trap filled', { trap: 'http://x', opened: earlier(60), text: '' }, true],
    ['filled in one second', { trap: '', opened: earlier(1), text: 'hello' }, true],
    ['a saved page without a time', { trap: '', opened: '', text: 'hello' }, false],
    ['a clock that runs ahead', { trap: '', opened: earlier(-500), text: 'hello' }, false],
    ['five links', { trap: '', opened: earlier(60), text: 'www.a.x '.repeat(5) }, true],
  ])('%s', (_, sent, suspected) => expect(looksLikeSpam(sent, now)).toBe(suspected))
})

describe('the language of a comment', () => {
  test.each([
    ['We need more certified teachers at our school.', 'es', 'en'],
    ['Necesitamos más maestros bilingües en la escuela de mi hija.', 'en', 'es'],
    ['نحتاج إلى المزيد من المعلمين في مدرسة ابني', 'en', 'ar'],
    ['نعم أوافق', 'en', 'ar'],
    ['Chúng tôi cần thêm giáo viên cho con em chúng tôi', 'en', 'vi'],
    ['OK', 'es', 'es'],
    ['', 'ar', 'ar'],
    ['Ms. García, Room 12!', 'en', 'en'],
  ])('%s (on a page in %s) is %s', (text, page, language) =>
    expect(detectLanguage(text, page)).toBe(language),
  )
})
