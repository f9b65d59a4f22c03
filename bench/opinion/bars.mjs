// What each bar asks, measured. Each measurement says whether the bar is met and the figure.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../../src/analysis/numbers/seeded-random.ts'
import { bestKMeans } from '../../src/analysis/opinion/k-means.ts'
import { componentsOf } from '../../src/analysis/opinion/incremental.ts'
import { applyVote, startOpinionState } from '../../src/analysis/opinion/opinion-state.ts'
import { drawOpinionMap } from '../../src/analysis/opinion/opinion-map.ts'
import { principalComponents } from '../../src/analysis/opinion/principal-components.ts'
import { projectParticipants } from '../../src/analysis/opinion/projection.ts'
import { certifySlate, chooseSlate } from '../../src/analysis/opinion/slate.ts'
import { keepParticipants, keepStatements } from '../../src/analysis/opinion/vote-matrix.ts'
import {
  adjustedRandIndex,
  plantedSettings,
  plantVotes,
  renameAndReorder,
  shuffleWithinStatements,
} from '../../tests/support/planted-votes.ts'
import { sharedConversations } from './conversations.mjs'
import { measureCommand } from './command-speed.mjs'
import { measureRouting } from './routing-bar.mjs'

const compat = { mode: 'compat', seed: 1, slate: 5 }
const best = { mode: 'best', seed: 1, slate: 5 }
const digits = (number) => number.toPrecision(3)
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
const inputOf = (matrix) => ({ matrix, modOut: new Uint8Array(matrix.statements.length), deduplicated: 0 })
const groupsOf = (document, ids) => ids.map((id) => Number(document.people[id]?.group ?? -1))
const likeliest = (document, ids) =>
  ids.map((id) => {
    const [first] = Object.entries(document.people[id].membership).sort((a, b) => b[1] - a[1])
    return first === undefined ? -1 : Number(first[0])
  })

/** How far a figure is from its reference, which has ten digits. */
const away = (actual, expected) => Math.abs(actual - expected) / Math.max(1, Math.abs(expected))

/** Moderated statements gone, as best mode sees a conversation. */
const live = ({ matrix, modOut }) =>
  keepStatements(
    matrix,
    matrix.statements.map((_, j) => j).filter((j) => !modOut[j]),
  )

function givenLabels() {
  let worst = 0
  let lists = 0
  for (const { input, labels, reference } of sharedConversations()) {
    const document = drawOpinionMap(input, { ...compat, labels })
    const given = reference.given_production_labels
    for (const [id, own] of Object.entries(document.statement_stats)) {
      if (given.group_aware_consensus[id] === undefined) continue
      worst = Math.max(
        worst,
        away(own.group_aware_consensus, given.group_aware_consensus[id]),
        away(own.priority, given.comment_priorities[id]),
        away(own.extremity, reference.exact_compat.extremity[id]),
        ...labels.ids.flatMap((g) => own.by_group[g].map((count, at) => away(count, given.votes[g][id][at]))),
      )
    }
    const named = (entries) =>
      entries
        .map((entry) => `${entry.tid ?? entry.statement_id} ${entry['repful-for'] ?? entry.direction ?? ''}`)
        .join()
    for (const { id, representative } of document.groups) {
      if (named(representative) !== named(given.repness[id])) lists++
    }
    for (const direction of ['agree', 'disagree']) {
      const expected = reference.consensus_all_participants[direction]
      if (named(document.consensus[direction]) !== named(expected)) lists++
    }
  }
  return {
    met: worst <= 1e-9 && lists === 0,
    figure: `largest difference ${digits(worst)}, ${lists} lists differ`,
  }
}

