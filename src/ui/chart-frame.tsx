import type { Child } from 'hono/jsx'
import { Details } from './details.tsx'
import { type Column, type Row, Table } from './table.tsx'
import type { View } from './view.ts'

/** Series differ by shape and pattern, besides colour. */
export type Series = 0 | 1 | 2

export type ChartProps = {
  view: View
  /** Unique on the page; names the parts of the picture. */
  id: string
  /** The finding in a sentence: it is what most people take away. */
  finding: string
  /** What is measured, of whom, when. */
  title: string
  /** How the measure is defined and where it comes from. */
  definition?: Child
  /** Instead of the usual words on how to read the picture. */
  howToRead?: Child
  /** Heading of the first column of the table. */
  groupLabel?: string
  /** Heading of the value column. */
  valueLabel?: string
  /** The smallest number of people that may be shown. */
  minimum?: number
  format?: (value: number) => string
  /** Shows the table at once instead of folded. */
  tableOpen?: boolean
}

/**
 * The finding in words, the picture, the table, how to read it and the definition, in this order.
 * WCAG 1.1.1: the picture is one image with a name, its data are in the table. 1.3.1: the table is a real one.
 */
export function ChartFrame({
  chart,
  columns,
  rows,
  howToRead,
  children,
}: {
  chart: ChartProps
  columns: readonly Column[]
  rows: readonly Row[]
  howToRead: Child
  children: Child
}) {
  const { view, id, finding, title, definition } = chart
  return (
    <figure class="chart" id={id} aria-labelledby={`${id}-finding`}>
      <figcaption>
        <p class="chart-finding" id={`${id}-finding`}>
          {finding}
        </p>
        <p class="chart-title">{title}</p>
      </figcaption>
      <div class="chart-picture" role="img" aria-label={view.t('ui.chart.picture', { finding })}>
        {children}
      </div>
      <Details summary={view.t('ui.chart.data')} open={chart.tableOpen}>
        <Table view={view} caption={title} columns={columns} rows={rows} />
      </Details>
      <Details summary={view.t('ui.chart.how')}>
        <p>{howToRead}</p>
        {definition && <div>{definition}</div>}
      </Details>
    </figure>
  )
}

/** The patterns of the series and of hidden values; they stay apart in black and white and in forced colours. */
export function ChartPatterns({ id }: { id: string }) {
  return (
    <svg class="chart-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id={`${id}-hidden`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path class="hatch" d="M0 0v7" />
        </pattern>
        <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class="pattern-ground" width="6" height="6" />
          <circle class="pattern-mark" cx="3" cy="3" r="1.4" />
        </pattern>
        <pattern id={`${id}-lines`} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect class="pattern-ground" width="5" height="5" />
          <path class="pattern-line" d="M2.5 0v5" />
        </pattern>
      </defs>
    </svg>
  )
}
