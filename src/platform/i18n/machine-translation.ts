import { z } from 'zod'

/** Where a machine translates: a LibreTranslate server or a service shaped like DeepL's. */
export type TranslationService = { url: string; shape: 'libretranslate' | 'deepl'; key: string }

export type MachineTranslation =
  | { outcome: 'translated'; text: string }
  /** `permanent`: asking again will not help, for example because the service does not know the language. */
  | { outcome: 'refused'; permanent: boolean; reason: string }

const LibreAnswer = z.object({ translatedText: z.string() })
const DeepLAnswer = z.object({ translations: z.array(z.object({ text: z.string() })).min(1) })

type Call = {
  address: string
  headers: Record<string, string>
  body: object
  read(answer: unknown): string | undefined
}

/** How each shape is asked and answers (libretranslate.com/docs; developers.deepl.com, POST /v2/translate). */
function callOf({ url, shape, key }: TranslationService, text: string, from: string, to: string): Call {
  const base = url.replace(/\/+$/, '')
  if (shape === 'libretranslate') {
    return {
      address: base.endsWith('/translate') ? base : `${base}/translate`,
      headers: {},
      body: { q: text, source: from, target: to, format: 'text', ...(key ? { api_key: key } : {}) },
      read: (answer) => LibreAnswer.safeParse(answer).data?.translatedText,
    }
  }
  return {
    address: base.endsWith('/translate') ? base : `${base}/v2/translate`,
    headers: key ? { authorization: `DeepL-Auth-Key ${key}` } : {},
    // DeepL wants to know which English is wanted.
    body: {
      text: [text],
      source_lang: from.toUpperCase(),
      target_lang: to === 'en' ? 'EN-US' : to.toUpperCase(),
    },
    read: (answer) => DeepLAnswer.safeParse(answer).data?.translations[0]?.text,
  }
}

const longestAnswer = 1_000_000

/** Has a text translated by a machine. Never throws; whoever shows the words must say that a machine wrote them. */
export async function translateByMachine(
  service: TranslationService,
  { text, from, to }: { text: string; from: string; to: string },
  { timeout = 20_000 }: { timeout?: number } = {},
): Promise<MachineTranslation> {
  const { address, headers, body, read } = callOf(service, text, from, to)
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
      redirect: 'error', // the text may be personal; it goes where the operator said and nowhere else
    })
    const answer = (await response.text()).slice(0, longestAnswer)
    if (!response.ok) {
      const permanent =
        response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429
      return { outcome: 'refused', permanent, reason: `${response.status} ${answer.slice(0, 200)}` }
    }
    const translated = read(jsonOf(answer))?.trim()
    return translated
      ? { outcome: 'translated', text: translated }
      : { outcome: 'refused', permanent: true, reason: 'The service answered without a translation' }
  } catch (error) {
    return {
      outcome: 'refused',
      permanent: false,
      reason: error instanceof Error ? error.message : String(error),
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
