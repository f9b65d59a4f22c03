import type { Context } from 'hono'
import './context.ts'
import '../agencies/context.ts'
import { commentMailAddress, type WaysIn } from './ways-in.ts'

/** How people can take part in the engagement of this request, as the settings allow. */
export function waysIn(c: Context): WaysIn {
  const [agency, engagement, config] = [c.get('agency'), c.get('engagement'), c.get('config')]
  return {
    mailAddress: commentMailAddress(config.inboundMail?.address, agency.slug, engagement.slug),
    sms:
      config.twilio && engagement.smsKeyword !== ''
        ? { keyword: engagement.smsKeyword, number: config.twilio.from }
        : undefined,
    phone: engagement.contactPhone,
    contactName: engagement.contactName,
    contactAddress: engagement.contactAddress,
  }
}
