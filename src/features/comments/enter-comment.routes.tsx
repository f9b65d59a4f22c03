import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { directionOf, isLanguage, languageNames } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { newCode } from '../../platform/session/session.ts'
import type { Fault } from '../../ui/components.ts'
import { toMay } from '../agencies/permission.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { listPeople } from '../people/person.store.ts'
import { signedIn } from '../people/signed-in.ts'
import { listAboutQuestions } from './about-question.store.ts'
import type { Asked, FormFault } from './comment-form.ts'
import { findByReceipt } from './comment.store.ts'
import {
  dropPaper,
  enterComment,
  type EnterComment,
  finish,
  keyPaper,
  keyPaperAgain,
} from './enter-comment.action.ts'
import { EnteredPage, EnterPage, PaperEntriesPage, SettlePage } from './enter-comment.page.tsx'
import {
  compareKeyings,
  type EnteredForm,
  type EnterFault,
  pickField,
  readEnterForm,
  settleKeyings,
} from './enter-form.ts'
import { sayFaults } from './form-words.ts'
import { findPaperEntry, listWaitingPapers, type PaperEntry } from './paper-entry.store.ts'
import { PaperForm } from './paper-form.page.tsx'
import { listQuestions } from './question.store.ts'
import { readReceipt } from './receipt.ts'
import { dayIn, promisedDay } from './response-promise.ts'
import { languageForAuthor } from './send-comment.action.ts'
import { pageProps, placeOf } from './work-place.ts'

const need = toMay('enter comments for others')

/** Comments that staff and partners bring in for others, and the paper that they may come on. */
export const enterCommentRoutes: Route[] = [
  get(paths.workCommentEnter, need, showEnter),
  post(paths.workCommentEnter, need, enter),
  get(paths.workPaperForm, need, showPaperForm),
  get(paths.workPaperEntries, need, showEntries),
  get(paths.workPaperSecond, need, showSecond),
  post(paths.workPaperSecond, need, keySecond),
]

export async function askedIn(db: Db, { agencyId, id }: Pick<Engagement, 'agencyId' | 'id'>): Promise<Asked> {
  const [questions, aboutQuestions] = await Promise.all([
    listQuestions(db, agencyId, id),
    listAboutQuestions(db, agencyId, id),
  ])
  return { questions, aboutQuestions }
}

function today(c: Context): string {
  return dayIn(c.get('agency').timeZone, c.get('now'))
}

function sayEnterFaults(
  c: Context,
  faults: readonly EnterFault[],
  formFaults: readonly FormFault[],
): Fault[] {
  const t: Translate = c.get('t')
  return [
    ...faults.map(({ field, problem }) => ({ field, message: t(`comments-staff.enterFaults.${problem}`) })),
    ...sayFaults(t, c.get('language'), formFaults),
  ]
}

function formKeyOf(typed: Typed): string {
  const key = typedText(typed, 'idempotencyKey')
  return /^[\w-]{16,100}$/.test(key) ? key : newId()
}

async function showEnter(c: Context) {
  const code = readReceipt(c.req.query('receipt') ?? '')
  if (code) return showEntered(c, code)
  const kept = c.req.query('kept')
  const notice =
    kept === undefined ? undefined : c.get('t')('comments-staff.paper.kept', { number: kept.slice(0, 20) })
  const asked = await askedIn(c.get('db'), c.get('engagement'))
  return answerPage(
    c,
    <EnterPage
      {...pageProps(c)}
      asked={asked}
      typed={{}}
      formKey={newId()}
      today={today(c)}
      notice={notice}
    />,
  )
}

async function showEntered(c: Context, code: string) {
  const [agency, engagement] = [c.get('agency'), c.get('engagement')]
  const comment = await findByReceipt(c.get('db'), code)
  // Only what the reader or a colleague entered here: the address must not be a way to try codes.
  if (comment?.agencyId !== agency.id || comment.engagementId !== engagement.id || comment.enteredBy === null)
    return c.notFound()
  const language = languageForAuthor(agency, comment.language)
  return answerPage(
    c,
    <EnteredPage
      {...pageProps(c)}
      receiptCode={code}
      shortUrl={c.get('config').baseUrl + paths.receiptShort.to({ code })}
      promisedDay={promisedDay(comment, engagement, agency.timeZone)}
      theirs={{ t: speak(language), language, dir: directionOf(language) }}
    />,
  )
}

