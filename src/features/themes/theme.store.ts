import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { nothingWritten, type Written } from '../../platform/i18n/written.ts'
import { settledCodings } from './adjudication.store.ts'
import { toBeRead } from './reading.store.ts'
import type { Parts } from './theme-counts.ts'
import type { Theme, ThemeTally } from './theme.ts'

type ThemeCodeTable = { agencyId: string; themeId: string; codeId: string }

declare module '../../platform/db/database.ts' {
  interface Tables {
    theme: Theme
    themeCode: ThemeCodeTable
  }
}

export async function listThemes(db: Db, agencyId: string, engagementId: string): Promise<Theme[]> {
  return db
    .selectFrom('theme')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** A theme of this engagement. */
export async function findTheme(
  db: Db,
  agencyId: string,
  engagementId: string,
  id: string,
): Promise<Theme | undefined> {
  return db
    .selectFrom('theme')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** These themes, in their order, whatever engagement they belong to. */
export async function listThemesById(db: Db, agencyId: string, ids: readonly string[]): Promise<Theme[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('theme')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', 'in', ids)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Adds a theme after the others. */
export async function addTheme(
  db: Db,
  {
    agencyId,
    engagementId,
    title,
    id = newId(),
  }: { agencyId: string; engagementId: string; title: Written; id?: string },
  now: Date,
): Promise<string> {
  const summary: Written = { ...nothingWritten, source: title.source }
  await sql`
    insert into theme (agency_id, id, engagement_id, title, summary, position, changed_at)
    select ${agencyId}, ${id}, ${engagementId}, ${JSON.stringify(title)}, ${JSON.stringify(summary)}, coalesce(max(position), 0) + 1, ${now}
    from theme where agency_id = ${agencyId} and engagement_id = ${engagementId}
  `.execute(db)
  return id
}

/** Saves a theme that nobody changed since `seen`; false when somebody did. */
export async function saveTheme(
  db: Db,
  { agencyId, id, seen }: { agencyId: string; id: string; seen: Date },
  changes: Partial<Pick<Theme, 'title' | 'summary' | 'isMinority' | 'publishedAt'>>,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('theme')
    .set({ ...changes, changedAt: now })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('changedAt', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Shows these themes to everyone, as far as they are not public already. */
export async function publishThemes(
  db: Db,
  agencyId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('theme')
    .set({ publishedAt: now })
    .where('agencyId', '=', agencyId)
    .where('id', 'in', ids)
    .where('publishedAt', 'is', null)
    .execute()
}

/** Which codes belong to which theme. */
export async function listThemeCodes(
  db: Db,
  agencyId: string,
  engagementId: string,
): Promise<{ themeId: string; codeId: string }[]> {
  return db
    .selectFrom('themeCode')
    .innerJoin('theme', (join) =>
      join.onRef('theme.agencyId', '=', 'themeCode.agencyId').onRef('theme.id', '=', 'themeCode.themeId'),
    )
    .select(['themeCode.themeId', 'themeCode.codeId'])
    .where('themeCode.agencyId', '=', agencyId)
    .where('theme.engagementId', '=', engagementId)
    .execute()
}

/** Puts exactly these codes under a theme. */
export async function replaceThemeCodes(
  db: Db,
  agencyId: string,
  themeId: string,
  codeIds: readonly string[],
): Promise<void> {
  await db.deleteFrom('themeCode').where('agencyId', '=', agencyId).where('themeId', '=', themeId).execute()
  if (codeIds.length === 0) return
  await db
    .insertInto('themeCode')
    .values(codeIds.map((codeId) => ({ agencyId, themeId, codeId })))
    .execute()
}

// A comment that some codes make a voice for a theme and others against it counts for neither side.
const themeComments = (agencyId: string, engagementId: string) => sql`
  select theme_code.theme_id, settled.comment_id,
    case when bool_or(settled.is_for) and bool_or(settled.is_against) is not true then 'for'
      when bool_or(settled.is_against) and bool_or(settled.is_for) is not true then 'against' else 'neutral' end as stance
  from (${settledCodings(agencyId, engagementId)}) settled
  join theme_code on theme_code.agency_id = ${agencyId} and theme_code.code_id = settled.code_id
  group by theme_code.theme_id, settled.comment_id
`

/** How many comments each theme has; a theme without any is left out. */
export async function tallyThemes(db: Db, agencyId: string, engagementId: string): Promise<ThemeTally[]> {
  const { rows } = await sql<ThemeTally>`
    select theme_id, count(*) as comments, count(*) filter (where stance = 'for') as for,
      count(*) filter (where stance = 'against') as against
    from (${themeComments(agencyId, engagementId)}) voice group by theme_id
  `.execute(db)
  return rows
}

/**
 * Who is behind one theme: its comments by stance, by the channels that the engagement has, and by what their authors said about
 * themselves. Not yet safe to show.
 */
export async function countThemeParts(
  db: Db,
  agencyId: string,
  engagementId: string,
  themeId: string,
): Promise<{ total: number; stances: Parts; channels: Parts; about: Parts[] }> {
  const { rows } = await sql<{ kind: string; part: string; count: number }>`
    with voice as materialized (
      select comment_id, stance from (${themeComments(agencyId, engagementId)}) voice where theme_id = ${themeId}
    )
    select 'stance' as kind, stance as part, count(*) as count from voice group by stance
    union all
    select 'channel', comment.channel, count(voice.comment_id) from comment
      left join voice on voice.comment_id = comment.id
    where comment.agency_id = ${agencyId} and comment.engagement_id = ${engagementId} and comment.state in ${toBeRead}
    group by comment.channel
    union all
    select about_you.about_question_id::text, about_you.value, count(distinct about_you.comment_id) from voice
      join about_you on about_you.agency_id = ${agencyId} and about_you.comment_id = voice.comment_id
    group by about_you.about_question_id, about_you.value
  `.execute(db)
  const byKind = Map.groupBy(rows, (row) => row.kind)
  const partsOf = (key: string): Parts => ({
    key,
    parts: (byKind.get(key) ?? []).map(({ part, count }) => ({ key: part, count })),
  })
  const stances = partsOf('stance')
  return {
    total: stances.parts.reduce((sum, part) => sum + part.count, 0),
    stances,
    channels: partsOf('channel'),
    about: [...byKind.keys()].filter((kind) => kind !== 'stance' && kind !== 'channel').map(partsOf),
  }
}

/** The authors whom a decision on these themes concerns: each comment with the themes that it speaks to. */
export async function listCommentsOfThemes(
  db: Db,
  agencyId: string,
  engagementId: string,
  themeIds: readonly string[],
): Promise<{ commentId: string; themeIds: string[] }[]> {
  if (themeIds.length === 0) return []
  const { rows } = await sql<{ commentId: string; themeIds: string[] }>`
    select settled.comment_id, array_agg(distinct theme_code.theme_id::text) as theme_ids
    from (${settledCodings(agencyId, engagementId)}) settled
    join theme_code on theme_code.agency_id = ${agencyId} and theme_code.code_id = settled.code_id
    where theme_code.theme_id = any(${themeIds as string[]}::uuid[])
    group by settled.comment_id
  `.execute(db)
  return rows
}

/** The themes of one comment, and whether anyone has read it. */
export async function listThemesOfComment(
  db: Db,
  { agencyId, engagementId, id }: { agencyId: string; engagementId: string; id: string },
): Promise<{ read: Date | undefined; themes: Theme[] }> {
  const reading = await sql<{ at: Date | null }>`
    select min(finished_at) as at from reading where agency_id = ${agencyId} and comment_id = ${id}
  `.execute(db)
  const read = reading.rows[0]?.at ?? undefined
  if (!read) return { read, themes: [] }
  const { rows } = await sql<{ themeId: string }>`
    select distinct theme_code.theme_id
    from (
      select coalesce(given.code_id, adjudication.code_id) as code_id
      from (select code_id, count(*) as times from coding where agency_id = ${agencyId} and comment_id = ${id} group by code_id) given
      full join (select code_id, applies from adjudication where agency_id = ${agencyId} and comment_id = ${id}) adjudication
        on adjudication.code_id = given.code_id
      where coalesce(adjudication.applies,
        given.times = (select count(*) from reading where agency_id = ${agencyId} and comment_id = ${id}))
    ) settled
    join theme_code on theme_code.agency_id = ${agencyId} and theme_code.code_id = settled.code_id
  `.execute(db)
  if (rows.length === 0) return { read, themes: [] }
  const themes = await db
    .selectFrom('theme')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where(
      'id',
      'in',
      rows.map((row) => row.themeId),
    )
    .orderBy('position')
    .execute()
  return { read, themes }
}
