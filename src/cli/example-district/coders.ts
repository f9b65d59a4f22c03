import { pick, type Random } from './chance.ts'
import type { Passage } from './compose-comment.ts'
import type { ExampleCoding } from './district-model.ts'

/** Codes that careful people mix up, and how easily a code is overlooked (share of its passages, for an attentive coder). */
const difficulty: Record<string, { overlooked: number; takenFor: string[] }> = {
  'new-teachers': { overlooked: 0.06, takenFor: ['moving-teachers', 'turnover'] },
  'moving-teachers': { overlooked: 0.1, takenFor: ['new-teachers', 'class-lists'] },
  substitutes: { overlooked: 0.1, takenFor: ['special-education', 'turnover'] },
  'special-education': { overlooked: 0.07, takenFor: ['substitutes'] },
  'out-of-field': { overlooked: 0.14, takenFor: ['substitutes', 'class-lists'] },
  'class-lists': { overlooked: 0.1, takenFor: ['say-in-it', 'out-of-field'] },
  turnover: { overlooked: 0.085, takenFor: ['working-conditions', 'new-teachers'] },
  mentoring: { overlooked: 0.12, takenFor: ['new-teachers', 'working-conditions'] },
  'working-conditions': { overlooked: 0.09, takenFor: ['turnover', 'pay'] },
  pay: { overlooked: 0.1, takenFor: ['working-conditions', 'housing-drive'] },
  'housing-drive': { overlooked: 0.1, takenFor: ['pay', 'turnover'] },
  bilingual: { overlooked: 0.1, takenFor: ['from-here', 'out-of-field'] },
  'from-here': { overlooked: 0.1, takenFor: ['bilingual', 'mentoring'] },
  'not-told': { overlooked: 0.075, takenFor: ['say-in-it', 'bilingual'] },
  'say-in-it': { overlooked: 0.1, takenFor: ['not-told'] },
  'time-together': { overlooked: 0.08, takenFor: ['who-mentors'] },
  'who-mentors': { overlooked: 0.08, takenFor: ['time-together'] },
}

/** How two trained people differ: the second is newer to the codebook and quotes more briefly. */
const habits = {
  first: { careless: 0.9, quotesBriefly: 0.15 },
  second: { careless: 1.5, quotesBriefly: 0.5 },
}

/** One coding for each code, resting on the first passage that carries it. */
export function settledCoding(passages: readonly Passage[]): ExampleCoding[] {
  const byCode = new Map<string, ExampleCoding>()
  for (const passage of passages) if (!byCode.has(passage.code)) byCode.set(passage.code, { ...passage })
  return [...byCode.values()]
}

/** What one coder marks, given what is there; `texts` are the answers that the quotes come from. */
export function readBy(
  coder: keyof typeof habits,
  settled: readonly ExampleCoding[],
  texts: Readonly<Record<string, string>>,
  random: Random,
): ExampleCoding[] {
  const { careless, quotesBriefly } = habits[coder]
  const marked = new Map<string, ExampleCoding>()
  for (const coding of settled) {
    const hard = difficulty[coding.code]
    if (!hard) throw new Error(`no difficulty for code ${coding.code}`)
    const overlooked = random() < hard.overlooked * careless
    const mistaken = random() < 0.45
    const extra = random() < 0.045 * careless
    const quote = random() < quotesBriefly ? firstSentence(coding, texts) : coding
    if (!overlooked && !marked.has(coding.code)) marked.set(coding.code, quote)
    if ((overlooked && mistaken) || (!overlooked && extra)) {
      const other = pick(random, hard.takenFor)
      if (!marked.has(other) && !settled.some((each) => each.code === other))
        marked.set(other, { ...quote, code: other })
    }
  }
  return [...marked.values()]
}

function firstSentence(coding: ExampleCoding, texts: Readonly<Record<string, string>>): ExampleCoding {
  const quoted = (texts[coding.question] ?? '').slice(coding.start, coding.end)
  const stop = /[.!?؟](?=\s)/.exec(quoted)
  return stop && stop.index > 15 ? { ...coding, end: coding.start + stop.index + 1 } : { ...coding }
}