async function enter(c: Context) {
  const [db, engagement] = [c.get('db'), c.get('engagement')]
  const { typed } = await readTyped(c)
  const asked = await askedIn(db, engagement)
  const formKey = formKeyOf(typed)
  const again = (faults: Fault[], status: 409 | 422 = 422) =>
    answerPage(
      c,
      <EnterPage
        {...pageProps(c)}
        asked={asked}
        typed={typed}
        faults={faults}
        formKey={formKey}
        today={today(c)}
      />,
      status,
    )
  const read = readEnterForm(asked, typed, {
    today: today(c),
    paperNumberNeeded: engagement.doubleEntry,
    mustTellAge: engagement.asksStudents,
  })
  if (read.outcome === 'faulty') return again(sayEnterFaults(c, read.faults, read.formFaults))
  const where = { agency: c.get('agency'), engagement, actorId: signedIn(c).id }
  if (engagement.doubleEntry && read.entered.channel === 'paper') {
    const kept = await keyPaper(
      c.get('services'),
      where,
      { asked, typed, paperNumber: read.entered.paperNumber },
      c.get('now'),
    )
    if (kept.outcome === 'kept')
      return seeOther(c, paths.workCommentEnter.to(placeOf(c), { kept: read.entered.paperNumber }))
    return again(
      [
        {
          field: 'paperNumber',
          message: c.get('t')(
            kept.done ? 'comments-staff.enterFaults.paperTaken' : 'comments-staff.enterFaults.paperWaits',
          ),
        },
      ],
      409,
    )
  }
  const result = await enterComment(c.get('services'), where, read.entered, { formKey }, c.get('now'))
  if (result.outcome === 'entered')
    return seeOther(c, paths.workCommentEnter.to(placeOf(c), { receipt: result.receiptCode }))
  return again([faultOf(c, result)], result.outcome === 'not-allowed' ? 422 : 409)
}

function faultOf(c: Context, result: Exclude<EnterComment, { outcome: 'entered' }>): Fault {
  const t: Translate = c.get('t')
  switch (result.outcome) {
    case 'paper-taken':
      return { field: 'paperNumber', message: t('comments-staff.enterFaults.paperTaken') }
    case 'closed':
      return { field: 'receivedOn', message: t('comments-staff.enterFaults.closed') }
    case 'not-allowed':
      return {
        field: 'age',
        message:
          sayFaults(t, c.get('language'), [{ field: 'age', problem: result.reason }])[0]?.message ?? '',
      }
  }
}

const mostCopies = 60

async function showPaperForm(c: Context) {
  const [agency, engagement, config] = [c.get('agency'), c.get('engagement'), c.get('config')]
  const wish = c.req.query('in')
  const language = isLanguage(wish)
    ? wish
    : engagement.languages.includes(c.get('language'))
      ? c.get('language')
      : (engagement.languages[0] ?? 'en')
  const large = c.req.query('large') === '1'
  const copies = Math.min(mostCopies, Math.max(1, Number.parseInt(c.req.query('copies') ?? '1', 10) || 1))
  const t = c.get('t')
  const place = placeOf(c)
  const here = (changes: Record<string, string | number | undefined>) =>
    paths.workPaperForm.to(place, {
      in: language,
      large: large ? 1 : undefined,
      copies: copies > 1 ? copies : undefined,
      ...changes,
    })
  return answerPage(
    c,
    <PaperForm
      t={speak(language)}
      language={language}
      dir={directionOf(language)}
      nonce={c.get('nonce')}
      agency={agency}
      engagement={engagement}
      asked={await askedIn(c.get('db'), engagement)}
      numbers={Array.from({ length: copies }, () => newCode(6))}
      webForm={config.baseUrl + paths.comment.to({ ...place, language })}
      large={large}
      bar={{
        label: t('comments-staff.paper.bar'),
        links: [
          { label: t('comments-staff.paper.back'), href: paths.workCommentEnter.to(place) },
          ...engagement.languages
            .filter((other) => other !== language)
            .map((other) => ({ label: languageNames[other], href: here({ in: other }), lang: other })),
          {
            label: t(large ? 'comments-staff.paper.usualPrint' : 'comments-staff.paper.largePrint'),
            href: here({ large: large ? undefined : 1 }),
          },
          ...[1, 10, 30]
            .filter((number) => number !== copies)
            .map((number) => ({
              label: t('comments-staff.paper.copies', { count: number }),
              href: here({ copies: number }),
            })),
        ],
      }}
    />,
  )
}

async function showEntries(c: Context) {
  const { agencyId, id } = c.get('engagement')
  const entries = await listWaitingPapers(c.get('db'), agencyId, id)
  const people = await listPeople(c.get('db'), [...new Set(entries.map((entry) => entry.enteredBy))])
  const dropped = c.req.query('dropped') !== undefined
  return answerPage(
    c,
    <PaperEntriesPage
      {...pageProps(c)}
      entries={entries}
      names={new Map(people.map((person) => [person.id, person.name]))}
      readerId={signedIn(c).id}
      notice={dropped ? c.get('t')('comments-staff.paper.dropped') : undefined}
    />,
  )
}

type SecondContext = Context<object, typeof paths.workPaperSecond.pattern>

