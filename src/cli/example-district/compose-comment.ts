import * as arabicFrames from './arabic/frames.ts'
import { arabicPhrases } from './arabic/phrases.ts'
import type { Author } from './author.ts'
import { pick, pickWeighted, type Random } from './chance.ts'
import { exampleCodes } from './codebook.ts'
import type { DistrictLanguage, ExampleChannel, Stance } from './district-model.ts'
import * as englishFrames from './english/frames.ts'
import { englishPhrases } from './english/phrases.ts'
import type { Frame, PhraseKind, Phrases } from './phrase.ts'
import { canSay, sayLine, someHaste, typedInHaste, withCapitals } from './say-line.ts'
import {
  aboutWriting,
  alreadyAsks,
  introducesItself,
  shapes,
  speakers,
  studentShape,
  studentThemes,
  themeWeights,
} from './ways-of-speaking.ts'
import * as spanishFrames from './spanish/frames.ts'
import { spanishPhrases } from './spanish/phrases.ts'

/** A stretch of an answer that is about one code. */
export type Passage = { code: string; stance: Stance; question: string; start: number; end: number }

export type Composed = { texts: Record<string, string>; passages: Passage[] }

type Sentence = { text: string; code?: string; stance?: Stance; breakBefore?: string }

const framesOf = { en: englishFrames, es: spanishFrames, ar: arabicFrames }
const themeOfCode = new Map(exampleCodes().map((code) => [code.key, code.theme]))

const placeOf = (language: DistrictLanguage, theme: string | undefined, stance: Stance, kind: PhraseKind) =>
  `${language} ${theme} ${stance} ${kind}`

const phrasesOf = new Map<string, Phrases[]>()
for (const [language, phrases] of [
  ['en', englishPhrases],
  ['es', spanishPhrases],
  ['ar', arabicPhrases],
] as const) {
  for (const group of phrases) {
    const place = placeOf(language, themeOfCode.get(group.code), group.stance, group.kind)
    phrasesOf.set(place, [...(phrasesOf.get(place) ?? []), group])
  }
}

/** Two pieces as one sentence if the first ends with a colon. */
function after(lead: string, words: string): string {
  return `${lead} ${lead.endsWith(':') ? words.charAt(0).toLowerCase() + words.slice(1) : words}`
}

/** Puts sentences together into what one person says, using rarely used sentences first. */
export class Composer {
  private readonly random: Random
  private readonly used = new Map<string, number>()

  constructor(random: Random) {
    this.random = random
  }

  compose(author: Author, channel: ExampleChannel): Composed {
    const themes = author.voice === 'student' ? studentThemes[author.language] : themeWeights[author.language]
    const theme = pickWeighted(this.random, themes)
    // Families whose school keeps its teachers fear to lose them; the others mostly ask for change.
    const stance: Stance = this.random() < (author.school.wellStaffed ? 0.5 : 0.15) ? 'against' : 'for'

    const shape = author.voice === 'student' ? studentShape : pickWeighted(this.random, shapes[channel])
    if (shape.includes('short'))
      return this.finish([this.sentence(author, theme, stance, 'short')], [], author, channel)
    const said: Sentence[] = []
    for (const kind of shape) {
      const sentence = this.sentence(author, theme, stance, kind, said)
      if (sentence) said.push(sentence)
    }
    if (said.length === 0) {
      const anything =
        this.sentence(author, theme, stance, 'view') ?? this.sentence(author, theme, stance, 'ask')
      if (anything) said.push(anything)
    }
    // On a form the wish goes into its own question.
    const wish: Sentence[] = []
    const isForm = channel === 'web' || channel === 'paper'
    if (isForm && shape.at(-1) === 'ask' && said.length > 1 && this.random() < 0.55) {
      wish.push(...said.splice(-1))
    }
    this.addSecondSubject(said, author, theme, stance, channel)
    return this.finish(said, wish, author, channel)
  }

  private addSecondSubject(
    said: Sentence[],
    author: Author,
    theme: string,
    stance: Stance,
    channel: ExampleChannel,
  ): void {
    if (this.random() > (channel === 'mail' ? 0.5 : channel === 'paper' ? 0.12 : 0.24)) return
    const frames = framesOf[author.language]
    const other = pickWeighted(
      this.random,
      themeWeights[author.language].filter(([key]) => key !== theme),
    )
    const turn = stance === 'for' && this.random() < 0.35
    const sentence = this.sentence(
      author,
      other,
      turn ? 'against' : stance,
      this.random() < 0.5 ? 'view' : 'ask',
      said,
    )
    if (!sentence) return
    const link = turn
      ? pick(this.random, frames.butThen)
      : this.random() < 0.6
        ? pick(this.random, frames.also)
        : null
    if (link) said.push({ text: link })
    said.push(sentence)
  }

