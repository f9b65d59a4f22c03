import type { Written } from '../../platform/i18n/written.ts'
import { type Conversation, showsResults } from './conversation.ts'
import type { ConversationResult } from './conversation-result.ts'
import { makeOpinionReport } from './opinion-report.ts'
import type { Statement } from './statement.ts'

/** Most characters of the note that says why a statement belongs to a theme. */
export const longestStatementNote = 500

/** How many people agreed, disagreed and passed. */
export type StatementTally = { agree: number; disagree: number; pass: number }

/** What the votes on a statement showed when it was taken into a theme; later votes do not change it. */
export type StatementFigures = StatementTally & {
  /** Whether people agreed, or disagreed, across all opinion groups; null when they did not, or nobody can say. */
  commonGround: 'agree' | 'disagree' | null
  /** How many opinion groups were told apart; 1 when there were no clear ones, null when nothing was counted yet. */
  groups: number | null
}

/** A statement that became part of a theme. */
export type ThemeStatement = {
  agencyId: string
  id: string
  themeId: string
  statementId: string
  /** Why it belongs there, in the words of whoever took it. */
  note: string
  figures: StatementFigures
  takenBy: string | null
  takenAt: Date
}

/** The same with the statement's words and where people voted on it. */
export type StatementInTheme = ThemeStatement &
  Pick<Statement, 'conversationId' | 'number' | 'words' | 'origin' | 'state'> & {
    question: Written
    conversation: Pick<Conversation, 'engagementId' | 'status' | 'opensAt' | 'closesAt' | 'resultsShown'>
  }

/** What is frozen when a statement is taken: the votes that stand now, and what the last report says about common ground. */
export function figuresNow(
  { agree, disagree, pass }: StatementTally = { agree: 0, disagree: 0, pass: 0 },
  statement: Pick<Statement, 'id' | 'number' | 'words' | 'origin' | 'isMeta'>,
  result: Pick<ConversationResult, 'summary' | 'provisional' | 'countedAt'> | undefined,
  minimum: number,
): StatementFigures {
  // What people say about themselves is no part of the report.
  if (!result || statement.isMeta) return { agree, disagree, pass, commonGround: null, groups: null }
  const { summary, provisional, countedAt } = result
  const report = makeOpinionReport({
    question: statement.words,
    minimum,
    summary,
    people: {},
    provisional,
    countedAt,
    statements: [statement],
  })
  const common = report.commonGround.find((one) => one.statementId === statement.id)
  const groups = { 'too-few': null, one: 1, several: report.groups.length }[report.standing]
  return { agree, disagree, pass, commonGround: common?.direction ?? null, groups }
}

/** A statement of a theme as everyone may see it. Without figures: voting still goes on and nobody may see results yet. */
export type ShownStatement = {
  id: string
  themeId: string
  conversationId: string
  number: number
  words: Written
  origin: Statement['origin']
  question: Written
  takenAt: Date
  figures: StatementFigures | 'too-few' | undefined
}

/**
 * The statements of themes as everyone may see them, common ground first: none that was taken back or turned down since,
 * no figures where fewer than the `minimum` voted, and no results before the conversation itself shows them.
 */
export function shownStatements(
  statements: readonly StatementInTheme[],
  minimum: number,
  now: Date,
): ShownStatement[] {
  return statements
    .filter((one) => one.state === 'shown' && one.conversation.status !== 'draft')
    .map((one) => {
      const { id, themeId, conversationId, number, words, origin, question, takenAt, figures } = one
      const open = showsResults(one.conversation, { votes: 0, statements: 1 }, now)
      return {
        id,
        themeId,
        conversationId,
        number,
        words,
        origin,
        question,
        takenAt,
        figures: open ? toldFigures(figures, minimum) : undefined,
      }
    })
    .sort((a, b) => rank(a) - rank(b) || a.number - b.number)
}

function rank({ figures }: ShownStatement): number {
  return typeof figures === 'object' && figures.commonGround ? 0 : 1
}

function toldFigures(figures: StatementFigures, minimum: number): StatementFigures | 'too-few' {
  return figures.agree + figures.disagree + figures.pass < minimum ? 'too-few' : figures
}
