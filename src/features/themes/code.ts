import { z } from 'zod'

/** One idea that coders look for in comments. Codes are the agency's working words, in one language, and not translated. */
export type Code = {
  agencyId: string
  id: string
  engagementId: string
  name: string
  definition: string
  example: string
  /** What does not belong here, so that two coders draw the same line. */
  exclusion: string
  position: number
  /** No longer given to comments; what was coded with it stays. */
  retiredAt: Date | null
}

export type CodeWords = Pick<Code, 'name' | 'definition' | 'example' | 'exclusion'>

const words = (most: number) =>
  z.string('themes.fault.unreadable').trim().max(most, 'themes.fault.long').default('')

/** The form of a code, when it is new and when it is changed. */
export const CodeForm = z.object({
  name: words(120).refine((text) => text !== '', 'themes.fault.codeName'),
  definition: words(2000).refine((text) => text !== '', 'themes.fault.codeDefinition'),
  example: words(2000),
  exclusion: words(2000),
  note: words(1000),
})

/**
 * Whether a change may alter what the code means. Its name may be put better; what it takes in and leaves out is its meaning,
 * and comments that were coded before were read by the old one.
 */
export function meaningChanged(before: CodeWords, after: CodeWords): boolean {
  return (
    before.definition !== after.definition ||
    before.exclusion !== after.exclusion ||
    before.example !== after.example
  )
}

/** The key that gives this code in the workbench: 1 to 9, then letters but N, which skips; none after that. */
export function keyOf(index: number): string | undefined {
  return '123456789abcdefghijklmopqrstuvwxyz'[index]
}
