import { wordsIn } from '../../platform/i18n/written.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { answerInWords } from './question.ts'
import type { HeldReceipt } from './receipt.ts'

/** Everything kept about a comment, for whoever holds its receipt. Field names are fixed; questions are in the reader's language. */
export function receiptData(
  { agency, engagement, comment, questions, answers, aboutQuestions, aboutYou, events }: HeldReceipt,
  language: Language,
) {
  const asked = new Map(questions.map((question) => [question.id, question]))
  const about = new Map(aboutQuestions.map((question) => [question.id, question]))
  return {
    agency: agency.name,
    engagement: wordsIn(engagement.title, language),
    receipt_code: comment.receiptCode,
    channel: comment.channel,
    language: comment.language,
    state: comment.state,
    age: comment.age,
    guardian_consent: comment.guardianConsent,
    received_at: comment.receivedAt.toISOString(),
    answered_at: comment.answeredAt?.toISOString() ?? null,
    changed_at: comment.changedAt.toISOString(),
    entered_by_someone_else: comment.enteredBy !== null,
    entered_note: comment.enteredNote,
    contact_channel: comment.contactChannel,
    contact_address: comment.contactAddress,
    provenance: comment.provenance,
    answers: answers.flatMap((answer) => {
      const question = asked.get(answer.questionId)
      if (!question) return []
      const { text, choices, number, redacted } = answer
      return [
        {
          code: question.code,
          question: wordsIn(question.prompt, language),
          answer: answerInWords(question, answer, language),
          text,
          choices,
          number,
          redacted,
        },
      ]
    }),
    about_you: aboutYou.flatMap((said) => {
      const question = about.get(said.aboutQuestionId)
      const option = question?.options.find((candidate) => candidate.id === said.value)
      return question
        ? [
            {
              key: question.key,
              question: wordsIn(question.prompt, language),
              answer: option ? wordsIn(option.label, language) : said.value,
            },
          ]
        : []
    }),
    events: events.map((event) => ({
      at: event.at.toISOString(),
      act: event.act,
      by: event.byPerson === null ? 'author' : 'staff',
      reason: event.reason,
    })),
  }
}

export type ReceiptData = ReturnType<typeof receiptData>

/** The same as a table: one line for each thing that is kept. */
export function receiptRows(data: ReceiptData): { section: string; item: string; value: string }[] {
  const rows: { section: string; item: string; value: string }[] = []
  for (const [item, value] of Object.entries(data)) {
    if (Array.isArray(value)) continue
    rows.push({
      section: 'comment',
      item,
      value: typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? ''),
    })
  }
  for (const answer of data.answers)
    rows.push({ section: 'answer', item: answer.question, value: answer.answer })
  for (const said of data.about_you)
    rows.push({ section: 'about_you', item: said.question, value: said.answer })
  for (const event of data.events)
    rows.push({ section: 'event', item: `${event.at} ${event.act} (${event.by})`, value: event.reason })
  return rows
}
