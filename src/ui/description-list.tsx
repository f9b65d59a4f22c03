import type { Child } from 'hono/jsx'

/** Names and their values: who, what, by when. WCAG 1.3.1: a description list ties each value to its name. */
export function DescriptionList({
  items,
}: {
  items: readonly { term: string; value: Child; act?: { label: string; href: string } }[]
}) {
  return (
    <dl class="descriptions">
      {items.map(({ term, value, act }) => (
        <div>
          <dt>{term}</dt>
          <dd class={act && 'description-value'}>
            <div>{value}</div>
            {act && (
              <a href={act.href}>
                {act.label}
                {/* "Change" alone says too little in a list of links: WCAG 2.4.4. */}
                <span class="visually-hidden">: {term}</span>
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
