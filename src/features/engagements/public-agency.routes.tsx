import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { getAgency, listAgenciesBelow } from '../agencies/agency.store.ts'
import { may } from '../agencies/permission.ts'
import { AgencyPage } from './public-agency.page.tsx'
import { dayIn } from './agency-time.ts'
import { listEngagements } from './engagement.store.ts'
import { answerPublicPage } from '../../platform/http/public-answer.tsx'

/** An agency's public page. */
export const publicAgencyRoutes: Route[] = [get(paths.agency, 'anyone', showAgency)]

async function showAgency(c: Context): Promise<Response> {
  const [db, agency] = [c.get('db'), c.get('agency')]
  const [engagements, below, parent] = await Promise.all([
    listEngagements(db, agency.id),
    listAgenciesBelow(db, agency.id),
    agency.parentId === null ? undefined : getAgency(db, agency.parentId),
  ])
  const page = (
    <AgencyPage
      view={c.get('view')}
      agency={agency}
      engagements={engagements}
      parent={parent?.archivedAt === null ? parent : undefined}
      below={below}
      today={dayIn(agency.timeZone, c.get('now'))}
      mayWork={may(c.get('seat'), 'see the work')}
    />
  )
  return answerPublicPage(c, page)
}
