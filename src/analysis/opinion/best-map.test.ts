import { describe, expect, test } from 'vitest'
import {
  adjustedRandIndex,
  plantedSettings,
  plantVotes,
  renameAndReorder,
  shuffleWithinStatements,
} from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { type BestMapOptions, drawBestMap } from './best-map.ts'
import type { OpinionDocument } from './opinion-document.ts'
import { buildVoteMatrix, keepParticipants, type VoteMatrix } from './vote-matrix.ts'

const strong = plantVotes(
  { ...plantedSettings[5]!, participants: 240, statements: 50, votes: 35, informative: 0.8 },
  seededRandom(7),
)

function draw(matrix: VoteMatrix, options: Partial<BestMapOptions> = {}): OpinionDocument {
  return drawBestMap(
    { matrix, modOut: new Uint8Array(matrix.statements.length), deduplicated: 0 },
    { mode: 'best', seed: 1, slate: 5, ...options },
  )
}

function groupsOf(map: OpinionDocument, participants: readonly string[]): number[] {
  return participants.map((id) => {
    const { group } = map.people[id]!
    return group === null ? -1 : map.groups.findIndex((other) => other.id === group)
  })
}

describe('drawBestMap', () => {
  const map = draw(strong.matrix)

  test('finds as many groups as were planted, says how stable they are, and leaves nobody out of the count', () => {
    expect(map.clear_groups).toBe(true)
    expect(map.k).toBe(3)
    for (const group of map.groups) expect(group.stability).toBeGreaterThan(0.75)
    expect(adjustedRandIndex(groupsOf(map, strong.matrix.participants), strong.group)).toBeGreaterThan(0.9)
    expect(Object.keys(map.people)).toHaveLength(240)
    const shown = groupsOf(map, strong.matrix.participants).filter((g) => g >= 0)
    expect(map.groups.reduce((sum, group) => sum + group.size, 0)).toBe(shown.length)
  })

  test('gives the same document twice', () => {
    expect(JSON.stringify(draw(strong.matrix))).toBe(JSON.stringify(map))
  })

  test('gives everybody the same place and group under other names and in another order', () => {
    for (const seed of [1]) {
      const { matrix, rowOf } = renameAndReorder(strong.matrix, seededRandom(seed))
      const again = draw(matrix)
      for (let i = 0; i < rowOf.length; i++) {
        expect(again.people[matrix.participants[rowOf[i]!]!]).toEqual(map.people[`p${i}`])
      }
    }
  })

  test('says that there are no clear groups when votes were shuffled within each statement', () => {
    for (const seed of [1, 2, 3]) {
      const nothing = draw(shuffleWithinStatements(strong.matrix, seededRandom(seed)))
      expect(nothing.clear_groups).toBe(false)
      expect(nothing.k).toBe(1)
    }
  })

  test('returns a wanted number of groups even where there are none, and says so', () => {
    const forced = draw(shuffleWithinStatements(strong.matrix, seededRandom(4)), { groups: 3 })
    expect(forced.clear_groups).toBe(false)
    expect(forced.groups).toHaveLength(3)
  })

  test('groups people the same way when a fifth of them is missing', () => {
    const random = seededRandom(5)
    const rows = strong.matrix.participants.map((_, i) => i).filter(() => random() < 0.8)
    const part = keepParticipants(strong.matrix, rows)
    const first = groupsOf(map, part.participants)
    const second = groupsOf(draw(part), part.participants)
    expect(adjustedRandIndex(first, second)).toBeGreaterThan(0.9)
  })

  test('groups keep their ids from the last map', () => {
    const renamed = new Map(['0', '1', '2'].map((id) => [id, `${(Number(id) + 1) % 3}`]))
    const groupOf = new Map<string, string>()
    for (const [id, person] of Object.entries(map.people)) {
      if (person.group !== null) groupOf.set(id, renamed.get(person.group)!)
    }
    const next = draw(strong.matrix, { earlier: { groupOf, k: 3, clearGroups: true }, depth: 'provisional' })
    expect(next.k).toBe(3)
    let kept = 0
    for (const [id, group] of groupOf) if (next.people[id]!.group === group) kept++
    expect(kept / groupOf.size).toBeGreaterThan(0.9)
  })

  test('moderated statements have no part in the map', () => {
    const modOut = new Uint8Array(50)
    modOut[3] = 1
    const without = drawBestMap(
      { matrix: strong.matrix, modOut, deduplicated: 0 },
      { mode: 'best', seed: 1, slate: 5, depth: 'provisional' },
    )
    expect(without.statements).toBe(49)
    expect(without.statement_stats['s3']).toBeUndefined()
  })

  test.each([0, 1, 2])('draws a map of %i people', (people) => {
    const votes = {
      row: Uint32Array.from({ length: people }, (_, i) => i),
      column: new Uint16Array(people),
      value: new Int8Array(people).fill(1),
    }
    const names = Array.from({ length: people }, (_, i) => `p${i}`)
    const small = draw(buildVoteMatrix(names, ['s'], votes))
    expect(small.k).toBe(1)
    expect(small.clear_groups).toBe(false)
    expect(Object.keys(small.people)).toHaveLength(people)
  })
})
