/** Why a text is not a telephone number that can be texted; the page that asked for it puts the words to it. */
export type PhoneFault =
  | 'empty'
  | 'letters'
  | 'extension'
  | 'too-short'
  | 'too-long'
  | 'area-code'
  | 'exchange'
  | 'country-code'
  | 'emergency-or-service'

export type ParsedPhone = { ok: true; number: string } | { ok: false; fault: PhoneFault }

/**
 * Reads a telephone number as people write it and gives it in E.164 form (+15305550123). Without a country code it is taken for
 * one of the North American plan: ten digits, or eleven with the leading 1. Arabic digits are read too.
 */
export function parsePhone(typed: string): ParsedPhone {
  if (typed.length > 200) return { ok: false, fault: 'too-long' }
  const text = westernDigits(typed.normalize('NFKC'))
    .replace(/[\p{Cf}\u061c]/gu, '')
    .replace(/^tel:/i, '')
    .trim()
  if (text === '') return { ok: false, fault: 'empty' }
  if (/\d\s*(?:x|ext\.?|extension|extensión|#|;|,)\s*\d+$/i.test(text))
    return { ok: false, fault: 'extension' }
  if (/\p{L}/u.test(text)) return { ok: false, fault: 'letters' }
  const digits = text.replace(/\D/g, '')
  if (digits === '') return { ok: false, fault: 'empty' }
  const international = /^\s*\(?\+/.test(text)
    ? digits
    : /^(?:011|00)/.test(digits)
      ? digits.replace(/^(?:011|00)/, '')
      : undefined
  if (international !== undefined) return parseInternational(international)
  if (digits.length === 11 && digits.startsWith('1')) return parseNorthAmerican(digits.slice(1))
  return parseNorthAmerican(digits)
}

function parseInternational(digits: string): ParsedPhone {
  if (digits.startsWith('1')) return parseNorthAmerican(digits.slice(1))
  if (digits.startsWith('0') || digits === '') return { ok: false, fault: 'country-code' }
  // E.164 allows 15 digits; no country that we know of has fewer than seven with its code.
  if (digits.length < 7) return { ok: false, fault: 'too-short' }
  if (digits.length > 15) return { ok: false, fault: 'too-long' }
  return { ok: true, number: `+${digits}` }
}

/** Area code and exchange begin with 2 to 9, and neither is of the N11 kind (411, 911). */
function parseNorthAmerican(digits: string): ParsedPhone {
  if (/^[2-9]11$/.test(digits) || digits === '988') return { ok: false, fault: 'emergency-or-service' }
  if (digits.length < 10) return { ok: false, fault: 'too-short' }
  if (digits.length > 10) return { ok: false, fault: 'too-long' }
  if (/^(?:[01]|.11)/.test(digits)) return { ok: false, fault: 'area-code' }
  if (/^...(?:[01]|.11)/.test(digits)) return { ok: false, fault: 'exchange' }
  return { ok: true, number: `+1${digits}` }
}

function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
}

export type SmsSegments = {
  encoding: 'GSM-7' | 'UCS-2'
  /** Septets, or 16-bit units. */
  units: number
  /** How many messages are sent and paid for. */
  segments: number
  /** Units left in the last one. */
  remaining: number
  /** The characters that made the text a UCS-2 one, each once: a plain quotation mark in place of “ may halve the price. */
  beyondGsm: string[]
}

// 3GPP TS 23.038: á, í, ó and ú are not in it, é, ñ, ¿ and ¡ are.
const gsmBasic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const gsmExtended = new Set('\f^{}\\[~]|€')

/** How a text will be cut and encoded on its way: 160 or 70 characters alone, 153 or 67 each when there are several. */
export function smsSegments(text: string): SmsSegments {
  const characters = Array.from(text)
  const beyondGsm = [...new Set(characters.filter((one) => !gsmBasic.has(one) && !gsmExtended.has(one)))]
  const gsm = beyondGsm.length === 0
  const unitsOf = (character: string) => (gsm ? (gsmExtended.has(character) ? 2 : 1) : character.length)
  const alone = gsm ? 160 : 70
  const each = gsm ? 153 : 67
  const encoding = gsm ? 'GSM-7' : 'UCS-2'
  const units = characters.reduce((sum, character) => sum + unitsOf(character), 0)
  if (units <= alone)
    return { encoding, units, segments: units === 0 ? 0 : 1, remaining: alone - units, beyondGsm }
  let segments = 1
  let used = 0
  for (const character of characters) {
    // An escaped character and a surrogate pair go whole into the next message.
    if (used + unitsOf(character) > each) {
      segments++
      used = 0
    }
    used += unitsOf(character)
  }
  return { encoding, units, segments, remaining: each - used, beyondGsm }
}

/** The longest text that Twilio and its likes take in one request. */
export const longestSms = 1600

export type OutgoingSms = { to: string; body: string }

export type SmsResult =
  | { outcome: 'sent'; id: string; segments: number | undefined }
  | {
      outcome: 'refused'
      /** Trying again later will not help. */
      permanent: boolean
      /** The carrier says that this person sent STOP: do not text them until they ask for it. */
      optedOut: boolean
      /** The request went out and no answer came back: the person may have the text already. */
      uncertain: boolean
      reason: string
    }

export type SmsTransport = { send(message: OutgoingSms): Promise<SmsResult> }
