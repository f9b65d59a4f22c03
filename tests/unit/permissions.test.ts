import { beforeAll, describe, expect, test } from 'vitest'
import { permissions, type Permission, type Role, roles } from '../../src/features/agencies/permission.ts'
import { routes } from '../../src/routes.ts'
import { addressOf } from '../support/addresses.ts'
import { testApp } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../support/make.ts'

const database = testDatabase()
const { request } = testApp(database, routes)

let here: Record<string, string>
const people = new Map<Role, string>()
let stranger: string

beforeAll(async () => {
  const [agency, other] = [await makeAgency(database.db), await makeAgency(database.db)]
  const engagement = await makeEngagement(database.db, agency)
  here = { agency: agency.slug, engagement: engagement.slug }
  for (const role of roles)
    people.set(role, (await makePerson(database.db, { agencyId: agency.id, roles: [role] })).id)
  stranger = (await makePerson(database.db, { agencyId: other.id, roles: [...roles] })).id
})

/** What stands at the door: the way to sign in, a refusal, or the page (which may find nothing, or fault an empty form). */
async function knock(
  route: (typeof routes)[number],
  as?: string,
): Promise<'sign-in' | 'forbidden' | 'inside'> {
  const posted = route.method === 'get' ? {} : { form: {}, method: route.method.toUpperCase() }
  const answer = await request(addressOf(route, here), { ...(as ? { as } : {}), ...posted })
  const target = answer.headers.get('location') ?? ''
  if (answer.status === 303 && /\/sign-in\?next=/.test(target)) return 'sign-in'
  if (answer.status === 403) return 'forbidden'
  expect(answer.status, `${route.method} ${route.pattern}`).toBeLessThan(500)
  return 'inside'
}

const guarded = routes.filter((route) => typeof route.need === 'object' && 'may' in route.need)

describe('every route as every role of two agencies', () => {
  test('there are guarded routes, and each names a line of the permission table', () => {
    expect(guarded.length).toBeGreaterThan(20)
    for (const route of guarded) expect(permissions).toHaveProperty([(route.need as { may: string }).may]) // as: guarded
  })

  test('a route below /work is never open to everyone', () => {
    for (const route of routes.filter((route) => route.pattern.includes('/work/')))
      expect(route.need, route.pattern).toHaveProperty('may')
  })

  test.each(guarded.map((route) => [`${route.method} ${route.pattern}`, route] as const))(
    '%s',
    async (_, route) => {
      const holders: readonly Role[] = permissions[(route.need as { may: Permission }).may] // as: guarded
      expect(await knock(route)).toBe('sign-in')
      expect(await knock(route, stranger)).toBe('forbidden')
      for (const role of roles) {
        const seen = await knock(route, people.get(role)!)
        // Acts that matter may ask whoever may do them to sign in once more.
        if (holders.includes(role)) expect(seen, role).not.toBe('forbidden')
        else expect(seen, role).toBe('forbidden')
      }
    },
  )

  test('routes for whoever is signed in, or for the operator, turn others away', async () => {
    for (const route of routes.filter(({ need }) => need === 'signed-in' || need === 'operator')) {
      expect(await knock(route), route.pattern).toBe('sign-in')
      if (route.need === 'operator') expect(await knock(route, stranger), route.pattern).toBe('forbidden')
    }
  })
})
