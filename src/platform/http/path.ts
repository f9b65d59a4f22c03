import type { Language } from '../i18n/language.ts'

type ParameterNames<Pattern extends string> = Pattern extends `${string}/:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? CleanName<Name> | ParameterNames<`/${Tail}`>
    : CleanName<Rest>
  : never
type CleanName<Name extends string> = Name extends `${infer Bare}{${string}` ? Bare : Name
type Parameters<Pattern extends string> = { [Name in ParameterNames<Pattern>]: string }

/** An address written once: its pattern for the router, and `to` that fills it in. */
export type Path<Pattern extends string = string> = {
  pattern: Pattern
  to(parameters: Parameters<Pattern>, query?: Record<string, string | number | undefined>): string
}

function fill(
  pattern: string,
  parameters: Record<string, string>,
  query: Record<string, string | number | undefined>,
): string {
  const address = pattern.replace(/:([A-Za-z]+)(\{[^}]*\})?/g, (_, name: string) => {
    const value = parameters[name]
    if (value === undefined) throw new Error(`The address ${pattern} needs ${name}`)
    return encodeURIComponent(value)
  })
  const pairs = Object.entries(query).filter(
    (pair): pair is [string, string | number] => pair[1] !== undefined,
  )
  return pairs.length
    ? `${address}?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`
    : address
}

export function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  return { pattern, to: (parameters, query = {}) => fill(pattern, parameters, query) }
}

/** A page that exists in every language: `/en/…`, `/es/…`, `/ar/…`. */
export type PagePath<Pattern extends string = string> = {
  pattern: `/:language{(?:en|es|ar)}${Pattern}`
  to(
    parameters: { language: Language } & Parameters<Pattern>,
    query?: Record<string, string | number | undefined>,
  ): string
}

export function page<const Pattern extends string>(pattern: Pattern): PagePath<Pattern> {
  const full: PagePath<Pattern>['pattern'] = `/:language{(?:en|es|ar)}${pattern}`
  return { pattern: full, to: (parameters, query = {}) => fill(full, parameters, query) }
}
