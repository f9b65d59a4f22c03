import { type Direction, leastAgreementBound } from '../../analysis/opinion/bridging.ts'
import type { GroupVotes } from '../../analysis/opinion/group-votes.ts'
import type { ReportStatement, Share } from './opinion-report.ts'

const longestList = 8

/** With 90 % probability at least this share agrees (or disagrees) even in the group where fewest do, 0 to 1. */
export function boundOf(shares: readonly Share[], direction: Direction): number {
  const told = shares.filter((share) => share !== null)
  if (told.length === 0) return 0
  const votes: GroupVotes = {
    groups: told.length,
    statements: 1,
    agree: Float64Array.from(told, (share) => share.agree),
    disagree: Float64Array.from(told, (share) => share.disagree),
    seen: Float64Array.from(told, (share) => share.seen),
  }
  return leastAgreementBound(votes, 0, direction)
}

/**
 * How surely two groups differ in agreement: the difference of their shares less 1.96 standard errors, each share with one
 * agreeing and one other vote added (Agresti & Caffo 2000). Above zero they differ.
 */
function surelyApart(a: NonNullable<Share>, b: NonNullable<Share>): number {
  const [p, q] = [(a.agree + 1) / (a.seen + 2), (b.agree + 1) / (b.seen + 2)]
  return Math.abs(p - q) - 1.96 * Math.sqrt((p * (1 - p)) / (a.seen + 2) + (q * (1 - q)) / (b.seen + 2))
}

/** How far apart the groups surely are on a statement; below zero when chance could explain what we see. */
export function distanceOn(statement: ReportStatement): number {
  let widest = -1
  const told = statement.groups.filter((share) => share !== null)
  for (const [i, a] of told.entries()) {
    for (const b of told.slice(i + 1)) widest = Math.max(widest, surelyApart(a, b))
  }
  return widest
}

/**
 * Where people differ, most first. With groups: statements on which two groups surely differ by a fifth or more. Without:
 * those that split everyone, neither side having three in five of the votes.
 */
export function findDivides(statements: readonly ReportStatement[]): string[] {
  const grouped = statements.some((statement) => statement.groups.length > 0)
  const scored = statements.flatMap((statement) => {
    if (grouped) return [{ id: statement.id, score: distanceOn(statement) - 0.2 }]
    if (statement.all === null) return []
    const { agree, disagree, seen } = statement.all
    const larger = Math.max(agree, disagree) / seen
    return [{ id: statement.id, score: Math.min(0.6 - larger, Math.min(agree, disagree) / seen - 0.25) }]
  })
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, longestList)
    .map(({ id }) => id)
}

/** Statements that at least three in ten passed on, most first: unclear words, or a question that people cannot answer. */
export function findUnsure(statements: readonly ReportStatement[]): string[] {
  return statements
    .flatMap(({ id, all }) => (all === null ? [] : [{ id, passes: all.pass / all.seen }]))
    .filter(({ passes }) => passes >= 0.3)
    .sort((a, b) => b.passes - a.passes)
    .slice(0, longestList)
    .map(({ id }) => id)
}
