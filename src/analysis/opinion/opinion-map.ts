import { seededRandom } from '../numbers/seeded-random.ts'
import { drawBestMap } from './best-map.ts'
import { drawCompatMap } from './compat-map.ts'
import { scoreHeldOut, withholdVotes } from './held-out.ts'
import type { OpinionDocument } from './opinion-document.ts'
import type { OpinionInput, OpinionOptions } from './opinion-input.ts'
import { keepStatements, type VoteMatrix } from './vote-matrix.ts'

/**
 * The map of a conversation: groups of opinion, or that there are none, what each stands for and what all share. Pure: the same
 * votes and options give the same document. Timings and memory are left for the caller to fill in.
 */
export function drawOpinionMap(input: OpinionInput, options: OpinionOptions): OpinionDocument {
  if (options.mode === 'best') return drawBestMap(input, options)
  if (options.holdout === undefined) return drawCompatMap(input, options)
  return drawHoldingOut(input, options, options.holdout)
}

/** The reference map of what is left, with the forecast of live votes that were hidden from it. */
function drawHoldingOut(input: OpinionInput, options: OpinionOptions, share: number): OpinionDocument {
  const random = seededRandom(options.seed)
  const { matrix, modOut } = input
  const live = matrix.statements.map((_, j) => j).filter((j) => !modOut[j])
  const heldOut = withholdVotes(keepStatements(matrix, live), share, random)
  const hidden = new Set<number>()
  for (let h = 0; h < heldOut.hidden.row.length; h++) {
    hidden.add(heldOut.hidden.row[h]! * matrix.statements.length + live[heldOut.hidden.column[h]!]!)
  }
  const document = drawCompatMap({ ...input, matrix: without(matrix, hidden) }, options)
  return { ...document, holdout: scoreHeldOut(heldOut, share, random) }
}

/** The matrix without some votes, given as row × statements + column. */
function without(matrix: VoteMatrix, hidden: ReadonlySet<number>): VoteMatrix {
  const left = matrix.column.length - hidden.size
  const rowStart = new Uint32Array(matrix.rowStart.length)
  const column = new Uint16Array(left)
  const value = new Int8Array(left)
  let next = 0
  for (let i = 0; i < matrix.participants.length; i++) {
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      if (hidden.has(i * matrix.statements.length + matrix.column[v]!)) continue
      column[next] = matrix.column[v]!
      value[next++] = matrix.value[v]!
    }
    rowStart[i + 1] = next
  }
  return { ...matrix, rowStart, column, value }
}
