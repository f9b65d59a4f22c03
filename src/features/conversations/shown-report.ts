import { nothingWritten, type Written } from '../../platform/i18n/written.ts'
import type { OpinionReport } from './opinion-report.ts'

/**
 * Whether a new count may take the place of what everyone sees: when it was made of the same votes, or when at least the
 * minimum number of people have voted since. Otherwise whoever looks before and after a neighbor votes would know the vote.
 */
export function mayRenew(
  last: { stamp: string } | undefined,
  { stamp, votersSince }: { stamp: string; votersSince: number },
  minimum: number,
): boolean {
  return last === undefined || last.stamp === stamp || votersSince >= minimum
}

/** The report as it is kept: figures only. Words stay where they can be changed, taken back and erased. */
export function withoutWords(report: OpinionReport): OpinionReport {
  return { ...report, statements: report.statements.map((one) => ({ ...one, words: nothingWritten })) }
}

/** A kept report with the words of the statements that are still shown; those taken off since are left out everywhere. */
export function withWords(report: OpinionReport, words: ReadonlyMap<string, Written>): OpinionReport {
  const stays = (id: string) => words.has(id)
  const ofStays = ({ statementId }: { statementId: string }) => stays(statementId)
  return {
    ...report,
    statements: report.statements.flatMap((one) => {
      const found = words.get(one.id)
      return found ? [{ ...one, words: found }] : []
    }),
    groups: report.groups.map((group) => ({ ...group, standsFor: group.standsFor.filter(ofStays) })),
    commonGround: report.commonGround.filter(ofStays),
    divides: report.divides.filter(stays),
    unsure: report.unsure.filter(stays),
    slate: report.slate && { ...report.slate, statementIds: report.slate.statementIds.filter(stays) },
    map: {
      ...report.map,
      axes: report.map.axes.map((axis) => ({
        ...axis,
        lower: axis.lower.filter(stays),
        upper: axis.upper.filter(stays),
      })),
    },
    declared: report.declared.map((part) => ({ ...part, statements: part.statements.filter(ofStays) })),
  }
}
