import type { Column } from '../../platform/documents/table-cell.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import type { View } from '../../ui/components.ts'
import type { OpinionReport, ReportStatement, Share } from './opinion-report.ts'

/** The public figures of a report, a row for each statement; what is withheld on the page is withheld here. */
export function reportColumns(view: View, report: OpinionReport): Column<ReportStatement>[] {
  const { t, language } = view
  const withheld = t('ui.count.fewer', { minimum: report.minimum })
  const points = new Map(report.commonGround.map((point) => [point.statementId, point]))
  const figure = (share: Share, of: (share: NonNullable<Share>) => number) =>
    share === null ? withheld : of(share)
  const round = (share: number) => Math.floor(share * 1000) / 1000
  return [
    { name: t('opinion-report.csv.number'), value: (statement) => statement.number },
    {
      name: t('opinion-report.csv.text'),
      value: (statement) => inLanguage(statement.words, language).text,
    },
    {
      name: t('opinion-report.csv.language'),
      value: (statement) => inLanguage(statement.words, language).language,
    },
    {
      name: t('opinion-report.csv.origin'),
      value: ({ origin }) => origin && t(`opinion-report.origin.${origin}`),
    },
    { name: t('opinion-report.csv.votes'), value: ({ all }) => figure(all, (share) => share.seen) },
    { name: t('opinion-report.csv.agree'), value: ({ all }) => figure(all, (share) => share.agree) },
    { name: t('opinion-report.csv.disagree'), value: ({ all }) => figure(all, (share) => share.disagree) },
    { name: t('opinion-report.csv.pass'), value: ({ all }) => figure(all, (share) => share.pass) },
    {
      name: t('opinion-report.csv.even'),
      value: ({ evenAgreement }) => evenAgreement && round(evenAgreement),
    },
    ...report.groups.flatMap(({ letter }, g): Column<ReportStatement>[] => [
      {
        name: t('opinion-report.csv.groupAgree', { letter }),
        value: ({ groups }) => figure(groups[g]!, (share) => share.agree),
      },
      {
        name: t('opinion-report.csv.groupDisagree', { letter }),
        value: ({ groups }) => figure(groups[g]!, (share) => share.disagree),
      },
      {
        name: t('opinion-report.csv.groupPass', { letter }),
        value: ({ groups }) => figure(groups[g]!, (share) => share.pass),
      },
    ]),
    {
      name: t('opinion-report.csv.common'),
      value: ({ id }) => {
        const point = points.get(id)
        return point && t(`opinion-report.direction.${point.direction}`)
      },
    },
    {
      name: t('opinion-report.csv.lower'),
      value: ({ id }) => {
        const point = points.get(id)
        return point && round(point.lower)
      },
    },
  ]
}
