import { formatLocale } from '../platform/i18n/language.ts'
import type { View } from './view.ts'

/** A number as the reader writes it: 1,200 in English, 1,200 in US Spanish, Latin digits in Arabic. */
export function numberInWords(
  view: Pick<View, 'language'>,
  value: number,
  options?: Intl.NumberFormatOptions,
): string {
  return new Intl.NumberFormat(formatLocale(view.language), options).format(value)
}

/** A count, with what it is a part of when `of` is given: "3 of 10". Isolated, so that it keeps its order in Arabic. */
export function Count({ view, value, of }: { view: View; value: number; of?: number }) {
  const words =
    of === undefined ? numberInWords(view, value) : view.t('ui.count.of', { count: value, total: of })
  return <bdi class="number">{words}</bdi>
}

/** A count that is too small to show. Never blank, never a dash: the reason is part of the answer (WCAG 1.1.1, 1.3.1). */
export function SuppressedCount({ view, minimum }: { view: View; minimum: number }) {
  return <span class="suppressed">{view.t('ui.count.fewer', { minimum })}</span>
}
