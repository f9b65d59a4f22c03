import type { View } from './view.ts'

/**
 * How far long work has come and what is being done; it may be left.
 * WCAG 1.1.1, 4.1.2: the browser's own element with a name; 1.4.1: the numbers stand beside it; 4.1.3: a status.
 */
export function Progress({
  view,
  done,
  total,
  label,
  mayLeave = false,
  id = 'progress',
}: {
  view: View
  done: number
  total: number
  /** What is being done: "Reading row by row". */
  label: string
  mayLeave?: boolean
  id?: string
}) {
  return (
    <div class="progress" role="status">
      <p>
        <span id={id}>{label}</span> <bdi class="number">{view.t('ui.progress.label', { done, total })}</bdi>
      </p>
      <progress value={done} max={total} aria-labelledby={id}></progress>
      {mayLeave && <p class="hint">{view.t('ui.progress.leave')}</p>}
    </div>
  )
}
