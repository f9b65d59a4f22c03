import type { Child } from 'hono/jsx'

/** A heading whose level fits its place, not its size. WCAG 1.3.1, 2.4.6: no level is skipped. */
export function Heading({
  level,
  id,
  class: name,
  lang,
  children,
}: {
  level: 1 | 2 | 3 | 4
  id?: string
  class?: string
  lang?: string
  children: Child
}) {
  const Level = `h${level}` as const
  return (
    <Level id={id} class={name} lang={lang}>
      {children}
    </Level>
  )
}

/** The head of a page: where it belongs, its one `h1`, and what it is about in a sentence. WCAG 2.4.6, 1.3.1. */
export function PageHead({
  title,
  above,
  lead,
  children,
  lang,
}: {
  title: Child
  /** A few words above the title: what kind of page this is. */
  above?: Child
  lead?: Child
  /** Tags, dates or acts below. */
  children?: Child
  /** The language of the title, when it is not the page's. */
  lang?: string
}) {
  return (
    <div class="page-head">
      {above && <div class="page-above">{above}</div>}
      <h1 lang={lang} dir={lang && 'auto'}>
        {title}
      </h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </div>
  )
}
