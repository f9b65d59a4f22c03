import type { Child } from 'hono/jsx'

/**
 * A name, code, address or other text whose direction we do not know, kept apart from the sentence around it.
 * WCAG 1.3.2: the reading order stays right when a Latin name stands in an Arabic sentence.
 */
export function Bidi({ children, lang }: { children: Child; lang?: string }) {
  return <bdi lang={lang}>{children}</bdi>
}