async function entryHere(c: SecondContext): Promise<PaperEntry | undefined> {
  const { agencyId, id } = c.get('engagement')
  const entry = await findPaperEntry(c.get('db'), agencyId, c.req.param('entry'))
  return entry?.engagementId === id && entry.commentId === null ? entry : undefined
}

async function showSecond(c: SecondContext) {
  const entry = await entryHere(c)
  if (!entry) return c.notFound()
  const asked = await askedIn(c.get('db'), c.get('engagement'))
  return answerPage(
    c,
    <EnterPage
      {...pageProps(c)}
      asked={asked}
      typed={{}}
      formKey={newId()}
      today={today(c)}
      second={entry}
      samePerson={entry.enteredBy === signedIn(c).id}
    />,
  )
}

async function keySecond(c: SecondContext) {
  const entry = await entryHere(c)
  if (!entry) return c.notFound()
  const { typed } = await readTyped(c)
  const where = { agency: c.get('agency'), engagement: c.get('engagement'), actorId: signedIn(c).id }
  if (typedText(typed, 'act') === 'drop') {
    await dropPaper(c.get('services'), where, entry.id, c.get('now'))
    return seeOther(c, paths.workPaperEntries.to(placeOf(c), { dropped: 1 }))
  }
  const asked = await askedIn(c.get('db'), where.engagement)
  const formKey = formKeyOf(typed)
  const showAgain = (faults: Fault[], samePerson = false) =>
    answerPage(
      c,
      <EnterPage
        {...pageProps(c)}
        asked={asked}
        typed={typed}
        faults={faults}
        formKey={formKey}
        today={today(c)}
        second={entry}
        samePerson={samePerson}
      />,
      422,
    )
  if (entry.enteredBy === where.actorId) return showAgain([], true)
  if (typedText(typed, 'step') === 'settle') return settle(c, where, entry, asked, typed, formKey)
  const read = readEnterForm(
    asked,
    { ...typed, paperNumber: entry.paperNumber },
    { today: today(c), mustTellAge: where.engagement.asksStudents },
  )
  if (read.outcome === 'faulty') return showAgain(sayEnterFaults(c, read.faults, read.formFaults))
  const result = await keyPaperAgain(
    c.get('services'),
    where,
    entry.id,
    { asked, typed, entered: withNote(read.entered, entry) },
    c.get('now'),
  )
  switch (result.outcome) {
    case 'same':
      return seeOther(c, paths.workCommentEnter.to(placeOf(c), { receipt: result.receiptCode }))
    case 'differs':
      return answerPage(
        c,
        <SettlePage
          {...pageProps(c)}
          asked={asked}
          entry={result.entry}
          differences={result.differences}
          typed={typed}
          formKey={formKey}
        />,
        200,
      )
    case 'same-person':
      return showAgain([], true)
    case 'not-there':
      return c.notFound()
    case 'paper-taken':
    case 'closed':
    case 'not-allowed':
      return showAgain([faultOf(c, result)])
  }
}

function withNote(entered: EnteredForm, entry: PaperEntry): EnteredForm {
  return { ...entered, note: typedText(entry.fields, 'note') }
}

async function settle(
  c: SecondContext,
  where: { agency: Context['var']['agency']; engagement: Engagement; actorId: string },
  entry: PaperEntry,
  asked: Asked,
  typed: Typed,
  formKey: string,
) {
  const t: Translate = c.get('t')
  const differences = compareKeyings(asked, entry.fields, typed)
  const page = (faults: Fault[]) =>
    answerPage(
      c,
      <SettlePage
        {...pageProps(c)}
        asked={asked}
        entry={entry}
        differences={differences}
        typed={typed}
        formKey={formKey}
        faults={faults}
      />,
      422,
    )
  const settled = settleKeyings(differences, entry.fields, typed, typed)
  if (settled.outcome === 'open')
    return page(
      settled.fields.map((field) => ({
        field: pickField(field),
        message: t('comments-staff.enterFaults.notSettled'),
      })),
    )
  const read = readEnterForm(
    asked,
    { ...settled.typed, channel: 'paper', paperNumber: entry.paperNumber },
    { today: today(c), mustTellAge: where.engagement.asksStudents },
  )
  if (read.outcome === 'faulty')
    return page(
      sayEnterFaults(c, read.faults, read.formFaults).map((fault) => ({
        ...fault,
        field: pickField(fault.field),
      })),
    )
  const result = await finish(c.get('services'), where, entry, withNote(read.entered, entry), c.get('now'))
  switch (result.outcome) {
    case 'same':
      return seeOther(c, paths.workCommentEnter.to(placeOf(c), { receipt: result.receiptCode }))
    case 'not-there':
      return c.notFound()
    case 'differs':
    case 'same-person':
      return page([])
    case 'paper-taken':
    case 'closed':
    case 'not-allowed':
      return page([{ ...faultOf(c, result), field: '' }])
  }
}
