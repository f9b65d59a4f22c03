import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { csvStream } from '../../platform/documents/csv-writer.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { type Fault, readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { instantInWords } from '../../ui/date-time.tsx'
import { listAboutQuestions } from '../comments/about-question.store.ts'
import { aboutField, readAboutYou } from '../comments/about-question.ts'
import { isAge } from '../comments/age.ts'
import { readContact } from '../comments/contact.ts'
import {
  leaveConversation,
  saveAboutVoter,
  saveContactOfVoter,
  withdrawStatement,
} from './change-voter.action.ts'
import { type Conversation, takesVotes } from './conversation.ts'
import { placeOf } from './conversation.page.tsx'
import { LeavePage, type MyVotesDeed, myVotesDeeds, MyVotesPage, OpenMyVotesPage } from './my-votes.page.tsx'
import { findStatements } from './statement.store.ts'
import { asSeenBy } from './taken-off.ts'
import { voterData, voterRows } from './voter-data.ts'
import type { ShowVoterThread } from './voter-thread.ts'
import { findVoter, listLoggedVotes, listStatementsOfVoter, listVoterAbout } from './voter.store.ts'
import { hashVoterCode, readVoterCode, type Voter } from './voter.ts'
import { conversationOf, forgetCode, heldCode, keepCode, visitOf } from './voting-visit.routes.ts'

const openAllowance = { points: 60, seconds: 600 }

/** What whoever holds a code may see and do. `showThread` tells what came of the statements. */
export function myVotesRoutes(showThread: ShowVoterThread): Route[] {
  const showMine = (c: Context, found: Found, shown: Shown = {}, status: 200 | 409 | 422 = 200) =>
    answerMine(c, found, showThread, shown, status)
  return [
    get(paths.myVotes, 'anyone', async (c) => {
      const conversation = await conversationOf(c)
      if (!conversation) return c.notFound()
      const found = await holder(c, conversation)
      return found ? showMine(c, found) : answerOpen(c, conversation, {})
    }),
    post(paths.myVotes, 'anyone', async (c) => {
      const conversation = await conversationOf(c)
      if (!conversation) return c.notFound()
      const found = await holder(c, conversation)
      if (!found) return toMine(c, conversation)
      const { typed } = await readTyped(c)
      return typed.withdraw === undefined
        ? tellWhere(c, found, typed, showMine)
        : withdraw(c, found, typedText(typed, 'withdraw'))
    }),
    post(paths.myVotesAbout, 'anyone', async (c) => {
      const conversation = await conversationOf(c)
      if (!conversation) return c.notFound()
      const found = await holder(c, conversation)
      return found ? describe(c, found, showMine) : toMine(c, conversation)
    }),
    post(paths.myVotesOpen, 'anyone', openMine),
    get(paths.myVotesLeave, 'anyone', askToLeave),
    post(paths.myVotesLeave, 'anyone', leave),
    get(paths.myVotesData, 'anyone', download),
    // Where a form has answered with a page, its address may be opened again, for instance in another language.
    get(paths.myVotesOpen, 'anyone', backToMine),
    get(paths.myVotesAbout, 'anyone', backToMine),
  ]
}

type Found = { conversation: Conversation; voter: Voter; code: string }
type Shown = { typed?: Typed; faults?: readonly Fault[] }
type ShowMine = (c: Context, found: Found, shown?: Shown, status?: 200 | 409 | 422) => Promise<Response>

/** The voter whose code this browser holds. */
async function holder(c: Context, conversation: Conversation): Promise<Found | undefined> {
  const code = heldCode(c, conversation)
  if (code === undefined) return undefined
  const voter = await findVoter(c.get('db'), conversation.agencyId, conversation.id, hashVoterCode(code))
  return voter && { conversation, voter, code }
}

function toMine(c: Context, conversation: Conversation, done?: MyVotesDeed): Response {
  const place = placeOf(c.get('view'), c.get('agency'), c.get('engagement'), conversation)
  return seeOther(c, paths.myVotes.to(place, { done }))
}

async function backToMine(c: Context): Promise<Response> {
  const conversation = await conversationOf(c)
  return conversation ? toMine(c, conversation) : c.notFound()
}

function frame(c: Context, conversation: Conversation) {
  return { view: c.get('view'), agency: c.get('agency'), engagement: c.get('engagement'), conversation }
}

