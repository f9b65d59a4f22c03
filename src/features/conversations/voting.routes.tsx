import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { newCode } from '../../platform/session/session.ts'
import { type CastVote, castVote } from './cast-vote.action.ts'
import { type Conversation, showsResults, takesVotes } from './conversation.ts'
import { ConversationPage, type ConversationPageProps, placeOf } from './conversation.page.tsx'
import { drawNext } from './next-statement.ts'
import { findStatementNumber } from './voter.store.ts'
import type { Statement } from './statement.ts'
import { StatementRow } from './statements.page.tsx'
import { Voting, type VotingNews } from './voting-card.page.tsx'
import { VotingEmbedPage } from './voting-embed.page.tsx'
import {
  conversationOf,
  heldCode,
  isEmbedded,
  keepCode,
  offersOf,
  routingOf,
  shownStatements,
  stranger,
  type Visit,
  visitOf,
} from './voting-visit.routes.ts'
import { hashVoterCode, readVoterCode, voteValueOf, type VoteValue, voterCodeLength } from './voter.ts'

/** One statement after the other, and the votes on them. */
export const castingRoutes: Route[] = [
  get(paths.conversation, 'anyone', showConversation),
  get(paths.conversationEmbed, 'anyone', showConversation),
  post(paths.vote, 'anyone', takeVote),
  post(paths.voteBack, 'anyone', takeVote),
  // Where a form has answered with a page, its address may be opened again, for instance in another language.
  get(paths.vote, 'anyone', toConversation),
  get(paths.voteBack, 'anyone', toConversation),
]

async function toConversation(c: Context): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation) return c.notFound()
  const place = placeOf(c.get('view'), c.get('agency'), c.get('engagement'), conversation)
  return seeOther(c, isEmbedded(c) ? paths.conversationEmbed.to(place) : paths.conversation.to(place))
}

/**
 * How many people may join from one network. A school hall full of people shares one, so this is generous; many votes alike
 * are found by what they are, not by where they come from (the report's manipulation check).
 */
const joinAllowance = { points: 1200, seconds: 600 }

/** What is kept of a voter's visit after a vote, without asking the database again. */
type Now = Visit & { code: string | undefined; joins: boolean }

async function showConversation(c: Context): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation) return c.notFound()
  const held = heldCode(c, conversation)
  const visit = await visitOf(c, conversation, held)
  // Who came back from a first vote without the cookie that it set has a browser that keeps none.
  const lost = held === undefined && c.req.query('joined') !== undefined
  const news: VotingNews | undefined = lost
    ? { kind: 'no-cookie' }
    : visit.voter && held && c.req.query('joined') !== undefined
      ? { kind: 'joined', code: held }
      : c.req.query('back') !== undefined
        ? { kind: 'taken-back' }
        : undefined
  const code = held ?? newCode(voterCodeLength)
  const wanted = c.req.query('statement')
  return answerConversation(c, conversation, { ...visit, code, joins: !visit.voter }, news, 200, wanted)
}

type Status = 200 | 409 | 422 | 429

async function answerConversation(
  c: Context,
  conversation: Conversation,
  now: Now,
  news: VotingNews | undefined,
  status: Status,
  wanted?: string,
): Promise<Response> {
  const props = await conversationProps(c, conversation, now, news, wanted)
  if (wantsPart(c)) {
    const { view, agency, engagement } = props
    const place = placeOf(view, agency, engagement, conversation)
    return answerPage(c, <Voting {...props} place={place} agencyName={agency.name} />, status)
  }
  if (isEmbedded(c)) {
    c.set('framedBy', conversation.embedOrigins)
    return answerPage(c, <VotingEmbedPage {...props} />, status)
  }
  return answerPage(c, <ConversationPage {...props} />, status)
}

/** Our own script asks for the part of the page that changes. */
function wantsPart(c: Context): boolean {
  return c.req.header('x-longtable-part') === '1'
}

