import type { Child } from 'hono/jsx'
import { ButtonLink } from './form.tsx'
import { Heading } from './heading.tsx'
import { TableFromAbove } from './seats.tsx'

/**
 * An empty page: what will be here, why it matters, and the one next act.
 * WCAG 3.3.2: says what to do, not only that there is nothing. The empty table is decoration (1.1.1).
 */
export function EmptyState({
  title,
  why,
  act,
  level = 2,
}: {
  /** What will be here. */
  title: string
  why: Child
  act?: { label: string; href: string }
  level?: 2 | 3
}) {
  return (
    <div class="empty">
      <TableFromAbove class="empty-picture" filled={0} total={8} />
      <Heading level={level}>{title}</Heading>
      <p>{why}</p>
      {act && (
        <p>
          <ButtonLink href={act.href}>{act.label}</ButtonLink>
        </p>
      )}
    </div>
  )
}