function exactComponents() {
  let cosine = 1
  let values = 0
  for (const { input, reference } of sharedConversations()) {
    const { components, singularValues } = compatComponents(input)
    for (const [q, loadings] of reference.exact_compat.components.entries()) {
      const dot = Object.entries(loadings).reduce(
        (sum, [id, x]) => sum + x * components[q][input.matrix.statements.indexOf(id)],
        0,
      )
      cosine = Math.min(cosine, Math.abs(dot))
      values = Math.max(values, Math.abs(singularValues[q] / reference.exact_compat.singular_values[q] - 1))
    }
  }
  return {
    met: cosine >= 1 - 1e-8 && values <= 1e-9,
    figure: `1 − |cos| ${digits(Math.max(0, 1 - cosine))}, singular values ${digits(values)}`,
  }
}

function compatComponents({ matrix, modOut }) {
  const { loadings, singularValues } = principalComponents(matrix, { count: 2, zeroed: modOut })
  return { components: loadings, singularValues }
}

function plainKMeans() {
  let worst = 0
  for (const { input, reference } of sharedConversations()) {
    for (const [k, { inertia }] of Object.entries(reference.exact_compat.kmeans_best_of_50)) {
      const { people } = drawOpinionMap(input, { ...compat, groups: Number(k), cluster: 'kmeans' })
      const sums = new Map()
      for (const { group, x, y } of Object.values(people)) {
        if (group === null) continue
        const sum = sums.get(group) ?? [0, 0, 0, 0]
        sums.set(group, [sum[0] + 1, sum[1] + x, sum[2] + y, sum[3] + x * x + y * y])
      }
      const own = [...sums.values()].reduce(
        (all, [n, x, y, squares]) => all + squares - (x * x + y * y) / n,
        0,
      )
      worst = Math.max(worst, own / inertia)
    }
  }
  return { met: worst <= 1.0005, figure: `inertia ÷ best of 50, worst ${worst.toFixed(6)}` }
}

function anyOrder() {
  let worst = 1
  for (const { input } of sharedConversations()) {
    const matrix = live(input)
    const expected = groupsOf(drawOpinionMap(inputOf(matrix), best), matrix.participants)
    const random = seededRandom(4)
    for (let time = 0; time < 20; time++) {
      const other = renameAndReorder(matrix, random)
      const found = groupsOf(drawOpinionMap(inputOf(other.matrix), best), other.matrix.participants)
      const own = [...other.rowOf].map((row) => found[row])
      if (own.some((group, i) => group < 0 !== expected[i] < 0)) worst = 0
      worst = Math.min(worst, adjustedRandIndex(expected, own))
    }
  }
  return { met: worst === 1, figure: `adjusted Rand index over 20 orders, worst ${worst}` }
}

function coldStart() {
  const found = sharedConversations().map(({ input, reference }) => {
    const ids = Object.keys(reference.clojure_cold_port.labels)
    const given = ids.map((id) => reference.clojure_cold_port.labels[id])
    return adjustedRandIndex(groupsOf(drawOpinionMap(input, compat), ids), given)
  })
  return {
    met: Math.min(...found) >= 0.98,
    figure: `adjusted Rand index ${found.map((value) => value.toFixed(3)).join(', ')}`,
  }
}

function hiddenVotes() {
  const ratios = sharedConversations().map(({ input }) =>
    mean(
      [1, 2, 3].map((seed) => {
        const { holdout } = drawOpinionMap(input, { ...best, seed, holdout: 0.1 })
        return holdout.log_loss / holdout.log_loss_reference_groups
      }),
    ),
  )
  return {
    met: mean(ratios) <= 0.94 && Math.max(...ratios) <= 1.02,
    figure: `log-loss ÷ reference groups ${ratios.map((ratio) => ratio.toFixed(3)).join(', ')}`,
  }
}

