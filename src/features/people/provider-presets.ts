/** The accounts that people already have at work, and what is particular about each. Data, so that adding one is a row. */
export type ProviderPreset = {
  name: string
  /** The issuer, when it is the same for everyone. `{tenant}` is to be replaced by the directory's own id. */
  issuer: string | undefined
  scopes: string
  /**
   * What shows that the mail address in a sign-in belongs to the person: the standard claim `email_verified`, or that the
   * directory of one tenant, which the agency itself runs, says so.
   */
  addressProof: 'email_verified' | 'tenant'
  /** The claim that names the organisation, checked against the allowed domain. */
  domainClaim?: 'hd'
  /** Sign-in may begin at the provider's own portal, which sends people here without our state; then we begin anew. */
  startsAtPortal: boolean
}

export const providerPresets = {
  google: {
    name: 'Google Workspace',
    issuer: 'https://accounts.google.com',
    scopes: 'openid email profile',
    addressProof: 'email_verified',
    // Google signs in anyone with a Google account; only `hd` says that the account is the organisation's.
    domainClaim: 'hd',
    startsAtPortal: false,
  },
  'microsoft-entra': {
    name: 'Microsoft Entra',
    issuer: 'https://login.microsoftonline.com/{tenant}/v2.0',
    scopes: 'openid email profile',
    // Entra has no email_verified, and in a shared tenant anyone can claim any address. So one tenant, always.
    addressProof: 'tenant',
    startsAtPortal: false,
  },
  clever: {
    name: 'Clever',
    issuer: 'https://clever.com',
    scopes: 'openid email profile',
    addressProof: 'email_verified',
    startsAtPortal: true,
  },
  classlink: {
    name: 'ClassLink',
    issuer: 'https://launchpad.classlink.com',
    scopes: 'openid email profile',
    addressProof: 'email_verified',
    startsAtPortal: true,
  },
  own: {
    name: 'OpenID Connect',
    issuer: undefined,
    scopes: 'openid email profile',
    addressProof: 'email_verified',
    startsAtPortal: false,
  },
} as const satisfies Record<string, ProviderPreset>

export type PresetName = keyof typeof providerPresets
export const presetNames = Object.keys(providerPresets) as PresetName[] // as: keys of a constant

export function presetOf(name: string): ProviderPreset {
  return presetNames.some((known) => known === name)
    ? providerPresets[name as PresetName]
    : providerPresets.own // as: just checked
}
