import type { Stance } from './district-model.ts'

/**
 * What a sentence is for in a comment: something lived through, an opinion, a wish, or a whole comment in one line as
 * people send it by text message.
 */
export type PhraseKind = 'story' | 'view' | 'ask' | 'short'

/** Who could have said a sentence. Teachers and aides (with office staff) are both staff, an elder is a grandparent or a
 * neighbor, and a grandparent is also family. */
export type Speaker = 'family' | 'student' | 'teacher' | 'aide' | 'staff' | 'elder' | 'anyone'

/**
 * Sentences that say the same kind of thing about one code. In a line, `[a|b]` is a free choice, `<a/b>` follows the
 * child (boy/girl), and `{name}` is filled from the author.
 */
export type Phrases = {
  code: string
  stance: Stance
  kind: PhraseKind
  who: Speaker
  /** Only said about these schools: the elementary ones, all the others, or the high schools. */
  at?: 'elementary' | 'secondary' | 'high'
  lines: string[]
}

/** How people of one kind begin and end. */
export type Frame = { who: ExampleVoice | 'anyone'; lines: string[] }

/** The kinds of people who write. */
export type ExampleVoice =
  'parent' | 'grandparent' | 'student' | 'teacher' | 'principal' | 'aide' | 'community'
