import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { movedQuote, type Range } from './redaction.ts'

/**
 * Puts a blacked-out text in the place of the original and takes the original out of every other place where it stands:
 * translations, the paper form it was keyed in from, and quotes that held the words. Other quotes move along.
 */
export async function replaceRedacted(
  db: Db,
  {
    agencyId,
    commentId,
    answerId,
    text,
    ranges,
  }: { agencyId: string; commentId: string; answerId: string; text: string; ranges: readonly Range[] },
): Promise<{ quotesDropped: number }> {
  await sql`update answer set text = ${text}, redacted = true where agency_id = ${agencyId} and id = ${answerId}`.execute(
    db,
  )
  await sql`delete from answer_translation where agency_id = ${agencyId} and answer_id = ${answerId}`.execute(
    db,
  )
  await sql`update paper_entry set fields = '{}' where agency_id = ${agencyId} and comment_id = ${commentId}`.execute(
    db,
  )
  const quotes = await sql<{ id: string; start: number; end: number }>`
    select id, quote_start as start, quote_end as end from quote where agency_id = ${agencyId} and answer_id = ${answerId}`.execute(
    db,
  )
  let quotesDropped = 0
  for (const quote of quotes.rows) {
    const moved = movedQuote(quote, ranges)
    if (moved)
      await sql`update quote set quote_start = ${moved.start}, quote_end = ${moved.end} where agency_id = ${agencyId} and id = ${quote.id}`.execute(
        db,
      )
    else {
      await sql`delete from quote where agency_id = ${agencyId} and id = ${quote.id}`.execute(db)
      quotesDropped++
    }
  }
  const codings = await sql<{ id: string; start: number; end: number }>`
    select id, quote_start as start, quote_end as end from coding
    where agency_id = ${agencyId} and answer_id = ${answerId} and quote_start is not null and quote_end is not null`.execute(
    db,
  )
  for (const coding of codings.rows) {
    // The code itself stays: it says what the comment was about, not who wrote it.
    const moved = movedQuote(coding, ranges)
    await sql`update coding set quote_start = ${moved?.start ?? null}, quote_end = ${moved?.end ?? null}
      where agency_id = ${agencyId} and id = ${coding.id}`.execute(db)
  }
  return { quotesDropped }
}
