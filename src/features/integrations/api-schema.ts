import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { ages } from '../comments/age.ts'
import { channels } from '../comments/comment.ts'
import { questionKinds } from '../comments/question.ts'
import { resultsShownTimes, statementAuthors } from '../conversations/conversation.ts'
import { methods, thresholds } from '../decisions/decision.ts'
import { languages } from '../../platform/i18n/language.ts'

extendZodWithOpenApi(z)

const id = z.uuid()
const day = z.iso
  .date()
  .openapi({ description: 'A calendar day where the agency is.', example: '2027-03-01' })
const instant = z.iso.datetime().openapi({ example: '2027-03-01T18:00:00.000Z' })

const TextIn = z.object({
  text: z.string(),
  status: z.enum(['source', 'machine', 'human', 'reviewed', 'stale']).openapi({
    description:
      'How the text came to be in this language. `machine`: no person has checked it. `stale`: the source has changed since.',
  }),
})

/** A text of the agency in the languages it is written in. */
export const Text = z
  .object({
    source: z
      .enum(languages)
      .openapi({ description: 'The language it was written in; the others are translations.' }),
    texts: z.object({ en: TextIn.optional(), es: TextIn.optional(), ar: TextIn.optional() }),
  })
  .openapi('Text')

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z
      .string()
      .optional()
      .openapi({ description: 'The id of the request, for asking us about it.' }),
    errors: z
      .array(
        z.object({
          pointer: z
            .string()
            .openapi({ description: 'Where in what was sent: a JSON pointer, or the name of a parameter.' }),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .openapi('Problem', { description: 'What went wrong, as RFC 9457 asks.' })

export const Engagement = z
  .object({
    id,
    slug: z.string(),
    status: z.enum(['open', 'closed']),
    title: Text,
    purpose: Text,
    decision_question: Text,
    decided_by: Text,
    input_use: Text.openapi({ description: 'How input will be used. Show it before anyone writes.' }),
    hardest_issue: Text,
    moderation: z.enum(['before', 'after']),
    moderation_policy: Text,
    languages: z.array(z.enum(languages)),
    contact: z.object({ name: z.string(), address: z.string(), phone: z.string() }),
    frameworks: z.array(z.string()),
    opens_on: day.nullable(),
    closes_on: day.nullable(),
    response_days: z
      .int()
      .openapi({ description: 'Working days in which every comment is promised an answer.' }),
    takes_comments: z.boolean().openapi({ description: 'Whether comments are taken today.' }),
    comments: z.int().openapi({ description: 'How many comments are published.' }),
    changed_at: instant,
    url: z.url(),
  })
  .openapi('Engagement')

const Option = z.object({ id: z.string(), label: Text })

export const EngagementWithQuestions = Engagement.extend({
  questions: z.array(
    z.object({
      code: z.string(),
      kind: z.enum(questionKinds),
      prompt: Text,
      hint: Text,
      options: z.array(Option),
      required: z.boolean(),
    }),
  ),
  about_questions: z
    .array(z.object({ key: z.string(), prompt: Text, options: z.array(Option) }))
    .openapi({ description: 'What people may tell about themselves; every one of them may be left out.' }),
}).openapi('EngagementWithQuestions')

export const EngagementList = z.object({ items: z.array(Engagement) }).openapi('EngagementList')

export const TimelineEntry = z
  .object({
    id,
    day,
    starts_at: instant.nullable(),
    ends_at: instant.nullable(),
    title: Text,
    detail: Text,
    place: z.string(),
    takes_part: z.boolean().openapi({ description: 'People can take part here.' }),
    cancelled: z.boolean(),
    changed_at: instant,
  })
  .openapi('TimelineEntry')

export const Timeline = z.object({ items: z.array(TimelineEntry) }).openapi('Timeline')

export const Comment = z
  .object({
    id,
    channel: z.enum(channels),
    language: z.string(),
    received_on: day,
    near_duplicate_of: id.nullable(),
    answers: z.array(
      z.object({
        question: z.string().openapi({ description: 'The code of the question.' }),
        text: z.string().nullable(),
        choices: z.array(z.string()).nullable(),
        number: z.number().nullable(),
        redacted: z
          .boolean()
          .openapi({ description: 'Personal information was taken out; it stood where ████ stands.' }),
        translations: z.array(
          z.object({ language: z.string(), text: z.string(), origin: z.enum(['machine', 'human']) }),
        ),
      }),
    ),
  })
  .openapi('Comment')

export const CommentList = z
  .object({
    items: z.array(Comment),
    next: z
      .string()
      .nullable()
      .openapi({ description: 'The cursor of the next page; also in the Link header.' }),
  })
  .openapi('CommentList')

const Count = z.object({ shown: z.boolean(), value: z.int().nullable() }).openapi('Count', {
  description:
    'A number of people. `shown` is false, and `value` null, when it is so small that it could point at someone.',
})

export const Theme = z
  .object({
    id,
    title: Text,
    summary: Text,
    is_minority: z.boolean().openapi({ description: 'Few said it, and it stays in sight all the same.' }),
    comments: Count,
    published_at: instant,
    url: z.url(),
  })
  .openapi('Theme')

export const ThemeList = z.object({ items: z.array(Theme) }).openapi('ThemeList')

export const Decision = z
  .object({
    id,
    question: Text,
    options: z.array(Option),
    method: z.enum(methods),
    method_detail: z
      .object({
        level: z.string().optional(),
        for: z.int().optional(),
        against: z.int().optional(),
        abstained: z.int().optional(),
        threshold: z.enum(thresholds).optional(),
        body: z.string().optional(),
      })
      .openapi({ description: 'The level of a consensus, the counts of a vote, or the body that advised.' }),
    result: Text,
    minority_statement: Text,
    responsible: z.string(),
    decided_on: day.nullable(),
    review_on: day.nullable(),
    published_at: instant,
    dispositions: z.array(
      z.object({
        theme: id,
        outcome: z.enum(['adopted', 'in-part', 'not', 'already', 'out-of-scope']).nullable(),
        reason: Text,
        follow_up: z.enum(['done', 'dropped']).nullable(),
        follow_up_note: Text,
        followed_up_at: instant.nullable(),
      }),
    ),
    url: z.url(),
  })
  .openapi('Decision')

export const DecisionList = z.object({ items: z.array(Decision) }).openapi('DecisionList')

export const Statement = z
  .object({
    id,
    number: z.int(),
    words: Text,
    origin: z.enum(['agency', 'voter', 'import']).openapi({ description: 'Whose words these are.' }),
    is_meta: z
      .boolean()
      .openapi({ description: 'About the voter rather than the question; left out of the report.' }),
  })
  .openapi('Statement')

export const Conversation = z
  .object({
    id,
    status: z.enum(['open', 'closed']),
    question: Text,
    introduction: Text,
    who_adds: z.enum(statementAuthors),
    moderation: z.enum(['before', 'after']),
    moderation_policy: Text,
    results_shown: z.enum(resultsShownTimes),
    opens_at: instant.nullable(),
    closes_at: instant.nullable(),
    closed_at: instant.nullable(),
    takes_votes: z.boolean().openapi({ description: 'Whether votes are taken now.' }),
    changed_at: instant,
    url: z.url(),
    report_url: z.url(),
  })
  .openapi('Conversation')

export const ConversationList = z.object({ items: z.array(Conversation) }).openapi('ConversationList')

const Votes = z
  .object({ agree: z.int(), disagree: z.int(), pass: z.int() })
  .nullable()
  .openapi({ description: 'Null when so few voted that it could point at someone.' })

export const ConversationReport = z
  .object({
    counted_at: instant,
    provisional: z
      .boolean()
      .openapi({ description: 'Whether the groups stand out from chance is still being tested.' }),
    closing_hash: z
      .string()
      .nullable()
      .openapi({ description: 'SHA-256 of the closing report, which does not change any more.' }),
    standing: z.enum(['too-few', 'one-group', 'several-groups']).openapi({
      description: '`too-few` people voted to say anything; `one-group`: there are no clear groups.',
    }),
    participants: Count,
    votes: z.int(),
    groups: z.array(
      z.object({
        letter: z.string(),
        people: Count,
        firmness: z.enum(['firm', 'tentative', 'weak', 'unmeasured']),
      }),
    ),
    common_ground: z.array(
      z.object({
        statement: id,
        direction: z.enum(['agree', 'disagree']),
        at_least: z.number().openapi({
          description:
            'With a probability of 90 percent at least this share is of that mind even in the group where fewest are.',
        }),
      }),
    ),
    divides: z.array(id).openapi({ description: 'Statements on which people differ most.' }),
    statements: z.array(
      z.object({
        statement: id,
        number: z.int(),
        words: Text,
        votes: Votes,
        by_group: z.array(z.object({ letter: z.string(), votes: Votes })),
      }),
    ),
  })
  .openapi('ConversationReport')

export const ConversationWithReport = Conversation.extend({
  statements: z.array(Statement),
  report: ConversationReport.nullable(),
}).openapi('ConversationWithReport')

const words = (most: number) => z.string().max(most)

/** A comment as a program sends it. Unknown fields are refused, so that a misspelt one is not lost in silence. */
export const NewComment = z
  .strictObject({
    answers: z
      .array(
        z.strictObject({
          question: words(60).openapi({ description: 'The code of the question, such as Q1.' }),
          text: words(10_000).optional(),
          choices: z
            .array(words(60))
            .max(50)
            .optional()
            .openapi({ description: 'Ids of options; for a ranking the best one first.' }),
          number: z.int().min(0).max(100).optional().openapi({ description: 'The point on a scale.' }),
        }),
      )
      .min(1)
      .max(100),
    about_you: z
      .array(z.strictObject({ key: words(60), value: words(60) }))
      .max(50)
      .optional(),
    age: z.enum(ages).optional().openapi({
      description: 'Needed where students are asked. Under 13: choices only, no words and no contact.',
    }),
    guardian_consent: z.boolean().optional(),
    contact: z
      .strictObject({ channel: z.enum(['mail', 'sms']), address: words(320) })
      .optional()
      .openapi({
        description: 'Where its author wants to hear what became of it; the receipt goes there at once.',
      }),
    language: z.enum(languages).optional(),
    external_id: words(200).optional().openapi({
      description: 'Your own name for it; kept with the comment for staff, except for a child under 13.',
    }),
  })
  .openapi('NewComment')

export const Receipt = z
  .object({
    id,
    receipt_code: z.string().openapi({
      description: 'Give it to the author: it opens the comment to correct, withdraw or erase it.',
    }),
    receipt_url: z.url(),
    state: z.enum(['waiting', 'published', 'held', 'spam', 'withdrawn', 'erased']),
  })
  .openapi('Receipt')

/** How a list of comments may be asked for. */
export const CommentQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,14}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional()
    .openapi({ description: 'Taken from `next` or the Link header of the page before.' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  question: z
    .string()
    .max(60)
    .optional()
    .openapi({ description: 'Only comments that answered the question with this code.' }),
})

export type WireText = z.output<typeof Text>
export type NewCommentBody = z.output<typeof NewComment>
