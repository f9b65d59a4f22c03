import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignMembership, continueGroupIds, matchByOverlap } from './match-groups.ts'

describe('matchByOverlap', () => {
  test('finds the pairing of largest overlap where the greedy one fails', () => {
    expect(
      matchByOverlap([
        [10, 9],
        [9, 1],
      ]),
    ).toEqual([1, 0])
  })

  test('is as good as trying all pairings', () => {
    const orders = (items: number[]): number[][] =>
      items.length === 0
        ? [[]]
        : items.flatMap((item) => orders(items.filter((x) => x !== item)).map((rest) => [item, ...rest]))
    const square = fc.integer({ min: 1, max: 5 }).chain((size) =>
      fc.array(fc.array(fc.nat(20), { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      }),
    )
    fc.assert(
      fc.property(square, (overlap) => {
        const total = (order: number[]) => order.reduce((sum, c, r) => sum + overlap[r]![c]!, 0)
        const best = Math.max(...orders(overlap.map((_, r) => r)).map(total))
        expect(total(matchByOverlap(overlap))).toBe(best)
      }),
    )
  })

  test('leaves a row over when there are more rows than columns', () => {
    expect(matchByOverlap([[1], [5], [2]])).toEqual([-1, 0, -1])
    expect(matchByOverlap([])).toEqual([])
  })
})

describe('alignMembership', () => {
  test('undoes a change of numbers', () => {
    const reference = Float64Array.of(0.9, 0.1, 0, 0.2, 0.7, 0.1, 0, 0.1, 0.9)
    const renumbered = Float64Array.of(0, 0.9, 0.1, 0.1, 0.2, 0.7, 0.9, 0, 0.1)
    expect(alignMembership(renumbered, reference, 3)).toEqual(reference)
  })
})

describe('continueGroupIds', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f']

  test('a group keeps the id of those it is made of', () => {
    const earlier = new Map(people.map((id) => [id, id < 'd' ? '7' : '0']))
    expect(continueGroupIds(people, Int32Array.of(0, 0, 1, 1, 1, 1), 2, earlier)).toEqual(['7', '0'])
  })

  test('a new group takes a number that nobody had', () => {
    const earlier = new Map(people.map((id) => [id, '0']))
    expect(continueGroupIds(people, Int32Array.of(0, 0, 1, 1, 1, 1), 2, earlier)).toEqual(['1', '0'])
    expect(continueGroupIds(people, Int32Array.of(0, 0, 1, 1, -1, -1), 2, null)).toEqual(['0', '1'])
  })
})
