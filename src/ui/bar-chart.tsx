import { type ChartProps, ChartFrame, ChartPatterns, type Series } from './chart-frame.tsx'
import { numberInWords, SuppressedCount } from './count.tsx'
import { linearScale } from './scale.ts'

export type BarRow = {
  label: string
  lang?: string
  value: number | 'suppressed'
  /** The value in words, such as "3 of 10 teachers"; else the formatted number. */
  words?: string
  series?: Series
}

/**
 * Bars from zero, each labelled directly; what is too small to show is hatched and named.
 * Each bar is its own small drawing with widths in percent, and the labels are text of the page: they wrap, grow and
 * turn with it (WCAG 1.4.4, 1.4.10, 1.4.12). 1.4.1: series differ by pattern; 1.4.11: bars are outlined at 3:1.
 */
export function BarChart(props: ChartProps & { rows: readonly BarRow[]; max?: number }) {
  const { view, rows, minimum = 10, id } = props
  const format = props.format ?? ((value: number) => numberInWords(view, value))
  const largest = Math.max(0, ...rows.map((row) => (row.value === 'suppressed' ? 0 : row.value)))
  const scale = linearScale(0, props.max ?? largest)
  const inWords = (row: BarRow) =>
    row.value === 'suppressed' ? (
      <SuppressedCount view={view} minimum={minimum} />
    ) : (
      (row.words ?? format(row.value))
    )
  const hidden = rows.some((row) => row.value === 'suppressed')
  return (
    <ChartFrame
      chart={props}
      columns={[
        { label: props.groupLabel ?? view.t('ui.chart.group') },
        { label: props.valueLabel ?? view.t('ui.chart.value'), numeric: true },
      ]}
      rows={rows.map((row) => ({
        cells: [
          <span lang={row.lang} dir="auto">
            {row.label}
          </span>,
          inWords(row),
        ],
      }))}
      howToRead={
        <>
          {props.howToRead ?? view.t('ui.chart.bars')} {hidden && view.t('ui.chart.hatched', { minimum })}
        </>
      }
    >
      <ChartPatterns id={id} />
      {rows.map((row) => (
        <div class="bar-row">
          <span class="bar-label" lang={row.lang} dir="auto">
            {row.label}
          </span>
          <span class="bar-value">
            <bdi>{inWords(row)}</bdi>
          </span>
          <Bar
            id={id}
            row={row}
            width={row.value === 'suppressed' ? 100 : scale(row.value)}
            rtl={view.dir === 'rtl'}
          />
        </div>
      ))}
    </ChartFrame>
  )
}

function Bar({ id, row, width, rtl }: { id: string; row: BarRow; width: number; rtl: boolean }) {
  const series = row.series ?? 0
  const hidden = row.value === 'suppressed'
  const pattern = hidden ? 'hidden' : [undefined, 'dots', 'lines'][series]
  const x = rtl ? `${(100 - width).toFixed(2)}%` : '0'
  return (
    <svg class={`bar series-${series}`} width="100%" height="22" aria-hidden="true" focusable="false">
      <rect
        class={hidden ? 'bar-hidden' : 'bar-fill'}
        x={x}
        y="1"
        width={`${width.toFixed(2)}%`}
        height="20"
        rx="3"
        fill={pattern && `url(#${id}-${pattern})`}
      />
      <line class="bar-zero" x1={rtl ? '100%' : '0'} x2={rtl ? '100%' : '0'} y1="0" y2="22" />
    </svg>
  )
}
