import type { Context } from 'hono'
import { Readable } from 'node:stream'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { languageNames } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import type { Fault } from '../../ui/components.ts'
import { may, toMay } from '../agencies/permission.ts'
import { pageProps, placeOf } from '../comments/work-place.ts'
import { differingFields } from '../engagements/engagement-form.ts'
import { sourceLanguage } from '../engagements/engagement.ts'
import { signedIn } from '../people/signed-in.ts'
import { sayFaults } from '../themes/say-faults.ts'
import { writtenName } from '../themes/written-field.ts'
import { changeConversationStatus } from './change-conversation-status.action.ts'
import { countConversations } from './conversation-count.store.ts'
import { nothingCounted } from './conversation-counts.ts'
import {
  blankConversation,
  conversationFields,
  conversationTexts,
  newConversationFields,
  readConversationForm,
} from './conversation-form.ts'
import { ConversationFormPage, type Difference } from './conversation-form.page.tsx'
import { importConversationRoutes } from './conversation-import.routes.tsx'
import { missingToOpen } from './conversation-opening.ts'
import { type ConversationWorkProps, ConversationWorkPage } from './conversation-work.page.tsx'
import { findConversation, listConversations } from './conversation.store.ts'
import { type Conversation, openFirst } from './conversation.ts'
import { ConversationsPage } from './conversations-work.page.tsx'
import { noteConversationExport, openDataArchive, openDataOf } from './export-conversation.action.ts'
import { beginConversation, saveConversationSettings } from './save-conversation.action.ts'
import { statementWorkRoutes } from './statements-work.routes.tsx'

const run = toMay('run conversations')

/** What staff do with conversations: begin, set, open, close, read what people add, bring in and take out. */
export const conversationWorkRoutes: Route[] = [
  get(paths.workConversations, toMay('see the work'), showList),
  get(paths.workConversationNew, run, showNew),
  post(paths.workConversationNew, run, begin),
  get(paths.workConversation, toMay('see the work'), showOne),
  get(paths.workConversationEdit, run, showEdit),
  post(paths.workConversationEdit, run, save),
  get(paths.workConversationStatus, toMay('see the work'), (c) =>
    seeOther(c, paths.workConversation.to({ ...placeOf(c), conversation: c.req.param('conversation') })),
  ),
  post(paths.workConversationStatus, run, changeStatus),
  get(paths.workConversationExport, toMay('export data'), sendArchive),
  ...statementWorkRoutes,
  ...importConversationRoutes,
]

function by(c: Context) {
  return { engagement: c.get('engagement'), actorId: signedIn(c).id }
}

type Here = Context<object, typeof paths.workConversation.pattern>

function conversationHere(c: Here): Promise<Conversation | undefined> {
  const { agencyId, id } = c.get('engagement')
  return findConversation(c.get('db'), agencyId, id, c.req.param('conversation'))
}

async function showList(c: Context) {
  const { agencyId, id } = c.get('engagement')
  const conversations = openFirst(await listConversations(c.get('db'), agencyId, id, { drafts: true }))
  const counts = await countConversations(
    c.get('db'),
    agencyId,
    conversations.map((conversation) => conversation.id),
  )
  return answerPage(
    c,
    <ConversationsPage
      {...pageProps(c)}
      conversations={conversations}
      counts={counts}
      mayRun={may(c.get('seat'), 'run conversations')}
      notice={c.req.query('done') === 'imported' ? c.get('t')('conversation-work.list.imported') : undefined}
    />,
  )
}

function formPage(
  c: Context,
  typed: Typed,
  {
    conversation,
    faults,
    differences,
  }: { conversation?: Conversation; faults?: readonly Fault[]; differences?: Difference[] } = {},
) {
  return answerPage(
    c,
    <ConversationFormPage
      {...pageProps(c)}
      conversation={conversation}
      source={sourceLanguage(c.get('engagement'))}
      typed={typed}
      faults={faults && sayFaults(c.get('t'), faults)}
      differences={differences}
    />,
    differences ? 409 : faults ? 422 : 200,
  )
}

