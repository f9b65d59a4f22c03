import type { SafeCell } from '../../analysis/disclosure/cell.ts'
import { protectList } from '../../analysis/disclosure/protect-list.ts'
import type { Direction } from '../../analysis/opinion/bridging.ts'
import type { NullTestDocument, OpinionDocument } from '../../analysis/opinion/opinion-document.ts'
import type { Written } from '../../platform/i18n/written.ts'
import type { OpinionSummary } from './conversation-result.ts'
import type { DeclaredPart } from './declared-agreement.ts'
import { drawMapMarks, type MapAxis, type MapMark, readAxes } from './map-marks.ts'
import { boundOf, findDivides, findUnsure } from './report-lists.ts'
import type { StatementOrigin } from './statement.ts'

/** Votes of some people on one statement; null when fewer than the agency's minimum voted, or when they could be worked out. */
export type Share = { agree: number; disagree: number; pass: number; seen: number } | null

export type ReportStatement = {
  id: string
  number: number
  words: Written
  /** Null when it is not known. */
  origin: StatementOrigin | null
  all: Share
  /** By group, in the order of the report's groups; empty without clear groups. */
  groups: Share[]
  /** Share who agree after undoing what the choice of the next statement did; null when unknown or too few voted. */
  evenAgreement: number | null
}

/** How sure we are that a group is there again when a fifth of the people had stayed at home. */
export type Firmness = 'firm' | 'tentative' | 'weak' | 'unmeasured'

export type ReportGroup = {
  id: string
  /** A, B, C …; stays with the group from count to count. */
  letter: string
  size: SafeCell
  stability: number | null
  firmness: Firmness
  /** What it stands for: statements on which it differs most from everybody else. */
  standsFor: { statementId: string; direction: Direction; agreeing: number; seen: number }[]
}

/** A statement with which, very probably, more than half agree in every group (or disagree). */
export type CommonPoint = { statementId: string; direction: Direction; lower: number }

/**
 * What a conversation shows, as everyone may see it: small numbers are out already. The same whether it is live, frozen at
 * the close, or made from files.
 */
export type OpinionReport = {
  format: 1
  question: Written
  minimum: number
  mode: OpinionDocument['mode']
  provisional: boolean
  countedAt: string
  /** `too-few` people voted to say anything; `one` group, because no clear groups are there; or `several`. */
  standing: 'too-few' | 'one' | 'several'
  participants: SafeCell
  votes: number
  statements: ReportStatement[]
  groups: ReportGroup[]
  /** People between the groups or with too few votes to place them. */
  unplaced: number
  commonGround: CommonPoint[]
  divides: string[]
  unsure: string[]
  slate: { statementIds: string[]; coverage: number; largestUnrepresented: number } | null
  nullTest: NullTestDocument | null
  map: { marks: MapMark[]; axes: MapAxis[] }
  declared: DeclaredPart[]
}

export type ReportSource = {
  question: Written
  minimum: number
  summary: OpinionSummary
  people: OpinionDocument['people']
  provisional: boolean
  countedAt: Date
  /** Shown statements only; meta statements have been left out of the map and stay out of the report. */
  statements: readonly { id: string; number: number; words: Written; origin: StatementOrigin | null }[]
  declared?: DeclaredPart[]
}

/** The public report of a count. */
export function makeOpinionReport(source: ReportSource): OpinionReport {
  const { summary, minimum } = source
  const policy = { minimum }
  const tooFew = summary.participants < minimum
  const several = !tooFew && summary.clear_groups && summary.groups.length > 1
  const groupIds = several ? summary.groups.map((group) => group.id) : []
  const statements = source.statements
    .filter((statement) => summary.statement_stats[statement.id] !== undefined)
    .map((statement) => statementShares(statement, summary, groupIds, minimum))
  const known = new Set(statements.map((statement) => statement.id))
  const sizes = groupSizes(summary, minimum)
  const placed = summary.groups.reduce((sum, group) => sum + group.size, 0)
  const groups = several ? readGroups(summary, sizes, known, minimum) : []
  const unplaced = Math.max(0, summary.participants - placed)
  const report: OpinionReport = {
    format: 1,
    question: source.question,
    minimum,
    mode: summary.mode,
    provisional: source.provisional,
    countedAt: source.countedAt.toISOString(),
    standing: tooFew ? 'too-few' : several ? 'several' : 'one',
    participants: protectList([], policy, summary.participants).total,
    votes: summary.votes,
    statements: tooFew
      ? statements.map((statement) => ({ ...statement, all: null, groups: [], evenAgreement: null }))
      : statements,
    groups,
    // No kind of people, but what the method left over; and it follows from the sizes of the groups in any case.
    unplaced,
    commonGround: [],
    divides: [],
    unsure: [],
    slate: null,
    nullTest: summary.null_test,
    map: { marks: [], axes: [] },
    declared: tooFew ? [] : (source.declared ?? []),
  }
  if (tooFew) return report
  return {
    ...report,
    commonGround: findCommonGround(report, summary),
    divides: findDivides(report.statements),
    unsure: findUnsure(report.statements),
    slate: readSlate(summary, known),
    map: {
      marks: drawMapMarks(source.people, mayStandAlone(groups)),
      axes: readAxes(summary.components, known),
    },
  }
}

