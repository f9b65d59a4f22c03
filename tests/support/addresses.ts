import type { Route } from '../../src/platform/http/route.ts'

const nobody = '01890000-0000-7000-8000-000000000000'

/** An address that a route answers: its pattern with the given parameters, and ids of nothing for the others. */
export function addressOf(route: Pick<Route, 'pattern'>, given: Record<string, string> = {}): string {
  const known: Record<string, string> = {
    language: 'en',
    code: 'ACDEFGHJKMNP',
    token: 'nothing',
    hash: 'nothing',
    name: 'nothing',
    ...given,
  }
  return route.pattern.replace(/:([A-Za-z]+)(\{[^}]*\})?/g, (_, name: string) => known[name] ?? nobody)
}
