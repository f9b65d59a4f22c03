import type { Agency } from './features/agencies/agency.ts'
import type { Engagement } from './features/engagements/engagement.ts'
import { paths } from './paths.ts'
import { inLanguage } from './platform/i18n/written.ts'
import { Bidi, ButtonLink, Buttons, Card, EmptyState, Layout, type View } from './ui/components.ts'

/** Everything that is open for comment on this installation, agency by agency. */
export function HomePage({
  view,
  agencies,
  engagements,
}: {
  view: View
  agencies: readonly Agency[]
  engagements: readonly Engagement[]
}) {
  const { t, language } = view
  const open = Map.groupBy(engagements, (engagement) => engagement.agencyId)
  return (
    <Layout view={view} title={t('app.home.title')} description={t('app.home.lead')}>
      <h1>{t('app.home.title')}</h1>
      <p class="lead">{t('app.home.lead')}</p>
      {open.size === 0 && <EmptyState title={t('app.home.emptyTitle')} why={t('app.home.empty')} />}
      {agencies
        .filter((agency) => open.has(agency.id))
        .map((agency) => (
          <section aria-labelledby={`agency-${agency.slug}`}>
            <h2 id={`agency-${agency.slug}`}>
              <a href={paths.agency.to({ language, agency: agency.slug })}>
                <Bidi>{agency.name}</Bidi>
              </a>
            </h2>
            {open.get(agency.id)?.map((engagement) => {
              const title = inLanguage(engagement.title, language)
              const purpose = inLanguage(engagement.purpose, language)
              return (
                <Card
                  title={title.text}
                  lang={title.language}
                  href={paths.hub.to({ language, agency: agency.slug, engagement: engagement.slug })}
                >
                  <p lang={purpose.language} dir="auto">
                    {purpose.text}
                  </p>
                </Card>
              )
            })}
          </section>
        ))}
      <h2>{t('app.home.receiptTitle')}</h2>
      <p>{t('app.home.receiptText')}</p>
      <Buttons>
        <ButtonLink kind="quiet" href={paths.receipts.to({ language })}>
          {t('app.home.receipt')}
        </ButtonLink>
      </Buttons>
    </Layout>
  )
}

/** What happens to what people tell us, in plain words. */
export function PrivacyPage({ view }: { view: View }) {
  const { t, language } = view
  const parts = ['record', 'about', 'contact', 'children', 'cookies', 'yours', 'kept'] as const
  return (
    <Layout view={view} title={t('app.privacy.title')}>
      <h1>{t('app.privacy.title')}</h1>
      <p class="lead">{t('app.privacy.lead')}</p>
      {parts.map((part) => (
        <section>
          <h2>{t(`app.privacy.${part}.title`)}</h2>
          <p>{t(`app.privacy.${part}.text`)}</p>
        </section>
      ))}
      <Buttons>
        <ButtonLink kind="quiet" href={paths.receipts.to({ language })}>
          {t('app.home.receipt')}
        </ButtonLink>
      </Buttons>
    </Layout>
  )
}

/** How accessible this is, honestly, and whom to tell when it is not. */
export function AccessibilityPage({ view }: { view: View }) {
  const { t, language } = view
  const parts = ['aim', 'checked', 'unchecked', 'otherWays'] as const
  return (
    <Layout view={view} title={t('app.accessibility.title')}>
      <h1>{t('app.accessibility.title')}</h1>
      <p class="lead">{t('app.accessibility.lead')}</p>
      {parts.map((part) => (
        <section>
          <h2>{t(`app.accessibility.${part}.title`)}</h2>
          <p>{t(`app.accessibility.${part}.text`)}</p>
        </section>
      ))}
      <Buttons>
        <ButtonLink kind="quiet" href={paths.contact.to({ language })}>
          {t('app.accessibility.contact')}
        </ButtonLink>
      </Buttons>
    </Layout>
  )
}

/** A person to reach at every agency. */
export function ContactPage({ view, agencies }: { view: View; agencies: readonly Agency[] }) {
  const { t, language } = view
  const reachable = agencies.filter((agency) => agency.contactName || agency.contactAddress)
  return (
    <Layout view={view} title={t('app.contact.title')}>
      <h1>{t('app.contact.title')}</h1>
      <p class="lead">{t('app.contact.lead')}</p>
      <ul>
        {reachable.map((agency) => (
          <li>
            <a href={paths.agencyContact.to({ language, agency: agency.slug })}>
              <Bidi>{agency.name}</Bidi>
            </a>
            {agency.contactName && (
              <>
                {' · '}
                <Bidi>{agency.contactName}</Bidi>
              </>
            )}
          </li>
        ))}
      </ul>
      {reachable.length === 0 && <p>{t('app.contact.none')}</p>}
    </Layout>
  )
}
