import { createHash } from 'node:crypto'
import { plainWords } from '../comments/fingerprint.ts'

/**
 * The same for statements that differ only in case, accents, marks and spaces, so that nothing is asked twice. A hash, because
 * it stays when the words are erased. Empty for a text without words.
 */
export function statementFingerprint(text: string): string {
  const words = plainWords(text)
  if (words.length === 0) return ''
  return createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 32)
}

/** Pairs of letters of a text, spaces between words included; statements are too short for whole words to tell them apart. */
function letterPairs(text: string): Set<string> {
  const plain = ` ${plainWords(text).join(' ')} `
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2))
  return pairs
}

/** From here on two statements are shown beside each other as nearly the same. */
export const nearlySameFrom = 0.72

export type NearStatement<Item> = { item: Item; similarity: number }

/**
 * Finds the items whose words are nearest to a text, nearest first, at most four (the text itself may be
 * among them): Dice's coefficient (1945) over pairs of
 * letters, from `nearlySameFrom` to 1. The items are read once, however many texts are looked up.
 */
export function findNearlySame<Item>(
  items: readonly Item[],
  wordsOf: (item: Item) => string,
): (text: string) => NearStatement<Item>[] {
  const prepared = items.map((item) => ({ item, pairs: letterPairs(wordsOf(item)) }))
  return (text) => {
    const own = letterPairs(text)
    if (own.size < 4) return []
    return prepared
      .map(({ item, pairs }) => ({ item, similarity: dice(own, pairs) }))
      .filter(({ similarity }) => similarity >= nearlySameFrom)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, 4)
  }
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const pair of a) if (b.has(pair)) both++
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size)
}
