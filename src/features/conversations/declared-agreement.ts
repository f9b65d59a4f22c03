import { type SafeCell, shown } from '../../analysis/disclosure/cell.ts'
import { protectList } from '../../analysis/disclosure/protect-list.ts'
import { protectTable } from '../../analysis/disclosure/protect-table.ts'
import type { Written } from '../../platform/i18n/written.ts'

/**
 * How many of the people who gave an answer about themselves agree: a share, only that it is more or less than a bound
 * (because fewer than the minimum did not, or did), or nothing.
 */
export type DeclaredShare =
  { kind: 'share'; share: number } | { kind: 'more' | 'less'; than: number } | { kind: 'withheld' }

/** One thing that people said about themselves, such as their role, and how those who differ in it agree. */
export type DeclaredPart = {
  /** Id of the about-you question, or `language` for the language in which people took part. */
  key: string
  prompt: Written | null
  options: { id: string; label: Written | null; people: SafeCell }[]
  unanswered: SafeCell
  statements: { statementId: string; shares: DeclaredShare[] }[]
}

/** What people could say about themselves. */
export type DeclaredQuestion = {
  key: string
  prompt: Written | null
  options: readonly { id: string; label: Written | null }[]
}

/** People by answer, and of the votes on a statement how many agree and how many there are, by answer. */
export type DeclaredCounts = {
  people: ReadonlyMap<string, number>
  votes: ReadonlyMap<string, ReadonlyMap<string, { agree: number; seen: number }>>
}

export type StatementTotal = { statementId: string; agree: number; seen: number }

/**
 * Agreement among people who differ in what they said about themselves, as far as it may be told. The votes of everyone on
 * a statement are public, so each table is protected against them; people who gave no answer are a part like the others.
 */
export function declaredAgreement(
  question: DeclaredQuestion,
  counts: DeclaredCounts,
  { participants, minimum }: { participants: number; minimum: number },
  statements: readonly StatementTotal[],
): DeclaredPart {
  const policy = { minimum }
  const people = question.options.map((option) => counts.people.get(option.id) ?? 0)
  const answered = people.reduce((sum, count) => sum + count, 0)
  const unanswered = Math.max(0, participants - answered)
  // Where everybody answered, nobody stands beside the answers who could be worked out.
  const safe = protectList(unanswered > 0 ? [...people, unanswered] : people, policy)
  return {
    key: question.key,
    prompt: question.prompt,
    options: question.options.map((option, i) => ({ ...option, people: safe.cells[i]! })),
    unanswered: unanswered > 0 ? safe.cells.at(-1)! : shown(0),
    statements: statements.map((total) => ({
      statementId: total.statementId,
      shares: sharesOn(total, question, counts, minimum),
    })),
  }
}

function sharesOn(
  total: StatementTotal,
  question: DeclaredQuestion,
  counts: DeclaredCounts,
  minimum: number,
): DeclaredShare[] {
  const votes = counts.votes.get(total.statementId)
  const agree = question.options.map((option) => votes?.get(option.id)?.agree ?? 0)
  const other = question.options.map((option, i) => (votes?.get(option.id)?.seen ?? 0) - agree[i]!)
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  // Votes that came between two queries: the parts are never more than their total.
  const agreeTotal = Math.max(total.agree, sum(agree))
  const otherTotal = Math.max(total.seen - total.agree, sum(other))
  const [silentAgree, silentOther] = [agreeTotal - sum(agree), otherTotal - sum(other)]
  const somebodySilent = silentAgree + silentOther > 0
  const table = protectTable(
    [somebodySilent ? [...agree, silentAgree] : agree, somebodySilent ? [...other, silentOther] : other],
    { minimum },
    {
      publishedRows: {
        cells: [
          { shown: true, value: agreeTotal },
          { shown: true, value: otherTotal },
        ],
        total: { shown: true, value: agreeTotal + otherTotal },
      },
    },
  )
  return question.options.map((_, i) =>
    shareOf(table.cells[0]![i]!, table.cells[1]![i]!, table.columnTotals[i]!, minimum),
  )
}

function shareOf(agree: SafeCell, other: SafeCell, all: SafeCell, minimum: number): DeclaredShare {
  if (!all.shown || all.value === 0) return { kind: 'withheld' }
  if (agree.shown && other.shown) return { kind: 'share', share: agree.value / all.value }
  const isFew = (cell: SafeCell) => !cell.shown && cell.reason === 'below-minimum'
  if (isFew(other) && !isFew(agree) && all.value > minimum)
    return { kind: 'more', than: (all.value - minimum) / all.value }
  if (isFew(agree) && !isFew(other) && all.value > minimum) return { kind: 'less', than: minimum / all.value }
  return { kind: 'withheld' }
}
