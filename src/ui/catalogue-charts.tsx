import type { Samples } from './catalogue-samples.ts'
import { BarChart, DotChart, type View } from './components.ts'
import { numberInWords } from './count.tsx'

/** The charts of the catalogue: every series, hidden values, a reference. */
export function CatalogueCharts({ view, words }: { view: View; words: Samples }) {
  const percent = (value: number) => numberInWords(view, value, { style: 'percent' })
  const shares = [0.18, 0.31, 0.15]
  const estimates = [
    { estimate: 0.18, low: 0.11, high: 0.27 },
    { estimate: 0.31, low: 0.24, high: 0.39 },
    { estimate: 0.15, low: 0.08, high: 0.25 },
  ]
  return (
    <>
      <BarChart
        view={view}
        id="chart-bars"
        finding={words.finding}
        title={words.chartTitle}
        definition={<p>{words.moreText}</p>}
        format={percent}
        rows={words.groups.map((label, index) => ({
          label,
          value: shares[index] ?? ('suppressed' as const),
          series: ([0, 1, 2] as const)[index],
        }))}
      />
      <DotChart
        view={view}
        id="chart-dots"
        finding={words.dotFinding}
        title={`${words.chartTitle} (${words.series.join(', ')})`}
        format={percent}
        reference={{ value: 0.17, label: words.reference }}
        tableOpen
        rows={words.groups.map((label, index) => ({
          label,
          value: estimates[index] ?? ('suppressed' as const),
          series: ([0, 1, 2] as const)[index],
          seriesName: words.series[index % 2],
        }))}
      />
    </>
  )
}