function chance(quick) {
  const sets = quick ? 30 : 200
  let none = 0
  let all = 0
  let real = 0
  const conversations = sharedConversations()
  for (const { input } of conversations) {
    const matrix = live(input)
    const random = seededRandom(7)
    for (let set = 0; set < sets / conversations.length; set++) {
      all++
      if (!drawOpinionMap(inputOf(shuffleWithinStatements(matrix, random)), best).clear_groups) none++
    }
    if (drawOpinionMap(input, best).clear_groups) real++
  }
  return {
    met: none / all >= 0.95 && real === conversations.length,
    figure: `no clear groups in ${none} of ${all} permuted sets, groups in ${real} of ${conversations.length} real ones`,
  }
}

function planted() {
  const gains = plantedSettings.map((setting, at) =>
    mean(
      [1, 2, 3, 4, 5].map((seed) => {
        const { matrix, group } = plantVotes(setting, seededRandom(1000 * at + seed))
        const scored = matrix.participants.filter((_, i) => matrix.rowStart[i + 1] - matrix.rowStart[i] >= 7)
        const truth = scored.map((id) => group[matrix.participants.indexOf(id)])
        const document = drawOpinionMap(inputOf(matrix), { ...best, seed, groups: setting.groups })
        const places = projectParticipants(
          matrix,
          principalComponents(matrix, { count: 2 }),
          matrix.statements.length,
        )
        const rows = scored.map((id) => matrix.participants.indexOf(id))
        const plain = bestKMeans(
          Float64Array.from(rows, (i) => places.x[i]),
          Float64Array.from(rows, (i) => places.y[i]),
          setting.groups,
          { random: seededRandom(seed) },
        )
        return adjustedRandIndex(truth, likeliest(document, scored)) - adjustedRandIndex(truth, plain.label)
      }),
    ),
  )
  return {
    met: Math.min(...gains) >= 0 && gains.filter((gain) => gain >= 0.04).length >= 4,
    figure: `adjusted Rand index above k-means ${gains.map((gain) => gain.toFixed(3)).join(', ')}`,
  }
}

function subsamples() {
  const found = sharedConversations().flatMap(({ input }) => {
    const matrix = live(input)
    const whole = drawOpinionMap(inputOf(matrix), best)
    const random = seededRandom(9)
    return Array.from({ length: 6 }, () => {
      const rows = matrix.participants.map((_, i) => i).filter(() => random() < 0.8)
      const part = keepParticipants(matrix, rows)
      const document = drawOpinionMap(inputOf(part), best)
      const enough = part.participants.filter((_, i) => part.rowStart[i + 1] - part.rowStart[i] >= 7)
      const a = groupsOf(whole, enough)
      const b = groupsOf(document, enough)
      const both = enough.filter((_, i) => a[i] >= 0 && b[i] >= 0).length / enough.length
      return { index: adjustedRandIndex(a, b), both }
    })
  })
  const index = mean(found.map((one) => one.index))
  const both = Math.min(...found.map((one) => one.both))
  return {
    met: index >= 0.85 && both >= 0.5,
    figure: `mean adjusted Rand index ${index.toFixed(3)}, shown both times at least ${both.toFixed(2)}`,
  }
}

function slates() {
  let unjust = 0
  let lacking = 0
  let all = 0
  const check = (matrix) => {
    for (const size of [3, 5, 8]) {
      const slate = chooseSlate(matrix, size)
      const { coverage, largestUnrepresented } = certifySlate(matrix, slate.columns, size)
      all++
      if (largestUnrepresented >= 1) unjust++
      lacking = Math.max(lacking, greedyCoverage(matrix, size) - coverage)
    }
  }
  for (const { input } of sharedConversations()) check(live(input))
  for (let seed = 0; seed < 60; seed++)
    check(plantVotes(plantedSettings[seed % 3], seededRandom(seed)).matrix)
  return {
    met: unjust === 0 && lacking <= 0.01,
    figure: `${unjust} of ${all} lists unjust, coverage behind greedy at most ${digits(lacking)}`,
  }
}

