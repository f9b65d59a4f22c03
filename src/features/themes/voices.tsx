import type { Child } from 'hono/jsx'
import { Heading, Quote, type View } from '../../ui/components.ts'
import type { ShownQuote } from './quote.ts'
import { foreignLanguage } from './written-fields.tsx'

/** Quotes by side: for, against, and neither. */
export function Voices({
  view,
  quotes,
  level = 2,
  empty,
}: {
  view: View
  quotes: readonly ShownQuote[]
  level?: 2 | 3 | 4
  empty?: Child
}) {
  if (quotes.length === 0) return empty ? <>{empty}</> : null
  return (
    <>
      {(['for', 'against', 'neutral'] as const).map((stance) => {
        const said = quotes.filter((quote) => quote.stance === stance)
        if (said.length === 0) return null
        return (
          <section class="voices">
            <Heading level={level}>{view.t(`themes.voices.${stance}`)}</Heading>
            {said.map((quote) => (
              <Quote lang={foreignLanguage(view, quote.language)}>{quote.words}</Quote>
            ))}
          </section>
        )
      })}
    </>
  )
}
