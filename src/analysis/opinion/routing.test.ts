import { describe, expect, test } from 'vitest'
import { adjustedRandIndex } from '../../../tests/support/planted-votes.ts'
import {
  askAtRandom,
  askByPriority,
  collectVotes,
  continuousWorld,
  groupsByKMeans,
  latentClasses,
  mostProbable,
  plantedWorld,
  type Router,
} from '../../../tests/support/routing-world.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { fitRoutingModel } from './routing-model.ts'
import {
  classPosterior,
  drawNextStatement,
  informationGain,
  statementPropensities,
  type RoutingModel,
} from './routing.ts'
import { buildVoteMatrix, type VoteValue } from './vote-matrix.ts'

/** Two classes that differ on statement 0, agree on 1, and have not seen much of 2. */
const model: RoutingModel = {
  classes: 2,
  fits: 1,
  share: [0.5, 0.5],
  agree: [0.9, 0.8, 0.5, 0.1, 0.8, 0.5],
  pass: [0.1, 0.1, 0.1],
  seen: [100, 100, 5],
  participants: 100,
}
const open = Uint8Array.of(1, 1, 1)
const nothing = new Map<number, VoteValue>()

const askByInformation: Router = (votes, random) => {
  const fitted = fitRoutingModel(votes, { random })
  const all = new Uint8Array(votes.statements.length).fill(1)
  return (answered) => drawNextStatement(fitted, answered, all, random)!
}

describe('the gain of a question', () => {
  test('is the mutual information of answer and class, and none where classes agree', () => {
    const gain = informationGain(model, classPosterior(model, nothing))
    const h = (p: number) => -p * Math.log(p) - (1 - p) * Math.log(1 - p)
    expect(gain[0]).toBeCloseTo(0.9 * (h(0.5) - h(0.9)), 12)
    expect(gain[1]).toBeCloseTo(0, 12)
    expect(gain[2]).toBeCloseTo(0, 12)
  })

  test('follows the answers of the person', () => {
    const posterior = classPosterior(model, new Map<number, VoteValue>([[0, 1]]))
    expect(posterior[0]).toBeCloseTo(0.9, 12)
    expect(classPosterior(model, new Map<number, VoteValue>([[0, 0]]))[0]).toBeCloseTo(0.5, 12)
  })
})

describe('the next statement', () => {
  test('is a telling one most often, and a rarely seen one more than an ordinary one', () => {
    const p = statementPropensities(model, nothing, open)
    expect(p[0]!).toBeGreaterThan(0.5)
    expect(p[2]!).toBeGreaterThan(2 * p[1]!)
    expect(p.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12)
  })

  test('turns to coverage when the person is understood', () => {
    const answers = new Map<number, VoteValue>([[0, 1]])
    const known: RoutingModel = { ...model, agree: [0.999, 0.8, 0.6, 0.001, 0.8, 0.4] }
    const p = statementPropensities({ ...known, seen: [100, 5, 100] }, answers, open)
    expect(p[1]!).toBeGreaterThan(0.6)
  })

  test('is open, not answered, and has at least its even share of a tenth', () => {
    const random = seededRandom(1)
    for (let round = 0; round < 50; round++) {
      const m = 3 + Math.floor(random() * 40)
      const some: RoutingModel = {
        classes: 3,
        fits: 2,
        share: [0.6, 0.3, 0.1, 0.2, 0.2, 0.6],
        agree: Array.from({ length: 6 * m }, () => random()),
        pass: Array.from({ length: m }, () => random()),
        seen: Array.from({ length: m }, () => Math.floor(random() * 90)),
        participants: 200,
      }
      const offered = Uint8Array.from({ length: m }, () => (random() < 0.8 ? 1 : 0))
      const answered = new Map<number, VoteValue>()
      for (;;) {
        const left = offered.reduce((sum, is, j) => sum + (is && !answered.has(j) ? 1 : 0), 0)
        const p = statementPropensities(some, answered, offered)
        const drawn = drawNextStatement(some, answered, offered, random)
        if (left === 0) {
          expect(drawn).toBeNull()
          break
        }
        expect(p.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9)
        for (let j = 0; j < m; j++) {
          if (offered[j] && !answered.has(j)) expect(p[j]!).toBeGreaterThanOrEqual(0.1 / left)
          else expect(p[j]).toBe(0)
        }
        expect(drawn!.probability).toBe(p[drawn!.column])
        answered.set(drawn!.column, ([1, 0, -1] as const)[Math.floor(random() * 3)]!)
      }
    }
  })

  test('is any with the same chance until forty people have voted', () => {
    const p = statementPropensities({ ...model, participants: 39 }, nothing, open)
    expect([...p]).toEqual([1 / 3, 1 / 3, 1 / 3])
  })

  test('may be one that is newer than the model', () => {
    const p = statementPropensities(model, new Map<number, VoteValue>([[4, 1]]), Uint8Array.of(1, 1, 1, 1, 1))
    expect(p[3]!).toBeGreaterThan(p[1]!)
    expect(p[4]).toBe(0)
  })

  test('is drawn as often as is said, and the same for the same seed', () => {
    const random = seededRandom(2)
    const p = statementPropensities(model, nothing, open)
    const count = [0, 0, 0]
    for (let k = 0; k < 20_000; k++) count[drawNextStatement(model, nothing, open, random)!.column]!++
    for (let j = 0; j < 3; j++) expect(Math.abs(count[j]! / 20_000 - p[j]!)).toBeLessThan(0.012)
    expect(drawNextStatement(model, nothing, open, seededRandom(3))).toEqual(
      drawNextStatement(model, nothing, open, seededRandom(3)),
    )
  })

  test('takes well under a millisecond with 100 statements and five classes', () => {
    const random = seededRandom(4)
    const large: RoutingModel = {
      classes: 5,
      fits: 6,
      share: new Array<number>(30).fill(0.2),
      agree: Array.from({ length: 3000 }, () => random()),
      pass: new Array<number>(100).fill(0.1),
      seen: new Array<number>(100).fill(50),
      participants: 300,
    }
    const all = new Uint8Array(100).fill(1)
    const answered = new Map<number, VoteValue>([
      [3, 1],
      [9, -1],
      [40, 1],
    ])
    let least = Infinity
    for (let k = 0; k < 300; k++) {
      const begin = performance.now()
      drawNextStatement(large, answered, all, random)
      least = Math.min(least, performance.now() - begin)
    }
    expect(least).toBeLessThan(0.5)
  })
})

