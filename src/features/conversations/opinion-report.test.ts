import { describe, expect, test } from 'vitest'
import { plantedSettings, plantVotes } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../../analysis/numbers/seeded-random.ts'
import type { OpinionDocument } from '../../analysis/opinion/opinion-document.ts'
import { drawOpinionMap } from '../../analysis/opinion/opinion-map.ts'
import { written } from '../../platform/i18n/written.ts'
import { splitDocument } from './conversation-result.ts'
import { drawMapMarks, readAxes } from './map-marks.ts'
import { firmnessOf, letterOf, makeOpinionReport, type ReportSource } from './opinion-report.ts'
import { renderReport } from './render-report.tsx'

type Votes = [agree: number, disagree: number, seen: number]

/** A document with two groups of 40 and these votes of theirs. */
function made(
  statements: Record<string, [Votes, Votes]>,
  changes: Partial<OpinionDocument> = {},
): OpinionDocument {
  const stats = Object.entries(statements).map(([id, [a, b]]) => [
    id,
    {
      agree: a[0] + b[0],
      disagree: a[1] + b[1],
      pass: a[2] + b[2] - a[0] - b[0] - a[1] - b[1],
      by_group: { '0': a, '1': b },
      group_aware_consensus: 0,
      consensus: 0,
      consensus_lower: 0,
      priority: 0,
      extremity: 0,
    },
  ])
  const group = (id: string, size: number) => ({ id, size, stability: 0.8, representative: [] })
  return {
    mode: 'compat',
    participants: 80,
    statements: stats.length,
    votes: 0,
    deduplicated: 0,
    clear_groups: true,
    k: 2,
    null_test: null,
    components: [],
    people: {},
    groups: [group('0', 40), group('1', 40)],
    statement_stats: Object.fromEntries(stats),
    consensus: { agree: [], disagree: [] },
    slate: { statement_ids: [], coverage: 0, largest_unrepresented: 0 },
    timings_ms: {},
    memory_mb: 0,
    ...changes,
  }
}

function reportOf(document: OpinionDocument, changes: Partial<ReportSource> = {}) {
  const statements = Object.keys(document.statement_stats).map((id, i) => ({
    id,
    number: i + 1,
    words: written('en', { en: id }),
    origin: 'agency' as const,
  }))
  return makeOpinionReport({
    question: written('en', { en: 'Why?' }),
    minimum: 10,
    ...splitDocument(document),
    provisional: false,
    countedAt: new Date(0),
    statements,
    ...changes,
  })
}

describe('common ground', () => {
  test('is what more than half of every group surely agree with, or reject; the surest first', () => {
    const report = reportOf(
      made({
        both: [
          [36, 2, 40],
          [34, 3, 40],
        ],
        surer: [
          [40, 0, 40],
          [39, 0, 40],
        ],
        one: [
          [38, 1, 40],
          [12, 20, 40],
        ],
        neither: [
          [3, 36, 40],
          [4, 35, 40],
        ],
      }),
    )
    expect(report.commonGround.map(({ statementId, direction }) => [statementId, direction])).toEqual([
      ['surer', 'agree'],
      ['neither', 'disagree'],
      ['both', 'agree'],
    ])
    expect(report.commonGround.every(({ lower }) => lower > 0.5)).toBe(true)
    expect(report.divides).toEqual(['one'])
  })

  test('never holds a statement that few have seen, however much those few like it', () => {
    const report = reportOf(
      made({
        few: [
          [3, 0, 3],
          [40, 0, 40],
        ],
      }),
    )
    expect(report.commonGround).toEqual([])
  })

  test('with a fifth passing is weaker than without', () => {
    const lower = (report: ReturnType<typeof reportOf>) => report.commonGround[0]!.lower
    const plain = reportOf(
      made({
        a: [
          [36, 4, 40],
          [36, 4, 40],
        ],
      }),
    )
    const passed = reportOf(
      made({
        a: [
          [32, 0, 40],
          [32, 0, 40],
        ],
      }),
    )
    expect(lower(passed)).toBeLessThan(lower(plain))
  })
})

describe('small numbers', () => {
  test('of votes in a group are withheld, and a second group that would tell them too', () => {
    const report = reportOf(
      made({
        a: [
          [4, 1, 6],
          [20, 5, 30],
        ],
      }),
    )
    expect(report.statements[0]!.groups).toEqual([null, null])
    expect(report.statements[0]!.all).toMatchObject({ seen: 36 })
  })

  test('of people leave no figure at all when the whole conversation is small', () => {
    const document = made(
      {
        a: [
          [4, 0, 4],
          [5, 0, 5],
        ],
      },
      { participants: 9 },
    )
    const report = reportOf(document)
    expect(report.standing).toBe('too-few')
    expect(report.participants.shown).toBe(false)
    expect(report.statements[0]).toMatchObject({ all: null, groups: [] })
    expect(report.map.marks).toEqual([])
  })

  test('of people in a group hide its size and leave its people on the map without it', () => {
    const people = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `p${i}`,
        { group: i < 7 ? '1' : '0', membership: {}, x: i, y: (i * 37) % 11 },
      ]),
    )
    const document = made(
      {
        a: [
          [30, 5, 40],
          [5, 1, 7],
        ],
      },
      { people },
    )
    document.groups[1]!.size = 7
    const report = reportOf(document)
    expect(report.groups.map((group) => group.size.shown)).toEqual([false, false])
    expect(report.map.marks.some((mark) => mark.group === '1')).toBe(false)
  })

  test('of people between the groups hide no group', () => {
    const document = made(
      {
        a: [
          [30, 5, 40],
          [30, 5, 40],
        ],
      },
      { participants: 83 },
    )
    expect(reportOf(document).groups.every((group) => group.size.shown)).toBe(true)
  })
})

