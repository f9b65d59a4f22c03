import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../platform/root.ts'
import {
  conversationsAbsent as absent,
  sharedConversations,
} from '../../../tests/support/shared-conversation.ts'
import { adjustedRandIndex } from '../../../tests/support/planted-votes.ts'
import { drawCompatMap } from './compat-map.ts'
import { readGivenGroups } from './given-groups.ts'
import { groupAwareConsensus } from './group-aware-consensus.ts'
import { countGroupVotes } from './group-votes.ts'
import type { OpinionDocument } from './opinion-document.ts'
import type { GivenLabels, OpinionInput, OpinionOptions } from './opinion-input.ts'
import { principalComponents } from './principal-components.ts'
import { byNumber, settleVotes } from './settle-votes.ts'
import { readStatementList } from './statement-list.ts'
import { buildVoteMatrix } from './vote-matrix.ts'
import { VoteLogReader } from './vote-log.ts'

type ById = Record<string, number>
type Entry = Record<string, number | string>
interface Reference {
  n_participants: number
  n_statements: number
  n_votes: number
  exact_compat: {
    mean: ById
    components: ById[]
    singular_values: number[]
    explained_variance_ratio: number[]
    extremity: ById
    projection: Record<string, [number, number]>
    in_conv: (number | string)[]
    kmeans_best_of_50: Record<string, { inertia: number }>
  }
  clojure_cold_port: { k: number; labels: ById }
  given_production_labels: {
    group_sizes: ById
    votes: Record<string, Record<string, number[]>>
    group_aware_consensus: ById
    group_aware_consensus_disagree: ById
    comment_priorities: ById
    repness: Record<string, Entry[]>
  }
  consensus_all_participants: { agree: Entry[]; disagree: Entry[] }
}

const folder = join(projectRoot, '../shared/data/opinion')
const options: OpinionOptions = { mode: 'compat', seed: 1, slate: 5 }

function read(name: string): { input: OpinionInput; reference: Reference; labels: GivenLabels } {
  const list = readStatementList(readFileSync(join(folder, name, 'comments.csv')))
  const reader = new VoteLogReader()
  reader.feed(readFileSync(join(folder, name, 'votes.csv')))
  const reading = reader.finish()
  const given = readGivenGroups(readFileSync(join(folder, name, 'participants-votes.csv')))
  if (reading.outcome === 'faulty' || list.outcome === 'faulty' || given.outcome === 'faulty') {
    throw new Error(`${name} cannot be read`)
  }
  const { matrix, deduplicated } = settleVotes(reading.log, { listed: list.statements.map(({ id }) => id) })
  const out = new Set(
    list.statements.filter(({ moderated, meta }) => moderated === -1 || meta).map(({ id }) => id),
  )
  const ids = [...new Set(given.groupOf.values())].sort(byNumber)
  return {
    input: {
      matrix,
      modOut: Uint8Array.from(matrix.statements, (id) => (out.has(id) ? 1 : 0)),
      deduplicated,
    },
    reference: JSON.parse(readFileSync(join(folder, name, 'reference.json'), 'utf8')) as Reference,
    labels: {
      ids,
      label: Int32Array.from(matrix.participants, (id) => ids.indexOf(given.groupOf.get(id) ?? '')),
    },
  }
}

/** Reference figures have ten digits. */
function expectSame(actual: number, expected: number, what: string): void {
  const difference = Math.abs(actual - expected)
  expect(difference, `${what}: ${actual} and ${expected}`).toBeLessThanOrEqual(
    1e-9 + 1e-9 * Math.abs(expected),
  )
}

