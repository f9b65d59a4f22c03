import type { Context } from 'hono'
import { Readable } from 'node:stream'
import { paths } from '../../paths.ts'
import { attachment } from '../../platform/files/file-headers.ts'
import { answerPage } from '../../platform/http/answer.tsx'
import { get, type Route } from '../../platform/http/route.ts'
import '../agencies/context.ts'
import { may, toMay } from '../agencies/permission.ts'
import { dayIn } from '../engagements/agency-time.ts'
import { isFresh } from '../people/sign-in.ts'
import { needsFreshSignIn, signedIn } from '../people/signed-in.ts'
import { exportAgency } from './export-agency.action.ts'
import { ExportAllPage } from './export-all.page.tsx'

// The archive holds how authors can be reached and what they told about themselves, so it takes more than exporting data.
const need = toMay('manage the agency')

/** Taking everything along. */
export const exportAllRoutes: Route[] = [
  get(paths.workExportAll, toMay('export data'), (c) => showExport(c)),
  get(paths.workExportAllZip, need, sendArchive),
]

function at(c: Context) {
  return { language: c.get('language'), agency: c.get('agency').slug }
}

async function showExport(c: Context, tooMany?: number): Promise<Response> {
  const here = paths.workExportAll.to(at(c))
  const fresh = isFresh(c.get('session'), c.get('now'))
  const page = (
    <ExportAllPage
      view={c.get('view')}
      agency={c.get('agency')}
      seat={c.get('seat')}
      confirmHref={
        fresh ? undefined : paths.signIn.to({ language: c.get('language') }, { next: here, confirm: 'yes' })
      }
      mayTake={may(c.get('seat'), 'manage the agency')}
      tooMany={tooMany}
    />
  )
  return answerPage(c, page, tooMany === undefined ? 200 : 429)
}

/** Each archive holds a connection of the database while it is made. */
const allowance = { points: 4, seconds: 1800 }

async function sendArchive(c: Context): Promise<Response> {
  const [agency, now] = [c.get('agency'), c.get('now')]
  const stale = needsFreshSignIn(c, paths.workExportAll.to(at(c)))
  if (stale) return stale
  const turn = await c.get('services').limits.take('export-all', agency.id, allowance)
  if (turn.outcome === 'too-many') {
    c.header('retry-after', String(turn.seconds))
    return showExport(c, Math.ceil(turn.seconds / 60))
  }
  const zip = await exportAgency(c.get('services'), { agency, by: signedIn(c).id }, now)
  const name = `${agency.slug}-${dayIn(agency.timeZone, now)}.zip`
  const body = Readable.toWeb(zip) as ReadableStream<Uint8Array> // as: bytes, in both typings
  return c.body(body, 200, { 'content-type': 'application/zip', 'content-disposition': attachment(name) })
}