  private sentence(
    author: Author,
    theme: string,
    stance: Stance,
    kind: PhraseKind,
    before: Sentence[] = [],
  ): Sentence | undefined {
    const options: { line: string; code: string }[] = []
    for (const group of phrasesOf.get(placeOf(author.language, theme, stance, kind)) ?? []) {
      if (!speakers[author.voice].includes(group.who)) continue
      if (group.at === 'elementary' && author.school.level !== 'elementary') continue
      if (group.at === 'secondary' && author.school.level === 'elementary') continue
      if (group.at === 'high' && author.school.level !== 'high') continue
      // Students speak of what they see; opinions about "our children" are not theirs.
      if (author.voice === 'student' && group.who === 'anyone' && kind === 'view') continue
      for (const line of group.lines) {
        if (!canSay(line, author.slots)) continue
        // A school that keeps its teachers is not described as one that loses them.
        if (author.school.wellStaffed && stance === 'for' && (kind === 'story' || line.includes('{school}')))
          continue
        options.push({ line, code: group.code })
      }
    }
    if (options.length === 0) return undefined
    const about = before.find((sentence) => sentence.code && themeOfCode.get(sentence.code) === theme)?.code
    // Rarely used sentences first, and rather about the same code as what was said before.
    const scored = options.map((option) => ({
      option,
      at: (this.used.get(option.line) ?? 0) - (about === option.code ? 1 : 0) + this.random() * 0.9,
    }))
    const chosen = scored.reduce((best, each) => (each.at < best.at ? each : best)).option
    this.used.set(chosen.line, (this.used.get(chosen.line) ?? 0) + 1)
    const text = sayLine(chosen.line, author.slots, author.boy, this.random)
    const words = kind === 'short' ? text : withCapitals(text)
    const isFirstWish = before.every(
      (each) => each.code !== undefined && themeOfCode.get(each.code) === theme,
    )
    const lead = kind === 'ask' && isFirstWish && this.random() < 0.2 && !alreadyAsks.test(words)
    const wishes = framesOf[author.language].wishes
    return { text: lead ? after(pick(this.random, wishes), words) : words, code: chosen.code, stance }
  }

  private frame(
    frames: readonly Frame[],
    author: Author,
    channel: ExampleChannel,
    kidKnown: boolean,
  ): Sentence | undefined {
    const lines = frames
      .filter((each) => each.who === author.voice || each.who === 'anyone')
      .flatMap((each) => each.lines)
      .filter((line) => canSay(line, author.slots) && (kidKnown || !/^</.test(line)))
      // Whoever is content with a school does not compare it with the other side of the river.
      .filter((line) => !author.school.wellStaffed || !/river|río|غيرنا/.test(line))
      .filter((line) => (channel !== 'meeting' && channel !== 'phone') || !aboutWriting.test(line))
      .filter((line) => channel === 'paper' || !line.includes('formulario'))
      .filter((line) => channel !== 'mail' || !/^(Buenas|السلام)/.test(line))
    if (lines.length === 0) return undefined
    return { text: withCapitals(sayLine(pick(this.random, lines), author.slots, author.boy, this.random)) }
  }

  private finish(
    body: (Sentence | undefined)[],
    wish: Sentence[],
    author: Author,
    channel: ExampleChannel,
  ): Composed {
    const said = body.filter((each) => each !== undefined)
    const frames = framesOf[author.language]
    const first = said[0]
    const isShort = channel === 'sms' || (said.length === 1 && first !== undefined && first.text.length < 75)
    const kidKnown = said.some(
      (each) => author.slots.kid !== undefined && each.text.toLowerCase().includes(author.slots.kid),
    )
    if (!isShort && first) {
      const introduce =
        !introducesItself.test(first.text) && this.random() < (channel === 'mail' ? 0.7 : 0.38)
      if (introduce) {
        const opening = this.frame(frames.openings, author, channel, kidKnown)
        if (opening) said.unshift(opening)
      } else if (channel === 'meeting' && this.random() < 0.25) {
        said.unshift({
          text: sayLine(pick(this.random, frames.spoken), author.slots, author.boy, this.random),
        })
      }
      const length = said.reduce((sum, each) => sum + each.text.length, 0)
      if (this.random() < (channel === 'mail' ? 0.5 : channel === 'meeting' ? 0.12 : 0.3)) {
        const closing = this.frame(frames.closings, author, channel, kidKnown)
        if (closing && (length > 400 || !closing.text.includes('got long'))) said.push(closing)
      }
    }
    if (channel === 'mail') {
      const start = said[0]
      if (start && this.random() < 0.75) {
        said[0] = { ...start, breakBefore: '\n\n' }
        said.unshift({ text: pick(this.random, frames.greetings) })
      }
      if (this.random() < 0.6) {
        const farewell = sayLine(pick(this.random, frames.farewells), author.slots, author.boy, this.random)
        said.push({ text: farewell, breakBefore: '\n\n' })
      }
    }
    const hurried = { web: 0.2, paper: 0.14, meeting: 0, phone: 0, mail: 0.06, sms: 0.75 }[channel]
    const haste = this.random() < hurried ? someHaste(this.random) : null
    const texts: Record<string, string> = {}
    const passages: Passage[] = []
    for (const [question, sentences] of [
      ['lived', said],
      ['first', wish],
    ] as const) {
      let text = ''
      for (const [index, sentence] of sentences.entries()) {
        const isLast = index === sentences.length - 1
        const words = haste ? typedInHaste(sentence.text, author.language, haste, isLast) : sentence.text
        const joint = text === '' ? '' : (sentence.breakBefore ?? ' ')
        const start = text.length + joint.length
        text += joint + words
        if (sentence.code && sentence.stance) {
          passages.push({ code: sentence.code, stance: sentence.stance, question, start, end: text.length })
        }
      }
      if (text !== '') texts[question] = text
    }
    return { texts, passages }
  }
}
