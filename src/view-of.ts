import type { Context } from 'hono'
import { directionOf, draftLanguages } from './platform/i18n/language.ts'
import type { View } from './ui/view.ts'

/** What the pages of this request are given first. */
export function viewOf(c: Context): View {
  const language = c.get('language')
  const agency: { slug: string; name: string; brandColor: string | null; timeZone: string } | undefined =
    c.get('agency')
  const person: { name: string } | undefined = c.get('person')
  const path = c.req.path.replace(new RegExp(`^/${language}(?=/|$)`), '') || '/'
  return {
    t: c.get('t'),
    language,
    dir: directionOf(language),
    now: c.get('now'),
    timeZone: agency?.timeZone ?? 'America/Los_Angeles',
    nonce: c.get('nonce'),
    csrf: c.get('csrf'),
    path,
    viewer: person && { name: person.name },
    agency: agency && { slug: agency.slug, name: agency.name, brandColor: agency.brandColor },
    draftLanguage: draftLanguages.has(language),
  }
}
