import { longestSms, type OutgoingSms, type SmsResult, type SmsTransport } from './sms.ts'

export type TwilioSettings = {
  accountSid: string
  authToken: string
  /** Our number in E.164 form, a short code, or a messaging service (MG…). */
  from: string
  /** Another gateway that speaks the same language. */
  url?: string
  /** Where the gateway reports what became of a text. */
  statusCallback?: string
  /** Milliseconds to wait for an answer. */
  timeout?: number
}

type Refused = Extract<SmsResult, { outcome: 'refused' }>

/** What is wrong with the SMS settings, in words for the administrator; empty when they can be used. */
export function twilioSettingFaults(settings: TwilioSettings): string[] {
  const faults: string[] = []
  if (!/^[A-Za-z0-9_-]{1,100}$/.test(settings.accountSid))
    faults.push('The SMS account id is empty or has other characters than letters and digits')
  if (settings.authToken.trim() === '') faults.push('The SMS token is empty')
  if (!/^MG[0-9a-f]{32}$/i.test(settings.from) && !/^\+?[0-9]{3,15}$/.test(settings.from)) {
    faults.push('The SMS sender must be a number such as +15305550123 or a messaging service id (MG…)')
  }
  const urls = { 'SMS base address': settings.url, 'SMS status address': settings.statusCallback }
  for (const [name, url] of Object.entries(urls)) {
    if (url !== undefined && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)))
      faults.push(`The ${name} is not a web address`)
  }
  return faults
}

/** Opens the way to Twilio, or to any gateway with its REST shape. Throws when the settings cannot be used. */
export function openTwilio(settings: TwilioSettings): SmsTransport {
  const faults = twilioSettingFaults(settings)
  if (faults.length > 0) throw new Error(faults.join('. '))
  const base = (settings.url ?? 'https://api.twilio.com').replace(/\/+$/, '')
  const address = `${base}/2010-04-01/Accounts/${settings.accountSid}/Messages.json`
  const authorization = `Basic ${Buffer.from(`${settings.accountSid}:${settings.authToken}`).toString('base64')}`

  return {
    async send(message) {
      const fault = messageFault(message)
      if (fault !== undefined) return { ...refused, permanent: true, reason: fault }
      try {
        const response = await fetch(address, {
          method: 'POST',
          headers: {
            authorization,
            accept: 'application/json',
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: form(message, settings).toString(),
          redirect: 'error',
          signal: AbortSignal.timeout(settings.timeout ?? 20_000),
        })
        return answer(response.status, await shortText(response))
      } catch (error) {
        return unanswered(error)
      }
    },
  }
}

const refused: Refused = {
  outcome: 'refused',
  permanent: false,
  optedOut: false,
  uncertain: false,
  reason: '',
}

function messageFault({ to, body }: OutgoingSms): string | undefined {
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return 'the number is not in the form +15305550123'
  if (body.trim() === '') return 'the text is empty'
  if (body.length > longestSms)
    return `the text has ${body.length} characters; the gateway takes ${longestSms}`
  return undefined
}

function form({ to, body }: OutgoingSms, { from, statusCallback }: TwilioSettings): URLSearchParams {
  const fields = new URLSearchParams({ To: to, Body: body })
  fields.set(from.startsWith('MG') ? 'MessagingServiceSid' : 'From', from)
  if (statusCallback) fields.set('StatusCallback', statusCallback)
  return fields
}

const longestAnswer = 100_000

async function shortText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    size += chunk.length
    if (size > longestAnswer) break
  }
  return Buffer.concat(chunks).subarray(0, longestAnswer).toString()
}

// https://www.twilio.com/docs/api/errors/21610: "Attempt to send to unsubscribed recipient".
const unsubscribedRecipient = 21610

function answer(status: number, text: string): SmsResult {
  const fields = jsonFields(text)
  if (status >= 200 && status < 300) {
    const id = fields.sid
    // Something answered, but not the gateway: a proxy's page, or a wrong base address.
    if (typeof id !== 'string' || id === '')
      return { ...refused, uncertain: true, reason: `status ${status} without a message id` }
    const segments = Number(fields.num_segments)
    return {
      outcome: 'sent',
      id,
      segments: Number.isInteger(segments) && segments > 0 ? segments : undefined,
    }
  }
  const optedOut = fields.code === unsubscribedRecipient
  const message = typeof fields.message === 'string' ? fields.message : 'no explanation'
  const reason = [
    `status ${status}`,
    ...(typeof fields.code === 'number' ? [`code ${fields.code}`] : []),
    message,
  ].join(', ')
  // Credentials, money and too many at once are mended by people or time; the text itself is fine.
  const passing = status >= 500 || [401, 402, 403, 404, 408, 429].includes(status)
  return {
    ...refused,
    permanent: optedOut || !passing,
    optedOut,
    uncertain: status >= 500,
    reason: oneLine(reason),
  }
}

function jsonFields(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function unanswered(error: unknown): Refused {
  if (!(error instanceof Error)) throw error
  const cause = error.cause instanceof Error ? error.cause : error
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name
  // Nothing was sent when there was nobody to send it to.
  const neverSent = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
  ].includes(code)
  return { ...refused, uncertain: !neverSent, reason: oneLine(`${code}: ${cause.message}`) }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500)
}
