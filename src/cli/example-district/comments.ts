import { aboutYou, chosenAnswers, contactBook, whoEntered } from './about-the-writer.ts'
import { riverbendSchools, type School } from './agencies.ts'
import { inventAuthor, type Author, type Known } from './author.ts'
import { between, pick, shuffled, type Random } from './chance.ts'
import { readBy, settledCoding } from './coders.ts'
import { Composer, type Passage } from './compose-comment.ts'
import type { DistrictLanguage, ExampleChannel, ExampleComment, ExampleRange } from './district-model.ts'
import { moderated, readMarks, type ModerationCase } from './moderate.ts'
import { sayLine } from './say-line.ts'
import {
  heldComments,
  letters,
  offTopicComments,
  personalComments,
  spamComments,
  type UnusualComment,
} from './unusual-comments.ts'
import { someTimeAfter, whenSent } from './when-sent.ts'

/** How many comments came by each way and in each language: 1,200 in all. */
export const commentPlan: Record<ExampleChannel, Record<DistrictLanguage, number>> = {
  web: { en: 430, es: 195, ar: 35 },
  paper: { en: 115, es: 108, ar: 17 },
  meeting: { en: 64, es: 31, ar: 9 },
  phone: { en: 24, es: 13, ar: 3 },
  mail: { en: 78, es: 14, ar: 4 },
  sms: { en: 33, es: 23, ar: 4 },
}

type Draft = {
  author: Author
  channel: ExampleChannel
  about: ModerationCase
  texts: Record<string, string>
  passages: Passage[]
  redactions: ExampleRange[]
  letter: string | null
}

const withdrawnShare = 8

/** The comments of the main engagement in the order in which they were sent. */
export function exampleComments(today: string, random: Random): ExampleComment[] {
  const month = Number(today.slice(5, 7))
  const drafts = [...unusualDrafts(random, month)]
  const taken = countByPlace(drafts)
  const composer = new Composer(random)
  const seen = new Set(drafts.map((draft) => textOf(draft.texts)))
  for (const place of places()) {
    const left =
      commentPlan[place.channel][place.language] - (taken.get(`${place.channel} ${place.language}`) ?? 0)
    for (let count = 0; count < left; count += 1) {
      drafts.push(composeNew(composer, random, place.channel, place.language, month, seen))
    }
  }
  const contactFor = contactBook(random)
  const dated = drafts.map((draft) => ({ draft, ...whenSent(draft.channel, today, random) }))
  dated.sort((a, b) => (a.sentAt < b.sentAt ? -1 : a.sentAt > b.sentAt ? 1 : 0))
  const firstOfLetter = new Map<string, string>()
  const comments = dated.map(({ draft, sentAt }, index) => {
    const key = `c${String(index + 1).padStart(4, '0')}`
    const comment = written(draft, key, sentAt, today, contactFor, random)
    if (draft.letter) {
      comment.duplicateOf = firstOfLetter.get(draft.letter) ?? null
      if (!firstOfLetter.has(draft.letter)) firstOfLetter.set(draft.letter, key)
    }
    return comment
  })
  withdrawSome(comments, today, random)
  return comments
}

function written(
  draft: Draft,
  key: string,
  sentAt: string,
  today: string,
  contactFor: (channel: ExampleChannel) => ExampleComment['contact'],
  random: Random,
): ExampleComment {
  const { author, channel, texts } = draft
  const agreed = settledCoding(draft.passages)
  const codes = agreed.map((coding) => coding.code)
  const enteredBy = whoEntered(channel, random)
  const young = author.voice === 'student'
  return {
    key,
    engagement: 'well-prepared',
    channel,
    language: author.language,
    age: young ? '13-17' : 'adult',
    guardianConsent: young,
    texts,
    choices: draft.about === 'spam' ? {} : chosenAnswers(author, channel, codes, random),
    about: draft.about === 'spam' ? {} : aboutYou(author, channel, codes, random),
    sentAt,
    enteredBy,
    enteredAt:
      enteredBy === null ? null : someTimeAfter(sentAt, 1, channel === 'paper' ? 110 : 20, today, random),
    contact: draft.about === 'spam' && channel !== 'sms' ? null : contactFor(channel),
    moderation: moderated(
      draft.about,
      author.language,
      someTimeAfter(sentAt, 1, 40, today, random),
      draft.redactions,
      random,
    ),
    duplicateOf: null,
    withdrawnAt: null,
    coder1: readBy('first', agreed, texts, random),
    coder2: readBy('second', agreed, texts, random),
    agreed,
  }
}

