import { languageNames, languages } from '../platform/i18n/language.ts'
import { inLanguage, sitePlaces } from './address.ts'
import { Icon } from './icon.tsx'
import { Logo } from './logo.tsx'
import type { View } from './view.ts'

/**
 * The same header on every page (WCAG 3.2.3): whose site this is, the language, the account.
 * WCAG 3.1.2: each language is named in its own script and marked with its own `lang`. 2.5.8: targets of 44 px.
 */
export function SiteHeader({ view }: { view: View }) {
  const { t, language, agency, viewer } = view
  const home = inLanguage(language, agency ? sitePlaces.agency(agency.slug) : sitePlaces.home)
  return (
    <header class="site-header">
      <a class="skip" href="#main">
        {t('ui.skip')}
      </a>
      <div class="site-header-inside">
        <a
          class="site-name"
          href={home}
          aria-label={agency ? t('ui.header.agencyHome', { agency: agency.name }) : t('ui.header.home')}
        >
          <Logo />
          <bdi>{agency ? agency.name : t('app.name')}</bdi>
        </a>
        <nav class="language-switch" aria-label={t('ui.header.language')}>
          <ul>
            {languages.map((code) => (
              <li>
                <a
                  href={inLanguage(code, view.path)}
                  lang={code}
                  hreflang={code}
                  aria-current={code === language ? 'true' : undefined}
                >
                  {languageNames[code]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <nav class="account" aria-label={t('ui.header.you')}>
          {viewer ? (
            <>
              <a href={inLanguage(language, sitePlaces.account)}>
                <Icon name="person" />
                <span class="visually-hidden">{t('ui.header.account')}: </span>
                <bdi>{viewer.name}</bdi>
              </a>
              <form method="post" action={inLanguage(language, sitePlaces.signOut)}>
                <input type="hidden" name="csrf" value={view.csrf} />
                <button class="link-button" type="submit">
                  {t('ui.header.signOut')}
                </button>
              </form>
            </>
          ) : (
            <a href={inLanguage(language, sitePlaces.signIn)}>{t('ui.header.signIn')}</a>
          )}
        </nav>
      </div>
      {view.draftLanguage && <DraftLanguage view={view} />}
    </header>
  )
}

/** Says that no speaker has checked this language. WCAG 3.1.2: the way to the English page is in English as well. */
function DraftLanguage({ view }: { view: View }) {
  return (
    <div class="draft-language">
      <p>
        <b>{view.t('ui.draft.title')}.</b> {view.t('ui.draft.text')}{' '}
        <a href={inLanguage('en', view.path)} hreflang="en">
          {view.t('ui.draft.link')}
        </a>
      </p>
    </div>
  )
}
