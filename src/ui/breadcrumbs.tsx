import type { View } from './view.ts'

/** The way from the agency's first page to here. WCAG 2.4.8. The last one, this page, is not a link. */
export function Breadcrumbs({
  view,
  items,
}: {
  view: View
  items: readonly { label: string; href?: string; lang?: string }[]
}) {
  return (
    <nav class="breadcrumbs" aria-label={view.t('ui.breadcrumbs')}>
      <ol>
        {items.map(({ label, href, lang }) => (
          <li>
            {href ? (
              <a href={href} lang={lang} dir="auto">
                {label}
              </a>
            ) : (
              <span aria-current="page" lang={lang} dir="auto">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
