import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codersAgreement, verdictOn } from './agreement.ts'
import { keyOf, meaningChanged } from './code.ts'
import { shownQuotes } from './quote.ts'
import { findWords, mayReadAgain, quotedWords, readCodes } from './reading.ts'

const answers = [
  { id: 'one', text: 'My son had  three substitutes.\nThat is not school.' },
  { id: 'two', text: 'Please write to us (in Spanish)!' },
]

describe('words to quote', () => {
  test.each([
    ['as they stand', 'three substitutes', 'three substitutes'],
    ['with quotation marks around them', '“three substitutes.”', 'three substitutes.'],
    ['with other spaces', 'had three substitutes. That', 'had  three substitutes.\nThat'],
    ['with other capitals', 'THAT IS NOT', 'That is not'],
    ['in a later answer, with signs that mean something elsewhere', '(in Spanish)!', '(in Spanish)!'],
  ])('are found %s', (_, typed, found) => {
    const range = findWords(answers, typed)!
    expect(quotedWords(answers, range)).toBe(found)
  })

  test('that nobody wrote are not found', () => {
    expect(findWords(answers, 'four substitutes')).toBeUndefined()
    expect(findWords(answers, 'x'.repeat(3000))).toBeUndefined()
  })

  test('whatever is typed, the search answers, and what it finds stands there', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, words) => {
        const range = findWords([{ id: 'a', text }], words)
        if (range) expect(quotedWords([{ id: 'a', text }], range)).not.toBe('')
        if (words.trim() !== '' && text.includes(words)) expect(range).toBeDefined()
      }),
    )
  })
})