describe('a conversation without clear groups', () => {
  test('is shown as one, and what splits everyone stands among the differences', () => {
    const report = reportOf(
      made(
        {
          split: [
            [20, 18, 40],
            [19, 20, 40],
          ],
          shared: [
            [36, 1, 40],
            [36, 1, 40],
          ],
        },
        { clear_groups: false },
      ),
    )
    expect(report.standing).toBe('one')
    expect(report.groups).toEqual([])
    expect(report.commonGround.map((point) => point.statementId)).toEqual(['shared'])
    expect(report.divides).toEqual(['split'])
  })
})

test('many passes are named as what people are not sure about', () => {
  const report = reportOf(
    made({
      a: [
        [10, 10, 40],
        [10, 10, 40],
      ],
      b: [
        [20, 15, 40],
        [20, 15, 40],
      ],
    }),
  )
  expect(report.unsure).toEqual(['a'])
})

test('letters stay with a group; words for stability follow Hennig', () => {
  expect([letterOf('0', 3), letterOf('2', 0), letterOf('x', 1), letterOf('30', 0)]).toEqual([
    'A',
    'C',
    'B',
    '31',
  ])
  expect([0.9, 0.75, 0.7, 0.6, 0.5, null].map(firmnessOf)).toEqual([
    'firm',
    'firm',
    'tentative',
    'tentative',
    'weak',
    'unmeasured',
  ])
})

describe('the map', () => {
  test('has at most some two hundred marks for any number of people, all inside it', () => {
    const random = seededRandom(1)
    const people = Object.fromEntries(
      Array.from({ length: 5000 }, (_, i) => [
        `p${i}`,
        { group: String(i % 3), membership: {}, x: random() * 9 - 4, y: random() - 0.5 },
      ]),
    )
    const marks = drawMapMarks(people, ['0', '1', '2'])
    expect(marks.length).toBeGreaterThan(50)
    expect(marks.length).toBeLessThanOrEqual(220)
    expect(marks.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true)
  })

  test('of nobody, and of people who all stand in one place, is drawn all the same', () => {
    expect(drawMapMarks({}, [])).toEqual([])
    const one = { group: null, membership: {}, x: 0, y: 0 }
    expect(drawMapMarks({ a: one, b: one }, [])).toEqual([{ x: 0.5, y: 0.5, group: null, size: 'few' }])
  })

  test('says which statements pull to which side', () => {
    const loadings = { a: -0.7, b: 0.1, c: 0.6, d: -0.2, gone: 0.9 }
    const axes = readAxes([{ singular_value: 1, explained: 0.2, loadings }], new Set(['a', 'b', 'c', 'd']))
    expect(axes).toEqual([{ explained: 0.2, lower: ['a', 'd'], upper: ['c', 'b'] }])
  })
})

describe('a report from files', () => {
  const { matrix } = plantVotes(
    { ...plantedSettings[5]!, participants: 200, statements: 20, votes: 14 },
    seededRandom(5),
  )
  const input = { matrix, modOut: new Uint8Array(20), deduplicated: 0 }
  const document = drawOpinionMap(input as Parameters<typeof drawOpinionMap>[0], {
    mode: 'compat',
    seed: 1,
    slate: 5,
  }) // as: all that the map needs

  test('is one page that asks for nothing else, with the words of the statements made harmless', () => {
    const texts = Object.fromEntries(matrix.statements.map((id) => [id, `<b>Statement</b> ${id} & more`]))
    const html = renderReport(document, { texts, title: 'A <test>' })
    expect(html.startsWith('<!DOCTYPE html>')).toBe(true)
    expect(html).not.toMatch(/<script|<link|src=|url\((?!#)/)
    expect(html).toContain('&lt;b&gt;Statement&lt;/b&gt;')
    expect(html).toContain('A &lt;test&gt;')
    expect(html).toContain('200 people voted on 20 statements')
  })

  test('is the same on every run, in each language', () => {
    const texts = new Map<string, string>()
    for (const language of ['en', 'es', 'ar'] as const)
      expect(renderReport(document, { texts, title: 'T', language })).toBe(
        renderReport(document, { texts, title: 'T', language }),
      )
  })
})
