import { Details, Heading, type View } from '../../ui/components.ts'
import { GroupName } from './group-mark.tsx'
import { SafePeople } from './opinion-map.tsx'
import { type OpinionReport, type ReportGroup, type ReportStatement, statementsOf } from './opinion-report.ts'
import { percent, StatementWords } from './vote-bars.tsx'

type Props = { view: View; report: OpinionReport }

/** The groups and what each stands for, or that there are none. */
export function Groups({ view, report }: Props) {
  const { t } = view
  if (report.standing !== 'several')
    return (
      <section>
        <Heading level={2} id="groups">
          {report.provisional && report.nullTest === null
            ? t('opinion-report.groups.title')
            : t('opinion-report.groups.titleOne')}
        </Heading>
        <p>{noGroupsInWords(view, report)}</p>
      </section>
    )
  return (
    <section>
      <Heading level={2} id="groups">
        {t('opinion-report.groups.title')}
      </Heading>
      <p>{t('opinion-report.groups.intro')}</p>
      {report.groups.map((group, position) => (
        <GroupCard view={view} report={report} group={group} position={position} />
      ))}
      <p class="hint">{unplacedInWords(view, report)}</p>
      <Details summary={t('opinion-report.how')}>
        <p>{t('opinion-report.groups.how')}</p>
        <p>{t('opinion-report.method.firm')}</p>
      </Details>
    </section>
  )
}

function noGroupsInWords({ t }: View, { nullTest, provisional }: OpinionReport): string {
  if (nullTest === null && provisional) return t('opinion-report.groups.notYet')
  if (nullTest === null) return t('opinion-report.groups.noneUntested')
  if (nullTest.significant > 0) return t('opinion-report.groups.noneUnstable')
  return t('opinion-report.groups.none', { permutations: nullTest.permutations })
}

function unplacedInWords({ t }: View, { unplaced }: OpinionReport): string {
  return t('opinion-report.groups.unplaced', {
    people: t('opinion-report.groups.size', { people: unplaced }),
  })
}

function GroupCard({ view, report, group, position }: Props & { group: ReportGroup; position: number }) {
  const { t } = view
  const sides = (['agree', 'disagree'] as const)
    .map((direction) => ({
      direction,
      entries: group.standsFor.filter((entry) => entry.direction === direction),
    }))
    .filter(({ entries }) => entries.length > 0)
  return (
    <div class="card group-card">
      <Heading level={3} class="card-title">
        <GroupName view={view} letter={group.letter} position={position} />
      </Heading>
      <p>
        {group.size.shown ? (
          t('opinion-report.groups.size', { people: group.size.value })
        ) : (
          <SafePeople view={view} cell={group.size} minimum={report.minimum} />
        )}
        {' · '}
        <b>{t(`opinion-report.groups.${group.firmness}`)}</b>{' '}
        <span class="hint">{firmnessInWords(view, group)}</span>
      </p>
      {sides.length === 0 && <p>{t('opinion-report.groups.nothing')}</p>}
      <div class="group-sides">
        {sides.map(({ direction, entries }) => (
          <div>
            <Heading level={4}>
              {direction === 'agree'
                ? t('opinion-report.groups.agreeMore')
                : t('opinion-report.groups.disagreeMore')}
            </Heading>
            <ul class="stands-for">
              {entries.flatMap((entry) =>
                statementsOf(report, [entry.statementId]).map((statement) => (
                  <li>
                    <StatementWords
                      view={view}
                      statement={statement}
                      quiet
                      note={compared(view, statement, position, entry)}
                    />
                  </li>
                )),
              )}
            </ul>
          </div>
        ))}
      </div>
    </div>
  )
}

function firmnessInWords(view: View, { firmness, stability }: ReportGroup): string {
  if (firmness === 'unmeasured') return view.t('opinion-report.groups.unmeasuredText')
  return view.t(`opinion-report.groups.${firmness}Text`, { share: percent(view, stability ?? 0) })
}

/** The group's share beside that of all other people who voted on the statement. */
function compared(
  view: View,
  { all, groups }: ReportStatement,
  position: number,
  { direction, agreeing, seen }: ReportGroup['standsFor'][number],
): string {
  const own = groups[position]
  if (!own || !all || all.seen - own.seen < 1)
    return view.t('opinion-report.groups.nOf', { count: agreeing, total: seen })
  const others = (all[direction] - own[direction]) / (all.seen - own.seen)
  const shares = { here: percent(view, own[direction] / own.seen), others: percent(view, others) }
  return direction === 'agree'
    ? view.t('opinion-report.groups.agreeHere', shares)
    : view.t('opinion-report.groups.disagreeHere', shares)
}
