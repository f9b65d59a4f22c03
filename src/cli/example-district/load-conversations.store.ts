import { addConversation } from '../../features/conversations/conversation.store.ts'
import { statementFingerprint } from '../../features/conversations/statement-fingerprint.ts'
import { addStatements } from '../../features/conversations/statement.store.ts'
import { hashVoterCode, voterCodeLength } from '../../features/conversations/voter.ts'
import '../../features/conversations/vote.store.ts'
import { instantIn } from '../../features/engagements/agency-time.ts'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { rewrite, type Written, written } from '../../platform/i18n/written.ts'
import { newCode } from '../../platform/session/session.ts'
import type { ExampleConversation, ExampleStatement } from './conversation-model.ts'
import type { ExampleDistrict } from './district-model.ts'
import { agencyIdOf, idOf, type Keys, timeZoneOf } from './keys.ts'

/** How many rows go into one statement; PostgreSQL takes at most 65,535 values. */
const batch = 2000

/**
 * The code of one person in each conversation whose own statement became part of a theme, so that visitors can see what became of someone's votes.
 * It opens nothing outside the example.
 */
export const exampleVoterCode = 'ACDEFGHJKMNP'

/** A conversation that still is to be counted, and whose statements staff took into themes. */
export type LoadedConversation = {
  agencyId: string
  engagementId: string
  conversationId: string
  /** Who runs it. */
  by: string
  closed: boolean
  countedAt: Date
  minimum: number
  taken: { statementId: string; themeId: string; note: string; at: Date }[]
}

/** Puts the conversations in with statements, voters and votes. */
export async function loadConversations(
  db: Db,
  district: ExampleDistrict,
  keys: Keys,
): Promise<LoadedConversation[]> {
  const loaded: LoadedConversation[] = []
  for (const conversation of district.conversations)
    loaded.push(await loadConversation(db, district, conversation, keys))
  return loaded
}

async function loadConversation(
  db: Db,
  district: ExampleDistrict,
  conversation: ExampleConversation,
  keys: Keys,
): Promise<LoadedConversation> {
  const agencyId = agencyIdOf(keys, conversation.engagement)
  const timeZone = timeZoneOf(keys, conversation.engagement)
  const engagement = district.engagements.find((one) => one.key === conversation.engagement)!
  const minimum = district.agencies.find((one) => one.key === engagement.agency)!.minimumNumber
  const engagementId = idOf(keys, 'engagement', conversation.engagement)
  const by = idOf(keys, 'person', engagement.contact)
  const closed = conversation.state === 'closed'
  const opensAt = instantIn(timeZone, conversation.openedOn, '06:00')
  const closesAt = instantIn(timeZone, conversation.closesOn, '20:00')
  const id = newId(opensAt.getTime())
  await addConversation(db, {
    agencyId,
    id,
    engagementId,
    status: conversation.state,
    question: written('en', conversation.question),
    introduction: written('en', conversation.introduction),
    whoAdds: 'voters',
    statementLength: 140,
    moderation: 'before',
    moderationPolicy: written('en', conversation.moderationPolicy),
    resultsShown: conversation.resultsShown,
    opensAt,
    closesAt,
    closedAt: closed ? closesAt : null,
    embedOrigins: [],
    version: 1,
    createdBy: by,
    createdAt: opensAt,
    changedAt: closed ? closesAt : opensAt,
  })
  const place = { agencyId, conversationId: id }
  const voters = await loadVoters(db, place, conversation, keys)
  const statements = await loadStatements(db, place, conversation, voters, by)
  await loadVotes(db, place, conversation, voters, statements)
  const last = conversation.voters
    .flatMap((voter) => voter.votes.map((vote) => vote.at))
    .sort()
    .at(-1)
  return {
    agencyId,
    engagementId,
    conversationId: id,
    by,
    closed,
    countedAt: closed ? closesAt : new Date(last ?? opensAt),
    minimum,
    taken: conversation.taken.map(({ statement, theme, on, note }) => ({
      statementId: statements.get(statement)!,
      themeId: idOf(keys, 'theme', theme),
      note,
      at: instantIn(timeZone, on, '10:00'),
    })),
  }
}

