import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../analysis/numbers/seeded-random.ts'
import type { RoutingModel } from '../../analysis/opinion/routing.ts'
import { drawNext, type KeptRouting, openOffers, readRouting } from './next-statement.ts'
import { openPace } from './pace.ts'
import type { VoteValue } from './voter.ts'
import { openIntake } from './vote-intake.ts'

const shown = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `s${i}` }))
const nothing = readRouting(undefined)

/** Two camps that split on s0 and agree on the rest. */
function camps(statements: number, participants = 100): KeptRouting {
  const model: RoutingModel = {
    classes: 2,
    fits: 1,
    share: [0.5, 0.5],
    agree: [0, 1].flatMap((camp) =>
      Array.from({ length: statements }, (_, j) => (j === 0 ? Math.abs(0.95 - camp) : 0.8)),
    ),
    pass: Array(statements).fill(0.1),
    seen: Array(statements).fill(60),
    participants,
  }
  return { statements: shown(statements).map(({ id }) => id), model }
}

describe('the next statement', () => {
  test('is drawn evenly while nothing is known', () => {
    const next = drawNext(shown(4), new Map(), nothing, seededRandom(1))
    expect(next?.propensity).toBeCloseTo(0.25)
  })

  test('is none of those answered, until none is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer(), fc.boolean(), (count, seed, known) => {
        const random = seededRandom(seed)
        const answered = new Map<string, VoteValue>()
        const list = shown(count)
        for (let i = 0; i < count; i++) {
          const next = drawNext(list, answered, known ? camps(count) : nothing, random)
          expect(next && !answered.has(next.statementId)).toBe(true)
          expect(next!.propensity).toBeGreaterThan(0)
          expect(next!.propensity).toBeLessThanOrEqual(1 + 1e-9)
          answered.set(next!.statementId, 1)
        }
        expect(drawNext(list, answered, nothing, random)).toBeUndefined()
      }),
    )
  })

  test('is more often the one that tells most about where people stand', () => {
    const random = seededRandom(3)
    const list = shown(5)
    const routing = camps(5)
    let first = 0
    for (let i = 0; i < 400; i++)
      if (drawNext(list, new Map(), routing, random)?.statementId === 's0') first++
    expect(first).toBeGreaterThan(160)
  })

  test('may be one that came after the last count, and is never one that was taken off since', () => {
    const random = seededRandom(5)
    const list = [{ id: 's1' }, { id: 'new' }]
    const routing = camps(3)
    const drawn = new Set<string | undefined>()
    for (let i = 0; i < 100; i++) drawn.add(drawNext(list, new Map(), routing, random)?.statementId)
    expect(drawn).toEqual(new Set(['s1', 'new']))
  })

  test('can be drawn from whatever was kept', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        expect(drawNext(shown(3), new Map(), readRouting(kept), seededRandom(1))).toBeDefined()
      }),
    )
  })
})

test('an offer counts for the statement that was offered last, and for no other', () => {
  const offers = openOffers()
  offers.remember('a', { statementId: 's1', propensity: 0.2 })
  expect(offers.propensityOf('a', 's1')).toBe(0.2)
  expect(offers.propensityOf('a', 's2')).toBeNull()
  expect(offers.propensityOf('b', 's1')).toBeNull()
})

test('a pace lets so many through in its time, for each key by itself', () => {
  const pace = openPace({ points: 2, milliseconds: 1000 })
  expect([pace.take('a', 0), pace.take('a', 1), pace.take('a', 2), pace.take('b', 3)]).toEqual([
    true,
    true,
    false,
    true,
  ])
  expect(pace.take('a', 1001)).toBe(true)
})

describe('an intake', () => {
  test('keeps together what comes together, one of each owner at a time and in order', async () => {
    const batches: string[][] = []
    const intake = openIntake<string, string>({
      keep: async (items) => {
        batches.push([...items])
        await new Promise((resolve) => setTimeout(resolve, 1))
        return items.map((item) => item.toUpperCase())
      },
      owner: (item) => item[0]!,
      hopeless: () => false,
      pause: async () => undefined,
    })
    const answers = await Promise.all(['a1', 'b1', 'a2', 'c1', 'b2'].map((item) => intake.add(item)))
    expect(answers).toEqual(['A1', 'B1', 'A2', 'C1', 'B2'])
    expect(batches).toEqual([['a1'], ['b1', 'a2', 'c1'], ['b2']])
  })

  test('pauses for its like only after many came together, and never for a lone item', async () => {
    let pauses = 0
    const intake = openIntake<string, string>({
      keep: async (items) => {
        await new Promise((resolve) => setTimeout(resolve, 1))
        return [...items]
      },
      owner: (item) => item,
      hopeless: () => false,
      pause: async () => void pauses++,
    })
    for (const item of ['a', 'b', 'c']) await intake.add(item)
    expect(pauses).toBe(0)
    await Promise.all(['a', 'b', 'c'].map((item) => intake.add(item)))
    await intake.add('d')
    expect(pauses).toBe(1)
    await intake.add('e')
    expect(pauses).toBe(1)
  })

  test('tries each alone when a batch fails, so that one bad item fails alone', async () => {
    const intake = openIntake<string, string>({
      keep: async (items) => {
        if (items.includes('bad')) throw new Error('bad')
        return [...items]
      },
      owner: (item) => item,
      hopeless: () => false,
      pause: async () => undefined,
    })
    const settled = await Promise.allSettled(['x', 'good', 'bad', 'fine'].map((item) => intake.add(item)))
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  })
})