function showNew(c: Context) {
  const engagement = c.get('engagement')
  return formPage(
    c,
    newConversationFields(sourceLanguage(engagement), engagement.languages, (language) =>
      speak(language)('conversation-work.form.policyDefault'),
    ),
  )
}

async function begin(c: Context) {
  const { typed } = await readTyped(c)
  const engagement = c.get('engagement')
  const read = readConversationForm(
    {
      before: blankConversation(sourceLanguage(engagement)),
      languages: engagement.languages,
      timeZone: c.get('agency').timeZone,
    },
    typed,
  )
  if (read.outcome === 'faulty') return formPage(c, typed, { faults: read.faults })
  const id = await beginConversation(c.get('db'), by(c), read.settings, c.get('now'))
  return seeOther(c, `${paths.workStatements.to({ ...placeOf(c), conversation: id })}#write`)
}

async function showEdit(c: Context<object, typeof paths.workConversationEdit.pattern>) {
  const conversation = await conversationHere(c)
  if (!conversation) return c.notFound()
  if (conversation.status === 'closed') return overview(c, conversation, { notice: 'closedFixed' }, 409)
  const fields = conversationFields(conversation, c.get('engagement').languages, c.get('agency').timeZone)
  return formPage(c, fields, { conversation })
}

async function save(c: Context<object, typeof paths.workConversationEdit.pattern>) {
  const conversation = await conversationHere(c)
  if (!conversation) return c.notFound()
  const { typed } = await readTyped(c)
  const { languages } = c.get('engagement')
  const timeZone = c.get('agency').timeZone
  const read = readConversationForm({ before: conversation, languages, timeZone }, typed)
  if (read.outcome === 'faulty') return formPage(c, typed, { conversation, faults: read.faults })
  const version = Number(/^\d{1,9}$/.exec(typedText(typed, 'version'))?.[0] ?? 0)
  const saved = await saveConversationSettings(
    c.get('db'),
    by(c),
    { id: conversation.id, version },
    read.settings,
    c.get('now'),
  )
  switch (saved.outcome) {
    case 'saved':
      return seeOther(
        c,
        paths.workConversation.to({ ...placeOf(c), conversation: conversation.id }, { done: 'saved' }),
      )
    case 'not-there':
      return c.notFound()
    case 'closed':
      return overview(c, conversation, { notice: 'closedFixed' }, 409)
    case 'changed-meanwhile':
      return formPage(
        c,
        { ...typed, version: String(saved.current.version) },
        { conversation: saved.current, differences: differencesOf(c, typed, saved.current) },
      )
  }
}

const plainFields = [
  'whoAdds',
  'statementLength',
  'moderation',
  'resultsShown',
  'opensOn',
  'opensAt',
  'closesOn',
  'closesAt',
  'embedOrigins',
] as const

/** What the other person saved beside what was typed, with the names that the form gives the fields. */
function differencesOf(c: Context, typed: Typed, current: Conversation): Difference[] {
  const t = c.get('t')
  const { languages } = c.get('engagement')
  const labels = new Map<string, string>()
  for (const text of conversationTexts)
    for (const language of new Set([current[text].source, ...languages]))
      labels.set(
        writtenName(text, language),
        `${t(`conversation-work.form.${text}`)} (${languageNames[language]})`,
      )
  for (const field of plainFields) labels.set(field, t(`conversation-work.form.${field}`))
  const now = conversationFields(current, languages, c.get('agency').timeZone)
  return differingFields(typed, now, [...labels.keys()])
    .filter(({ field }) => typed[field] !== undefined)
    .map(({ field, typed: yours, now: theirs }) => ({
      label: labels.get(field) ?? field,
      theirs: chosenInWords(c, field, theirs),
      yours: chosenInWords(c, field, yours),
    }))
}

const choiceWords = {
  'whoAdds voters': 'whoAddsVoters',
  'whoAdds staff': 'whoAddsStaff',
  'moderation before': 'moderationBefore',
  'moderation after': 'moderationAfter',
  'resultsShown after-voting': 'resultsAfterVoting',
  'resultsShown always': 'resultsAlways',
  'resultsShown when-closed': 'resultsWhenClosed',
} as const