function expectSameList(actual: readonly object[], expected: readonly Entry[]): void {
  const named = (entry: Entry) =>
    Object.entries(entry).filter(([key]) => !['best-agree', 'n-agree'].includes(key))
  expect(actual).toHaveLength(expected.length)
  for (const [place, entry] of expected.entries()) {
    const own = actual[place] as Entry // a record of texts and numbers
    for (const [key, value] of named(entry)) {
      const name = { tid: 'statement_id', 'repful-for': 'direction' }[key] ?? key.replaceAll('-', '_')
      if (typeof value === 'number' && name !== 'statement_id') expectSame(own[name] as number, value, name)
      else expect(own[name]).toBe(String(value))
    }
  }
}

function inertiaOf(document: OpinionDocument): number {
  const sums = new Map<string, { count: number; x: number; y: number; squares: number }>()
  for (const { group, x, y } of Object.values(document.people)) {
    if (group === null) continue
    const sum = sums.get(group) ?? { count: 0, x: 0, y: 0, squares: 0 }
    sums.set(group, {
      count: sum.count + 1,
      x: sum.x + x,
      y: sum.y + y,
      squares: sum.squares + x * x + y * y,
    })
  }
  return [...sums.values()].reduce(
    (total, { count, x, y, squares }) => total + squares - (x * x + y * y) / count,
    0,
  )
}

