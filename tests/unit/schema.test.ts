import { expect, test } from 'vitest'
import { lintSchema } from '../../src/platform/db/schema-lint.ts'
import { testDatabase } from '../support/database.ts'

const { db } = testDatabase()

// Small tables that every agency's rows may point at; all others belong to an agency.
const reference = [
  'agency',
  'person',
  'session',
  'sign_in_request',
  'passkey',
  'passkey_challenge',
  'identity_provider',
  'identity',
  'oidc_request',
  'set_up',
  'rate_limit',
]

test('the schema keeps the rules that let it run on one machine and on a cluster', async () => {
  expect(await lintSchema(db, reference)).toEqual([])
})
