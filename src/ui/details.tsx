import type { Child } from 'hono/jsx'

/** More for those who want it, opened by hand. WCAG 2.1.1, 4.1.2: the browser's own element, works without script. */
export function Details({
  summary,
  children,
  open,
  id,
}: {
  summary: Child
  children: Child
  open?: boolean
  id?: string
}) {
  return (
    <details class="details" open={open} id={id}>
      <summary>{summary}</summary>
      <div class="details-inside">{children}</div>
    </details>
  )
}