type Place = { agencyId: string; conversationId: string }

async function loadVoters(
  db: Db,
  place: Place,
  conversation: ExampleConversation,
  keys: Keys,
): Promise<Map<string, string>> {
  const ids = new Map(
    conversation.voters.map((voter) => [voter.key, newId(new Date(voter.joinedAt).getTime())]),
  )
  const taken = new Set(conversation.taken.map((one) => one.statement))
  const known = conversation.voters.find((voter) => voter.wrote.some((key) => taken.has(key)))
  const voters = conversation.voters.map((voter) => ({
    ...place,
    id: ids.get(voter.key)!,
    number: null,
    codeHash: hashVoterCode(voter === known ? exampleVoterCode : newCode(voterCodeLength)),
    source: 'web' as const,
    language: voter.language,
    contactChannel: voter.mail === null ? null : ('mail' as const),
    contactAddress: voter.mail,
    joinedAt: new Date(voter.joinedAt),
  }))
  for (let at = 0; at < voters.length; at += batch)
    await db
      .insertInto('voter')
      .values(voters.slice(at, at + batch))
      .execute()
  const about = conversation.voters.flatMap((voter) =>
    Object.entries(voter.about).map(([key, value]) => ({
      agencyId: place.agencyId,
      id: newId(),
      voterId: ids.get(voter.key)!,
      aboutQuestionId: idOf(keys, 'attribute', `${conversation.engagement}/${key}`),
      value,
    })),
  )
  for (let at = 0; at < about.length; at += batch)
    await db
      .insertInto('voterAbout')
      .values(about.slice(at, at + batch))
      .execute()
  return ids
}

async function loadStatements(
  db: Db,
  place: Place,
  conversation: ExampleConversation,
  voters: ReadonlyMap<string, string>,
  by: string,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const rows = conversation.statements.map((statement) => {
    const id = newId()
    ids.set(statement.key, id)
    const author = conversation.voters.find((voter) => voter.wrote.includes(statement.key))
    const addedAt = new Date(statement.addedAt)
    const moderated = statement.origin === 'voter' && statement.state !== 'waiting'
    return {
      ...place,
      id,
      words: wordsOf(statement),
      origin: statement.origin,
      voterId: author ? voters.get(author.key)! : null,
      state: statement.state,
      reason: statement.reason,
      isMeta: statement.isMeta,
      fingerprint: statementFingerprint(statement.texts[statement.source]),
      addedBy: statement.origin === 'agency' ? by : null,
      addedAt,
      moderatedBy: moderated ? by : null,
      moderatedAt: moderated ? addedAt : null,
    }
  })
  await addStatements(db, place.agencyId, place.conversationId, rows)
  return ids
}

/** The district had its own words translated; of a voter's the Arabic is still a machine's draft, and unread ones have none. */
function wordsOf({ origin, source, texts, state }: ExampleStatement): Written {
  if (origin === 'agency') return written(source, texts)
  const own = written(source, { [source]: texts[source] })
  if (state !== 'shown') return own
  const { ar, ...both } = texts
  const translated = Object.entries(both).reduce(
    (words, [language, text]) =>
      language === source ? words : rewrite(words, language as 'en' | 'es', text, 'human'), // as: keys of Texts
    own,
  )
  return source === 'ar' ? translated : rewrite(translated, 'ar', ar, 'machine')
}

async function loadVotes(
  db: Db,
  place: Place,
  conversation: ExampleConversation,
  voters: ReadonlyMap<string, string>,
  statements: ReadonlyMap<string, string>,
): Promise<void> {
  const cast = conversation.voters.flatMap((voter) =>
    voter.votes.map((vote) => ({
      ...place,
      voterId: voters.get(voter.key)!,
      statementId: statements.get(vote.statement)!,
      value: vote.value,
      propensity: vote.propensity,
      castAt: new Date(vote.at),
    })),
  )
  for (let at = 0; at < cast.length; at += batch) {
    const next = cast.slice(at, at + batch)
    await db
      .insertInto('vote')
      .values(next.map((vote) => ({ ...vote, id: newId(vote.castAt.getTime()) })))
      .execute()
    await db.insertInto('latestVote').values(next).execute()
  }
}