async function conversationProps(
  c: Context,
  conversation: Conversation,
  now: Now,
  news: VotingNews | undefined,
  wanted: string | undefined,
): Promise<ConversationPageProps> {
  const [shown, routing] = await Promise.all([shownStatements(c, conversation), routingOf(c, conversation)])
  const open = takesVotes(conversation, c.get('now'))
  const byId = new Map(shown.map((statement) => [statement.id, statement]))
  const chosen = wanted === undefined ? undefined : byId.get(wanted)
  const drawn = chosen || !open ? undefined : drawNext(shown, now.answered, routing, Math.random)
  if (drawn && now.code !== undefined) offersOf(c).remember(hashVoterCode(now.code), drawn)
  const statement = chosen ?? (drawn && byId.get(drawn.statementId))
  const last = now.votes.find((vote) => byId.has(vote.statementId))
  const answered = [...now.answered.keys()].filter((id) => byId.has(id)).length
  const embedded = isEmbedded(c)
  return {
    view: c.get('view'),
    agency: c.get('agency'),
    engagement: c.get('engagement'),
    conversation,
    // A known voter's code stays in the cookie, except where another site's frame may keep none.
    ballot: { code: now.joins || embedded ? now.code : undefined, joins: now.joins, embedded },
    asked: statement && {
      statement,
      propensity: drawn?.propensity,
      stands: now.answered.get(statement.id),
    },
    answered,
    statements: shown.length,
    open,
    last: last && { statement: byId.get(last.statementId)!, value: last.value },
    showsResults: showsResults(conversation, { votes: answered, statements: shown.length }, c.get('now')),
    mayAdd: open && conversation.whoAdds === 'voters',
    news,
  }
}

type AskedVote = { statementId: string; value: VoteValue | null }

/** A form of many statements names the one by its number, which a statement keeps whatever becomes of it. */
async function statementOf(
  c: Context,
  conversation: Conversation,
  number: string,
): Promise<string | undefined> {
  if (!/^\d{1,9}$/.test(number)) return undefined
  const shown = (await shownStatements(c, conversation)).find((one) => one.number === Number(number))
  if (shown) return shown.id
  return findStatementNumber(c.get('db'), conversation.agencyId, conversation.id, Number(number))
}

/** What a form asks for: a vote on a statement, or the one that stands taken back. */
async function readVote(
  c: Context,
  conversation: Conversation,
  typed: Typed,
): Promise<AskedVote | undefined> {
  const [word = '', number] = typedText(typed, 'vote').split(' ')
  const statementId =
    number === undefined ? typedText(typed, 'statement') : await statementOf(c, conversation, number)
  if (statementId === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(statementId))
    return undefined
  if (word === 'back' || c.req.path.endsWith('/back')) return { statementId, value: null }
  const value = voteValueOf(word)
  return value === undefined ? undefined : { statementId, value }
}

/** The fields of a vote's form. Votes come fast, and the small form is read without the machinery for files. */
async function readVoteForm(c: Context): Promise<Typed> {
  if (!(c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded'))
    return (await readTyped(c)).typed
  return Object.fromEntries(new URLSearchParams(await c.req.text()))
}

async function takeVote(c: Context): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation) return c.notFound()
  const typed = await readVoteForm(c)
  const held = heldCode(c, conversation)
  const code = held ?? readVoterCode(typedText(typed, 'voter'))
  const vote = await readVote(c, conversation, typed)
  const joins = code !== undefined && typedText(typed, 'join') === '1'
  if (!vote || code === undefined) {
    const visit = { ...(await visitOf(c, conversation, code)), code: code ?? newCode(voterCodeLength) }
    const kind = vote ? 'unknown-voter' : 'not-chosen'
    return answerConversation(c, conversation, { ...visit, joins: !visit.voter }, { kind }, 422)
  }
  if (joins) {
    const room = await c.get('services').limits.take('join', c.get('network'), joinAllowance)
    if (room.outcome === 'too-many') {
      c.header('retry-after', String(room.seconds))
      return answerConversation(
        c,
        conversation,
        { ...stranger, code, joins },
        { kind: 'too-many' },
        429,
        vote.statementId,
      )
    }
  }
  const codeHash = hashVoterCode(code)
  const cast = await castVote(c.get('services'), conversation, {
    ...vote,
    codeHash,
    propensity: vote.value === null ? null : offersOf(c).propensityOf(codeHash, vote.statementId),
    joins,
    source: isEmbedded(c) ? 'embed' : 'web',
    language: c.get('language'),
    castAt: c.get('now'),
    wantsAnswered: wantsPart(c) || isEmbedded(c),
  })
  return answerCast(c, conversation, { code, held, joins }, vote, cast)
}