describe('the workbench form', () => {
  test('reads ticked codes with stance and quote', () => {
    const typed = {
      code: ['b', 'a'],
      'stance-a': 'for',
      'quote-a': 'three substitutes',
      'stance-b': 'nonsense',
      memo: ' unsure ',
    }
    expect(readCodes(typed, ['a', 'b', 'c'], answers)).toEqual({
      outcome: 'read',
      memo: 'unsure',
      given: [
        { codeId: 'a', stance: 'for', quote: { answerId: 'one', start: 12, end: 29 } },
        { codeId: 'b', stance: 'neutral', quote: null },
      ],
    })
  })

  test('no code at all is an answer', () => {
    expect(readCodes({}, ['a'], answers)).toEqual({ outcome: 'read', given: [], memo: '' })
  })

  test('names the code whose quote is not in the comment, and a code that is gone', () => {
    const read = readCodes({ code: ['a', 'x'], 'quote-a': 'never said' }, ['a'], answers)
    expect(read).toEqual({
      outcome: 'faulty',
      faults: [
        { field: 'quote-a', message: 'themes.fault.quote' },
        { field: 'code', message: 'themes.fault.codeGone' },
      ],
    })
  })

  test('any form is read or has faults, and never more codes than there are', () => {
    const typed = fc.dictionary(
      fc.oneof(fc.constantFrom('code', 'memo', 'stance-a', 'quote-a'), fc.string()),
      fc.oneof(fc.string(), fc.array(fc.string())),
    )
    fc.assert(
      fc.property(typed, (typed) => {
        const read = readCodes(typed, ['a', 'b'], answers)
        if (read.outcome === 'read') expect(read.given.length).toBeLessThanOrEqual(2)
        else expect(read.faults.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('reading again', () => {
  const at = new Date('2027-03-01T12:00:00Z')
  const later = new Date('2027-03-02T12:00:00Z')
  const by = (coderId: string) => ({ coderId, finishedAt: at })
  test.each([
    ['is open to whoever has not read it', [by('ben')], null, true],
    ['is open to the only reader', [by('ada')], null, true],
    ['is closed when two have read it', [by('ada'), by('ben')], null, false],
    ['is open again when the words changed', [by('ada'), by('ben')], later, true],
    ['stays closed for an older change', [by('ada'), by('ben')], new Date('2027-02-01'), false],
  ])('%s', (_, readings, changed, open) => {
    expect(mayReadAgain(readings, 'ada', changed)).toBe(open)
  })
})

describe('agreement', () => {
  const pair = (id: number, first: string[], second: string[]) => [
    { commentId: `c${id}`, coderId: 'ada', codeIds: first },
    { commentId: `c${id}`, coderId: 'ben', codeIds: second },
  ]

  test('is measured on comments that two read: 8 of 10 alike, half with the code, gives κ 0.6', () => {
    const readings = [
      ...[1, 2, 3, 4].flatMap((id) => pair(id, ['a'], ['a'])),
      ...[5, 6, 7, 8].flatMap((id) => pair(id, [], [])),
      ...pair(9, ['a'], []),
      ...pair(10, [], ['a']),
      { commentId: 'alone', coderId: 'ada', codeIds: ['a'] },
    ]
    const agreement = codersAgreement(readings, ['a', 'never'])
    expect(agreement).toMatchObject({ coderIds: ['ada', 'ben'], readTwice: 10 })
    const [a, never] = agreement.codes
    expect(a).toMatchObject({ codeId: 'a', given: 10 })
    expect(a!.kappa).toBeCloseTo(0.6, 10)
    // 1 − (20 − 1)·(2·2)/(2·10·10) by the definition.
    expect(a!.alpha).toBeCloseTo(0.62, 10)
    expect(never).toEqual({ codeId: 'never', kappa: null, alpha: null, given: 0 })
  })

  test('between three coders there is no κ, but α', () => {
    const readings = [
      ...pair(1, ['a'], ['a']),
      ...pair(2, [], []),
      { commentId: 'c1', coderId: 'cy', codeIds: ['a'] },
    ]
    expect(codersAgreement(readings, ['a']).codes[0]).toMatchObject({ kappa: null, alpha: 1 })
  })

  test('nobody read anything', () => {
    expect(codersAgreement([], ['a'])).toEqual({
      coderIds: [],
      readTwice: 0,
      codes: [{ codeId: 'a', kappa: null, alpha: null, given: 0 }],
    })
  })

  test.each([
    [null, 100, 'cannot-say'],
    [0.9, 29, 'few'],
    [0.9, 30, 'good'],
    [0.7, 30, 'tentative'],
    [0.5, 30, 'low'],
  ] as const)('α %s over %s comments reads as %s', (alpha, count, verdict) => {
    expect(verdictOn(alpha, count)).toBe(verdict)
  })
})

test('a new name is no new meaning; a new definition is', () => {
  const before = { name: 'Mentors', definition: 'Time with a mentor', example: '', exclusion: '' }
  expect(meaningChanged(before, { ...before, name: 'Mentor time' })).toBe(false)
  expect(meaningChanged(before, { ...before, exclusion: 'Pay of mentors' })).toBe(true)
})

test('the first nine codes have digits, the next letters, N is left for skipping', () => {
  expect([keyOf(0), keyOf(8), keyOf(9), keyOf(33), keyOf(34)]).toEqual(['1', '9', 'a', 'z', undefined])
  expect(Array.from({ length: 40 }, (_, index) => keyOf(index))).not.toContain('n')
})

test('only quotes of public comments whose words still stand are shown', () => {
  const at = new Date('2027-03-01')
  const quote = {
    id: 'q',
    themeId: 't',
    commentId: 'c',
    answerId: 'one',
    start: 0,
    end: 6,
    stance: 'for' as const,
    at,
    text: 'My son',
    language: 'en',
    state: 'published',
    wordsChangedAt: null,
  }
  expect(shownQuotes([quote])).toEqual([
    { id: 'q', themeId: 't', words: 'My son', language: 'en', stance: 'for' },
  ])
  expect(
    shownQuotes([
      { ...quote, state: 'held' },
      { ...quote, wordsChangedAt: new Date('2027-03-02') },
      { ...quote, end: 60 },
      { ...quote, text: null },
    ]),
  ).toEqual([])
})
