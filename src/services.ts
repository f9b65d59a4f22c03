import { type Config, filesFolder } from './config.ts'
import type { OpenDatabase } from './platform/db/database.ts'
import { openRecent } from './platform/db/recent.ts'
import { diskStore } from './platform/files/disk-store.ts'
import { s3Store } from './platform/files/s3-store.ts'
import { openRateLimits } from './platform/http/rate-limit.ts'
import type { Log } from './platform/log/log.ts'
import { openSmtp } from './platform/mail/smtp-transport.ts'
import type { Services } from './platform/services.ts'
import { openTwilio } from './platform/sms/twilio-transport.ts'

/** Everything the program reaches the world through, as the settings say. */
export function openServices(config: Config, { db, pool }: OpenDatabase, log: Log): Services {
  const dkim = config.dkim && {
    domain: config.dkim.domain,
    selector: config.dkim.selector,
    privateKey: config.dkim.key,
  }
  return {
    db,
    pool,
    config,
    log,
    now: () => new Date(),
    files: config.s3 ? s3Store(config.s3) : diskStore(filesFolder(config)),
    limits: openRateLimits(pool),
    recent: openRecent(1000),
    mail: config.smtpUrl === undefined ? undefined : openSmtp(config.smtpUrl, dkim ? { dkim } : {}),
    sms: config.twilio && openTwilio(config.twilio),
  }
}