/** Who sent a vote: the code they used, and the one that their browser had kept. */
type Sender = { code: string; held: string | undefined; joins: boolean }

async function answerCast(
  c: Context,
  conversation: Conversation,
  { code, held, joins }: Sender,
  vote: AskedVote,
  cast: CastVote,
): Promise<Response> {
  switch (cast.outcome) {
    case 'counted': {
      if (held !== code) keepCode(c, conversation, code)
      const news: VotingNews = cast.joined
        ? { kind: 'joined', code }
        : { kind: vote.value === null ? 'taken-back' : 'counted' }
      if (wantsPart(c) && c.req.query('in') === 'list') return answerRow(c, conversation, vote)
      if (!wantsPart(c) && !isEmbedded(c)) return seeOther(c, await addressAfter(c, conversation, vote, news))
      return answerConversation(
        c,
        conversation,
        { ...after(cast.answered, vote, c.get('now')), code, joins: false },
        news,
        200,
        vote.value === null ? vote.statementId : undefined,
      )
    }
    case 'unknown-voter': {
      const fresh = newCode(voterCodeLength)
      return answerConversation(
        c,
        conversation,
        { ...stranger, code: fresh, joins: true },
        { kind: cast.outcome },
        409,
      )
    }
    case 'closed':
    case 'not-shown':
    case 'no-such-statement':
    case 'too-many': {
      const visit = await visitOf(c, conversation, code)
      const kind = cast.outcome === 'no-such-statement' ? 'not-shown' : cast.outcome
      const status = kind === 'too-many' ? 429 : 409
      if (status === 429) c.header('retry-after', '60')
      return answerConversation(
        c,
        conversation,
        { ...visit, code, joins: joins && !visit.voter },
        { kind },
        status,
      )
    }
  }
}

/** What a voter has said once this vote is among it; the newest first, as far as that matters. */
function after(
  before: ReadonlyMap<string, VoteValue>,
  { statementId, value }: AskedVote,
  castAt: Date,
): Visit {
  const answered = new Map(before)
  answered.delete(statementId)
  const votes = [...answered].map(([id, said]) => ({ statementId: id, value: said, castAt }))
  if (value === null) return { voter: undefined, votes: [], answered }
  answered.set(statementId, value)
  return { voter: undefined, votes: [{ statementId, value, castAt }, ...votes], answered }
}

/** Where a vote without script leads: back to where it was cast, or on to the next statement. */
async function addressAfter(
  c: Context,
  conversation: Conversation,
  { statementId, value }: AskedVote,
  news: VotingNews,
): Promise<string> {
  const place = placeOf(c.get('view'), c.get('agency'), c.get('engagement'), conversation)
  const joined = news.kind === 'joined' ? 1 : undefined
  if (c.req.query('in') === 'list') {
    if (joined) return paths.statements.to(place, { joined })
    const statement = (await shownStatements(c, conversation)).find(({ id }) => id === statementId)
    return `${paths.statements.to(place)}#s-${statement?.number ?? 1}`
  }
  if (c.req.query('in') === 'mine') return `${paths.myVotes.to(place)}#votes`
  if (value === null) return paths.conversation.to(place, { statement: statementId, back: 1 })
  return paths.conversation.to(place, { joined })
}

/** One row of the list of statements, for our own script. */
async function answerRow(
  c: Context,
  conversation: Conversation,
  { statementId, value }: AskedVote,
): Promise<Response> {
  const shown = await shownStatements(c, conversation)
  const statement: Statement | undefined = shown.find((one) => one.id === statementId)
  if (!statement) return c.notFound()
  const row = (
    <StatementRow
      view={c.get('view')}
      agencyName={c.get('agency').name}
      statement={statement}
      stands={value ?? undefined}
      open
    />
  )
  return answerPage(c, row)
}
