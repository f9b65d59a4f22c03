import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import type { View } from './view.ts'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'
const icons: Record<NoticeKind, IconName> = {
  info: 'info',
  success: 'done',
  warning: 'warning',
  error: 'error',
}

/**
 * Something to know before going on.
 * WCAG 1.4.1: the kind is told by an icon and a word, besides the colour. 4.1.3: `live` lets screen readers hear it
 * without a move of focus, after an act such as saving.
 */
export function Notice({
  view,
  kind = 'info',
  title,
  children,
  live = false,
}: {
  view: View
  kind?: NoticeKind
  /** Says it in a few words; without it the kind's own word stands there ("Done"). */
  title?: string
  children?: Child
  live?: boolean
}) {
  return (
    <div class={`notice notice-${kind}`} role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[kind]} />
      <div>
        <p class="notice-title">{title ?? view.t(`ui.notice.${kind}`)}</p>
        {children}
      </div>
    </div>
  )
}
