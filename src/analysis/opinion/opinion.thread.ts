import { parentPort } from 'node:worker_threads'
import { type Ballots, readBallots } from './ballots.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import type { OpinionInput } from './opinion-input.ts'
import type { OpinionDocument } from './opinion-document.ts'
import { drawBestMap } from './best-map.ts'
import type { RoutingModel } from './routing.ts'
import { fitRoutingModel } from './routing-model.ts'
import { keepStatements } from './vote-matrix.ts'
import { countWeightedGroupVotes, drawWeights } from './weighted-counts.ts'

/** What the last count of the same conversation found, so that groups keep their names. */
export interface PreviousCount {
  /** Participant and group. */
  groups: [participant: string, group: string][]
  k: number
  clearGroups: boolean
}

/** A count to make: `quick` with the number of groups of the last time, `full` with the null test and stability. */
export interface CountTask extends Ballots {
  kind: 'quick' | 'full'
  previous: PreviousCount | null
  /** Fitting the model takes longer than a quick count should. */
  wantsRouting: boolean
}

export interface CountAnswer {
  document: OpinionDocument
  /** The class model that chooses what to ask next; its columns are these statements. Null when it was not asked for. */
  routing: { statements: string[]; model: RoutingModel } | null
  /** Share of all people who would agree, had everyone been asked each statement with the same chance; by statement. */
  evenAgreement: Record<string, number>
}

/** The same votes give the same map on every run. */
const seed = 1
const slateLength = 5

/** Counts one conversation. What a thread does with a task, also of use without one. */
export function countOpinions(task: CountTask): CountAnswer {
  const input = readBallots(task)
  const { previous } = task
  const document = drawBestMap(input, {
    mode: 'best',
    seed,
    slate: slateLength,
    depth: task.kind === 'quick' ? 'provisional' : 'full',
    earlier: previous && {
      groupOf: new Map(previous.groups),
      k: previous.k,
      clearGroups: previous.clearGroups,
    },
  })
  return {
    document,
    routing: task.wantsRouting ? routingOf(input) : null,
    evenAgreement: evenAgreementOf(input),
  }
}

/** Agreement after undoing what the choice of the next statement did; nothing where no statement was drawn. */
function evenAgreementOf({ matrix, draws }: ReturnType<typeof readBallots>): Record<string, number> {
  if (!draws.probability.some((chance) => chance > 0)) return {}
  const weight = drawWeights(matrix, draws.probability, draws.step)
  const everybody = new Int32Array(matrix.participants.length)
  const { agree, seen } = countWeightedGroupVotes(matrix, everybody, 1, weight)
  return Object.fromEntries(
    matrix.statements.flatMap((id, j): [string, number][] =>
      seen[j]! > 0 ? [[id, agree[j]! / seen[j]!]] : [],
    ),
  )
}

function routingOf({ matrix, modOut }: OpinionInput): NonNullable<CountAnswer['routing']> {
  const live = matrix.statements.map((_, j) => j).filter((j) => !modOut[j])
  const asked = keepStatements(matrix, live)
  return {
    statements: [...asked.statements],
    model: fitRoutingModel(asked, { random: seededRandom(seed) }),
  }
}

parentPort?.on('message', ({ id, task }: { id: number; task: CountTask }) => {
  try {
    parentPort!.postMessage({ id, answer: countOpinions(task) })
  } catch (error) {
    parentPort!.postMessage({
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
})