function deedOf(c: Context): MyVotesDeed | undefined {
  return c.req.method === 'GET' ? myVotesDeeds.find((deed) => deed === c.req.query('done')) : undefined
}

async function answerMine(
  c: Context,
  { conversation, voter, code }: Found,
  showThread: ShowVoterThread,
  { typed, faults }: Shown,
  status: 200 | 409 | 422,
): Promise<Response> {
  const db = c.get('db')
  const { agencyId, engagementId } = conversation
  const [visit, written, aboutQuestions, about, thread] = await Promise.all([
    visitOf(c, conversation, code),
    listStatementsOfVoter(db, voter),
    listAboutQuestions(db, agencyId, engagementId),
    listVoterAbout(db, voter),
    showThread(c, voter),
  ])
  const statements = await findStatements(
    db,
    agencyId,
    conversation.id,
    visit.votes.map((vote) => vote.statementId),
  )
  const byId = new Map(
    asSeenBy(voter, statements, c.get('language')).map((statement) => [statement.id, statement]),
  )
  const said = Object.fromEntries(
    aboutQuestions.map((question) => [
      aboutField(question),
      about.find(({ aboutQuestionId }) => aboutQuestionId === question.id)?.value ?? '',
    ]),
  )
  const page = (
    <MyVotesPage
      {...frame(c, conversation)}
      voter={voter}
      code={code}
      votes={visit.votes.flatMap(({ statementId, value }) => {
        const statement = byId.get(statementId)
        return statement ? [{ statement, value }] : []
      })}
      written={written}
      aboutQuestions={aboutQuestions}
      typed={{ ...said, ...typed }}
      faults={faults}
      open={takesVotes(conversation, c.get('now'))}
      deed={deedOf(c)}
      thread={thread}
    />
  )
  return answerPage(c, page, status)
}

function answerOpen(
  c: Context,
  conversation: Conversation,
  shown: { typed?: string; faults?: readonly Fault[] },
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  return answerPage(c, <OpenMyVotesPage {...frame(c, conversation)} {...shown} deed={deedOf(c)} />, status)
}

/** Takes a code that someone typed, or forgets the one that this browser holds. */
async function openMine(c: Context<object, typeof paths.myVotesOpen.pattern>): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation) return c.notFound()
  const { typed } = await readTyped(c)
  if (typed.forget !== undefined) {
    forgetCode(c, conversation)
    return toMine(c, conversation, 'forgotten')
  }
  const text = typedText(typed, 'code').slice(0, 100)
  const t = c.get('t')
  const again = (message: string, status: 422 | 429) =>
    answerOpen(c, conversation, { typed: text, faults: [{ field: 'code', message }] }, status)
  const room = await c.get('services').limits.take('voter-code', c.get('network'), openAllowance)
  if (room.outcome === 'too-many') {
    c.header('retry-after', String(room.seconds))
    const when = new Date(c.get('now').getTime() + room.seconds * 1000 + 59_999)
    return again(t('voting.open.tooMany', { when: instantInWords(c.get('view'), when, 'time') }), 429)
  }
  const code = readVoterCode(text)
  if (code === undefined) return again(t('voting.open.unreadable'), 422)
  const voter = await findVoter(c.get('db'), conversation.agencyId, conversation.id, hashVoterCode(code))
  if (!voter) return again(t('voting.open.unknown'), 422)
  keepCode(c, conversation, code)
  return toMine(c, conversation)
}

async function describe(c: Context, found: Found, showMine: ShowMine): Promise<Response> {
  const { typed } = await readTyped(c)
  const { conversation, voter } = found
  const questions = await listAboutQuestions(c.get('db'), conversation.agencyId, conversation.engagementId)
  const read = typed.nothing === undefined ? readAboutYou(questions, typed) : readAboutYou([], {})
  if (read.outcome === 'faulty') {
    const message = c.get('t')('voting.mine.noSuchAbout')
    return showMine(c, found, { typed, faults: read.faults.map(({ field }) => ({ field, message })) }, 422)
  }
  await saveAboutVoter(c.get('db'), voter, read.aboutYou, c.get('now'))
  return toMine(c, conversation, 'about')
}

