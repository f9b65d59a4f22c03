import { describe, expect, test } from 'vitest'
import { claimedBy, IdClaims, mayVouchFor } from './identity-provider.ts'

const google = { preset: 'google', issuer: 'https://accounts.google.com', allowedDomain: 'river.example' }
const tenant = '11111111-2222-3333-4444-555555555555'
const entra = {
  preset: 'microsoft-entra',
  issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
  allowedDomain: 'river.example',
}
const own = { preset: 'own', issuer: 'https://id.example', allowedDomain: '' }

function claims(given: Record<string, unknown>) {
  return IdClaims.parse({ sub: 's1', ...given })
}

describe('who comes back from a provider', () => {
  const rows: [string, typeof google, Record<string, unknown>, unknown][] = [
    [
      'Google, own domain',
      google,
      { email: 'a@river.example', email_verified: true, hd: 'river.example' },
      ['s1', 'a@river.example'],
    ],
    ['Google, a private account', google, { email: 'a@gmail.com', email_verified: true }, 'outside'],
    [
      'Google, another school',
      google,
      { email: 'a@hill.example', email_verified: true, hd: 'hill.example' },
      'outside',
    ],
    [
      'Entra, own tenant',
      entra,
      { tid: tenant, oid: 'o1', preferred_username: 'a@river.example' },
      [`${tenant}:o1`, 'a@river.example'],
    ],
    ['Entra, another tenant', entra, { tid: 'other', oid: 'o1', email: 'a@river.example' }, 'outside'],
    [
      'Entra, a guest with a foreign address',
      entra,
      { tid: tenant, oid: 'o2', email: 'a@gmail.com' },
      'outside',
    ],
    [
      'Entra, without a domain nothing proves the address',
      { ...entra, allowedDomain: '' },
      { tid: tenant, oid: 'o1', email: 'a@river.example' },
      [`${tenant}:o1`, undefined],
    ],
    ['own, verified', own, { email: 'a@b.example', email_verified: true }, ['s1', 'a@b.example']],
    ['own, verified as a word', own, { email: 'a@b.example', email_verified: 'true' }, ['s1', 'a@b.example']],
    ['own, not verified', own, { email: 'a@b.example' }, ['s1', undefined]],
    ['own, no address', own, { email_verified: true }, ['s1', undefined]],
    [
      'own, wrong domain',
      { ...own, allowedDomain: 'river.example' },
      { email: 'a@evil-river.example', email_verified: true },
      'outside',
    ],
  ]
  test.each(rows)('%s', (_name, provider, given, expected) => {
    const claimed = claimedBy(claims(given), provider)
    if (expected === 'outside') return expect(claimed).toEqual({ outcome: 'outside' })
    const [subject, address] = expected as [string, string | undefined] // as: the table above
    expect(claimed).toEqual({ outcome: 'claimed', subject, address })
  })
})

describe('a provider vouches', () => {
  test.each([
    ['for the people of its agency', 'a', { isOperator: false, agencyIds: ['a'] }, true],
    ['not for those of another', 'a', { isOperator: false, agencyIds: ['b'] }, false],
    ['not for those who work in both', 'a', { isOperator: false, agencyIds: ['a', 'b'] }, false],
    ['not for an operator', 'a', { isOperator: true, agencyIds: ['a'] }, false],
    ['not for someone without a role', 'a', { isOperator: false, agencyIds: [] }, false],
    [
      'for everyone with a role when the operator set it up',
      null,
      { isOperator: false, agencyIds: ['a', 'b'] },
      true,
    ],
    ['for nobody whom no administrator added', null, { isOperator: false, agencyIds: [] }, false],
  ])('%s', (_name, agencyId, person, expected) => {
    expect(mayVouchFor({ agencyId }, person)).toBe(expected)
  })
})
