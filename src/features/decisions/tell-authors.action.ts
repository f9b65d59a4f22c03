import { paths } from '../../paths.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { isLanguage, type Language } from '../../platform/i18n/language.ts'
import { addMessage } from '../../platform/mail/message.store.ts'
import { getAgency } from '../agencies/agency.store.ts'
import type { Agency } from '../agencies/agency.ts'
import { getEngagement } from '../engagements/engagement.store.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { listCommentsOfThemes } from '../themes/theme.store.ts'
import { authorMail, authorText } from './author.email.ts'
import { type AnsweredTheme, findDecisionById, listDispositions } from './decision.store.ts'
import type { Decision } from './decision.ts'
import { addTold, type Author, listUntold } from './told.store.ts'

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    /** With `dispositionId`: what was promised on that theme was done or dropped. */
    'tell-authors': { agencyId: string; decisionId: string; dispositionId?: string }
  }
}

/** One person to be told, with everything they said that this is about. */
type Reader = { authors: Author[]; channel: 'mail' | 'sms' | 'receipt'; themeIds: ReadonlySet<string> }

const perTransaction = 100

/**
 * Tells every author of a comment in a theme that the decision answers, each once and in one message, by their channel and in
 * their language; whoever left no contact finds it on their receipt. Run twice, it tells nobody twice. Gives how many were told.
 */
export async function tellAuthors(
  db: Db,
  { agencyId, decisionId, dispositionId }: { agencyId: string; decisionId: string; dispositionId?: string },
  { baseUrl, now }: { baseUrl: string; now: Date },
): Promise<number> {
  const decision = await findDecisionById(db, agencyId, decisionId)
  if (!decision || decision.status !== 'published') return 0
  const all = await listDispositions(db, agencyId, [decisionId])
  const answered = dispositionId ? all.filter((one) => one.id === dispositionId) : all
  const [agency, engagement] = await Promise.all([
    getAgency(db, agencyId),
    getEngagement(db, agencyId, decision.engagementId),
  ])
  const voices = await listCommentsOfThemes(
    db,
    agencyId,
    decision.engagementId,
    answered.map((one) => one.themeId),
  )
  const authors = await listUntold(
    db,
    agencyId,
    voices.map((voice) => voice.commentId),
    { decisionId, dispositionId },
  )
  const themesOf = new Map(voices.map((voice) => [voice.commentId, voice.themeIds]))
  const readers = readersOf(authors, themesOf)
  const occasion: Occasion = {
    agency,
    engagement,
    decision,
    answered,
    followUp: dispositionId !== undefined,
    baseUrl,
  }
  let told = 0
  for (let at = 0; at < readers.length; at += perTransaction) {
    const next = readers.slice(at, at + perTransaction).flatMap((reader) => reader.authors)
    told += await inTransaction(db, async (db) => {
      // Looked up again: of thousands, some have taken their words back or erased them by now.
      const still = await listUntold(
        db,
        agencyId,
        next.map((author) => author.commentId),
        { decisionId, dispositionId },
      )
      return tell(db, occasion, dispositionId, readersOf(still, themesOf), now)
    })
  }
  return told
}

/** Several comments of one address are one reader; comments without a contact each have their own receipt. */
function readersOf(authors: readonly Author[], themesOf: ReadonlyMap<string, readonly string[]>): Reader[] {
  const groups = Map.groupBy(authors, (author) =>
    author.contactChannel && author.contactAddress
      ? `${author.contactChannel} ${author.contactAddress.toLowerCase()}`
      : `receipt ${author.commentId}`,
  )
  return [...groups.values()].map((group) => ({
    authors: group,
    channel: group[0]!.contactAddress ? (group[0]!.contactChannel ?? 'receipt') : 'receipt',
    themeIds: new Set(group.flatMap((author) => themesOf.get(author.commentId) ?? [])),
  }))
}

type Occasion = {
  agency: Agency
  engagement: Engagement
  decision: Decision
  answered: readonly AnsweredTheme[]
  followUp: boolean
  baseUrl: string
}

async function tell(
  db: Db,
  occasion: Occasion,
  dispositionId: string | undefined,
  readers: readonly Reader[],
  now: Date,
): Promise<number> {
  const { agency, decision } = occasion
  const rows = readers.flatMap(({ authors, channel }) =>
    authors.map(({ commentId }) => ({ commentId, channel })),
  )
  const fresh = new Set(
    await addTold(db, { agencyId: agency.id, decisionId: decision.id, dispositionId }, rows, now),
  )
  for (const reader of readers) {
    const first = reader.authors.find((author) => fresh.has(author.commentId))
    if (first && reader.channel !== 'receipt')
      await write(db, occasion, dispositionId, reader, reader.channel, first, now)
  }
  return fresh.size
}

async function write(
  db: Db,
  occasion: Occasion,
  dispositionId: string | undefined,
  reader: Reader,
  channel: 'mail' | 'sms',
  first: Author,
  now: Date,
): Promise<void> {
  const { agency, engagement, decision, baseUrl } = occasion
  const language: Language = isLanguage(first.language) ? first.language : engagement.title.source
  const news = {
    ...occasion,
    language,
    answered: occasion.answered.filter((one) => reader.themeIds.has(one.themeId)),
    receipts: reader.authors.map(({ receiptCode, receivedAt }) => ({
      code: receiptCode,
      receivedAt,
      url: baseUrl + paths.receipt.to({ language, code: receiptCode }),
    })),
  }
  const words = channel === 'mail' ? authorMail(news) : { subject: '', text: authorText(news) }
  const message = {
    agencyId: agency.id,
    channel,
    kind: 'notice' as const,
    toAddress: first.contactAddress!,
    language,
    ...words,
    replyTo: engagement.contactAddress || undefined,
    onceKey: `told ${dispositionId ?? decision.id} ${first.commentId}`,
    aboutKind: 'comment',
    aboutId: first.commentId,
  }
  await addMessage(db, message, now)
}
