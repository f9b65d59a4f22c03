import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { findStoredFile, listStoredFiles, type StoredFile } from '../../platform/files/stored-file.store.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { isLanguage } from '../../platform/i18n/language.ts'
import type { Fault } from '../../ui/components.ts'
import { toMay } from '../agencies/permission.ts'
import { pageProps, placeOf } from '../comments/work-place.ts'
import { sourceLanguage } from '../engagements/engagement.ts'
import { readLine } from '../engagements/form-fields.ts'
import { signedIn } from '../people/signed-in.ts'
import { conversationLimits } from './conversation-form.ts'
import { ArchivePage, ImportConversationPage } from './conversation-import.page.tsx'
import { findArchivePart } from './conversation-import.store.ts'
import { findConversationById, listConversations } from './conversation.store.ts'
import {
  archiveKind,
  askToImport,
  giveUpArchive,
  type ImportWish,
  uploadArchive,
} from './import-conversation.action.ts'

const need = toMay('run conversations')

/** Conversations of other tools: upload, see what is in it or which rows do not fit, bring in. */
export const importConversationRoutes: Route[] = [
  get(paths.workConversationImport, need, show),
  post(paths.workConversationImport, need, work),
]

async function startPage(
  c: Context,
  extra: { faults?: readonly Fault[]; notice?: { kind: 'success'; text: string } },
  status: 200 | 413 | 422,
) {
  const { agencyId, id } = c.get('engagement')
  const [files, conversations] = await Promise.all([
    listStoredFiles(c.get('db'), agencyId, archiveKind, id),
    listConversations(c.get('db'), agencyId, id, { drafts: true }),
  ])
  const done = new Set(conversations.map((conversation) => conversation.id))
  return answerPage(
    c,
    <ImportConversationPage
      {...pageProps(c)}
      begun={files.filter((file) => !done.has(file.id))}
      {...extra}
    />,
    status,
  )
}

/** The archive that the address names, when it belongs to this engagement. */
async function archiveHere(c: Context): Promise<StoredFile | undefined> {
  const wish = c.req.query('file') ?? ''
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(wish)) return undefined
  const { agencyId, id } = c.get('engagement')
  const file = await findStoredFile(c.get('db'), agencyId, wish)
  return file?.aboutKind === archiveKind && file.aboutId === id ? file : undefined
}

async function show(c: Context) {
  if (c.req.query('file') === undefined) {
    const gone = c.req.query('done') === 'gone'
    const text = c.get('t')('conversation-work.import.gaveUp')
    return startPage(c, { notice: gone ? { kind: 'success', text } : undefined }, 200)
  }
  const file = await archiveHere(c)
  if (!file) return c.notFound()
  if (await findConversationById(c.get('db'), file.agencyId, file.id))
    return seeOther(c, paths.workConversations.to(placeOf(c), { done: 'imported' }))
  return archivePage(c, file, undefined, undefined, 200)
}

async function archivePage(
  c: Context,
  file: StoredFile,
  typed: Typed | undefined,
  faults: readonly Fault[] | undefined,
  status: 200 | 422,
) {
  const { files } = c.get('services')
  const [report, progress] = await Promise.all([
    findArchivePart(files, file.id, 'report'),
    findArchivePart(files, file.id, 'progress'),
  ])
  const suggested = {
    question: report?.state === 'ready' ? report.topic : '',
    language: sourceLanguage(c.get('engagement')),
    over: 'no',
  }
  return answerPage(
    c,
    <ArchivePage
      {...pageProps(c)}
      file={file}
      report={report}
      progress={progress}
      typed={typed ?? suggested}
      faults={faults}
    />,
    status,
  )
}

async function work(c: Context) {
  const { typed, files } = await readTyped(c)
  if (c.req.query('file') === undefined) return upload(c, files.get('archive'))
  const file = await archiveHere(c)
  if (!file) return c.notFound()
  const services = c.get('services')
  const ids = { agencyId: file.agencyId, fileId: file.id }
  const here = paths.workConversationImport.to(placeOf(c), { file: file.id })
  if (typedText(typed, 'step') === 'give-up') {
    await giveUpArchive(services, ids)
    return seeOther(c, paths.workConversationImport.to(placeOf(c), { done: 'gone' }))
  }
  const [report, progress] = await Promise.all([
    findArchivePart(services.files, file.id, 'report'),
    findArchivePart(services.files, file.id, 'progress'),
  ])
  if (report?.state !== 'ready' || progress) return seeOther(c, here)
  const wish = readWish(typed)
  if ('faults' in wish) {
    const t = c.get('t')
    const faults = wish.faults.map(({ field, problem }) => ({
      field,
      message: t(`conversation-work.faults.${problem}`),
    }))
    return archivePage(c, file, typed, faults, 422)
  }
  await askToImport(services, ids, { personId: signedIn(c).id, wish })
  return seeOther(c, here)
}

type WishProblem = 'questionMissing' | 'questionLong' | 'importLanguage' | 'importOver'

function readWish(typed: Typed): ImportWish | { faults: { field: string; problem: WishProblem }[] } {
  const faults: { field: string; problem: WishProblem }[] = []
  const question = readLine(typed, 'question')
  if (question === '') faults.push({ field: 'question', problem: 'questionMissing' })
  if (question.length > conversationLimits.question)
    faults.push({ field: 'question', problem: 'questionLong' })
  const language = typedText(typed, 'language')
  if (!isLanguage(language)) faults.push({ field: 'language', problem: 'importLanguage' })
  const over = typedText(typed, 'over')
  if (over !== 'yes' && over !== 'no') faults.push({ field: 'over', problem: 'importOver' })
  if (faults.length > 0 || !isLanguage(language)) return { faults }
  return { question, language, over: over === 'yes' }
}

async function upload(c: Context, archive: File | undefined) {
  const t = c.get('t')
  const refuse = (key: 'archiveMissing' | 'archiveTooLarge', status: 413 | 422) =>
    startPage(c, { faults: [{ field: 'archive', message: t(`conversation-work.faults.${key}`) }] }, status)
  if (!archive || archive.size === 0) return refuse('archiveMissing', 422)
  const uploaded = await uploadArchive(
    c.get('services'),
    {
      engagement: c.get('engagement'),
      actorId: signedIn(c).id,
      name: archive.name,
      bytes: new Uint8Array(await archive.arrayBuffer()),
    },
    c.get('now'),
  )
  switch (uploaded.outcome) {
    case 'uploaded':
      return seeOther(c, paths.workConversationImport.to(placeOf(c), { file: uploaded.fileId }))
    case 'empty':
      return refuse('archiveMissing', 422)
    case 'too-large':
      return refuse('archiveTooLarge', 413)
  }
}
