import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { addStatement } from './add-statement.action.ts'
import { isAge } from '../comments/age.ts'
import { sayOneOf } from '../comments/say-one-of.ts'
import { looksLikeSpam, openedField, trapField } from '../comments/spam.ts'
import { type Conversation, takesVotes } from './conversation.ts'
import { placeOf } from './conversation.page.tsx'
import { lengthOf, type OwnStatementProblem, statementText } from './own-statement.ts'
import { OwnStatementPage, type OwnStatementProps } from './own-statement.page.tsx'
import { conversationOf, heldCode, type Visit, visitOf } from './voting-visit.routes.ts'

/** A statement in a voter's own words. */
export const ownStatementRoutes: Route[] = [
  get(paths.statementAdd, 'anyone', showForm),
  post(paths.statementAdd, 'anyone', takeStatement),
]

/** More than a person has to say in an hour; a class that sends one each has a voter each. */
const statementAllowance = { points: 10, seconds: 3600 }
const networkAllowance = { points: 120, seconds: 3600 }

function barredFrom(c: Context, conversation: Conversation, visit: Visit): OwnStatementProps['barred'] {
  if (!takesVotes(conversation, c.get('now'))) return 'closed'
  if (conversation.whoAdds === 'staff') return 'staff-only'
  // Whoever has read a few statements repeats fewer, and a voter without a vote would be nobody.
  return visit.votes.length === 0 ? 'vote-first' : undefined
}

function answerForm(
  c: Context,
  conversation: Conversation,
  shown: Pick<OwnStatementProps, 'barred' | 'faults' | 'added' | 'twin' | 'tooMany'> & {
    typed?: OwnStatementProps['typed']
  },
  status: 200 | 403 | 409 | 422 | 429 = 200,
): Promise<Response> {
  const typed = shown.typed ?? {}
  const page = (
    <OwnStatementPage
      {...shown}
      view={c.get('view')}
      agency={c.get('agency')}
      engagement={c.get('engagement')}
      conversation={conversation}
      typed={typed}
      opened={
        /^\d{10,15}$/.test(typedText(typed, openedField))
          ? typedText(typed, openedField)
          : String(c.get('now').getTime())
      }
    />
  )
  return answerPage(c, page, status)
}

async function showForm(c: Context<object, typeof paths.statementAdd.pattern>): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation) return c.notFound()
  const visit = await visitOf(c, conversation, heldCode(c, conversation))
  const sent = c.req.query('added')
  const added = sent === 'waiting' || sent === 'shown' ? sent : undefined
  return answerForm(c, conversation, { barred: barredFrom(c, conversation, visit), added })
}

async function takeStatement(c: Context<object, typeof paths.statementAdd.pattern>): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation) return c.notFound()
  const [visit, { typed }] = await Promise.all([
    visitOf(c, conversation, heldCode(c, conversation)),
    readTyped(c),
  ])
  const barred = barredFrom(c, conversation, visit)
  if (barred || !visit.voter) return answerForm(c, conversation, { barred: barred ?? 'vote-first' }, 409)
  const text = statementText(typedText(typed, 'text'))
  const typedAge = typedText(typed, 'age')
  if (!isAge(typedAge)) return answerFaulty(c, conversation, typed, text, 'ageMissing')
  const { limits } = c.get('services')
  const [own, network] = await Promise.all([
    limits.take('statement', visit.voter.id, statementAllowance),
    limits.take('statement-network', c.get('network'), networkAllowance),
  ])
  if (own.outcome === 'too-many' || network.outcome === 'too-many') {
    c.header('retry-after', String(own.outcome === 'too-many' ? own.seconds : 600))
    return answerForm(c, conversation, { typed, tooMany: true }, 429)
  }
  const added = await addStatement(
    c.get('db'),
    {
      conversation,
      engagement: c.get('engagement'),
      voterId: visit.voter.id,
      text,
      language: c.get('language'),
      age: typedAge,
      guardianConsent: typedText(typed, 'guardianConsent') === 'yes',
      spamSuspect: looksLikeSpam(
        { trap: typedText(typed, trapField), opened: typedText(typed, openedField), text },
        c.get('now'),
      ),
    },
    c.get('now'),
  )
  switch (added.outcome) {
    case 'added': {
      const place = placeOf(c.get('view'), c.get('agency'), c.get('engagement'), conversation)
      const seen = added.state === 'shown' ? 'shown' : 'waiting'
      return seeOther(c, paths.statementAdd.to(place, { added: seen }))
    }
    case 'said-already':
      return answerForm(c, conversation, { typed, twin: added.statement }, 409)
    case 'closed':
      return answerForm(c, conversation, { barred: 'closed' }, 409)
    case 'unknown-voter':
      return answerForm(c, conversation, { barred: 'vote-first' }, 409)
    case 'not-allowed':
      return answerFaulty(c, conversation, typed, text, added.reason)
  }
}

const fieldOf: Record<OwnStatementProblem, string> = {
  empty: 'text',
  tooLong: 'text',
  under13Text: 'text',
  ageMissing: 'age',
  notCheckedForStudents: 'age',
  consentMissing: 'guardianConsent',
}

function answerFaulty(
  c: Context,
  conversation: Conversation,
  typed: OwnStatementProps['typed'],
  text: string,
  problem: OwnStatementProblem,
): Promise<Response> {
  const message = sayOneOf(c.get('t'), `voting.own.faults.${problem}`, {
    most: conversation.statementLength,
    over: Math.max(0, lengthOf(text) - conversation.statementLength),
  })
  // Of a child nothing is sent back to be kept by the page.
  const kept = problem === 'under13Text' ? { ...typed, text: '' } : typed
  return answerForm(c, conversation, { typed: kept, faults: [{ field: fieldOf[problem], message }] }, 422)
}
