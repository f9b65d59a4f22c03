import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import type { View } from './view.ts'

export type Tone = 'plain' | 'pine' | 'clay' | 'lake' | 'plum' | 'sun'

/** A word that sorts, such as a theme or a channel. WCAG 1.4.1: the word carries the meaning, the tone only groups. */
export function Tag({
  children,
  tone = 'plain',
  href,
  lang,
}: {
  children: Child
  tone?: Tone
  href?: string
  lang?: string
}) {
  return href ? (
    <a class={`tag tag-${tone}`} href={href} lang={lang}>
      {children}
    </a>
  ) : (
    <span class={`tag tag-${tone}`} lang={lang}>
      {children}
    </span>
  )
}

/** Tags beside each other. WCAG 1.3.1: a list, so their number is known. */
export function Tags({ children }: { children: readonly Child[] }) {
  return (
    <ul class="tags">
      {/* The renderer hands over a list of one as the one. */}
      {[children].flat().map((child) => (
        <li>{child}</li>
      ))}
    </ul>
  )
}

const statuses = {
  done: { tone: 'pine', icon: 'done' },
  now: { tone: 'pine', icon: 'forward' },
  next: { tone: 'plain', icon: 'next' },
  late: { tone: 'clay', icon: 'late' },
  open: { tone: 'pine', icon: 'speak' },
  draft: { tone: 'plain', icon: 'edit' },
  published: { tone: 'pine', icon: 'done' },
  closed: { tone: 'plain', icon: 'stop' },
  held: { tone: 'sun', icon: 'pause' },
  withdrawn: { tone: 'plain', icon: 'stop' },
  adopted: { tone: 'pine', icon: 'done' },
  part: { tone: 'lake', icon: 'done' },
  declined: { tone: 'clay', icon: 'stop' },
  already: { tone: 'lake', icon: 'done' },
  outside: { tone: 'plain', icon: 'next' },
} as const satisfies Record<string, { tone: Tone; icon: IconName }>

export type Status = keyof typeof statuses
/** Every status, for lists of choices. */
export const allStatuses = Object.keys(statuses) as Status[] // as: keys of a constant

/** How far something is. WCAG 1.4.1: icon and word, besides the tone. */
export function StatusTag({ view, status, label }: { view: View; status: Status; label?: string }) {
  const { tone, icon } = statuses[status]
  return (
    <span class={`tag tag-status tag-${tone}`}>
      <Icon name={icon} mirror={icon === 'forward'} />
      {label ?? view.t(`ui.state.${status}`)}
    </span>
  )
}
