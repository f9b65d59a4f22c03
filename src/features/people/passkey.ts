import { z } from 'zod'

const text = (longest: number) => z.string().min(1).max(longest)
const base64url = (longest: number) => text(longest).regex(/^[\w-]+$/)
const Transports = z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).max(10)

const shared = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z
    .enum(['cross-platform', 'platform'])
    .nullish()
    .transform((value) => value ?? undefined),
  clientExtensionResults: z
    .record(z.string(), z.unknown())
    .default({})
    .transform(() => ({})),
}

/** What a browser's `toJSON()` gives after making a passkey (WebAuthn Level 3, RegistrationResponseJSON). */
export const MadePasskey = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url(20_000),
    attestationObject: base64url(200_000),
    transports: Transports.catch([]).default([]),
  }),
})

/** What a browser's `toJSON()` gives after using a passkey (AuthenticationResponseJSON). */
export const UsedPasskey = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url(20_000),
    authenticatorData: base64url(20_000),
    signature: base64url(20_000),
    userHandle: base64url(200)
      .nullish()
      .transform((value) => value ?? undefined),
  }),
})

/** JSON in a form field, checked; undefined when it is neither. */
export function parseAnswer<Schema extends z.ZodType>(
  schema: Schema,
  json: string,
): z.output<Schema> | undefined {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

/** Whom passkeys of this installation belong to: its host name, and the origin that browsers must report. */
export function relyingParty(baseUrl: string): { rpId: string; origin: string } {
  const { hostname, origin } = new URL(baseUrl)
  return { rpId: hostname, origin }
}
