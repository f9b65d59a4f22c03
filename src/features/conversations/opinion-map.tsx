import type { SafeCell } from '../../analysis/disclosure/cell.ts'
import { Count, Details, Heading, SuppressedCount, Table, type View } from '../../ui/components.ts'
import { GroupName, seriesOf, shapeOf } from './group-mark.tsx'
import type { MapMark } from './map-marks.ts'
import type { OpinionReport, ReportStatement } from './opinion-report.ts'
import { percent, StatementWords } from './vote-bars.tsx'

const width = 640
const height = 448
const margin = 20
const radius = { few: 6, some: 9.5, many: 14 } as const

/** A number of people as far as it may be told. */
export function SafePeople({ view, cell, minimum }: { view: View; cell: SafeCell; minimum: number }) {
  if (cell.shown) return <Count view={view} value={cell.value} />
  if (cell.reason === 'below-minimum') return <SuppressedCount view={view} minimum={minimum} />
  return <span class="suppressed">{view.t('opinion-report.who.protects')}</span>
}

/** Where the marks of a group lie on average, each weighed by its drawn area. */
function centerOf(marks: readonly MapMark[]): { x: number; y: number } | undefined {
  const weight = { few: 2, some: 9, many: 25 }
  let [x, y, all] = [0, 0, 0]
  for (const mark of marks) {
    x += mark.x * weight[mark.size]
    y += mark.y * weight[mark.size]
    all += weight[mark.size]
  }
  return all === 0 ? undefined : { x: x / all, y: y / all }
}

type Place = `${'t' | 'm' | 'b'}${'l' | 'c' | 'r'}`

function placeOf({ x, y }: { x: number; y: number }): Place {
  const third = (value: number, names: [string, string, string]) =>
    names[value < 0.4 ? 0 : value > 0.6 ? 2 : 1]!
  return `${third(y, ['t', 'm', 'b'])}${third(x, ['l', 'c', 'r'])}` as Place // as: put together from its parts
}

/**
 * The map in SVG with its table. Groups differ by shape and letter besides colour, so it reads in black and white; what it
 * shows stands in words below it (WCAG 1.1.1, 1.4.1).
 */
export function OpinionMap({ view, report }: { view: View; report: OpinionReport }) {
  const { t } = view
  const { marks, axes } = report.map
  if (marks.length === 0) return null
  const positionOf = (id: string | null) => {
    const position = report.groups.findIndex((group) => group.id === id)
    return position < 0 ? null : position
  }
  const centers = report.groups.map((group) => centerOf(marks.filter((mark) => mark.group === group.id)))
  const finding =
    report.groups.length > 0
      ? t('opinion-report.map.finding', { groups: report.groups.length })
      : t('opinion-report.map.findingOne')
  const explained = axes.reduce((sum, axis) => sum + axis.explained, 0)
  return (
    <section>
      <Heading level={2} id="map">
        {t('opinion-report.map.title')}
      </Heading>
      <p>
        {t('opinion-report.map.intro')} <span class="hint">{t('opinion-report.map.legendSize')}</span>
      </p>
      <figure class="opinion-map">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('ui.chart.picture', { finding })}
          focusable="false"
        >
          <rect class="map-ground" x="1" y="1" width={width - 2} height={height - 2} rx="6" />
          <MarkShapes />
          {/* People in no group lie below the others. */}
          {[...marks]
            .sort((a, b) => (positionOf(a.group) ?? -1) - (positionOf(b.group) ?? -1))
            .map((mark) => (
              <Mark mark={mark} position={positionOf(mark.group)} />
            ))}
          {centers.map(
            (center, g) =>
              center && (
                <text
                  class="map-letter"
                  x={placed(center).x.toFixed(0)}
                  y={(placed(center).y + 11).toFixed(0)}
                  text-anchor="middle"
                >
                  {report.groups[g]!.letter}
                </text>
              ),
          )}
        </svg>
        <figcaption>
          <ul class="map-key">
            {report.groups.map((group, g) => (
              <li>
                <GroupName view={view} letter={group.letter} position={g} />
              </li>
            ))}
            {report.groups.length > 0 && marks.some((mark) => mark.group === null) && (
              <li>
                <span class="group-name">
                  <svg
                    class="group-mark series-none"
                    viewBox="0 0 20 20"
                    width="20"
                    height="20"
                    aria-hidden="true"
                  >
                    <path class="mark" d={shapeOf(null)} />
                  </svg>{' '}
                  {t('opinion-report.map.unplaced')}
                </span>
              </li>
            )}
          </ul>
        </figcaption>
      </figure>
      {report.groups.length > 0 && (
        <Details summary={t('ui.chart.data')}>
          <Table
            view={view}
            caption={t('opinion-report.map.table')}
            columns={[
              { label: t('ui.chart.group') },
              { label: t('opinion-report.map.people'), numeric: true },
              { label: t('opinion-report.map.where') },
            ]}
            rows={report.groups.map((group, g) => ({
              cells: [
                <GroupName view={view} letter={group.letter} position={g} />,
                <SafePeople view={view} cell={group.size} minimum={report.minimum} />,
                centers[g] ? t(`opinion-report.map.place.${placeOf(centers[g])}`) : '–',
              ],
            }))}
          />
        </Details>
      )}
      <Details summary={t('opinion-report.how')}>
        <p>{t('opinion-report.map.how', { share: percent(view, explained) })}</p>
        <Directions view={view} report={report} />
      </Details>
    </section>
  )
}

function placed({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x: margin + x * (width - 2 * margin), y: margin + y * (height - 2 * margin) }
}

const shapeName = (position: number | null) => `shape-${position === null ? 'none' : position % 6}`

/** Each shape once; the marks refer to it, which keeps a page with two hundred marks small. */
function MarkShapes() {
  return (
    <defs>
      {[null, 0, 1, 2, 3, 4, 5].map((position) => (
        <path id={shapeName(position)} d={shapeOf(position)} transform="translate(-10 -10)" />
      ))}
    </defs>
  )
}

function Mark({ mark, position }: { mark: MapMark; position: number | null }) {
  const { x, y } = placed(mark)
  const scale = (radius[mark.size] / 8).toFixed(2)
  return (
    <use
      class={`mark ${seriesOf(position)}`}
      href={`#${shapeName(position)}`}
      transform={`translate(${x.toFixed(0)} ${y.toFixed(0)}) scale(${scale})`}
    />
  )
}

/** What pulls people to each side of the map. */
function Directions({ view, report }: { view: View; report: OpinionReport }) {
  const { t } = view
  const byId = new Map(report.statements.map((statement) => [statement.id, statement]))
  const [across, along] = report.map.axes
  const sides = [
    { label: t('opinion-report.map.left'), ids: across?.lower ?? [] },
    { label: t('opinion-report.map.right'), ids: across?.upper ?? [] },
    { label: t('opinion-report.map.bottom'), ids: along?.lower ?? [] },
    { label: t('opinion-report.map.top'), ids: along?.upper ?? [] },
  ]
  return (
    <dl class="map-sides">
      {sides
        .filter(({ ids }) => ids.length > 0)
        .map(({ label, ids }) => (
          <div>
            <dt>{label}</dt>
            {ids
              .map((id) => byId.get(id))
              .filter((statement): statement is ReportStatement => statement !== undefined)
              .map((statement) => (
                <dd>
                  <StatementWords view={view} statement={statement} quiet />
                </dd>
              ))}
          </div>
        ))}
    </dl>
  )
}
