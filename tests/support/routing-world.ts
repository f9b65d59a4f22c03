import { bestKMeans } from '../../src/analysis/opinion/k-means.ts'
import { principalComponents } from '../../src/analysis/opinion/principal-components.ts'
import { projectParticipants } from '../../src/analysis/opinion/projection.ts'
import { buildVoteMatrix, type VoteMatrix, type VoteValue } from '../../src/analysis/opinion/vote-matrix.ts'

/** People with an answer ready to every statement, and the groups that a perfect map would find. */
export interface RoutingWorld {
  people: number
  statements: number
  groups: number
  group: Int32Array
  /** By person × statements + statement. */
  answer: Int8Array
}

/** Chooses the next statement for a person who has given these answers. */
export type Ask = (answered: ReadonlyMap<number, VoteValue>) => { column: number; probability: number }
/** Makes the choice from what has been voted so far; called again whenever some more people have come. */
export type Router = (votes: VoteMatrix, random: () => number) => Ask

/** The world of the method's own simulation: three planted groups, all answers defined. */
export function plantedWorld(
  random: () => number,
  people = 400,
  statements = 60,
  separation = 1.6,
): RoutingWorld {
  const share = [0.5, 0.3, 0.2]
  const effect = new Float64Array(3 * statements)
  for (let j = 0; j < statements; j++) {
    const base = 0.3 + 0.7 * normal(random)
    const differs = random() < 0.6
    const shift = share.map(() => (differs ? separation * normal(random) : 0))
    const mean = shift.reduce((sum, value, g) => sum + value * share[g]!, 0)
    for (let g = 0; g < 3; g++) effect[g * statements + j] = base + shift[g]! - mean
  }
  const group = new Int32Array(people)
  const answer = new Int8Array(people * statements)
  for (let i = 0; i < people; i++) {
    const draw = random()
    group[i] = draw < 0.5 ? 0 : draw < 0.8 ? 1 : 2
    const shift = 0.4 * normal(random)
    const passRate = 1 - random() ** (1 / 8)
    for (let j = 0; j < statements; j++) {
      const agrees = 1 / (1 + Math.exp(-(effect[group[i]! * statements + j]! + shift)))
      answer[i * statements + j] = random() < passRate ? 0 : random() < agrees ? 1 : -1
    }
  }
  return { people, statements, groups: 3, group, answer }
}

/**
 * A world that follows no class model: opinions spread continuously over a plane, statements cut it in any direction, and
 * people differ much in how often they pass. Its groups are the best three-way split of where people really stand.
 */
export function continuousWorld(random: () => number, people = 400, statements = 60): RoutingWorld {
  const x = Float64Array.from({ length: people }, () => normal(random))
  const y = Float64Array.from({ length: people }, () => normal(random))
  const group = bestKMeans(x, y, 3, { random, restarts: 20 }).label
  const answer = new Int8Array(people * statements)
  const cut = Array.from({ length: statements }, () => {
    const strength = random() < 0.6 ? 1.4 : 0.2
    return { base: 0.3 + 0.7 * normal(random), x: strength * normal(random), y: strength * normal(random) }
  })
  for (let i = 0; i < people; i++) {
    const passRate = 1 - random() ** (1 / 4)
    for (let j = 0; j < statements; j++) {
      const { base, x: toRight, y: up } = cut[j]!
      const agrees = 1 / (1 + Math.exp(-(base + toRight * x[i]! + up * y[i]!)))
      // People pass more readily on what they are of two minds about.
      const unsure = passRate * (0.5 + 2 * agrees * (1 - agrees))
      answer[i * statements + j] = random() < unsure ? 0 : random() < agrees ? 1 : -1
    }
  }
  return { people, statements, groups: 3, group, answer }
}

export interface Collected {
  votes: VoteMatrix
  /** Aligned with the votes: the probability of the draw and its place among the person's draws, from 0. */
  probability: Float64Array
  step: Uint16Array
}

