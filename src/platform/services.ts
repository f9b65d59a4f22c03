import type pg from 'pg'
import type { Config } from '../config.ts'
import type { Db } from './db/database.ts'
import type { Recent } from './db/recent.ts'
import type { FileStore } from './files/file-store.ts'
import type { RateLimits } from './http/rate-limit.ts'
import type { Log } from './log/log.ts'
import type { MailTransport } from './mail/mail.ts'
import type { SmsTransport } from './sms/sms.ts'

/** What the program reaches the world through. Made once at the start, handed to every request and every job. */
export type Services = {
  db: Db
  pool: pg.Pool
  config: Config
  log: Log
  /** The clock; tests set it. */
  now: () => Date
  files: FileStore
  limits: RateLimits
  /** What visitors may see a moment old. */
  recent: Recent
  /** Undefined when no SMTP server is set: messages then stay in the outbox, where staff can read them. */
  mail: MailTransport | undefined
  /** Undefined when no gateway is set: the simulator shows what would be sent. */
  sms: SmsTransport | undefined
}