function composeNew(
  composer: Composer,
  random: Random,
  channel: ExampleChannel,
  language: DistrictLanguage,
  month: number,
  seen: Set<string>,
): Draft {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const author = inventAuthor(random, language, month)
    const { texts, passages } = composer.compose(author, channel)
    const text = textOf(texts)
    if (text === '' || seen.has(text)) continue
    seen.add(text)
    return { author, channel, about: 'ordinary', texts, passages, redactions: [], letter: null }
  }
  throw new Error(`the grammar has too few sentences for ${channel} in ${language}`)
}

function* unusualDrafts(random: Random, month: number): Generator<Draft> {
  const channels: Record<ModerationCase, ExampleChannel[]> = {
    ordinary: ['web', 'web', 'mail'],
    personal: ['web', 'web', 'paper'],
    held: ['web', 'web', 'mail'],
    spam: ['web'],
    'off-topic': ['web', 'web', 'paper', 'sms'],
  }
  const cases: [ModerationCase, readonly UnusualComment[]][] = [
    ['personal', personalComments],
    ['held', heldComments],
    ['spam', spamComments],
    ['off-topic', offTopicComments],
  ]
  for (const [about, comments] of cases) {
    for (const comment of comments) {
      const { text, redactions } = readMarks(comment.text, 'lived')
      const passages = comment.code && comment.stance ? [whole(text, comment.code, comment.stance)] : []
      const channel = comment.language === 'ar' ? 'web' : pick(random, channels[about])
      yield {
        author: adult(random, comment.language, month, {
          voice: 'parent',
          school: schoolNamedIn(comment.text),
        }),
        channel,
        about,
        texts: { lived: text },
        passages,
        redactions,
        letter: null,
      }
    }
  }
  for (const letter of letters) {
    for (let copy = 0; copy < letter.copies; copy += 1) {
      const school = riverbendSchools.find((each) => each.key === letter.from.school)
      const author = adult(random, letter.language, month, { voice: letter.from.voice, school })
      const text = sayLine(letter.text, author.slots, author.boy, random).trim()
      yield {
        author,
        channel: pick(random, channels.ordinary),
        about: 'ordinary',
        texts: { lived: text },
        passages: [whole(text, letter.code, letter.stance)],
        redactions: [],
        letter: letter.key,
      }
    }
  }
}

function adult(random: Random, language: DistrictLanguage, month: number, known: Known): Author {
  const author = inventAuthor(random, language, month, known)
  return author.voice === 'student' ? { ...author, voice: 'parent' } : author
}

/** Whoever names a school is from there. */
function schoolNamedIn(text: string): School | undefined {
  return riverbendSchools.find((school) => text.includes(school.shortName))
}

const whole = (text: string, code: string, stance: 'for' | 'against'): Passage => ({
  code,
  stance,
  question: 'lived',
  start: 0,
  end: text.length,
})

const textOf = (texts: Record<string, string>) => [texts.lived, texts.first].filter(Boolean).join('\n')

const languages: DistrictLanguage[] = ['en', 'es', 'ar']
const channelsInOrder: ExampleChannel[] = ['web', 'paper', 'meeting', 'phone', 'mail', 'sms']

function places(): { channel: ExampleChannel; language: DistrictLanguage }[] {
  return channelsInOrder.flatMap((channel) => languages.map((language) => ({ channel, language })))
}

function countByPlace(drafts: readonly Draft[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { channel, author } of drafts) {
    const place = `${channel} ${author.language}`
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
}

/** A few people change their mind; what they wrote stays here only so that the loader can take it back the same way. */
function withdrawSome(comments: ExampleComment[], today: string, random: Random): void {
  const able = comments.filter(
    (comment) =>
      comment.channel === 'web' &&
      comment.moderation.state === 'published' &&
      comment.moderation.reason === null &&
      comment.duplicateOf === null,
  )
  for (const comment of shuffled(random, able).slice(0, withdrawnShare)) {
    comment.withdrawnAt = someTimeAfter(comment.moderation.at, 2, between(random, 10, 90), today, random)
  }
}
