import { expect, test } from 'vitest'
import { testDatabase } from '../../tests/support/database.ts'
import { makeAgency, makePerson } from '../../tests/support/make.ts'
import { findPersonByAddress } from '../features/people/person.store.ts'
import { person } from './person.ts'

const { db, connection } = testDatabase()

async function longtable(...args: string[]) {
  if (!('socketDir' in connection)) throw new Error('The test server is reached through a socket')
  const { socketDir, user, database } = connection
  const out = { code: 0, stdout: '', stderr: '' }
  out.code = await person.run(args, {
    stdout: (text) => (out.stdout += text),
    stderr: (text) => (out.stderr += text),
    env: {
      DATABASE_URL: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(socketDir)}`,
      LOG_LEVEL: 'silent',
    },
    cwd: '/',
  })
  return out
}

test('a code is printed alone on standard output, for whoever has an account', async () => {
  const known = await makePerson(db)
  const { code, stdout, stderr } = await longtable('code', known.address)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}\n$/)
  expect(stderr).toContain('10 minutes')
  const json = JSON.parse((await longtable('code', known.address, '--json')).stdout)
  expect(Object.keys(json)).toEqual(['address', 'code', 'minutes', 'page'])
  expect(await longtable('code', 'nobody@example.org')).toMatchObject({ code: 1, stdout: '' })
})

test('people are added with a role, and their roles listed', async () => {
  const agency = await makeAgency(db, { name: 'River' })
  const more = ['--name', 'Ana Ruiz', '--operator', '--agency', agency.slug, '--role', 'analyst']
  expect(await longtable('add', 'ana@example.org', ...more)).toMatchObject({ code: 0, stderr: '' })
  expect(await findPersonByAddress(db, 'ana@example.org')).toMatchObject({
    name: 'Ana Ruiz',
    isOperator: true,
  })
  expect((await longtable('roles', 'ana@example.org')).stdout).toContain(`analyst, River (${agency.slug})`)
  const json = JSON.parse((await longtable('roles', 'ana@example.org', '--json')).stdout)
  expect(json).toMatchObject({ operator: true, roles: [{ agency: agency.slug, role: 'analyst' }] })
})

test.each([
  [['dance', 'a@example.org'], 'it can "code", "add" or show "roles"'],
  [['code', 'nothing'], 'is not a mail address'],
  [['code'], 'ADDRESS is missing'],
  [['add', 'a@example.org'], '--name is missing'],
  [['add', 'a@example.org', '--name', 'A', '--role', 'king', '--agency', 'x'], '--role is one of'],
  [['add', 'a@example.org', '--name', 'A', '--role', 'member'], 'belong together'],
  [
    ['add', 'a@example.org', '--name', 'A', '--role', 'member', '--agency', 'none-such'],
    'there is no agency',
  ],
])('bad input is named, and nothing is written: %j', async (args, fault) => {
  const { code, stdout, stderr } = await longtable(...args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(fault)
  expect(await findPersonByAddress(db, 'a@example.org')).toBeUndefined()
})
