import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage } from '../../platform/http/answer.tsx'
import { get, type Route } from '../../platform/http/route.ts'
import { listAboutQuestions } from '../comments/about-question.store.ts'
import { agreementRoutes } from './agreement.routes.tsx'
import { codebookRoutes } from './codebook.routes.tsx'
import { codingRoutes } from './coding.routes.tsx'
import { countThemePartsBriefly } from './kept-counts.store.ts'
import { PublicThemePage } from './public-theme.page.tsx'
import { shownQuotes } from './quote.ts'
import { listQuotes } from './quote.store.ts'
import { findTheme } from './theme.store.ts'
import { noEvidence, type ShowEvidence } from './theme-evidence.ts'
import { allParts } from './theme-parts.ts'
import { workThemeRoutes } from './work-theme.routes.tsx'

/** Everything about codes, coding, agreement and themes; what themes rest on beside comments is handed in. */
export function themeRoutes(showEvidence: ShowEvidence = noEvidence): Route[] {
  return [
    ...codebookRoutes,
    ...codingRoutes,
    ...agreementRoutes,
    ...workThemeRoutes(showEvidence),
    get(paths.publicTheme, 'anyone', (c) => showTheme(c, showEvidence)),
  ]
}

async function showTheme(
  c: Context<object, typeof paths.publicTheme.pattern>,
  showEvidence: ShowEvidence,
): Promise<Response> {
  const db = c.get('db')
  const [agency, engagement] = [c.get('agency'), c.get('engagement')]
  const theme = await findTheme(db, agency.id, engagement.id, c.req.param('theme'))
  if (!theme || theme.publishedAt === null) return c.notFound()
  const [counted, aboutQuestions, quotes, evidence] = await Promise.all([
    countThemePartsBriefly(db, agency.id, engagement.id, theme.id, theme.changedAt.toISOString()),
    listAboutQuestions(db, agency.id, engagement.id),
    listQuotes(db, agency.id, [theme.id]),
    showEvidence(c, theme, 'everyone'),
  ])
  const page = (
    <PublicThemePage
      view={c.get('view')}
      agency={agency}
      engagement={engagement}
      theme={theme}
      counts={allParts(counted, aboutQuestions, { minimum: agency.minimum })}
      aboutQuestions={aboutQuestions}
      quotes={shownQuotes(quotes)}
      evidence={evidence}
    />
  )
  return answerPage(c, page)
}
