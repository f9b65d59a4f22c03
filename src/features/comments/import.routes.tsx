import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { findStoredFile, listStoredFiles, type StoredFile } from '../../platform/files/stored-file.store.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import type { Fault } from '../../ui/components.ts'
import { toMay } from '../agencies/permission.ts'
import { listPeople } from '../people/person.store.ts'
import { signedIn } from '../people/signed-in.ts'
import { findImport, listImports } from './comment-import.store.ts'
import { askedIn } from './enter-comment.routes.tsx'
import { findPart } from './import-draft.store.ts'
import {
  askForCheck,
  askForCommit,
  giveUpImport,
  importFileKind,
  undoImport,
  uploadImport,
} from './import-comments.action.ts'
import { type MappingFault, readMapping, suggestMapping } from './import-mapping.ts'
import { ImportFaultPage, ImportPage, type ImportPageProps, ImportWaitPage, MapPage } from './import.page.tsx'
import { dayIn } from './response-promise.ts'
import { sayOneOf } from './say-one-of.ts'
import { pageProps, placeOf } from './work-place.ts'

const need = toMay('import comments')

/** Tables of comments: upload, say what is what, dry run, bring in, take back. */
export const importRoutes: Route[] = [
  get(paths.workImport, need, showImports),
  post(paths.workImport, need, upload),
  get(paths.workImportMap, need, showFile),
  post(paths.workImportMap, need, workOnFile),
  post(paths.workImportUndo, need, undo),
]

async function importPage(
  c: Context,
  extra: Pick<ImportPageProps, 'faults' | 'notice'>,
  status: 200 | 409 | 413 | 422,
) {
  const { agencyId, id } = c.get('engagement')
  const [files, imports] = await Promise.all([
    listStoredFiles(c.get('db'), agencyId, importFileKind, id),
    listImports(c.get('db'), agencyId, id),
  ])
  const done = new Set(imports.map((one) => one.id))
  const people = await listPeople(c.get('db'), [...new Set(imports.map((one) => one.importedBy))])
  return answerPage(
    c,
    <ImportPage
      {...pageProps(c)}
      drafts={files.filter((file) => !done.has(file.id))}
      imports={imports}
      names={new Map(people.map((person) => [person.id, person.name]))}
      {...extra}
    />,
    status,
  )
}

async function showImports(c: Context) {
  const t = c.get('t')
  const done = c.req.query('done')
  const text =
    done === 'undone'
      ? t('comments-staff.import.undoneText')
      : done === 'gone'
        ? t('comments-staff.import.gaveUp')
        : undefined
  return importPage(c, { notice: text ? { kind: 'success', text } : undefined }, 200)
}

async function upload(c: Context) {
  const { files } = await readTyped(c)
  const t = c.get('t')
  const file = files.get('file')
  const refuse = (key: 'fileMissing' | 'fileTooLarge', status: 413 | 422) =>
    importPage(c, { faults: [{ field: 'file', message: t(`comments-staff.import.${key}`) }] }, status)
  if (!file || file.size === 0) return refuse('fileMissing', 422)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const uploaded = await uploadImport(
    c.get('services'),
    { engagement: c.get('engagement'), actorId: signedIn(c).id, name: file.name, bytes },
    c.get('now'),
  )
  switch (uploaded.outcome) {
    case 'uploaded':
      return seeOther(c, paths.workImportMap.to({ ...placeOf(c), file: uploaded.fileId }))
    case 'empty':
      return refuse('fileMissing', 422)
    case 'too-large':
      return refuse('fileTooLarge', 413)
  }
}

type FileContext = Context<object, typeof paths.workImportMap.pattern>

async function fileHere(c: FileContext): Promise<StoredFile | undefined> {
  const { agencyId, id } = c.get('engagement')
  const file = await findStoredFile(c.get('db'), agencyId, c.req.param('file'))
  return file?.aboutKind === importFileKind && file.aboutId === id ? file : undefined
}

async function showFile(c: FileContext) {
  const file = await fileHere(c)
  if (!file) return c.notFound()
  if (await findImport(c.get('db'), file.agencyId, file.id))
    return seeOther(c, paths.workImport.to(placeOf(c)))
  const files = c.get('services').files
  const outcome = await findPart(files, file.id, 'outcome')
  if (outcome?.state === 'asked')
    return answerPage(c, <ImportWaitPage {...pageProps(c)} file={file} what="commit" />)
  const check = await findPart(files, file.id, 'check')
  if (check && !check.report)
    return answerPage(c, <ImportWaitPage {...pageProps(c)} file={file} what="check" />)
  return mapPage(c, file, [], 200)
}

