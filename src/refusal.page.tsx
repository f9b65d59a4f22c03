import { paths } from './paths.ts'
import { ButtonLink, Buttons, Layout, type View } from './ui/components.ts'

export type Refusal = 'notFound' | 'forbidden' | 'failure' | 'unavailable'

/** What we say when we cannot show what was asked for: what happened, that nothing is lost, and the way on. */
export function RefusalPage({ view, kind, requestId }: { view: View; kind: Refusal; requestId: string }) {
  const { t } = view
  return (
    <Layout view={view} title={t(`app.refusal.${kind}.title`)} unlisted>
      <h1>{t(`app.refusal.${kind}.title`)}</h1>
      <p>{t(`app.refusal.${kind}.text`)}</p>
      <Buttons>
        <ButtonLink
          href={
            view.agency
              ? paths.agency.to({ language: view.language, agency: view.agency.slug })
              : paths.home.to({ language: view.language })
          }
        >
          {t('app.refusal.home')}
        </ButtonLink>
      </Buttons>
      <p class="hint">{t('app.refusal.reference', { reference: requestId })}</p>
    </Layout>
  )
}