/** People arrive one by one and answer `budget` statements each; the router looks at the votes after every few arrivals. */
export function collectVotes(
  world: RoutingWorld,
  router: Router,
  budget: number,
  random: () => number,
  lookEvery = 25,
): Collected {
  const row: number[] = []
  const column: number[] = []
  const value: number[] = []
  const logged = new Map<number, { probability: number; step: number }>()
  const names = Array.from({ length: world.people }, (_, i) => `${i}`)
  const columns = Array.from({ length: world.statements }, (_, j) => `${j}`)
  const votesOf = (people: number) =>
    buildVoteMatrix(names.slice(0, people), columns, {
      row: Uint32Array.from(row),
      column: Uint16Array.from(column),
      value: Int8Array.from(value),
    })
  let ask = router(votesOf(0), random)
  for (let i = 0; i < world.people; i++) {
    if (i > 0 && i % lookEvery === 0) ask = router(votesOf(i), random)
    const answered = new Map<number, VoteValue>()
    for (let step = 0; step < budget; step++) {
      const drawn = ask(answered)
      const vote = world.answer[i * world.statements + drawn.column]! as VoteValue
      answered.set(drawn.column, vote)
      row.push(i)
      column.push(drawn.column)
      value.push(vote)
      logged.set(i * world.statements + drawn.column, { probability: drawn.probability, step })
    }
  }
  const votes = votesOf(world.people)
  const probability = new Float64Array(votes.column.length)
  const step = new Uint16Array(votes.column.length)
  for (let i = 0; i < world.people; i++) {
    for (let v = votes.rowStart[i]!; v < votes.rowStart[i + 1]!; v++) {
      const entry = logged.get(i * world.statements + votes.column[v]!)!
      probability[v] = entry.probability
      step[v] = entry.step
    }
  }
  return { votes, probability, step }
}

/** Any statement that is left, each with the same chance. */
export const askAtRandom: Router = (votes, random) => drawByWeight(votes, () => 1, random)

/** The reference's routing: by priority, the same for everyone (section 1.6 of the method). */
export const askByPriority: Router = (votes, random) => {
  const statements = votes.statements.length
  const components = principalComponents(votes, { count: 2 })
  const count = Array.from({ length: statements }, () => ({ agree: 0, pass: 0, seen: 0 }))
  for (let v = 0; v < votes.column.length; v++) {
    const tally = count[votes.column[v]!]!
    tally.seen++
    if (votes.value[v] === 1) tally.agree++
    if (votes.value[v] === 0) tally.pass++
  }
  const voted = count.filter((tally) => tally.seen > 0).length
  const priority = count.map(({ agree, pass, seen }, j) => {
    const size = Math.hypot(components.loadings[0]?.[j] ?? 0, components.loadings[1]?.[j] ?? 0)
    const extremity = Math.sqrt(voted) * Math.abs(1 - components.means[j]!) * size
    const importance = (1 - (pass + 1) / (seen + 2)) * (extremity + 1) * ((agree + 1) / (seen + 2))
    return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2
  })
  return drawByWeight(votes, (j) => priority[j]!, random)
}

function drawByWeight(votes: VoteMatrix, weight: (column: number) => number, random: () => number): Ask {
  const weights = votes.statements.map((_, j) => weight(j))
  return (answered) => {
    const total = weights.reduce((sum, value, j) => sum + (answered.has(j) ? 0 : value), 0)
    let rest = random() * total
    let last = -1
    for (let j = 0; j < weights.length; j++) {
      if (answered.has(j)) continue
      last = j
      rest -= weights[j]!
      if (rest < 0) break
    }
    return { column: last, probability: weights[last]! / total }
  }
}

/** The reference's groups at a given number: k-means on its projection. */
export function groupsByKMeans(votes: VoteMatrix, groups: number, random: () => number): Int32Array {
  const components = principalComponents(votes, { count: 2 })
  const voted = new Set(votes.column).size
  const { x, y } = projectParticipants(votes, components, voted)
  return bestKMeans(x, y, groups, { random, restarts: 20 }).label
}

