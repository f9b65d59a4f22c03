import { paths } from '../../paths.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { isLanguage, type Language } from '../../platform/i18n/language.ts'
import { addMessage } from '../../platform/mail/message.store.ts'
import { getAgency } from '../agencies/agency.store.ts'
import type { Agency } from '../agencies/agency.ts'
import { listConversations } from '../conversations/conversation.store.ts'
import type { Conversation } from '../conversations/conversation.ts'
import type { StatementInTheme } from '../conversations/theme-statement.ts'
import { listStatementsOfThemes } from '../conversations/theme-statement.store.ts'
import { getEngagement } from '../engagements/engagement.store.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { type AnsweredTheme, findDecisionById, listDispositions } from './decision.store.ts'
import type { Decision } from './decision.ts'
import {
  addToldVoters,
  type ConcernedVoter,
  listAddressesToldAsAuthors,
  listUntoldVoters,
} from './told-voter.store.ts'
import { voterMail, voterText } from './voter.email.ts'

/** One person to be told, with everything they voted on in however many conversations. */
type Reader = { voters: ConcernedVoter[]; channel: 'mail' | 'sms' | 'code' }

type Occasion = {
  agency: Agency
  engagement: Engagement
  conversations: readonly Conversation[]
  decision: Decision
  answered: readonly AnsweredTheme[]
  statements: readonly StatementInTheme[]
  dispositionId: string | undefined
  baseUrl: string
}

const perTransaction = 100

/**
 * Tells everyone who voted on a statement, or wrote one, that became part of a theme which the decision answers: each once
 * and in one message if they asked for it, by their channel and in their language. Whoever left no address finds it with
 * their code, and whoever was written to about a comment on the same occasion gets no second message. Run after
 * `tellAuthors`; run twice, it tells nobody twice. Gives how many were told.
 */
export async function tellVoters(
  db: Db,
  { agencyId, decisionId, dispositionId }: { agencyId: string; decisionId: string; dispositionId?: string },
  { baseUrl, now }: { baseUrl: string; now: Date },
): Promise<number> {
  const decision = await findDecisionById(db, agencyId, decisionId)
  if (!decision || decision.status !== 'published') return 0
  const all = await listDispositions(db, agencyId, [decisionId])
  const answered = dispositionId ? all.filter((one) => one.id === dispositionId) : all
  const themeIds = answered.map((one) => one.themeId)
  const which = { decisionId, dispositionId }
  const readers = readersOf(await listUntoldVoters(db, agencyId, themeIds, which))
  if (readers.length === 0) return 0
  const [agency, engagement, conversations, statements] = [
    await getAgency(db, agencyId),
    await getEngagement(db, agencyId, decision.engagementId),
    await listConversations(db, agencyId, decision.engagementId),
    await listStatementsOfThemes(db, agencyId, themeIds),
  ]
  const occasion: Occasion = {
    agency,
    engagement,
    conversations,
    decision,
    answered,
    statements,
    dispositionId,
    baseUrl,
  }
  let told = 0
  for (let at = 0; at < readers.length; at += perTransaction) {
    const next = readers.slice(at, at + perTransaction).flatMap((reader) => reader.voters)
    told += await inTransaction(db, async (db) => {
      // Looked up again: of thousands, some have left or taken their address away by now.
      const among = next.map((voter) => voter.voterId)
      const still = readersOf(await listUntoldVoters(db, agencyId, themeIds, which, among))
      return tell(db, occasion, still, now)
    })
  }
  return told
}

/** Several conversations of one address are one reader; whoever left no address stands alone. */
function readersOf(voters: readonly ConcernedVoter[]): Reader[] {
  const groups = Map.groupBy(voters, (voter) =>
    voter.contactChannel && voter.contactAddress
      ? `${voter.contactChannel} ${voter.contactAddress.toLowerCase()}`
      : `code ${voter.voterId}`,
  )
  return [...groups.values()].map((group) => ({
    voters: group,
    channel: group[0]!.contactAddress ? (group[0]!.contactChannel ?? 'code') : 'code',
  }))
}

async function tell(db: Db, occasion: Occasion, readers: readonly Reader[], now: Date): Promise<number> {
  const { agency, decision, dispositionId } = occasion
  const which = { decisionId: decision.id, dispositionId }
  const addresses = readers.flatMap(({ channel, voters }) =>
    channel === 'code' ? [] : [voters[0]!.contactAddress!],
  )
  const toldAlready = await listAddressesToldAsAuthors(db, agency.id, which, addresses)
  const wayTo = ({ channel, voters }: Reader): Reader['channel'] =>
    channel !== 'code' && toldAlready.has(voters[0]!.contactAddress!.toLowerCase()) ? 'code' : channel
  const rows = readers.flatMap((reader) =>
    reader.voters.map(({ voterId }) => ({ voterId, channel: wayTo(reader) })),
  )
  const fresh = new Set(await addToldVoters(db, { agencyId: agency.id, ...which }, rows, now))
  for (const reader of readers) {
    const channel = wayTo(reader)
    const first = reader.voters.find((voter) => fresh.has(voter.voterId))
    if (first && channel !== 'code') await write(db, occasion, reader, channel, first, now)
  }
  return fresh.size
}

async function write(
  db: Db,
  occasion: Occasion,
  reader: Reader,
  channel: 'mail' | 'sms',
  first: ConcernedVoter,
  now: Date,
): Promise<void> {
  const { agency, engagement, conversations, decision, dispositionId, baseUrl } = occasion
  const language: Language = isLanguage(first.language) ? first.language : engagement.title.source
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  const own = new Set(reader.voters.flatMap((voter) => voter.statementIds))
  const concerned = new Set(reader.voters.flatMap((voter) => voter.themeIds))
  const conversationIds = new Set(reader.voters.map((voter) => voter.conversationId))
  const news = {
    language,
    agency,
    decision,
    answered: occasion.answered
      .filter((one) => concerned.has(one.themeId))
      .map((one) => ({
        ...one,
        statements: occasion.statements
          .filter((statement) => statement.themeId === one.themeId && own.has(statement.statementId))
          .map((statement) => statement.words),
      })),
    followUp: dispositionId !== undefined,
    statements: own.size,
    decisionUrl: baseUrl + paths.decision.to({ ...place, decision: decision.id }),
    conversations: conversations
      .filter((one) => conversationIds.has(one.id))
      .map((one) => ({
        question: one.question,
        url: baseUrl + paths.myVotes.to({ ...place, conversation: one.id }),
      })),
  }
  const words = channel === 'mail' ? voterMail(news) : { subject: '', text: voterText(news) }
  const message = {
    agencyId: agency.id,
    channel,
    kind: 'notice' as const,
    toAddress: first.contactAddress!,
    language,
    ...words,
    replyTo: engagement.contactAddress || undefined,
    onceKey: `told-voter ${dispositionId ?? decision.id} ${first.voterId}`,
    aboutKind: 'voter',
    aboutId: first.voterId,
  }
  await addMessage(db, message, now)
}