/** A choice as the form words it; what was typed stays what it is. */
function chosenInWords(c: Context, field: string, value: string): string {
  const key = `${field} ${value}`
  return Object.hasOwn(choiceWords, key)
    ? c.get('t')(`conversation-work.form.${choiceWords[key as keyof typeof choiceWords]}`) // as: just checked
    : value
}

type Said = Pick<ConversationWorkProps, 'faults'> & {
  notice?: 'opened' | 'closed' | 'closedFixed' | 'notPossible' | 'saved'
}

async function overview(
  c: Context,
  conversation: Conversation,
  { faults, notice }: Said,
  status: 200 | 409 | 422,
) {
  const { agencyId } = c.get('engagement')
  const t = c.get('t')
  const counts =
    (await countConversations(c.get('db'), agencyId, [conversation.id])).get(conversation.id) ??
    nothingCounted
  const seat = c.get('seat')
  const warning = notice === 'notPossible' || notice === 'closedFixed'
  return answerPage(
    c,
    <ConversationWorkPage
      {...pageProps(c)}
      conversation={conversation}
      counts={counts}
      missing={missingToOpen(conversation, {
        engagement: c.get('engagement'),
        shown: counts.shown,
        now: c.get('now'),
      })}
      baseUrl={c.get('config').baseUrl}
      may={{
        run: may(seat, 'run conversations'),
        read: may(seat, 'read comments'),
        takeOut: may(seat, 'export data'),
      }}
      faults={faults}
      notice={
        notice && {
          kind: warning ? 'warning' : 'success',
          text: notice === 'saved' ? t('conversation-work.saved') : t(`conversation-work.one.${notice}`),
        }
      }
    />,
    status,
  )
}

async function showOne(c: Here) {
  const conversation = await conversationHere(c)
  if (!conversation) return c.notFound()
  const done = (['opened', 'closed', 'saved'] as const).find((one) => one === c.req.query('done'))
  return overview(c, conversation, { notice: done }, 200)
}

async function changeStatus(c: Context<object, typeof paths.workConversationStatus.pattern>) {
  const conversation = await conversationHere(c)
  if (!conversation) return c.notFound()
  const { typed } = await readTyped(c)
  const t = c.get('t')
  const next = (['open', 'closed'] as const).find((one) => one === typedText(typed, 'to'))
  if (!next) return overview(c, conversation, { notice: 'notPossible' }, 409)
  if (next === 'closed' && typedText(typed, 'sure') !== 'yes')
    return overview(
      c,
      conversation,
      { faults: [{ field: 'sure', message: t('conversation-work.faults.sure') }] },
      422,
    )
  const changed = await changeConversationStatus(
    c.get('db'),
    by(c),
    { id: conversation.id, next },
    c.get('now'),
  )
  switch (changed.outcome) {
    case 'changed':
      return seeOther(
        c,
        paths.workConversation.to(
          { ...placeOf(c), conversation: conversation.id },
          { done: next === 'open' ? 'opened' : 'closed' },
        ),
      )
    case 'not-there':
      return c.notFound()
    case 'incomplete':
      return overview(
        c,
        conversation,
        {
          faults: changed.missing.map((need) => ({
            field: '',
            message: t(`conversation-work.one.need.${need}`),
          })),
        },
        422,
      )
    case 'not-possible':
      return overview(c, conversation, { notice: 'notPossible' }, 409)
  }
}

async function sendArchive(c: Context<object, typeof paths.workConversationExport.pattern>) {
  const conversation = await conversationHere(c)
  if (!conversation) return c.notFound()
  const url =
    c.get('config').baseUrl + paths.conversation.to({ ...placeOf(c), conversation: conversation.id })
  const open = await openDataOf(c.get('services'), conversation, url)
  await noteConversationExport(c.get('db'), { ...by(c), conversationId: conversation.id }, c.get('now'))
  c.header('content-type', 'application/zip')
  c.header(
    'content-disposition',
    `attachment; filename="conversation-${c.get('engagement').slug}-${conversation.position}.zip"`,
  )
  const archive = Readable.toWeb(openDataArchive(open, c.get('now'))) as ReadableStream<Uint8Array> // as: bytes, in both typings
  return c.body(archive)
}
