import type { Child } from 'hono/jsx'
import { Heading } from './heading.tsx'

/**
 * One thing among several, raised from the page. Only the title is the link, and its area covers the card.
 * WCAG 2.4.4: the link is named by the title. 2.5.8: the whole card is the target.
 */
export function Card({
  title,
  href,
  level = 3,
  lang,
  above,
  children,
  foot,
}: {
  title: string
  href?: string
  level?: 2 | 3 | 4
  /** The language of the title, when it is not the page's. */
  lang?: string
  /** Tags above the title. */
  above?: Child
  children?: Child
  /** Date, counts, acts. */
  foot?: Child
}) {
  return (
    <div class={href ? 'card card-link' : 'card'}>
      {above && <div class="card-above">{above}</div>}
      <Heading level={level} class="card-title">
        {href ? (
          <a href={href} lang={lang} dir="auto">
            {title}
          </a>
        ) : (
          <span lang={lang} dir="auto">
            {title}
          </span>
        )}
      </Heading>
      {children}
      {foot && <div class="card-foot">{foot}</div>}
    </div>
  )
}

/** Cards beside each other where there is room. WCAG 1.3.1: a list; 1.4.10: one column at 320 px. */
export function Cards({ children }: { children: readonly Child[] }) {
  return (
    <ul class="cards">
      {/* The renderer hands over a list of one as the one. */}
      {[children].flat().map((child) => (
        <li>{child}</li>
      ))}
    </ul>
  )
}
