import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Quote, QuoteInPlace } from './quote.ts'
import { toBeRead, wordsChangedAt } from './reading.store.ts'
import type { Stance } from './reading.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    quote: Quote
  }
}

/** The chosen quotes of these themes, in the order in which they were chosen, with the words around them. */
export async function listQuotes(
  db: Db,
  agencyId: string,
  themeIds: readonly string[],
): Promise<QuoteInPlace[]> {
  if (themeIds.length === 0) return []
  const { rows } = await sql<QuoteInPlace>`
    select quote.id, quote.theme_id, quote.comment_id, quote.answer_id, quote.quote_start as start, quote.quote_end as end,
      quote.stance, quote.chosen_at as at, answer.text, comment.language, comment.state, ${wordsChangedAt('comment')} as words_changed_at
    from quote
    join answer on answer.agency_id = quote.agency_id and answer.id = quote.answer_id
    join comment on comment.agency_id = quote.agency_id and comment.id = quote.comment_id
    where quote.agency_id = ${agencyId} and quote.theme_id = any(${themeIds as string[]}::uuid[])
    order by quote.chosen_at, quote.id
  `.execute(db)
  return rows
}

/** Quotes that coders marked under the codes of a theme, to choose from; `id` is the coding's. The same words of two coders come once. */
export async function listCodedQuotes(
  db: Db,
  agencyId: string,
  themeId: string,
  { stance, limit = 200 }: { stance?: Stance; limit?: number } = {},
): Promise<QuoteInPlace[]> {
  const { rows } = await sql<QuoteInPlace>`
    select * from (
      select distinct on (coding.answer_id, coding.quote_start, coding.quote_end)
        coding.id, theme_code.theme_id, coding.comment_id, coding.answer_id, coding.quote_start as start, coding.quote_end as end,
        coding.stance, reading.finished_at as at, answer.text, comment.language, comment.state,
        ${wordsChangedAt('comment')} as words_changed_at
      from theme_code
      join coding on coding.agency_id = theme_code.agency_id and coding.code_id = theme_code.code_id and coding.answer_id is not null
      join reading on reading.agency_id = coding.agency_id and reading.id = coding.reading_id
      join answer on answer.agency_id = coding.agency_id and answer.id = coding.answer_id
      join comment on comment.agency_id = coding.agency_id and comment.id = coding.comment_id and comment.state in ${toBeRead}
      where theme_code.agency_id = ${agencyId} and theme_code.theme_id = ${themeId}
        ${stance ? sql`and coding.stance = ${stance}` : sql``}
      order by coding.answer_id, coding.quote_start, coding.quote_end, reading.finished_at
    ) coded
    order by at desc, id limit ${limit}
  `.execute(db)
  return rows
}

export async function addQuote(db: Db, quote: Omit<Quote, 'id'>): Promise<string> {
  const id = newId()
  await db
    .insertInto('quote')
    .values({ ...quote, id })
    .execute()
  return id
}

export async function removeQuote(db: Db, agencyId: string, themeId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('quote')
    .where('agencyId', '=', agencyId)
    .where('themeId', '=', themeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
