import type { Random } from './chance.ts'
import { readBy } from './coders.ts'
import { dayAfter, instantOn } from './days.ts'
import type { ExampleComment } from './district-model.ts'
import { mentorComments } from './earlier-comments.ts'

/** The comments of the engagement that is over. */
export function earlierEngagementComments(today: string, random: Random): ExampleComment[] {
  return mentorComments.map(([language, channel, code, stance, text], index): ExampleComment => {
    const sentAt = instantOn(
      dayAfter(today, -289 + Math.round((index * 26) / mentorComments.length)),
      60 * 18 + index * 13,
    )
    const later = instantOn(dayAfter(sentAt.slice(0, 10), 2), 60 * 17)
    const heard = channel === 'paper' || channel === 'meeting'
    const texts = { 'good-mentor': text }
    const agreed = [{ code, stance, question: 'good-mentor', start: 0, end: text.length }]
    return {
      key: `m${String(index + 1).padStart(2, '0')}`,
      engagement: 'mentors',
      channel,
      language,
      age: 'adult',
      guardianConsent: false,
      texts,
      choices: {},
      about: {},
      sentAt,
      enteredBy: heard ? 'marsh' : null,
      enteredAt: heard ? later : null,
      contact: index % 3 === 2 ? null : { by: 'mail', address: `mentor.writer.${index + 1}@example.org` },
      moderation: {
        state: 'published',
        at: later,
        by: 'alcazar',
        reason: null,
        redactions: [],
        offTopic: false,
      },
      duplicateOf: null,
      withdrawnAt: null,
      coder1: readBy('first', agreed, texts, random),
      coder2: readBy('second', agreed, texts, random),
      agreed,
    }
  })
}
