import { drawNextStatement, type RoutingModel } from '../../analysis/opinion/routing.ts'
import type { VoteValue } from './voter.ts'

/** The class model as it is kept beside a conversation: its columns are these statements, in this order. */
export type KeptRouting = { statements: string[]; model: RoutingModel }

/** A statement put to a voter, and the chance with which it was drawn. */
export type NextStatement = { statementId: string; propensity: number }

const nothingKnown: KeptRouting = {
  statements: [],
  model: { classes: 0, fits: 0, share: [], agree: [], pass: [], seen: [], participants: 0 },
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value)
}

/** The model out of what is kept; one that knows nothing, by which every statement is as likely, when there is none. */
export function readRouting(kept: unknown): KeptRouting {
  if (typeof kept !== 'object' || kept === null || !('statements' in kept) || !('model' in kept))
    return nothingKnown
  const { statements, model } = kept
  if (!isList(statements) || typeof model !== 'object' || model === null) return nothingKnown
  if (!('seen' in model && 'fits' in model)) return nothingKnown // kept by an older version
  return isList(model.seen) && model.seen.length === statements.length ? (kept as KeptRouting) : nothingKnown // as: written by the recount
}

/** Statements with their columns in a model: first those that it knows, then newer ones. */
type Columns = { ids: string[]; columnOf: Map<string, number>; open: Uint8Array }

// Shown statements and models are shared by all requests of a moment, so this is made once for each pair of them.
const prepared = new WeakMap<readonly { id: string }[], { routing: KeptRouting; columns: Columns }>()

function columnsOf(shown: readonly { id: string }[], routing: KeptRouting): Columns {
  const found = prepared.get(shown)
  if (found?.routing === routing) return found.columns
  const columnOf = new Map(routing.statements.map((id, column) => [id, column]))
  const ids = [...routing.statements]
  for (const { id } of shown) {
    if (columnOf.has(id)) continue
    columnOf.set(id, ids.length)
    ids.push(id)
  }
  const open = new Uint8Array(ids.length)
  for (const { id } of shown) open[columnOf.get(id)!] = 1
  const columns = { ids, columnOf, open }
  prepared.set(shown, { routing, columns })
  return columns
}

/**
 * Draws what to put to a voter next among the shown statements that they have not answered: the ones that tell most about
 * where people stand come more often, those with few votes too, and every one keeps a known chance. Undefined when all are
 * answered.
 */
export function drawNext(
  shown: readonly { id: string }[],
  answered: ReadonlyMap<string, VoteValue>,
  routing: KeptRouting,
  random: () => number,
): NextStatement | undefined {
  const { ids, columnOf, open } = columnsOf(shown, routing)
  const byColumn = new Map<number, VoteValue>()
  for (const [id, value] of answered) {
    const column = columnOf.get(id)
    if (column !== undefined) byColumn.set(column, value)
  }
  const drawn = drawNextStatement(routing.model, byColumn, open, random)
  return drawn ? { statementId: ids[drawn.column]!, propensity: drawn.probability } : undefined
}

export type Offers = {
  remember(codeHash: string, offer: NextStatement): void
  /** The chance of this statement when it is what was last put to this voter. */
  propensityOf(codeHash: string, statementId: string): number | null
}

const mostOffers = 50_000

/**
 * What was last put to each voter, kept here rather than sent along with the page: a chance that could be typed in would let
 * one voter weigh as much as many. Gone with the process; a vote without it counts as chosen by the voter.
 */
export function openOffers(): Offers {
  const offers = new Map<string, NextStatement>()
  return {
    remember(codeHash, offer) {
      if (offers.size >= mostOffers) offers.delete(offers.keys().next().value!)
      offers.set(codeHash, offer)
    },
    propensityOf(codeHash, statementId) {
      const offer = offers.get(codeHash)
      return offer?.statementId === statementId ? offer.propensity : null
    },
  }
}
