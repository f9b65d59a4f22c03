export type SmsKeyword = 'stop' | 'start' | 'help'

// The carriers' English list, the words that the FCC named in 2024 for taking consent back, their Spanish counterparts, and Arabic ones.
// Written as `plainWords` leaves a text: lower case, no accents, no punctuation, no courtesy.
const words: Record<SmsKeyword, string[]> = {
  stop: [
    ...[
      'stop',
      'stopall',
      'stop all',
      'unsubscribe',
      'unsubscribe me',
      'cancel',
      'end',
      'quit',
      'revoke',
      'optout',
      'opt out',
    ],
    ...['stop texting me', 'stop texts', 'stop messages', 'no more texts', 'no more messages', 'remove me'],
    ...[
      'alto',
      'parar',
      'pare',
      'paren',
      'para ya',
      'detener',
      'detenga',
      'cancelar',
      'cancele',
      'baja',
      'dar de baja',
      'darme de baja',
    ],
    ...[
      'deme de baja',
      'terminar',
      'basta',
      'salir',
      'no mas',
      'no mas mensajes',
      'no mas textos',
      'quitarme',
      'eliminar',
    ],
    ...['توقف', 'قف', 'ايقاف', 'اوقف', 'الغاء', 'الغاء الاشتراك', 'كفي'],
  ],
  start: [
    ...['start', 'unstop', 'subscribe', 'resume', 'optin', 'opt in'],
    ...[
      'iniciar',
      'inicio',
      'inicie',
      'alta',
      'dar de alta',
      'darme de alta',
      'comenzar',
      'empezar',
      'suscribir',
      'suscribirme',
      'reanudar',
    ],
    ...['ابدا', 'بدء', 'اشترك', 'اشتراك'],
  ],
  help: [
    ...['help', 'help me', 'info', 'information', 'aide'],
    ...['ayuda', 'ayudeme', 'auxilio', 'informacion'],
    ...['مساعده', 'ساعدني', 'معلومات'],
  ],
}

const keywordOf = new Map<string, SmsKeyword>()
for (const keyword of ['stop', 'start', 'help'] as const)
  for (const word of words[keyword]) keywordOf.set(word, keyword)

/**
 * What a text asks of the service itself, when that is all it says: "Stop.", "¡ALTO!", "por favor cancelar". A longer text that
 * contains such a word ("please stop the cuts") is a comment, and the answer is undefined.
 */
export function smsKeyword(text: string): SmsKeyword | undefined {
  // A keyword with all its courtesy is short, and comments may be long.
  if (text.length > 120) return undefined
  const plain = plainWords(text)
  return keywordOf.get(plain) ?? keywordOf.get(onceOnly(plain))
}

function plainWords(text: string): string {
  const letters = text
    .normalize('NFKD')
    // Accents, Arabic vowel signs and hamza marks all come apart as marks here; the stretching sign has no meaning.
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .toLowerCase()
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return letters
    .replace(/^(?:please|por favor|favor de|من فضلك) /, '')
    .replace(/ (?:please|por favor|gracias|thanks|thank you|من فضلك)$/, '')
}

/** "stop stop stop" is "stop", said by somebody who is cross. */
function onceOnly(plain: string): string {
  const [first = '', ...others] = plain.split(' ')
  return others.every((word) => word === first) ? first : plain
}
