import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { nothingWritten, type Written } from '../../platform/i18n/written.ts'
import '../themes/theme.store.ts'
import type { Theme } from '../themes/theme.ts'
import type { Decision } from './decision.ts'
import type { Disposition } from './disposition.ts'

// Lists are written to jsonb as text: pg would make a PostgreSQL array of them.
type DecisionTable = Omit<Decision, 'options'> & { options: unknown }

declare module '../../platform/db/database.ts' {
  interface Tables {
    decision: DecisionTable
    disposition: Disposition
  }
}

const asDecision = (row: DecisionTable): Decision => row as Decision // as: only this file writes options

export async function listDecisions(db: Db, agencyId: string, engagementId: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .orderBy('publishedAt', (order) => order.desc().nullsFirst())
    .orderBy('id', 'desc')
    .execute()
  return rows.map(asDecision)
}

/** What was published, the newest first. */
export async function listPublishedDecisions(
  db: Db,
  agencyId: string,
  engagementId: string,
): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('status', '=', 'published')
    .orderBy('publishedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(asDecision)
}

/** A decision of this engagement; with `lock` nobody else changes it until the transaction ends. */
export async function findDecision(
  db: Db,
  agencyId: string,
  engagementId: string,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Decision | undefined> {
  let query = db
    .selectFrom('decision')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row && asDecision(row)
}

/** A decision by its id alone, for jobs. */
export async function findDecisionById(db: Db, agencyId: string, id: string): Promise<Decision | undefined> {
  const row = await db
    .selectFrom('decision')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && asDecision(row)
}

/** Begins a draft with its question. */
export async function addDecision(
  db: Db,
  {
    agencyId,
    engagementId,
    question,
    by,
  }: { agencyId: string; engagementId: string; question: Written; by: string },
  now: Date,
): Promise<string> {
  const id = newId()
  const nothing: Written = { ...nothingWritten, source: question.source }
  await db
    .insertInto('decision')
    .values({
      agencyId,
      id,
      engagementId,
      question,
      options: '[]',
      method: 'consensus',
      methodDetail: {},
      result: nothing,
      minorityStatement: nothing,
      responsible: '',
      decidedOn: null,
      reviewOn: null,
      status: 'draft',
      publishedAt: null,
      version: 1,
      createdBy: by,
      changedAt: now,
    })
    .execute()
  return id
}

/** Saves a change made on this version; false when someone else's came first. */
export async function saveDecision(
  db: Db,
  { agencyId, id, version }: Pick<Decision, 'agencyId' | 'id' | 'version'>,
  {
    options,
    ...changes
  }: Partial<Omit<Decision, 'agencyId' | 'id' | 'engagementId' | 'version' | 'createdBy' | 'changedAt'>>,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('decision')
    .set({
      ...changes,
      ...(options ? { options: JSON.stringify(options) } : {}),
      version: version + 1,
      changedAt: now,
    })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What a decision says about each theme, in the order of the themes. */
export type AnsweredTheme = Disposition & { theme: Theme }

export async function listDispositions(
  db: Db,
  agencyId: string,
  decisionIds: readonly string[],
): Promise<AnsweredTheme[]> {
  if (decisionIds.length === 0) return []
  const rows = await db
    .selectFrom('disposition')
    .innerJoin('theme', (join) =>
      join.onRef('theme.agencyId', '=', 'disposition.agencyId').onRef('theme.id', '=', 'disposition.themeId'),
    )
    .selectAll('disposition')
    .select(sql<string>`to_jsonb(theme)`.as('themeRow'))
    .where('disposition.agencyId', '=', agencyId)
    .where('disposition.decisionId', 'in', decisionIds)
    .orderBy('theme.position')
    .execute()
  return rows.map(({ themeRow, ...disposition }) => ({ ...disposition, theme: themeOf(themeRow) }))
}

// jsonb keeps instants as text and the columns' own names.
function themeOf(row: unknown): Theme {
  const kept = row as Record<string, unknown> // as: a row of the theme table
  return {
    agencyId: kept.agency_id as string,
    id: kept.id as string,
    engagementId: kept.engagement_id as string,
    title: kept.title as Written,
    summary: kept.summary as Written,
    position: kept.position as number,
    isMinority: kept.is_minority as boolean,
    publishedAt: kept.published_at === null ? null : new Date(kept.published_at as string),
    changedAt: new Date(kept.changed_at as string),
  }
}

/** Links exactly these themes with a draft: new ones without an answer yet, others with the one they have. */
export async function linkThemes(
  db: Db,
  { agencyId, id, question }: Pick<Decision, 'agencyId' | 'id' | 'question'>,
  themeIds: readonly string[],
): Promise<void> {
  let gone = db.deleteFrom('disposition').where('agencyId', '=', agencyId).where('decisionId', '=', id)
  if (themeIds.length > 0) gone = gone.where('themeId', 'not in', themeIds)
  await gone.execute()
  if (themeIds.length === 0) return
  const nothing: Written = { ...nothingWritten, source: question.source }
  await db
    .insertInto('disposition')
    .values(
      themeIds.map((themeId) => ({
        agencyId,
        id: newId(),
        decisionId: id,
        themeId,
        outcome: null,
        reason: nothing,
        followUp: null,
        followUpNote: nothing,
        followedUpAt: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['agencyId', 'decisionId', 'themeId']).doNothing())
    .execute()
}

export async function saveDisposition(
  db: Db,
  { agencyId, id }: Pick<Disposition, 'agencyId' | 'id'>,
  changes: Partial<Pick<Disposition, 'outcome' | 'reason' | 'followUp' | 'followUpNote' | 'followedUpAt'>>,
): Promise<void> {
  await db
    .updateTable('disposition')
    .set(changes)
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

export async function countPublishedDecisions(
  db: Db,
  agencyId: string,
  engagementId: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('decision')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('status', '=', 'published')
    .executeTakeFirstOrThrow()
  return count
}

/** The published answers to these themes. */
export async function listAnswersToThemes(
  db: Db,
  agencyId: string,
  themeIds: readonly string[],
): Promise<{ decision: Decision; disposition: Disposition }[]> {
  if (themeIds.length === 0) return []
  const dispositions = await db
    .selectFrom('disposition')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('themeId', 'in', themeIds)
    .execute()
  if (dispositions.length === 0) return []
  const decisions = await db
    .selectFrom('decision')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', 'in', [...new Set(dispositions.map((disposition) => disposition.decisionId))])
    .where('status', '=', 'published')
    .orderBy('publishedAt')
    .execute()
  return decisions.flatMap((row) =>
    dispositions
      .filter((one) => one.decisionId === row.id)
      .map((disposition) => ({ decision: asDecision(row), disposition })),
  )
}
