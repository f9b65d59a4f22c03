import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { wordsOf } from './quote.ts'
import { addQuote, listCodedQuotes, listQuotes, removeQuote } from './quote.store.ts'
import { isStance, wordsChangedSince } from './reading.ts'

export type ChooseQuote =
  { outcome: 'chosen' } | { outcome: 'not-there' } | { outcome: 'words-changed' } | { outcome: 'too-many' }

const mostQuotes = 12

type Choice = {
  agencyId: string
  engagementId: string
  themeId: string
  codingId: string
  stance: string
  by: string
}

/** Lets words that a coder marked stand for the theme, for or against it. Choosing the same words again changes nothing. */
export async function chooseQuote(db: Db, choice: Choice, now: Date): Promise<ChooseQuote> {
  const { agencyId, engagementId, themeId, by } = choice
  return inTransaction(db, async (db) => {
    const coded = await listCodedQuotes(db, agencyId, themeId, { limit: 2000 })
    const found = coded.find((quote) => quote.id === choice.codingId)
    if (!found) return { outcome: 'not-there' }
    if (wordsChangedSince(found.at, found.wordsChangedAt) || wordsOf(found) === '')
      return { outcome: 'words-changed' }
    const chosen = await listQuotes(db, agencyId, [themeId])
    const same = chosen.some(
      (one) => one.answerId === found.answerId && one.start === found.start && one.end === found.end,
    )
    if (same) return { outcome: 'chosen' }
    if (chosen.length >= mostQuotes) return { outcome: 'too-many' }
    const stance = isStance(choice.stance) ? choice.stance : found.stance
    const { commentId, answerId } = found
    const range = { quoteStart: found.start, quoteEnd: found.end }
    await addQuote(db, {
      agencyId,
      engagementId,
      themeId,
      commentId,
      answerId,
      ...range,
      stance,
      chosenBy: by,
      chosenAt: now,
    })
    await recordAct(
      db,
      { agencyId, actorId: by, act: 'chose a quote', subjectKind: 'theme', subjectId: themeId },
      now,
    )
    return { outcome: 'chosen' }
  })
}

/** Takes a quote away from a theme. */
export async function dropQuote(
  db: Db,
  { agencyId, themeId, quoteId, by }: { agencyId: string; themeId: string; quoteId: string; by: string },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (db) => {
    if (!(await removeQuote(db, agencyId, themeId, quoteId))) return
    await recordAct(
      db,
      { agencyId, actorId: by, act: 'took a quote away', subjectKind: 'theme', subjectId: themeId },
      now,
    )
  })
}
