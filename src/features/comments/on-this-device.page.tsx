import { formatLocale } from '../../platform/i18n/language.ts'
import type { View } from '../../ui/view.ts'

/** One number for each plural form that the languages of our screens have. */
const samples = [0, 1, 2, 3, 11, 100]

/** A sentence with a number, in every plural form of the language, with `#` for the number: scripts choose among them. */
export function pluralForms(view: Pick<View, 'language'>, say: (count: number) => string): string {
  const rules = new Intl.PluralRules(view.language)
  const numbers = new Intl.NumberFormat(formatLocale(view.language))
  const forms: Record<string, string> = {}
  for (const sample of samples)
    forms[rules.select(sample)] ??= say(sample).replace(numbers.format(sample), '#')
  return JSON.stringify(forms)
}

/**
 * Where the browser says what waits on this device. Empty and hidden without script; the words come along as data, so that the
 * script needs no catalogue of its own. WCAG 4.1.3: a status, read out without a move of focus.
 */
export function OnThisDevice({ view, kiosk = false }: { view: View; kiosk?: boolean }) {
  const { t } = view
  return (
    <section
      id="on-this-device"
      class="notice notice-info"
      aria-label={t('comments.offline.title')}
      hidden
      data-kiosk={kiosk ? 'yes' : undefined}
      data-waiting={pluralForms(view, (count) => t('comments.offline.waiting', { count }))}
      data-refused={pluralForms(view, (count) => t('comments.offline.refused', { count }))}
      data-sent={t('comments.offline.sent', { code: '#' })}
      data-sent-open={t('comments.offline.sentOpen')}
      data-forget={t('comments.offline.forget')}
      data-edit={t('comments.offline.edit')}
      data-closed={t('comments.offline.closed')}
      data-try-now={t('comments.offline.tryNow')}
      data-draft-restored={t('comments.offline.draftRestored')}
      data-draft-forget={t('comments.offline.draftForget')}
    >
      <div role="status"></div>
    </section>
  )
}