function mayStandAlone(groups: readonly ReportGroup[]): string[] {
  return groups.filter((group) => group.size.shown).map((group) => group.id)
}

/**
 * How many people each group has, and below, how many of them voted on a statement. Small numbers are withheld, and so is
 * a second one where the first could be worked out. Who is in no group is a leftover of the method, not a kind of people,
 * and is no cell of its own: otherwise five people between the groups would hide a group of a hundred.
 */
function groupSizes({ groups }: OpinionSummary, minimum: number): SafeCell[] {
  return protectList(
    groups.map((group) => group.size),
    { minimum },
  ).cells
}

function statementShares(
  statement: ReportSource['statements'][number],
  summary: OpinionSummary,
  groupIds: readonly string[],
  minimum: number,
): ReportStatement {
  const stats = summary.statement_stats[statement.id]!
  const seen = stats.agree + stats.disagree + stats.pass
  const byGroup = groupIds.map((id): [number, number, number] => stats.by_group[id] ?? [0, 0, 0])
  const parts = byGroup.map((counts) => Math.round(counts[2]))
  const safe = protectList(parts, { minimum })
  const { id, number, words, origin } = statement
  return {
    id,
    number,
    words,
    origin,
    all: seen < minimum ? null : { agree: stats.agree, disagree: stats.disagree, pass: stats.pass, seen },
    evenAgreement: seen < minimum ? null : (summary.count?.evenAgreement?.[id] ?? null),
    groups: byGroup.map(([agree, disagree, all], g) =>
      safe.cells[g]!.shown ? { agree, disagree, pass: all - agree - disagree, seen: all } : null,
    ),
  }
}

function readGroups(
  summary: OpinionSummary,
  sizes: readonly SafeCell[],
  known: ReadonlySet<string>,
  minimum: number,
): ReportGroup[] {
  return summary.groups.map((group, g) => ({
    id: group.id,
    letter: letterOf(group.id, g),
    size: sizes[g]!,
    stability: group.stability,
    firmness: firmnessOf(group.stability),
    standsFor: group.representative
      .filter((entry) => known.has(entry.statement_id) && entry.n_trials >= minimum)
      .map((entry) => ({
        statementId: entry.statement_id,
        direction: entry.direction,
        agreeing: entry.n_success,
        seen: entry.n_trials,
      })),
  }))
}

/** A for group 0, B for group 1 … beyond Z the number itself. */
export function letterOf(id: string, position: number): string {
  const index = /^\d+$/.test(id) ? Number(id) : position
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1)
}

/** Words for stability: firm from .75, tentative from .6 (Hennig 2007). */
export function firmnessOf(stability: number | null): Firmness {
  if (stability === null) return 'unmeasured'
  if (stability >= 0.75) return 'firm'
  return stability >= 0.6 ? 'tentative' : 'weak'
}

function findCommonGround(report: OpinionReport, summary: OpinionSummary): CommonPoint[] {
  const found: CommonPoint[] = []
  for (const { id, all, groups } of report.statements) {
    // With clear groups every group must have been heard; a group too small to show has not been.
    if (all === null || groups.includes(null)) continue
    const shares = groups.length > 0 ? groups : [all]
    const agree =
      summary.mode === 'best' ? summary.statement_stats[id]!.consensus_lower : boundOf(shares, 'agree')
    const told = summary.consensus.disagree.find((entry) => entry.statement_id === id)?.lower
    const disagree = told ?? boundOf(shares, 'disagree')
    if (agree > 0.5) found.push({ statementId: id, direction: 'agree', lower: agree })
    else if (disagree > 0.5) found.push({ statementId: id, direction: 'disagree', lower: disagree })
  }
  const numbers = new Map(report.statements.map((statement) => [statement.id, statement.number]))
  return found.sort((a, b) => b.lower - a.lower || numbers.get(a.statementId)! - numbers.get(b.statementId)!)
}

function readSlate({ slate }: OpinionSummary, known: ReadonlySet<string>): OpinionReport['slate'] {
  const statementIds = slate.statement_ids.filter((id) => known.has(id))
  if (statementIds.length === 0) return null
  return { statementIds, coverage: slate.coverage, largestUnrepresented: slate.largest_unrepresented }
}

/** Statements of a report by their ids, in the order of the ids. */
export function statementsOf(report: OpinionReport, ids: readonly string[]): ReportStatement[] {
  const byId = new Map(report.statements.map((statement) => [statement.id, statement]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
