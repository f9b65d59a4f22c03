import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { listAudit, verifyAudit } from '../../platform/audit/audit.store.ts'
import { answerPage } from '../../platform/http/answer.tsx'
import { get, post, type Route } from '../../platform/http/route.ts'
import { toMay } from '../agencies/permission.ts'
import { AuditPage, type Verified } from './audit.page.tsx'
import { listPeople } from './person.store.ts'

/** The audit log of an agency, and its check. */
export const auditRoutes: Route[] = [
  get(paths.workAudit, toMay('see the audit log'), (c) => showAudit(c)),
  post(paths.workAudit, toMay('see the audit log'), async (c) =>
    showAudit(c, await verifyAudit(c.get('db'), c.get('agency').id)),
  ),
]

const perPage = 50

async function showAudit(c: Context, verified?: Verified): Promise<Response> {
  const [db, agency, language] = [c.get('db'), c.get('agency'), c.get('language')]
  const asked = new Date(c.req.query('before') ?? '')
  const before = Number.isNaN(asked.getTime()) ? undefined : asked
  const found = await listAudit(db, agency.id, perPage + 1, before)
  const shown = found.slice(0, perPage)
  const actors = [...new Set(shown.flatMap((line) => line.actorId ?? []))]
  const names = new Map((await listPeople(db, actors)).map((person) => [person.id, person.name]))
  const last = shown.at(-1)
  const older =
    found.length > perPage && last
      ? paths.workAudit.to({ language, agency: agency.slug }, { before: last.at.toISOString() })
      : undefined
  const lines = shown.map((line) => ({
    key: `line-${line.lane}-${line.position}`,
    at: line.at,
    actor: line.actorId === null ? undefined : (names.get(line.actorId) ?? ''),
    act: line.act,
    details: detailsOf(line.details),
  }))
  const page = (
    <AuditPage
      view={c.get('view')}
      agency={agency}
      seat={c.get('seat')}
      lines={lines}
      older={older}
      verified={verified}
    />
  )
  return answerPage(c, page)
}

function detailsOf(details: unknown): string[] {
  if (typeof details !== 'object' || details === null) return []
  return Object.entries(details).map(([name, value]) => `${name}: ${String(value)}`)
}