function sayMapping(c: Context, faults: readonly MappingFault[]): Fault[] {
  return faults.map(({ field, problem, use = '' }) => ({
    field,
    message: sayOneOf(c.get('t'), `comments-staff.mappingFaults.${problem}`, {
      use: use.replace(/^[qa]:/, ''),
    }),
  }))
}

async function mapPage(c: FileContext, file: StoredFile, faults: Fault[], status: 200 | 422) {
  const files = c.get('services').files
  const head = await findPart(files, file.id, 'head')
  if (!head) return answerPage(c, <ImportWaitPage {...pageProps(c)} file={file} what="read" />)
  if (head.outcome === 'fault')
    return answerPage(c, <ImportFaultPage {...pageProps(c)} file={file} faults={head.faults} />, 422)
  const asked = await askedIn(c.get('db'), c.get('engagement'))
  const today = dayIn(c.get('agency').timeZone, c.get('now'))
  const [check, outcome] = await Promise.all([
    findPart(files, file.id, 'check'),
    findPart(files, file.id, 'outcome'),
  ])
  const mapping =
    check?.mapping ??
    suggestMapping(head.header, head.sample, asked, {
      language: c.get('engagement').languages[0] ?? 'en',
      channel: 'import',
      receivedOn: today,
    })
  const typed = faults.some((fault) => fault.field !== 'leaveOut') ? (await readTyped(c)).typed : undefined
  return answerPage(
    c,
    <MapPage
      {...pageProps(c)}
      file={file}
      head={head}
      asked={asked}
      mapping={mapping}
      typed={typed}
      faults={faults}
      report={typed ? undefined : check?.report}
      today={today}
      refused={outcome?.state === 'refused' ? outcome.reason : undefined}
    />,
    status,
  )
}

async function workOnFile(c: FileContext) {
  const file = await fileHere(c)
  if (!file) return c.notFound()
  const services = c.get('services')
  const { typed } = await readTyped(c)
  const here = paths.workImportMap.to({ ...placeOf(c), file: file.id })
  const step = typedText(typed, 'step')
  if (step === 'give-up') {
    await giveUpImport(services, { agencyId: file.agencyId, fileId: file.id })
    return seeOther(c, paths.workImport.to(placeOf(c), { done: 'gone' }))
  }
  const head = await findPart(services.files, file.id, 'head')
  if (head?.outcome !== 'table') return seeOther(c, here)
  if (step === 'commit') {
    const check = await findPart(services.files, file.id, 'check')
    if (!check?.report) return seeOther(c, here)
    const leaveOut = typedText(typed, 'leaveOut') === 'yes'
    if (check.report.faultyRows > 0 && !leaveOut)
      return mapPage(
        c,
        file,
        [{ field: 'leaveOut', message: c.get('t')('comments-staff.import.leaveOutMissing') }],
        422,
      )
    const outcome = await findPart(services.files, file.id, 'outcome')
    if (outcome?.state !== 'asked')
      await askForCommit(
        services,
        { agencyId: file.agencyId, fileId: file.id },
        { personId: signedIn(c).id, mapping: check.mapping, leaveOut },
      )
    return seeOther(c, here)
  }
  const asked = await askedIn(c.get('db'), c.get('engagement'))
  const read = readMapping(asked, head.header.length, typed, dayIn(c.get('agency').timeZone, c.get('now')))
  if (read.outcome === 'faulty') return mapPage(c, file, sayMapping(c, read.faults), 422)
  await askForCheck(services, { agencyId: file.agencyId, fileId: file.id }, read.mapping)
  return seeOther(c, here)
}

async function undo(c: Context<object, typeof paths.workImportUndo.pattern>) {
  const { typed } = await readTyped(c)
  const t = c.get('t')
  if (typedText(typed, 'sure') !== 'yes')
    return importPage(
      c,
      { faults: [{ field: 'sure', message: t('comments-staff.import.sureMissing') }] },
      422,
    )
  const result = await undoImport(
    c.get('services'),
    { engagement: c.get('engagement'), importId: c.req.param('import'), actorId: signedIn(c).id },
    c.get('now'),
  )
  switch (result.outcome) {
    case 'undone':
      return seeOther(c, paths.workImport.to(placeOf(c), { done: 'undone' }))
    case 'not-there':
      return c.notFound()
    case 'held':
      return importPage(c, { notice: { kind: 'warning', text: t('comments-staff.import.held') } }, 409)
    case 'built-on':
      return importPage(
        c,
        { notice: { kind: 'warning', text: t('comments-staff.import.builtOn', { count: result.comments }) } },
        409,
      )
  }
}