describe('fitRoutingModel', () => {
  test('is plain numbers that survive JSON, and the same for the same seed', () => {
    const { votes } = collectVotes(plantedWorld(seededRandom(5), 80), askByPriority, 10, seededRandom(6))
    const fitted = fitRoutingModel(votes, { random: seededRandom(7) })
    expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted)
    expect(fitRoutingModel(votes, { random: seededRandom(7) })).toEqual(fitted)
    expect(fitted.agree).toHaveLength(fitted.fits * fitted.classes * 60)
    expect(fitted.participants).toBe(80)
  })

  test('answers for nobody', () => {
    const nobody = buildVoteMatrix([], ['a', 'b'], {
      row: new Uint32Array(),
      column: new Uint16Array(),
      value: new Int8Array(),
    })
    const fitted = fitRoutingModel(nobody, { random: seededRandom(1) })
    expect([...statementPropensities(fitted, nothing, Uint8Array.of(1, 1))]).toEqual([0.5, 0.5])
  })
})

describe('routing by information', () => {
  // Small worlds and few looks at the votes, to be quick; the full worlds are those of `bench/opinion.mjs 11`.
  const people = 240
  const statements = 40
  const lookEvery = 60

  test('finds groups far better than the reference with 12 votes each, and leaves no statement below 30 votes', () => {
    let ours = 0
    let reference = 0
    for (const seed of [31, 32, 33, 34]) {
      const world = plantedWorld(seededRandom(seed), people, statements)
      for (const [router, add] of [
        [askByInformation, (index: number) => (ours += index)],
        [askByPriority, (index: number) => (reference += index)],
      ] as const) {
        const random = seededRandom(seed + 100)
        const { votes } = collectVotes(world, router, 12, random, lookEvery)
        add(adjustedRandIndex(groupsByKMeans(votes, 3, random), world.group))
        if (router !== askByInformation) continue
        const seen = new Uint32Array(statements)
        for (const j of votes.column) seen[j]!++
        expect(Math.min(...seen)).toBeGreaterThanOrEqual(30)
      }
    }
    expect(ours).toBeGreaterThan(1.3 * reference)
  })

  test('also helps where there are no classes: better than asking at random', () => {
    let ours = 0
    let atRandom = 0
    for (const seed of [31, 32, 33]) {
      const world = continuousWorld(seededRandom(seed), people, statements)
      const found = (router: Router) => {
        const random = seededRandom(seed + 100)
        const { votes } = collectVotes(world, router, 12, random, lookEvery)
        const start = groupsByKMeans(votes, 3, random)
        const membership = latentClasses(votes, 3, [start], random, 2)
        return (
          adjustedRandIndex(start, world.group) + adjustedRandIndex(mostProbable(membership, 3), world.group)
        )
      }
      ours += found(askByInformation)
      atRandom += found(askAtRandom)
    }
    expect(ours).toBeGreaterThan(1.2 * atRandom)
  })
})