async function tellWhere(c: Context, found: Found, typed: Typed, showMine: ShowMine): Promise<Response> {
  const t = c.get('t')
  const wish = typedText(typed, 'contact')
  const read = readContact(wish, typedText(typed, wish === 'sms' ? 'contactPhone' : 'contactMail').trim())
  const faulty = (field: string, message: string) =>
    showMine(c, found, { typed, faults: [{ field, message }] }, 422)
  if (read.outcome === 'faulty') return faulty(read.field, t(`comments.faults.${read.field}`))
  const age = typedText(typed, 'age')
  const contact = read.outcome === 'read' ? read.contact : undefined
  if (contact && !isAge(age)) return faulty('age', t('comments.faults.ageMissing'))
  const saved = await saveContactOfVoter(
    c.get('db'),
    found.voter,
    {
      contact,
      age: isAge(age) ? age : 'adult',
      guardianConsent: typedText(typed, 'guardianConsent') === 'yes',
    },
    c.get('now'),
  )
  switch (saved.outcome) {
    case 'saved':
      return toMine(c, found.conversation, contact ? 'contact' : 'no-contact')
    case 'not-there':
      return toMine(c, found.conversation)
    case 'not-allowed':
      return saved.reason === 'under13Contact'
        ? faulty('contact', t('voting.mine.under13Contact'))
        : faulty('guardianConsent', t('comments.faults.consentMissing'))
  }
}

async function withdraw(c: Context, { conversation, voter }: Found, statementId: string): Promise<Response> {
  if (!/^[0-9a-f-]{36}$/.test(statementId)) return toMine(c, conversation)
  const done = await withdrawStatement(c.get('db'), voter, statementId, c.get('now'))
  return toMine(c, conversation, done.outcome === 'withdrawn' ? 'withdrawn' : undefined)
}

async function askToLeave(c: Context<object, typeof paths.myVotesLeave.pattern>): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation) return c.notFound()
  const found = await holder(c, conversation)
  if (!found) return toMine(c, conversation)
  const written = await listStatementsOfVoter(c.get('db'), found.voter)
  const shownStatements = written.filter(({ state }) => state === 'shown').length
  return answerPage(c, <LeavePage {...frame(c, conversation)} shownStatements={shownStatements} />)
}

async function leave(c: Context<object, typeof paths.myVotesLeave.pattern>): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation) return c.notFound()
  const found = await holder(c, conversation)
  if (found) {
    const { typed } = await readTyped(c)
    const statementsToo = typedText(typed, 'statementsToo') === 'yes'
    await leaveConversation(c.get('db'), found.voter, { statementsToo }, c.get('now'))
  }
  forgetCode(c, conversation)
  return toMine(c, conversation, 'left')
}

/** Everything kept about a voter, as a file. */
async function download(c: Context<object, typeof paths.myVotesData.pattern>): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation) return c.notFound()
  const found = await holder(c, conversation)
  if (!found) return toMine(c, conversation)
  const [db, t] = [c.get('db'), c.get('t')]
  const { agencyId, engagementId, id } = conversation
  const [log, written, about, aboutQuestions] = await Promise.all([
    listLoggedVotes(db, found.voter),
    listStatementsOfVoter(db, found.voter),
    listVoterAbout(db, found.voter),
    listAboutQuestions(db, agencyId, engagementId, { removed: true }),
  ])
  const statements = await findStatements(db, agencyId, id, [...new Set(log.map((vote) => vote.statementId))])
  const seen = asSeenBy(found.voter, statements, c.get('language'))
  const held = {
    ...found,
    agencyName: c.get('agency').name,
    log,
    written,
    statements: seen,
    about,
    aboutQuestions,
  }
  const data = voterData(held, c.get('language'))
  const file = (ending: string) => ({ 'content-disposition': `attachment; filename="my-votes.${ending}"` })
  if (c.req.query('as') !== 'csv')
    return c.body(JSON.stringify(data, null, 2), 200, {
      ...file('json'),
      'content-type': 'application/json; charset=utf-8',
    })
  type Row = ReturnType<typeof voterRows>[number]
  const columns = [
    { name: t('comments.data.section'), value: (row: Row) => row.section },
    { name: t('comments.data.item'), value: (row: Row) => row.item },
    { name: t('comments.data.value'), value: (row: Row) => row.value },
  ]
  return c.body(csvStream(columns, voterRows(data)), 200, {
    ...file('csv'),
    'content-type': 'text/csv; charset=utf-8',
  })
}
