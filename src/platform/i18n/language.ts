/** The languages that screens are written in. Arabic is a draft until a speaker has reviewed it. */
export const languages = ['en', 'es', 'ar'] as const
export type Language = (typeof languages)[number]

export const languageNames: Record<Language, string> = { en: 'English', es: 'Español', ar: 'العربية' }
export const draftLanguages: ReadonlySet<Language> = new Set<Language>(['ar'])

export function isLanguage(text: string | undefined): text is Language {
  return languages.some((language) => language === text)
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|ur|he|ps|sd|ug|yi|ckb)\b/.test(language) ? 'rtl' : 'ltr'
}

/** The locale for dates and numbers: Latin digits and the Gregorian calendar, which schools print, also in Arabic. */
export function formatLocale(language: Language): string {
  return { en: 'en-US', es: 'es-US', ar: 'ar-u-ca-gregory-nu-latn' }[language]
}

/**
 * The first language of an Accept-Language header (RFC 9110 §12.5.4) that we speak; `fallback` when there is none.
 * Order by quality, then by position.
 */
export function negotiateLanguage(header: string | undefined, fallback: Language = 'en'): Language {
  const wishes = (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((p) => /^\s*q=([0-9.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined)
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality), position }
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)
  return wishes.map((wish) => wish.language).find(isLanguage) ?? fallback
}