/** Membership by a plain two-answer latent-class model, the best of some starts; row × classes + class. */
export function latentClasses(
  votes: VoteMatrix,
  classes: number,
  starts: readonly Int32Array[],
  random: () => number,
  randomStarts = 4,
): Float64Array {
  const people = votes.participants.length
  let best = new Float64Array(people * classes).fill(1 / classes)
  let most = -Infinity
  for (let start = 0; start < starts.length + randomStarts; start++) {
    const membership = new Float64Array(people * classes)
    for (let i = 0; i < people; i++) {
      const label = starts[start]?.[i] ?? Math.floor(random() * classes)
      for (let c = 0; c < classes; c++) membership[i * classes + c] = (c === label ? 0.8 : 0) + 0.2 / classes
    }
    const fit = settle(votes, classes, membership)
    if (fit > most) [most, best] = [fit, membership]
  }
  return best
}

/** EM with the prior Beta(4·rate, 4·(1 − rate)) on every class rate; changes `membership`, returns the fit. */
function settle(votes: VoteMatrix, classes: number, membership: Float64Array): number {
  const statements = votes.statements.length
  const people = votes.participants.length
  const overallYes = new Float64Array(statements).fill(1)
  const overall = new Float64Array(statements).fill(2)
  for (let v = 0; v < votes.column.length; v++) {
    if (votes.value[v] === 0) continue
    overall[votes.column[v]!]!++
    if (votes.value[v] === 1) overallYes[votes.column[v]!]!++
  }
  let fit = -Infinity
  for (let round = 0; round < 150; round++) {
    const share = new Float64Array(classes).fill(1)
    const yes = new Float64Array(classes * statements)
    const both = new Float64Array(classes * statements)
    for (let i = 0; i < people; i++) {
      for (let c = 0; c < classes; c++) share[c]! += membership[i * classes + c]!
      for (let v = votes.rowStart[i]!; v < votes.rowStart[i + 1]!; v++) {
        if (votes.value[v] === 0) continue
        for (let c = 0; c < classes; c++) {
          const place = c * statements + votes.column[v]!
          both[place]! += membership[i * classes + c]!
          if (votes.value[v] === 1) yes[place]! += membership[i * classes + c]!
        }
      }
    }
    const ofYes = yes.map((count, place) => {
      const rate = overallYes[place % statements]! / overall[place % statements]!
      return Math.log((count + 4 * rate) / (both[place]! + 4))
    })
    const ofNo = ofYes.map((log) => Math.log1p(-Math.exp(log)))
    let next = 0
    for (let place = 0; place < ofYes.length; place++) {
      const rate = overallYes[place % statements]! / overall[place % statements]!
      next += 4 * rate * ofYes[place]! + 4 * (1 - rate) * ofNo[place]!
    }
    const log = new Float64Array(classes)
    for (let i = 0; i < people; i++) {
      for (let c = 0; c < classes; c++) log[c] = Math.log(share[c]! / (people + classes))
      for (let v = votes.rowStart[i]!; v < votes.rowStart[i + 1]!; v++) {
        if (votes.value[v] === 0) continue
        const side = votes.value[v] === 1 ? ofYes : ofNo
        for (let c = 0; c < classes; c++) log[c]! += side[c * statements + votes.column[v]!]!
      }
      const top = Math.max(...log)
      let sum = 0
      for (let c = 0; c < classes; c++) sum += Math.exp(log[c]! - top)
      next += top + Math.log(sum)
      for (let c = 0; c < classes; c++) membership[i * classes + c] = Math.exp(log[c]! - top) / sum
    }
    if (next - fit < 1e-4 * Math.max(1, people / 100)) return next
    fit = next
  }
  return fit
}

/** Most probable class of each row. */
export function mostProbable(membership: Float64Array, classes: number): Int32Array {
  return Int32Array.from({ length: membership.length / classes }, (_, i) => {
    let best = 0
    for (let c = 1; c < classes; c++)
      if (membership[i * classes + c]! > membership[i * classes + best]!) best = c
    return best
  })
}

/** A standard normal draw (Box and Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
