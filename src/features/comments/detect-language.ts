import { detectAll } from 'tinyld'

/** Below this many letters a guess is worth less than the language of the page. */
const fewestLetters = 24

/** The detector's work grows with the text, and a few sentences say as much as ten thousand letters. */
const sampleLength = 120

const arabicLetters = /\p{Script=Arabic}/gu

// Small words that hardly any other language has: a few of them decide without asking the detector, whose work would be most
// of the cost of taking a comment.
const small: [string, RegExp][] = [
  ['en', /(?<!\p{L})(?:the|and|are|they|that|this|with|have|not|my|you|our|for|because|there)(?!\p{L})/giu],
  ['es', /(?<!\p{L})(?:el|los|las|una|y|pero|muy|más|mi|del|hay|están|nuestra|nuestros|escuela)(?!\p{L})/giu],
]

function bySmallWords(sample: string): string | undefined {
  const counts = small.map(([language, words]) => ({ language, count: sample.match(words)?.length ?? 0 }))
  const [most, other] = counts.sort((a, b) => b.count - a.count)
  return most!.count >= 3 && other!.count === 0 ? most!.language : undefined
}

/**
 * The language that a text is written in, as two letters, among all that the detector knows; `fallback` when the text is too
 * short or the guess too weak. A wrong guess hides a comment from the readers of its language, so doubt goes to the page.
 */
export function detectLanguage(text: string, fallback: string): string {
  const sample = text.slice(0, sampleLength)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < fewestLetters) {
    // One script, one language among our readers, so a few letters are enough.
    const arabic = sample.match(arabicLetters)?.length ?? 0
    return letters >= 6 && arabic > letters / 2 && fallback !== 'fa' ? 'ar' : fallback
  }
  const plain = bySmallWords(sample)
  if (plain) return plain
  const guesses = detectAll(sample)
  const best = guesses[0]
  if (!best || best.accuracy < 0.1) return fallback
  const own = guesses.find((guess) => guess.lang === fallback)
  // Close relatives (Galician and Spanish, Dutch and Afrikaans) score alike: the page's language wins a near tie.
  return own && best.accuracy - own.accuracy < 0.1 ? fallback : best.lang
}
