import { inLanguage, sitePlaces } from './address.ts'
import { Logo } from './logo.tsx'
import type { View } from './view.ts'

/** WCAG 3.2.6: the way to a person stands in the same place on every page. */
export function SiteFooter({ view }: { view: View }) {
  const { t, language, agency } = view
  const contact = agency ? `${sitePlaces.agency(agency.slug)}${sitePlaces.contact}` : sitePlaces.contact
  return (
    <footer class="site-footer">
      <div class="site-footer-inside">
        <nav aria-label={t('ui.footer.label')}>
          <ul>
            <li>
              <a href={inLanguage(language, contact)}>{t('ui.footer.contact')}</a>
            </li>
            <li>
              <a href={inLanguage(language, sitePlaces.data)}>{t('ui.footer.data')}</a>
            </li>
            <li>
              <a href={inLanguage(language, sitePlaces.accessibility)}>{t('ui.footer.accessibility')}</a>
            </li>
          </ul>
        </nav>
        <p class="site-maker">
          <Logo />
          <bdi>{t('app.name')}</bdi>
        </p>
      </div>
    </footer>
  )
}
