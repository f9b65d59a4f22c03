import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readForm, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import type { Fault } from '../../ui/components.ts'
import { may, toMay } from '../agencies/permission.ts'
import { pageProps, placeOf } from '../comments/work-place.ts'
import { signedIn } from '../people/signed-in.ts'
import { CodeForm } from './code.ts'
import { countCodeUses, findCode, listCodeChanges, listCodes } from './code.store.ts'
import { CodebookPage, CodePage } from './codebook.page.tsx'
import { addToCodebook, changeCode, retireCode } from './save-code.action.ts'
import { sayFaults } from './say-faults.ts'

export const codebookRoutes: Route[] = [
  get(paths.workCodebook, toMay('code comments'), (c) => answerCodebook(c)),
  post(paths.workCodebook, toMay('write themes'), add),
  get(paths.workCode, toMay('code comments'), (c) => answerCode(c, c.req.param('code'))),
  post(paths.workCode, toMay('write themes'), change),
]

function ids(c: Context): { agencyId: string; engagementId: string } {
  return { agencyId: c.get('agency').id, engagementId: c.get('engagement').id }
}

async function answerCodebook(c: Context, typed?: Typed, faults?: readonly Fault[]): Promise<Response> {
  const { agencyId, engagementId } = ids(c)
  const db = c.get('db')
  const [codes, uses] = await Promise.all([
    listCodes(db, agencyId, engagementId, { retired: true }),
    countCodeUses(db, agencyId, engagementId),
  ])
  const page = (
    <CodebookPage
      {...pageProps(c)}
      codes={codes.filter((code) => code.retiredAt === null)}
      retired={codes.filter((code) => code.retiredAt !== null)}
      uses={uses}
      mayWrite={may(c.get('seat'), 'write themes')}
      typed={typed}
      faults={faults}
    />
  )
  return answerPage(c, page, faults ? 422 : 200)
}

async function add(c: Context<object, typeof paths.workCodebook.pattern>): Promise<Response> {
  const form = await readForm(c, CodeForm)
  const t = c.get('t')
  if (form.outcome === 'faulty') return answerCodebook(c, form.typed, sayFaults(t, form.faults))
  const by = { ...ids(c), by: signedIn(c).id }
  const added = await addToCodebook(c.get('db'), by, form.value, c.get('now'))
  if (added.outcome === 'name-taken') {
    return answerCodebook(c, form.typed, [{ field: 'name', message: t('themes.fault.codeTaken') }])
  }
  return seeOther(c, `${paths.workCodebook.to(placeOf(c))}#${added.id}`)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function answerCode(
  c: Context,
  id: string,
  typed?: Typed,
  faults?: readonly Fault[],
): Promise<Response> {
  const { agencyId, engagementId } = ids(c)
  const db = c.get('db')
  const code = uuid.test(id) ? await findCode(db, agencyId, engagementId, id) : undefined
  if (!code) return c.notFound()
  const [uses, changes] = await Promise.all([
    countCodeUses(db, agencyId, engagementId),
    listCodeChanges(db, agencyId, id),
  ])
  const { name, definition, example, exclusion } = code
  const page = (
    <CodePage
      {...pageProps(c)}
      code={code}
      uses={uses.get(id) ?? 0}
      changes={changes}
      mayWrite={may(c.get('seat'), 'write themes')}
      typed={typed ?? { name, definition, example, exclusion }}
      faults={faults}
    />
  )
  return answerPage(c, page, faults ? 422 : 200)
}

async function change(c: Context<object, typeof paths.workCode.pattern>): Promise<Response> {
  const id = c.req.param('code')
  if (!uuid.test(id)) return c.notFound()
  const form = await readForm(c, CodeForm)
  const by = { ...ids(c), by: signedIn(c).id, id }
  const t = c.get('t')
  const act = typedText(form.typed, 'act')
  if (act === 'retire' || act === 'use-again') {
    const done = await retireCode(c.get('db'), { ...by, retire: act === 'retire' }, c.get('now'))
    switch (done.outcome) {
      case 'saved':
        return seeOther(c, paths.workCodebook.to(placeOf(c)))
      case 'name-taken':
        return answerCode(c, id, undefined, [{ field: 'name', message: t('themes.fault.codeTaken') }])
      case 'not-there':
        return c.notFound()
    }
  }
  if (form.outcome === 'faulty') return answerCode(c, id, form.typed, sayFaults(t, form.faults))
  const done = await changeCode(c.get('db'), by, form.value, c.get('now'))
  switch (done.outcome) {
    case 'saved':
      return seeOther(c, `${paths.workCodebook.to(placeOf(c))}#${id}`)
    case 'name-taken':
      return answerCode(c, id, form.typed, [{ field: 'name', message: t('themes.fault.codeTaken') }])
    case 'note-needed':
      return answerCode(c, id, form.typed, [{ field: 'note', message: t('themes.fault.codeNote') }])
    case 'not-there':
      return c.notFound()
  }
}
