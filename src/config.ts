import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const whole = (low: number, high: number, fallback: number) =>
  z.coerce
    .number(`must be a whole number from ${low} to ${high}`)
    .int(`must be a whole number from ${low} to ${high}`)
    .min(low, `must be at least ${low}`)
    .max(high, `must be at most ${high}`)
    .default(fallback)
const address = (protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address that starts with ${protocols.join('// or ')}//`,
    )

const Environment = z
  .object({
    PORT: whole(0, 65535, 4000),
    HOST: z.string().default('127.0.0.1'),
    LONGTABLE_DATA: z.string().default('data'),
    BASE_URL: address(['http:', 'https:']).optional(),
    DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
    DATABASE_CONNECTIONS: whole(2, 200, 10),
    LONGTABLE_POSTGRES_BIN: z.string().optional(),
    SMTP_URL: address(['smtp:', 'smtps:']).optional(),
    MAIL_FROM: z.string().default('longtable@localhost'),
    DKIM_DOMAIN: z.string().optional(),
    DKIM_SELECTOR: z.string().optional(),
    DKIM_KEY: z.string().optional(),
    INBOUND_MAIL_ADDRESS: z.string().optional(),
    INBOUND_MAIL_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    TWILIO_ACCOUNT_SID: z.string().optional(),
    TWILIO_AUTH_TOKEN: z.string().optional(),
    TWILIO_FROM: z.string().optional(),
    TWILIO_URL: address(['http:', 'https:']).default('https://api.twilio.com'),
    TRANSLATE_URL: address(['http:', 'https:']).optional(),
    TRANSLATE_SHAPE: z
      .enum(['libretranslate', 'deepl'], 'must be libretranslate or deepl')
      .default('libretranslate'),
    TRANSLATE_KEY: z.string().default(''),
    S3_ENDPOINT: address(['http:', 'https:']).optional(),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    TRUSTED_PROXIES: whole(0, 5, 0),
    LOG_LEVEL: z
      .enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be silent, error, warn, info or debug')
      .default('info'),
    LONGTABLE_DEVELOPMENT: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  })
  .check((context) => {
    const env = context.value
    const together = (names: (keyof typeof env)[]) => {
      if (names.every((name) => env[name] === undefined) || names.every((name) => env[name] !== undefined))
        return
      for (const name of names.filter((name) => env[name] === undefined)) {
        context.issues.push({
          code: 'custom',
          input: undefined,
          path: [name],
          message: `is needed together with ${names.filter((n) => n !== name).join(', ')}`,
        })
      }
    }
    together(['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
    together(['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'])
    together(['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY'])
    together(['INBOUND_MAIL_ADDRESS', 'INBOUND_MAIL_TOKEN'])
  })

export type Config = {
  port: number
  host: string
  dataFolder: string
  baseUrl: string
  databaseUrl: string | undefined
  databaseConnections: number
  smtpUrl: string | undefined
  mailFrom: string
  dkim: { domain: string; selector: string; key: string } | undefined
  inboundMail: { address: string; token: string } | undefined
  twilio: { accountSid: string; authToken: string; from: string; url: string } | undefined
  translation: { url: string; shape: 'libretranslate' | 'deepl'; key: string } | undefined
  s3:
    | { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string }
    | undefined
  metricsToken: string | undefined
  trustedProxies: number
  logLevel: string
  development: boolean
}

/** Every setting from the environment, or every fault at once. `NAME_FILE` reads a secret from a file. */
export function readConfig(
  env: NodeJS.ProcessEnv,
  cwd: string,
): { outcome: 'ok'; config: Config } | { outcome: 'faulty'; faults: string[] } {
  const { values, faults } = withFiles(env)
  const parsed = Environment.safeParse(values)
  if (!parsed.success) {
    return {
      outcome: 'faulty',
      faults: [...faults, ...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)],
    }
  }
  if (faults.length) return { outcome: 'faulty', faults }
  const e = parsed.data
  return {
    outcome: 'ok',
    config: {
      port: e.PORT,
      host: e.HOST,
      dataFolder: resolve(cwd, e.LONGTABLE_DATA),
      baseUrl: (e.BASE_URL ?? `http://${hostName(e.HOST)}:${e.PORT}`).replace(/\/+$/, ''),
      databaseUrl: e.DATABASE_URL,
      databaseConnections: e.DATABASE_CONNECTIONS,
      smtpUrl: e.SMTP_URL,
      mailFrom: e.MAIL_FROM,
      dkim: e.DKIM_KEY ? { domain: e.DKIM_DOMAIN!, selector: e.DKIM_SELECTOR!, key: e.DKIM_KEY } : undefined,
      inboundMail: e.INBOUND_MAIL_ADDRESS
        ? { address: e.INBOUND_MAIL_ADDRESS, token: e.INBOUND_MAIL_TOKEN! }
        : undefined,
      twilio: e.TWILIO_ACCOUNT_SID
        ? {
            accountSid: e.TWILIO_ACCOUNT_SID,
            authToken: e.TWILIO_AUTH_TOKEN!,
            from: e.TWILIO_FROM!,
            url: e.TWILIO_URL,
          }
        : undefined,
      translation: e.TRANSLATE_URL
        ? { url: e.TRANSLATE_URL, shape: e.TRANSLATE_SHAPE, key: e.TRANSLATE_KEY }
        : undefined,
      s3: e.S3_ENDPOINT
        ? {
            endpoint: e.S3_ENDPOINT,
            bucket: e.S3_BUCKET!,
            region: e.S3_REGION,
            accessKeyId: e.S3_ACCESS_KEY_ID!,
            secretAccessKey: e.S3_SECRET_ACCESS_KEY!,
          }
        : undefined,
      metricsToken: e.METRICS_TOKEN,
      trustedProxies: e.TRUSTED_PROXIES,
      logLevel: e.LOG_LEVEL,
      development: e.LONGTABLE_DEVELOPMENT === '1',
    },
  }
}

/** The settings with every `NAME_FILE` replaced by what the file holds; an empty value counts as not set. */
function withFiles(env: NodeJS.ProcessEnv): { values: Record<string, string>; faults: string[] } {
  const values: Record<string, string> = {}
  const faults: string[] = []
  for (const name of Object.keys(Environment.shape)) {
    const file = env[`${name}_FILE`]
    if (file) {
      try {
        values[name] = readFileSync(file, 'utf8').trim()
      } catch {
        faults.push(`${name}_FILE names a file that cannot be read: ${file}`)
      }
    } else if (env[name]) {
      values[name] = env[name]
    }
  }
  return { values, faults }
}

/** The host as it stands in an address. Passkeys need a name, and a number is none. */
function hostName(host: string): string {
  if (host === '127.0.0.1') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/** Where uploaded files are kept when no S3 store is set. */
export function filesFolder(config: Config): string {
  return join(config.dataFolder, 'files')
}

/** Where the bundled PostgreSQL keeps its cluster. */
export function postgresFolder(config: Config): string {
  return join(config.dataFolder, 'postgres')
}
