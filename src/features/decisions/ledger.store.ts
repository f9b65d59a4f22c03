import type { Db } from '../../platform/db/database.ts'
import { isSmall, shown, type SafeCell, withheld } from '../../analysis/disclosure/cell.ts'
import { type ShownStatement, shownStatements } from '../conversations/theme-statement.ts'
import { listStatementsOfThemes } from '../conversations/theme-statement.store.ts'
import { type ShownQuote, shownQuotes } from '../themes/quote.ts'
import { listQuotes } from '../themes/quote.store.ts'
import { tallyThemesBriefly } from '../themes/kept-counts.store.ts'
import { listThemes } from '../themes/theme.store.ts'
import { inSight, type Theme } from '../themes/theme.ts'
import {
  type AnsweredTheme,
  findDecision,
  listDispositions,
  listPublishedDecisions,
} from './decision.store.ts'
import type { Decision } from './decision.ts'

export type LedgerPoint = AnsweredTheme & {
  count: SafeCell
  quotes: ShownQuote[]
  statements: ShownStatement[]
}
export type LedgerRow = { decision: Decision; points: LedgerPoint[] }

type Place = { agencyId: string; engagementId: string; minimum: number; now: Date }

async function pointsOf(
  db: Db,
  { agencyId, engagementId, minimum, now }: Place,
  decisions: readonly Decision[],
  answered: readonly AnsweredTheme[],
) {
  const themeIds = [...new Set(answered.map((one) => one.themeId))]
  // Publishing shows at once; the counts behind it may be a few seconds old.
  const stamp = decisions.map((decision) => decision.version).join()
  const [quotes, statements, tallies] = await Promise.all([
    listQuotes(db, agencyId, themeIds),
    listStatementsOfThemes(db, agencyId, themeIds),
    tallyThemesBriefly(db, agencyId, engagementId, stamp),
  ])
  const counts = new Map(tallies.map((tally) => [tally.themeId, tally.comments]))
  const said = Map.groupBy(shownQuotes(quotes), (quote) => quote.themeId)
  const votedOn = Map.groupBy(shownStatements(statements, minimum, now), (one) => one.themeId)
  const countOf = (themeId: string) => {
    const count = counts.get(themeId) ?? 0
    return isSmall(count, { minimum }) ? withheld('below-minimum') : shown(count)
  }
  const rows = decisions.map((decision): LedgerRow => ({
    decision,
    points: answered
      .filter((one) => one.decisionId === decision.id)
      .map((one) => ({
        ...one,
        count: countOf(one.themeId),
        quotes: said.get(one.themeId) ?? [],
        statements: votedOn.get(one.themeId) ?? [],
      })),
  }))
  return { rows, countOf, counts }
}

/** Everything that was published about what was heard and decided, and the public themes that still wait for a decision. */
export async function readLedger(
  db: Db,
  place: Place,
): Promise<{
  rows: LedgerRow[]
  undecided: { theme: Theme; count: SafeCell }[]
  lastChanged: Date | undefined
}> {
  const { agencyId, engagementId } = place
  const [decisions, themes] = await Promise.all([
    listPublishedDecisions(db, agencyId, engagementId),
    listThemes(db, agencyId, engagementId),
  ])
  const answered = await listDispositions(
    db,
    agencyId,
    decisions.map((decision) => decision.id),
  )
  const { rows, countOf, counts } = await pointsOf(db, place, decisions, answered)
  const done = new Set(answered.map((one) => one.themeId))
  const waiting = themes.filter((theme) => theme.publishedAt !== null && !done.has(theme.id))
  const undecided = inSight(waiting.map((theme) => ({ theme, comments: counts.get(theme.id) ?? 0 })))
  const changes = [...decisions, ...waiting].map((one) => one.changedAt.getTime())
  return {
    rows,
    undecided: undecided.map(({ theme }) => ({ theme, count: countOf(theme.id) })),
    lastChanged: changes.length > 0 ? new Date(Math.max(...changes)) : undefined,
  }
}

/** One published decision with all its points. */
export async function readDecided(db: Db, place: Place, decisionId: string): Promise<LedgerRow | undefined> {
  const decision = await findDecision(db, place.agencyId, place.engagementId, decisionId)
  if (!decision || decision.status !== 'published') return undefined
  const answered = await listDispositions(db, place.agencyId, [decisionId])
  return (await pointsOf(db, place, [decision], answered)).rows[0]
}
