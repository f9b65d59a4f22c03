/** A stretch of a text, by UTF-16 units; `end` is the first that is no longer in it. */
export type Range = { start: number; end: number }

export const suggestionKinds = ['mail', 'phone', 'number', 'name', 'address'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]
export type Suggestion = Range & { kind: SuggestionKind; text: string }

/** What stands where words were taken out: always the same, so that its length tells nothing about them. */
export const blackout = '████'

// One or two capitalized words, and particles between them: "Ana María", "de la Cruz".
const nameWords = String.raw`\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:de|la|las|los|del|van|von|al|bin)\s+)*\p{Lu}[\p{L}'’-]+){0,3}`

/**
 * Patterns of what tends to point at a person. They propose; a person decides. Names are only found behind words that
 * announce them, for a list of names would black out streets and schools.
 */
const patterns: readonly { kind: SuggestionKind; find: RegExp; group?: number }[] = [
  { kind: 'mail', find: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu },
  {
    kind: 'phone',
    find: /(?<![\p{N}])(?:\+?\d{1,3}[ .-]?)?(?:\(\d{3}\)|\d{3})[ .-]?\d{3}[ .-]?\d{4}(?!\p{N})/gu,
  },
  { kind: 'number', find: /(?<![\p{N}])\d(?:[ -]?\d){5,}(?!\p{N})/gu },
  {
    kind: 'address',
    find: /(?<![\p{N}])\d{1,5}\s+(?:[NSEW]\.?\s+)?\p{Lu}[\p{L}'’]+(?:\s+\p{Lu}[\p{L}'’]+){0,2}\s+(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl)\b\.?/gu,
  },
  {
    kind: 'name',
    group: 1,
    find: new RegExp(
      String.raw`\b(?:[Mm]y name is|I am called|[Mm]y (?:son|daughter|child|boy|girl|kid|brother|sister|husband|wife|grandson|granddaughter|niece|nephew),?|(?:Mr|Mrs|Ms|Miss|Dr)\.?)\s+(${nameWords})`,
      'gu',
    ),
  },
  {
    kind: 'name',
    group: 1,
    find: new RegExp(
      String.raw`(?:^|[^\p{L}])(?:[Mm]e llamo|[Mm]i nombre es|[Mm]i (?:hij[oa]|niñ[oa]|herman[oa]|espos[oa]|niet[oa]|sobrin[oa]),?|(?:Sr|Sra|Srta|Dra?)\.?|[Mm]aestr[oa]|[Pp]rofesora?)\s+(${nameWords})`,
      'gu',
    ),
  },
  {
    kind: 'name',
    group: 1,
    find: /(?:اسمي|أدعى|ابني|ابنتي|بنتي|الأستاذ|الأستاذة|السيد|السيدة)\s+(\p{Script=Arabic}{2,}(?:\s+\p{Script=Arabic}{2,})?)/gu,
  },
]

/** Stretches that look like personal information, in their order; where two overlap, the longer one. */
export function suggestRedactions(text: string): Suggestion[] {
  const found: Suggestion[] = []
  for (const { kind, find, group } of patterns) {
    for (const match of text.matchAll(find)) {
      const words = match[group ?? 0] ?? ''
      const start = match.index + (group ? match[0].lastIndexOf(words) : 0)
      if (words !== '') found.push({ kind, start, end: start + words.length, text: words })
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start))
  const kept: Suggestion[] = []
  for (const one of found) if (!kept.some((other) => overlaps(one, other))) kept.push(one)
  return kept.sort((a, b) => a.start - b.start)
}

/** Whether two stretches share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** Every place where these very words stand, whatever their case; whole words only when they are letters or digits at the edge. */
export function rangesOf(text: string, words: string): Range[] {
  const wanted = words.trim()
  if (wanted === '') return []
  const literal = wanted.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`)
  const before = /^[\p{L}\p{N}]/u.test(wanted) ? String.raw`(?<![\p{L}\p{N}])` : ''
  const after = /[\p{L}\p{N}]$/u.test(wanted) ? String.raw`(?![\p{L}\p{N}])` : ''
  return [...text.matchAll(new RegExp(before + literal + after, 'giu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Ranges in order, inside the text, without overlaps; neighbors that touch become one. */
export function mergedRanges(ranges: readonly Range[], length: number): Range[] {
  const inside = ranges
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => Number.isInteger(start) && Number.isInteger(end) && start < end)
    .sort((a, b) => a.start - b.start)
  const merged: Range[] = []
  for (const range of inside) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}

/** The text with the stretches blacked out: what was there is not in it any more. */
export function redacted(text: string, ranges: readonly Range[]): string {
  let result = ''
  let at = 0
  for (const { start, end } of mergedRanges(ranges, text.length)) {
    result += text.slice(at, start) + blackout
    at = end
  }
  return result + text.slice(at)
}

/** Where a quote stands after the redaction; undefined when it held words that are gone. */
export function movedQuote(quote: Range, ranges: readonly Range[]): Range | undefined {
  const merged = mergedRanges(ranges, Number.MAX_SAFE_INTEGER)
  if (merged.some((range) => overlaps(range, quote))) return undefined
  const shift = merged
    .filter((range) => range.end <= quote.start)
    .reduce((sum, range) => sum + blackout.length - (range.end - range.start), 0)
  return { start: quote.start + shift, end: quote.end + shift }
}

/** A range as it travels in a form: `12-34`. */
export function rangeText({ start, end }: Range): string {
  return `${start}-${end}`
}

export function readRange(text: string): Range | undefined {
  const found = /^(\d{1,6})-(\d{1,6})$/.exec(text)
  if (!found) return undefined
  const range = { start: Number(found[1]), end: Number(found[2]) }
  return range.start < range.end ? range : undefined
}