/** Coverage of greedy cover, told apart from the code under test. */
function greedyCoverage(matrix, size) {
  const left = new Set()
  const approvers = matrix.statements.map(() => [])
  let electors = 0
  for (let i = 0; i < matrix.participants.length; i++) {
    if (matrix.rowStart[i] === matrix.rowStart[i + 1]) continue
    electors++
    left.add(i)
    for (let v = matrix.rowStart[i]; v < matrix.rowStart[i + 1]; v++) {
      if (matrix.value[v] === 1) approvers[matrix.column[v]].push(i)
    }
  }
  for (let seat = 0; seat < size; seat++) {
    const counts = approvers.map((people) => people.reduce((sum, i) => sum + (left.has(i) ? 1 : 0), 0))
    for (const i of approvers[counts.indexOf(Math.max(...counts))]) left.delete(i)
  }
  return electors === 0 ? 1 : 1 - left.size / electors
}

function speed() {
  const folder = mkdtempSync(join(tmpdir(), 'longtable-opinion-'))
  try {
    const small = measureCommand(folder, { participants: 10_000, statements: 1000, votesEach: 90, seed: 1 }, [
      '--mode',
      'compat',
      '--repeat',
      '8',
    ])
    const large = measureCommand(
      folder,
      { participants: 100_000, statements: 2000, votesEach: 94, seed: 2 },
      ['--mode', 'compat'],
    )
    return {
      met: small.warm <= 250 && large.cold <= 2000 && large.memory <= 400,
      figure: `10k × 1k (${small.votes} votes) ${small.warm.toFixed(0)} ms warm; 100k × 2k (${large.votes}) ${large.cold.toFixed(0)} ms cold, ${large.memory.toFixed(0)} MB`,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function oneVote() {
  const measure = (participants, statements) => {
    const setting = { ...plantedSettings[3], participants, statements, votes: 90 }
    const { matrix } = plantVotes(setting, seededRandom(13))
    const state = startOpinionState(matrix)
    componentsOf(state)
    const random = seededRandom(14)
    const times = Array.from({ length: 60 }, () => {
      const row = Math.floor(random() * participants)
      const column = matrix.column[matrix.rowStart[row]]
      const before = process.cpuUsage()
      applyVote(state, row, column, random() < 0.5 ? 1 : -1)
      componentsOf(state)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }).sort((a, b) => a - b)
    return times[30]
  }
  const small = measure(2000, 900)
  const large = measure(10_000, 1000)
  return {
    met: small <= 5 && large <= 30,
    figure: `median ${small.toFixed(1)} ms at 2k × 900, ${large.toFixed(1)} ms at 10k × 1k`,
  }
}

export const bars = [
  { number: 1, bar: 'given labels: figures ≤ 1e-9, lists the same', measure: givenLabels },
  { number: 2, bar: 'components: |cos| ≥ 1 − 1e-8, values 1e-9', measure: exactComponents },
  { number: 3, bar: 'plain k-means ≤ 1.0005 × best of 50', measure: plainKMeans },
  { number: 4, bar: '20 orders of rows and ids: index 1', measure: anyOrder },
  { number: 5, bar: 'cold start of the reference: index ≥ .98', measure: coldStart },
  { number: 6, bar: 'hidden votes: mean ≤ .94, none above 1.02', measure: hiddenVotes },
  { number: 7, bar: 'permuted votes: no clear groups ≥ 95 %', measure: chance },
  { number: 8, bar: 'planted groups: ≥ k-means, + .04 on four', measure: planted },
  { number: 9, bar: '80 % subsamples: mean index ≥ .85', measure: subsamples },
  { number: 10, bar: 'short list: just, coverage ≥ greedy − .01', measure: slates },
  { number: 11, bar: 'routing at 12 votes: ≥ 1.8 × the reference', measure: measureRouting },
  { number: 12, bar: '≤ 250 ms warm; ≤ 2.0 s cold, ≤ 400 MB', measure: speed },
  { number: 13, bar: 'one vote: ≤ 5 ms, ≤ 30 ms', measure: oneVote },
]
