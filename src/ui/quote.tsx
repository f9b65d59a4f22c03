import type { Child } from 'hono/jsx'
import { Bidi } from './bidi.tsx'

/**
 * Somebody's own words.
 * WCAG 3.1.2: in their language, marked with `lang`. 1.3.2: `dir="auto"`, because it may run the other way.
 */
export function Quote({
  children,
  lang,
  author,
  source,
  note,
}: {
  children: Child
  lang?: string
  /** Who or which group said it, as far as it may be shown. */
  author?: string
  /** Where it comes from: channel, date, a link to the comment. */
  source?: Child
  /** Such as "machine translation" with the link to the original. */
  note?: Child
}) {
  const words = (
    <blockquote lang={lang} dir="auto">
      {children}
    </blockquote>
  )
  if (!author && !source && !note) return <div class="quote">{words}</div>
  return (
    <figure class="quote">
      {words}
      <figcaption>
        {author && (
          <b>
            <Bidi>{author}</Bidi>
          </b>
        )}
        {author && source && ' · '}
        {source}
        {note && <span class="quote-note">{note}</span>}
      </figcaption>
    </figure>
  )
}
