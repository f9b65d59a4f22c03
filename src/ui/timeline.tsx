import type { Child } from 'hono/jsx'
import { Heading } from './heading.tsx'
import type { View } from './view.ts'

export type TimelineEntry = {
  title: string
  lang?: string
  href?: string
  id?: string
  state: 'past' | 'now' | 'next'
  /** The date in words, as `DateTime` or `Day` makes it. */
  when: Child
  /** People can, or could, take part here: drawn as a filled seat. */
  participation?: boolean
  children?: Child
}

/**
 * Dated entries from first to last; the points where people can take part are filled seats.
 * WCAG 1.3.1: an ordered list. 1.4.1: past, now, coming and "take part" are words besides the marks.
 */
export function Timeline({
  view,
  entries,
  level = 3,
}: {
  view: View
  entries: readonly TimelineEntry[]
  level?: 2 | 3 | 4
}) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li
          id={entry.id}
          class={`entry entry-${entry.state}${entry.participation ? ' entry-seat' : ''}`}
          aria-current={entry.state === 'now' ? 'step' : undefined}
        >
          <p class="entry-when">
            {entry.when}
            <span class="entry-state"> · {view.t(`ui.timeline.${entry.state}`)}</span>
          </p>
          <Heading level={level} class="entry-title">
            {entry.href ? (
              <a href={entry.href} lang={entry.lang} dir="auto">
                {entry.title}
              </a>
            ) : (
              <span lang={entry.lang} dir="auto">
                {entry.title}
              </span>
            )}
          </Heading>
          {entry.participation && (
            <p class="entry-take">
              {view.t(entry.state === 'past' ? 'ui.timeline.took' : 'ui.timeline.take')}
            </p>
          )}
          {entry.children}
        </li>
      ))}
    </ol>
  )
}
