// Bar 11: how well groups and consensus are found from few votes each, by three ways of choosing the next statement: ours, the
// reference's priorities, and chance. Each world is asked three times over, so that differences can be compared pair by pair.
import { seededRandom } from '../../src/analysis/numbers/seeded-random.ts'
import { groupAwareConsensus } from '../../src/analysis/opinion/group-aware-consensus.ts'
import { countGroupVotes } from '../../src/analysis/opinion/group-votes.ts'
import { drawNextStatement } from '../../src/analysis/opinion/routing.ts'
import { fitRoutingModel } from '../../src/analysis/opinion/routing-model.ts'
import { buildVoteMatrix } from '../../src/analysis/opinion/vote-matrix.ts'
import { adjustedRandIndex } from '../../tests/support/planted-votes.ts'
import {
  askAtRandom,
  askByPriority,
  collectVotes,
  continuousWorld,
  groupsByKMeans,
  latentClasses,
  mostProbable,
  plantedWorld,
} from '../../tests/support/routing-world.ts'

const askByInformation = (votes, random) => {
  const fitted = fitRoutingModel(votes, { random })
  const all = new Uint8Array(votes.statements.length).fill(1)
  return (answered) => drawNextStatement(fitted, answered, all, random)
}
const routers = { ours: askByInformation, reference: askByPriority, chance: askAtRandom }
const worlds = { planted: plantedWorld, continuous: continuousWorld }
/** Student's t that a mean difference reaches by chance once in twenty, by degrees of freedom. */
const oneInTwenty = { 3: 2.353, 19: 1.729 }
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Group-aware consensus if everybody had answered everything, in the true groups. */
function fullConsensus({ people, statements, groups, group, answer }) {
  const matrix = buildVoteMatrix(
    Array.from({ length: people }, (_, i) => `${i}`),
    Array.from({ length: statements }, (_, j) => `${j}`),
    {
      row: Uint32Array.from(answer, (_, at) => Math.floor(at / statements)),
      column: Uint16Array.from(answer, (_, at) => at % statements),
      value: answer,
    },
  )
  return groupAwareConsensus(countGroupVotes(matrix, group, groups))
}

/** Rank correlation (Spearman). */
function rankCorrelation(a, b) {
  const ranks = (values) => {
    const order = [...values.keys()].sort((i, j) => values[i] - values[j] || i - j)
    const rank = new Float64Array(values.length)
    order.forEach((i, at) => (rank[i] = at))
    return rank
  }
  const x = ranks(a)
  const y = ranks(b)
  const squares = x.reduce((sum, rank, i) => sum + (rank - y[i]) ** 2, 0)
  return 1 - (6 * squares) / (x.length * (x.length ** 2 - 1))
}

/** What one router finds out about a world: both clusterers' index and consensus, and the fewest votes on a statement. */
function runWorld(world, name, budget, seed, full) {
  const random = seededRandom(seed)
  const { votes } = collectVotes(world, routers[name], budget, random)
  const kMeans = groupsByKMeans(votes, 3, random)
  const classes = mostProbable(latentClasses(votes, 3, [kMeans], random), 3)
  // Counts as they are: within a group the choice of a statement says little about the vote on it, and weights by the chance
  // of each draw would cost more in spread than they save in bias. They are for counts over everybody.
  const found = [kMeans, classes].map((label) => {
    const counts = countGroupVotes(votes, label, 3)
    return {
      index: adjustedRandIndex(label, world.group),
      consensus: rankCorrelation(groupAwareConsensus(counts), full),
    }
  })
  const seen = new Uint32Array(world.statements)
  for (const column of votes.column) seen[column]++
  return { found, fewest: Math.min(...seen) }
}

/** t of the mean of paired differences. */
function pairedT(differences) {
  const middle = mean(differences)
  const variance = differences.reduce((sum, d) => sum + (d - middle) ** 2, 0) / (differences.length - 1)
  return middle / Math.sqrt(variance / differences.length)
}

/** Twenty worlds of each kind at 8, 12 and 20 votes each; `quick`: four, at 12. */
export function measureRouting(quick) {
  const seeds = Array.from({ length: quick ? 4 : 20 }, (_, at) => 500 + at)
  const lines = []
  let met = true
  for (const [kind, makeWorld] of Object.entries(worlds)) {
    for (const budget of quick ? [12] : [8, 12, 20]) {
      const runs = seeds.map((seed) => {
        const world = makeWorld(seededRandom(seed))
        const full = fullConsensus(world)
        return Object.fromEntries(
          Object.keys(routers).map((name) => [name, runWorld(world, name, budget, seed + 1000, full)]),
        )
      })
      for (const [at, clusterer] of ['k-means', 'classes'].entries()) {
        const all = (name, figure) => runs.map((run) => run[name].found[at][figure])
        const index = Object.fromEntries(Object.keys(routers).map((name) => [name, mean(all(name, 'index'))]))
        const rho = Object.fromEntries(
          Object.keys(routers).map((name) => [name, mean(all(name, 'consensus'))]),
        )
        const t = ['reference', 'chance'].map((other) =>
          pairedT(all('ours', 'index').map((value, w) => value - all(other, 'index')[w])),
        )
        const isSure = t.every((value) => value > oneInTwenty[seeds.length - 1])
        if (budget === 12) {
          if (!isSure || rho.ours < rho.reference) met = false
          if (kind === 'planted' && index.ours < 1.8 * index.reference) met = false
        }
        const three = (values) => Object.values(values).map((value) => value.toFixed(2))
        lines.push(
          `${kind}, ${budget} votes, ${clusterer}: index ${three(index).join('/')}` +
            ` (× ${(index.ours / index.reference).toFixed(2)}, t ${t.map((value) => value.toFixed(1)).join('/')}),` +
            ` consensus ${three(rho).join('/')}`,
        )
      }
      const fewest = Math.min(...runs.map((run) => run.ours.fewest))
      lines.push(`${kind}, ${budget} votes: no statement below ${fewest} votes`)
      if (budget === 12 && fewest < 30) met = false
    }
  }
  return { met, figure: `ours/reference/chance\n${lines.map((line) => `    ${line}`).join('\n')}` }
}