describe('the reference algorithm', () => {
  for (const name of sharedConversations) {
    const title = (fact: string) => `${name}: ${fact}${absent}`

    test.skipIf(absent !== '')(
      title('components, places and extremity are those of the dense solution'),
      () => {
        const { input, reference } = read(name)
        const exact = reference.exact_compat
        const { matrix, modOut } = input
        const five = principalComponents(matrix, { count: 5, zeroed: modOut })
        for (const [q, value] of exact.singular_values.entries()) {
          expectSame(five.singularValues[q]! / value, 1, `singular value ${q}`)
          expectSame(five.explained[q]!, exact.explained_variance_ratio[q]!, `explained ${q}`)
        }
        const document = drawCompatMap(input, options)
        expect(document.participants).toBe(reference.n_participants)
        expect(document.statements).toBe(reference.n_statements)
        expect(document.votes).toBe(reference.n_votes)
        for (const [q, loadings] of exact.components.entries()) {
          const own = document.components[q]!.loadings
          const cosine = Object.entries(loadings).reduce((sum, [id, value]) => sum + own[id]! * value, 0)
          expect(cosine).toBeGreaterThan(1 - 1e-9)
        }
        for (const [id, value] of Object.entries(exact.extremity)) {
          expectSame(document.statement_stats[id]!.extremity, value, `extremity of ${id}`)
        }
        for (const [j, id] of matrix.statements.entries()) {
          if (exact.mean[id] !== undefined && !modOut[j])
            expectSame(five.means[j]!, exact.mean[id], `mean of ${id}`)
        }
        for (const [id, [x, y]] of Object.entries(exact.projection)) {
          expectSame(document.people[id]!.x, x, `x of ${id}`)
          expectSame(document.people[id]!.y, y, `y of ${id}`)
        }
        expect(Object.keys(document.people)).toHaveLength(reference.n_participants)
      },
    )

    test.skipIf(absent !== '')(title('groups are those of the cold start'), () => {
      const { input, reference } = read(name)
      const document = drawCompatMap(input, options)
      const { k, labels } = reference.clojure_cold_port
      expect(document.k).toBe(k)
      const people = Object.keys(document.people).filter((id) => document.people[id]!.group !== null)
      expect(people.sort()).toEqual(Object.keys(labels).sort())
      const own = people.map((id) => Number(document.people[id]!.group))
      expect(
        adjustedRandIndex(
          own,
          people.map((id) => labels[id]!),
        ),
      ).toBeGreaterThanOrEqual(0.98)
    })

    test.skipIf(absent !== '')(title('all that follows from given labels is exact'), () => {
      const { input, reference, labels } = read(name)
      const given = reference.given_production_labels
      const document = drawCompatMap(input, { ...options, labels })
      expect(Object.fromEntries(document.groups.map(({ id, size }) => [id, size]))).toEqual(given.group_sizes)
      const votes = countGroupVotes(input.matrix, labels.label, labels.ids.length)
      const rejection = groupAwareConsensus(votes, 'disagree')
      for (const [id, value] of Object.entries(given.group_aware_consensus)) {
        const own = document.statement_stats[id]!
        expectSame(own.group_aware_consensus, value, `consensus on ${id}`)
        expectSame(own.priority, given.comment_priorities[id]!, `priority of ${id}`)
        for (const group of labels.ids) expect(own.by_group[group]).toEqual(given.votes[group]![id])
        const column = input.matrix.statements.indexOf(id)
        expectSame(rejection[column]!, given.group_aware_consensus_disagree[id]!, `rejection of ${id}`)
      }
      for (const { id, representative } of document.groups) expectSameList(representative, given.repness[id]!)
      expectSameList(document.consensus.agree, reference.consensus_all_participants.agree)
      expectSameList(document.consensus.disagree, reference.consensus_all_participants.disagree)
    })

    test.skipIf(absent !== '')(title('plain k-means is as good as the best of fifty'), () => {
      const { input, reference } = read(name)
      for (const [k, { inertia }] of Object.entries(reference.exact_compat.kmeans_best_of_50)) {
        const document = drawCompatMap(input, { ...options, groups: Number(k), cluster: 'kmeans' })
        expect(document.groups).toHaveLength(Number(k))
        expect(inertiaOf(document) / inertia).toBeLessThanOrEqual(1.0005)
      }
    })
  }

  const empty = { row: new Uint32Array(0), column: new Uint16Array(0), value: new Int8Array(0) }
  const draw = (
    people: number,
    statements: number,
    votes: [row: number, column: number, value: number][],
  ) => {
    const matrix = buildVoteMatrix(
      Array.from({ length: people }, (_, i) => `p${i}`),
      Array.from({ length: statements }, (_, j) => `s${j}`),
      {
        row: Uint32Array.from(votes, ([row]) => row),
        column: Uint16Array.from(votes, ([, column]) => column),
        value: Int8Array.from(votes, ([, , value]) => value),
      },
    )
    return drawCompatMap({ matrix, modOut: new Uint8Array(statements), deduplicated: 0 }, options)
  }

  test('nobody makes an empty map', () => {
    const matrix = buildVoteMatrix([], ['a'], empty)
    const document = drawCompatMap({ matrix, modOut: new Uint8Array(1), deduplicated: 0 }, options)
    expect(document).toMatchObject({ participants: 0, statements: 0, votes: 0, k: 0, people: {}, groups: [] })
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })

  test('one person, and people who all vote alike, make one group at the middle', () => {
    expect(draw(1, 2, [[0, 0, 1]]).k).toBe(1)
    const alike = draw(
      20,
      8,
      Array.from({ length: 160 }, (_, v) => [v % 20, Math.floor(v / 20), 1]),
    )
    expect(alike.k).toBe(1)
    expect(alike.clear_groups).toBe(false)
    expect(Object.values(alike.people).every(({ x, y, group }) => x === 0 && y === 0 && group === '0')).toBe(
      true,
    )
    expect(alike.components.map(({ singular_value }) => singular_value)).toEqual([0, 0])
  })

  test('people with fewer than seven votes join only while fewer than fifteen have more', () => {
    const votes: [number, number, number][] = []
    for (let i = 0; i < 30; i++) {
      for (let j = 0; j < (i < 10 ? 8 : i % 6); j++) votes.push([i, j, (i + j) % 3 === 0 ? -1 : 1])
    }
    const clustered = Object.entries(draw(30, 8, votes).people).filter(([, { group }]) => group !== null)
    expect(clustered).toHaveLength(15)
    // Five votes each: 11, 17, 23, 29; then the first of those with four.
    expect(clustered.map(([id]) => id).slice(10)).toEqual(['p10', 'p11', 'p17', 'p23', 'p29'])
  })
})
