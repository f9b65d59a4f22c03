import { Icon } from './icon.tsx'
import type { View } from './view.ts'

/**
 * To the parts of a long list before and after, by cursor links; no list grows by itself.
 * WCAG 2.4.1, 2.4.4: named navigation, links that say where they lead. Nothing is shown when there is only one page.
 */
export function Pagination({
  view,
  previous,
  next,
  shown,
  label,
}: {
  view: View
  previous?: string
  next?: string
  shown?: { first: number; last: number; total: number }
  label?: string
}) {
  if (!previous && !next) return null
  return (
    <nav class="pagination" aria-label={label ?? view.t('ui.pages.label')}>
      {previous && (
        <a class="button button-quiet" href={previous} rel="prev">
          <Icon name="back" mirror />
          {view.t('ui.pages.previous')}
        </a>
      )}
      {shown && <p>{view.t('ui.pages.shown', shown)}</p>}
      {next && (
        <a class="button button-quiet" href={next} rel="next">
          {view.t('ui.pages.next')}
          <Icon name="forward" mirror />
        </a>
      )}
    </nav>
  )
}
