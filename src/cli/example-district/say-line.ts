import { pick, type Random } from './chance.ts'

export type Slots = Readonly<Record<string, string>>

const choice = /\[([^[\]]*\|[^[\]]*)\]/g
const gendered = /<([^<>/]*)\/([^<>/]*)>/g
const slot = /\{(\w+)\}/g
const sentenceStart = /(^|[.!?:]\s+)([¿¡«]?)(\p{Ll})/gu

/**
 * Turns a line of the grammar into words: `[a|b]` is a free choice, `<a/b>` follows the child (boy/girl), `{name}` comes
 * from the author. A name without a value is a mistake in the grammar and throws.
 */
export function sayLine(line: string, slots: Slots, boy: boolean, random: Random): string {
  return line
    .replace(choice, (_, options: string) => pick(random, options.split('|')))
    .replace(gendered, (_, his: string, her: string) => (boy ? his : her))
    .replace(slot, (_, name: string) => {
      const value = slots[name]
      if (value === undefined) throw new Error(`no value for {${name}} in: ${line}`)
      return value
    })
}

/** Whether the author knows everything that the line mentions. */
export function canSay(line: string, slots: Slots): boolean {
  return [...line.matchAll(slot)].every(([, name]) => name !== undefined && slots[name] !== undefined)
}

/** Begins each sentence with a capital letter; needed where a sentence begins with words filled in. */
export function withCapitals(text: string): string {
  return text.replace(sentenceStart, (whole, before: string, mark: string, letter: string) =>
    before.startsWith(':') ? whole : before + mark + letter.toUpperCase(),
  )
}

const contractions =
  /\b(don|can|won|isn|didn|doesn|wouldn|shouldn|aren|I|it|that|we|they|there)'(t|m|s|re|ll|ve)\b/gi

/** What someone who is in a hurry leaves out; the same through a whole comment. */
export type Haste = { marks: boolean; shortens: boolean; capitals: boolean; lastStop: boolean }

/** How hurried one person is. */
export function someHaste(random: Random): Haste {
  return {
    marks: random() < 0.7,
    shortens: random() < 0.3,
    capitals: random() < 0.5,
    lastStop: random() < 0.65,
  }
}

/** The text as typed in haste: without accents or apostrophes, in small letters, with `bc` and `q`. */
export function typedInHaste(
  text: string,
  language: 'en' | 'es' | 'ar',
  haste: Haste,
  isLast: boolean,
): string {
  let typed = text
  if (language === 'en') {
    if (haste.marks) typed = typed.replace(contractions, '$1$2')
    if (haste.shortens) typed = typed.replace(/\b[Bb]ecause\b/g, 'bc').replace(/\ba lot\b/g, 'alot')
  }
  if (language === 'es') {
    typed = typed.replace(/[¿¡«»]/g, '')
    if (haste.marks) typed = typed.replace(/[áéíóú]/g, (letter) => 'aeiou'.charAt('áéíóú'.indexOf(letter)))
    if (haste.shortens) typed = typed.replace(/\bque\b/g, 'q')
  }
  if (language === 'ar') typed = typed.replace(/[\u064b-\u0652]/g, '').replace(/[أإ]/g, 'ا')
  if (haste.capitals) typed = typed.replace(sentenceBegin, (whole) => whole.toLowerCase())
  return haste.lastStop && isLast ? typed.replace(/[.،]$/, '') : typed
}

/** A word that begins a sentence and is neither a name in capitals nor the English "I". */
const sentenceBegin =
  /(?:^|(?<=[.!?]\s))(?!I\b|Heron|Mill|Orchard|Riverbend|South Levee|Lupine|Spanish|English)\p{Lu}(?=\p{Ll}|\s)/gu
