import type { Language } from '../platform/i18n/language.ts'

/** An address inside the site in a language: `/es/at/riverbend` for `/at/riverbend`. */
export function inLanguage(language: Language, path: string): string {
  return `/${language}${path === '/' ? '' : path}`
}

/** The places that every page's header and footer lead to, without the language prefix. */
export const sitePlaces = {
  home: '/',
  agency: (slug: string) => `/at/${slug}`,
  signIn: '/sign-in',
  signOut: '/sign-out',
  account: '/account',
  data: '/privacy',
  accessibility: '/accessibility',
  contact: '/contact',
} as const
