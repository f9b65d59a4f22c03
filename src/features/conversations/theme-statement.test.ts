import { describe, expect, test } from 'vitest'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import type { OpinionSummary } from './conversation-result.ts'
import { figuresNow, shownStatements, type StatementInTheme } from './theme-statement.ts'

const statement = {
  id: 's1',
  number: 1,
  words: written('en', { en: 'A mentor down the hall' }),
  origin: 'agency' as const,
  isMeta: false,
}

const summary = (changes: Partial<OpinionSummary> = {}): OpinionSummary => ({
  mode: 'best',
  participants: 120,
  statements: 1,
  votes: 120,
  deduplicated: 0,
  clear_groups: true,
  k: 2,
  null_test: null,
  components: [],
  groups: [
    { id: '0', size: 70, stability: 0.9, representative: [] },
    { id: '1', size: 50, stability: 0.9, representative: [] },
  ],
  statement_stats: {
    s1: {
      agree: 110,
      disagree: 6,
      pass: 4,
      by_group: { '0': [64, 4, 70], '1': [46, 2, 50] },
      group_aware_consensus: 0.8,
      consensus: 0.9,
      consensus_lower: 0.84,
      priority: 1,
      extremity: 0,
    },
  },
  consensus: { agree: [], disagree: [] },
  slate: { statement_ids: [], coverage: 0, largest_unrepresented: 0 },
  ...changes,
})
const counted = (changes: Partial<OpinionSummary> = {}) => ({
  summary: summary(changes),
  provisional: false,
  countedAt: new Date('2027-03-01T00:00:00Z'),
})
const tally = { agree: 111, disagree: 6, pass: 4 }

describe('the figures of a statement that is taken into a theme', () => {
  test('are the votes that stand, and whether all groups agree', () => {
    expect(figuresNow(tally, statement, counted(), 10)).toEqual({
      ...tally,
      commonGround: 'agree',
      groups: 2,
    })
  })

  test('say nothing of common ground before the first count, of too few people, or of who people are', () => {
    const unknown = { ...tally, commonGround: null, groups: null }
    expect(figuresNow(tally, statement, undefined, 10)).toEqual(unknown)
    expect(figuresNow(tally, statement, counted({ participants: 7 }), 10)).toEqual(unknown)
    expect(figuresNow(tally, { ...statement, isMeta: true }, counted(), 10)).toEqual(unknown)
    expect(figuresNow(undefined, statement, undefined, 10)).toMatchObject({ agree: 0, disagree: 0, pass: 0 })
  })

  test('count one group where there are no clear ones', () => {
    const one = counted({ clear_groups: false, k: 1, groups: [] })
    expect(figuresNow(tally, statement, one, 10)).toMatchObject({ commonGround: 'agree', groups: 1 })
  })
})

describe('the statements of a theme, for everyone', () => {
  const now = new Date('2027-03-03T18:00:00Z')
  const conversation = {
    engagementId: 'e',
    status: 'closed' as const,
    opensAt: null,
    closesAt: null,
    resultsShown: 'when-closed' as const,
  }
  const inTheme = (changes: Partial<StatementInTheme> = {}): StatementInTheme => ({
    agencyId: 'a',
    id: 'x',
    themeId: 't',
    statementId: 's1',
    note: 'for the team',
    figures: { agree: 300, disagree: 4, pass: 30, commonGround: 'agree', groups: 3 },
    takenBy: null,
    takenAt: now,
    conversationId: 'c',
    number: 1,
    words: statement.words,
    origin: 'voter',
    state: 'shown',
    question: nothingWritten,
    conversation,
    ...changes,
  })
  const minimum = 10

  test('have figures where at least the minimum voted, and none below', () => {
    const told = (figures: StatementInTheme['figures']) =>
      shownStatements([inTheme({ figures })], minimum, now)[0]!.figures
    const many = { agree: 7, disagree: 3, pass: 0, commonGround: null, groups: 2 }
    expect(told(many)).toEqual(many)
    expect(told({ ...many, disagree: 2 })).toBe('too-few')
  })

  test('never tell the note that staff wrote for themselves', () => {
    expect(shownStatements([inTheme()], minimum, now)[0]).not.toHaveProperty('note')
  })

  test('have no figures while people vote without seeing results', () => {
    const open = { ...conversation, status: 'open' as const }
    expect(shownStatements([inTheme({ conversation: open })], minimum, now)[0]!.figures).toBeUndefined()
    const always = { ...open, resultsShown: 'always' as const }
    expect(shownStatements([inTheme({ conversation: always })], minimum, now)[0]!.figures).toBeDefined()
    const later = { ...always, opensAt: new Date('2027-05-01T00:00:00Z') }
    expect(shownStatements([inTheme({ conversation: later })], minimum, now)).toHaveLength(1)
  })

  test('are only those that voters can still see', () => {
    const gone = [
      inTheme({ state: 'withdrawn' }),
      inTheme({ state: 'rejected' }),
      inTheme({ conversation: { ...conversation, status: 'draft' } }),
    ]
    expect(shownStatements(gone, minimum, now)).toEqual([])
  })

  test('begin with common ground', () => {
    const plain = { agree: 200, disagree: 150, pass: 40, commonGround: null, groups: 2 }
    const all = [inTheme({ number: 1, figures: plain }), inTheme({ number: 9 })]
    expect(shownStatements(all, minimum, now).map((one) => one.number)).toEqual([9, 1])
  })
})
