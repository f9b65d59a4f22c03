import type { Language } from '../../platform/i18n/language.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { groupedCode } from '../../platform/session/session.ts'
import type { AboutQuestion, AboutYou } from '../comments/about-question.ts'
import type { Conversation } from './conversation.ts'
import type { Statement } from './statement.ts'
import { type Voter, type VoteValue, voteOf } from './voter.ts'

type Held = {
  agencyName: string
  conversation: Conversation
  voter: Voter
  code: string
  /** Every vote as it was cast; null where it was taken back. */
  log: readonly { statementId: string; value: VoteValue | null; castAt: Date }[]
  /** All statements that these votes are about, and their own. */
  statements: readonly Statement[]
  written: readonly Statement[]
  aboutQuestions: readonly AboutQuestion[]
  about: readonly AboutYou[]
}

/** Everything kept about a voter, for whoever holds the code. Field names are fixed; words are in the reader's language. */
export function voterData(held: Held, language: Language) {
  const { conversation, voter } = held
  const byId = new Map(held.statements.map((statement) => [statement.id, statement]))
  return {
    agency: held.agencyName,
    conversation: wordsIn(conversation.question, language),
    code: groupedCode(held.code),
    number: voter.number,
    joined_at: voter.joinedAt.toISOString(),
    came_by: voter.source,
    language: voter.language,
    contact_channel: voter.contactChannel,
    contact_address: voter.contactAddress,
    votes: held.log.map(({ statementId, value, castAt }) => {
      const statement = byId.get(statementId)
      return {
        at: castAt.toISOString(),
        number: statement?.number ?? null,
        statement: statement ? wordsIn(statement.words, language) : '',
        vote: value === null ? 'taken back' : voteOf(value),
      }
    }),
    statements_written: held.written.map((statement) => ({
      number: statement.number,
      statement: wordsIn(statement.words, language),
      state: statement.state,
      reason: statement.reason,
      at: statement.addedAt.toISOString(),
    })),
    about_you: held.about.flatMap((said) => {
      const question = held.aboutQuestions.find(({ id }) => id === said.aboutQuestionId)
      const option = question?.options.find(({ id }) => id === said.value)
      if (!question) return []
      return [
        {
          key: question.key,
          question: wordsIn(question.prompt, language),
          answer: option ? wordsIn(option.label, language) : said.value,
        },
      ]
    }),
  }
}

export type VoterData = ReturnType<typeof voterData>

/** The same as a table: one line for each thing that is kept. */
export function voterRows(data: VoterData): { section: string; item: string; value: string }[] {
  const rows: { section: string; item: string; value: string }[] = []
  for (const [item, value] of Object.entries(data))
    if (!Array.isArray(value)) rows.push({ section: 'voter', item, value: String(value ?? '') })
  for (const vote of data.votes)
    rows.push({
      section: 'vote',
      item: `${vote.at} ${vote.number ?? ''} ${vote.statement}`,
      value: vote.vote,
    })
  for (const written of data.statements_written)
    rows.push({ section: 'statement', item: `${written.at} ${written.state}`, value: written.statement })
  for (const said of data.about_you)
    rows.push({ section: 'about_you', item: said.question, value: said.answer })
  return rows
}
