import { sql } from 'kysely'
import { listAgencies } from './features/agencies/agency.store.ts'
import { needsSetUp } from './features/people/set-up.store.ts'
import { listOpenEngagements } from './features/engagements/engagement.store.ts'
import { paths } from './paths.ts'
import { answerPage, seeOther } from './platform/http/answer.tsx'
import { get, type Route } from './platform/http/route.ts'
import { pendingMigrations } from './platform/db/migrate.ts'
import { queueLag } from './platform/jobs/jobs.ts'
import { negotiateLanguage } from './platform/i18n/language.ts'
import { sameSecret } from './platform/session/session.ts'
import { measures } from './metrics.ts'
import { AccessibilityPage, ContactPage, HomePage, PrivacyPage } from './site.page.tsx'
import { assets } from './ui/assets.ts'
import { CataloguePage } from './ui/catalogue.page.tsx'

const aYear = 'public, max-age=31536000, immutable'

export const siteRoutes: Route[] = [
  get(paths.root, 'anyone', (c) => {
    c.header('vary', 'Accept-Language')
    const language = c.get('person')?.language ?? negotiateLanguage(c.req.header('accept-language'))
    return c.redirect(paths.home.to({ language }), 302)
  }),
  get(paths.home, 'anyone', async (c) => {
    const db = c.get('db')
    if (await needsSetUp(db)) return seeOther(c, paths.setUp.to({ language: c.get('language') }))
    const [agencies, engagements] = [await listAgencies(db), await listOpenEngagements(db)]
    return answerPage(c, <HomePage view={c.get('view')} agencies={agencies} engagements={engagements} />)
  }),
  get(paths.privacy, 'anyone', (c) => answerPage(c, <PrivacyPage view={c.get('view')} />)),
  get(paths.accessibility, 'anyone', (c) => answerPage(c, <AccessibilityPage view={c.get('view')} />)),
  get(paths.contact, 'anyone', async (c) =>
    answerPage(c, <ContactPage view={c.get('view')} agencies={await listAgencies(c.get('db'))} />),
  ),
  get(paths.catalogue, 'anyone', (c) =>
    c.get('config').development ? answerPage(c, <CataloguePage view={c.get('view')} />) : c.notFound(),
  ),
  get(paths.asset, 'anyone', (c) => {
    const asset = assets.get(c.req.param('name'))
    if (!asset || asset.hash !== c.req.param('hash')) return c.notFound()
    return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': aYear, etag: asset.etag })
  }),
  get(paths.serviceWorker, 'anyone', (c) => {
    const worker = assets.get('service-worker.js')
    if (!worker) return c.notFound()
    return c.body(worker.body, 200, {
      'content-type': worker.type,
      'cache-control': 'no-cache',
      etag: worker.etag,
    })
  }),
  get(paths.healthz, 'anyone', (c) => c.text('ok')),
  get(paths.readyz, 'anyone', async (c) => {
    await sql`select 1`.execute(c.get('db'))
    const pending = await pendingMigrations(c.get('services').pool)
    return pending.length ? c.text(`pending migrations: ${pending.join(', ')}`, 503) : c.text('ready')
  }),
  get(paths.metrics, 'anyone', async (c) => {
    const token = c.get('config').metricsToken
    const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    // Without a token the numbers are for this machine alone; a proxy's requests carry a forwarded address.
    const allowed =
      token === undefined
        ? c.get('network') === '127.0.0.1' && !c.req.header('x-forwarded-for')
        : given !== undefined && sameSecret(given, token)
    if (!allowed) return c.notFound()
    const lag = await queueLag(c.get('db'))
    return c.body(await measures(lag), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  }),
]
