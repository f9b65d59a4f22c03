import type { Context } from 'hono'
import type { Language } from '../../platform/i18n/language.ts'
import type { View } from '../../ui/view.ts'
import '../engagements/context.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'

/** What the address of a staff page of an engagement is filled in with. */
export type WorkPlace = { language: Language; agency: string; engagement: string }

/** Where a staff page is: the parameters of its address, which are those of its neighbors too. */
export function workPlace(
  view: Pick<View, 'language'>,
  agency: Pick<Agency, 'slug'>,
  engagement: Pick<Engagement, 'slug'>,
): WorkPlace {
  return { language: view.language, agency: agency.slug, engagement: engagement.slug }
}

/** The same, from the request. */
export function placeOf(c: Context): WorkPlace {
  return workPlace(c.get('view'), c.get('agency'), c.get('engagement'))
}

/** What every staff page of an engagement is given. */
export type WorkPageProps = { view: View; agency: Agency; engagement: Engagement }

export function pageProps(c: Context): WorkPageProps {
  return { view: c.get('view'), agency: c.get('agency'), engagement: c.get('engagement') }
}
