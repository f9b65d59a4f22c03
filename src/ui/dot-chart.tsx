import { type ChartProps, ChartFrame, type Series } from './chart-frame.tsx'
import { numberInWords, SuppressedCount } from './count.tsx'
import { linearScale, roundTicks, type Scale } from './scale.ts'

export type DotRow = {
  label: string
  lang?: string
  /** Estimate with the ends of its interval, or hidden because too few people stand behind it. */
  value: { estimate: number; low?: number; high?: number } | 'suppressed'
  series?: Series
  /** The series in words; stands beside the label. */
  seriesName?: string
}

export type DotChartProps = ChartProps & {
  rows: readonly DotRow[]
  /** The ends of the axis; else the values decide. */
  from?: number
  to?: number
  /** A value to compare with, such as the state's; drawn as a broken line and named below. */
  reference?: { value: number; label: string }
}

/**
 * Estimates as marks with their intervals as lines, for values that we do not know exactly.
 * WCAG 1.4.1: series differ by shape (circle, square, diamond) and are named in the label. 1.4.4, 1.4.10: positions in
 * percent, labels as text of the page. 1.1.1: the table gives estimate and interval.
 */
export function DotChart(props: DotChartProps) {
  const { view, rows, minimum = 10, reference } = props
  const format = props.format ?? ((value: number) => numberInWords(view, value))
  const known = rows.flatMap((row) => (row.value === 'suppressed' ? [] : [row.value]))
  const values = known.flatMap(({ estimate, low, high }) => [estimate, low ?? estimate, high ?? estimate])
  if (reference) values.push(reference.value)
  const ticks = roundTicks(props.from ?? Math.min(0, ...values), props.to ?? Math.max(0, ...values))
  const straight = linearScale(ticks[0]!, ticks.at(-1)!)
  // In a right-to-left page the axis runs from right to left as well.
  const scale: Scale = view.dir === 'rtl' ? (value) => 100 - straight(value) : straight
  const inWords = (row: DotRow) =>
    row.value === 'suppressed' ? (
      <SuppressedCount view={view} minimum={minimum} />
    ) : (
      format(row.value.estimate)
    )
  const named = rows.some((row) => row.seriesName)
  const edge = (row: DotRow, end: 'low' | 'high') => {
    const value = row.value === 'suppressed' ? undefined : row.value[end]
    return value === undefined ? '' : format(value)
  }
  const hidden = rows.some((row) => row.value === 'suppressed')
  return (
    <ChartFrame
      chart={props}
      columns={[
        { label: props.groupLabel ?? view.t('ui.chart.group') },
        ...(named ? [{ label: view.t('ui.chart.series') }] : []),
        { label: props.valueLabel ?? view.t('ui.chart.value'), numeric: true },
        { label: view.t('ui.chart.from'), numeric: true },
        { label: view.t('ui.chart.to'), numeric: true },
      ]}
      rows={rows.map((row) => ({
        cells: [
          <span lang={row.lang} dir="auto">
            {row.label}
          </span>,
          ...(named ? [row.seriesName ?? ''] : []),
          inWords(row),
          edge(row, 'low'),
          edge(row, 'high'),
        ],
      }))}
      howToRead={
        <>
          {props.howToRead ?? view.t('ui.chart.dots')} {hidden && view.t('ui.count.suppressed', { minimum })}
        </>
      }
    >
      {rows.map((row) => (
        <div class="bar-row">
          <span class="bar-label">
            <span lang={row.lang} dir="auto">
              {row.label}
            </span>
            {row.seriesName && <small> · {row.seriesName}</small>}
          </span>
          <span class="bar-value">
            <bdi>{inWords(row)}</bdi>
          </span>
          <DotLine row={row} scale={scale} ticks={ticks} reference={reference?.value} />
        </div>
      ))}
      <Axis scale={scale} ticks={ticks} format={format} reference={reference} />
    </ChartFrame>
  )
}

const percent = (share: number) => `${share.toFixed(2)}%`

function DotLine({
  row,
  scale,
  ticks,
  reference,
}: {
  row: DotRow
  scale: Scale
  ticks: readonly number[]
  reference: number | undefined
}) {
  const { value, series = 0 } = row
  return (
    <svg class={`dots series-${series}`} width="100%" height="28" aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <line class="grid-line" x1={percent(scale(tick))} x2={percent(scale(tick))} y1="0" y2="28" />
      ))}
      {reference !== undefined && (
        <line
          class="reference-line"
          x1={percent(scale(reference))}
          x2={percent(scale(reference))}
          y1="0"
          y2="28"
        />
      )}
      {value !== 'suppressed' && (
        <>
          {value.low !== undefined && value.high !== undefined && (
            <line
              class="interval"
              x1={percent(scale(value.low))}
              x2={percent(scale(value.high))}
              y1="14"
              y2="14"
            />
          )}
          {/* A nested drawing, because a path cannot be placed in percent. */}
          <svg class="mark" x={percent(scale(value.estimate))} y="14" overflow="visible">
            {series === 0 && <circle r="7" />}
            {series === 1 && <rect x="-6.5" y="-6.5" width="13" height="13" />}
            {series === 2 && <path d="M0-9 9 0 0 9-9 0Z" />}
          </svg>
        </>
      )}
    </svg>
  )
}

function Axis({
  scale,
  ticks,
  format,
  reference,
}: {
  scale: Scale
  ticks: readonly number[]
  format: (value: number) => string
  reference: DotChartProps['reference']
}) {
  return (
    <div class="bar-row chart-axis">
      <span class="bar-label">
        {reference && (
          <small>
            <span class="reference-key" /> {reference.label}
          </small>
        )}
      </span>
      <span class="bar-value">{reference && <small>{format(reference.value)}</small>}</span>
      <svg class="dots" width="100%" height="24" aria-hidden="true" focusable="false">
        {ticks.map((tick) => (
          <text x={percent(scale(tick))} y="16" text-anchor="middle">
            {format(tick)}
          </text>
        ))}
      </svg>
    </div>
  )
}
