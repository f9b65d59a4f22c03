import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage } from '../../platform/http/answer.tsx'
import { get, type Route } from '../../platform/http/route.ts'
import { type Poster, posterPdf } from '../../platform/documents/poster.ts'
import { dayIn } from './agency-time.ts'
import { engagementPoster } from './engagement-poster.ts'
import { PosterPage } from './poster.page.tsx'
import { listTimeline } from './timeline.store.ts'

/** The poster of an engagement, to print from the browser or as a PDF. */
export const posterRoutes: Route[] = [
  get(paths.poster, 'anyone', showPoster),
  get(paths.posterPdf, 'anyone', sendPdf),
]

async function posterOf(c: Context): Promise<Poster> {
  const [agency, engagement, language, now] = [
    c.get('agency'),
    c.get('engagement'),
    c.get('language'),
    c.get('now'),
  ]
  const entries = await listTimeline(c.get('db'), agency.id, engagement.id)
  const url =
    c.get('config').baseUrl + paths.hub.to({ language, agency: agency.slug, engagement: engagement.slug })
  return engagementPoster(c.get('view'), {
    agency,
    engagement,
    entries,
    today: dayIn(agency.timeZone, now),
    now,
    url,
  })
}

async function showPoster(c: Context): Promise<Response> {
  const page = (
    <PosterPage
      view={c.get('view')}
      agency={c.get('agency')}
      engagement={c.get('engagement')}
      poster={await posterOf(c)}
    />
  )
  return answerPage(c, page)
}

/** How many posters one network may have set in a minute: setting one takes a good part of a second. */
const allowance = { points: 10, seconds: 60 }

async function sendPdf(c: Context): Promise<Response> {
  const taken = await c.get('services').limits.take('poster', c.get('network'), allowance)
  if (taken.outcome === 'too-many') {
    c.header('retry-after', String(taken.seconds))
    return c.text(c.get('t')('engagements.poster.tooMany'), 429)
  }
  const [poster, engagement] = [await posterOf(c), c.get('engagement')]
  const made = await posterPdf(poster)
  if (made.outcome !== 'made') {
    const page = (
      <PosterPage
        view={c.get('view')}
        agency={c.get('agency')}
        engagement={engagement}
        poster={poster}
        pdfProblem={made.outcome}
      />
    )
    return answerPage(c, page)
  }
  return c.body(new Uint8Array(made.pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${engagement.slug}-${poster.language}.pdf"`,
  })
}
