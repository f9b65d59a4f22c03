import { raw } from 'hono/html'
import { paths } from '../../paths.ts'
import { qrSvg } from '../../platform/documents/qr.ts'
import type { Poster } from '../../platform/documents/poster.ts'
import { languageNames } from '../../platform/i18n/language.ts'
import { ButtonLink, Buttons, Layout, Notice, type View } from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { type Engagement, sourceLanguage, untranslated } from './engagement.ts'
import { LanguageNotice } from './told.page.tsx'

/** The poster as a page that prints on one sheet. `pdfProblem`: why the PDF could not be made. */
export function PosterPage(props: {
  view: View
  agency: Agency
  engagement: Engagement
  poster: Poster
  pdfProblem?: 'no-font' | 'too-long' | 'bad-address' | 'no-title'
}) {
  const { view, agency, engagement, poster, pdfProblem } = props
  const { t, language } = view
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  return (
    <Layout view={view} title={t('engagements.poster.title', { title: poster.title })}>
      <div class="not-printed">
        {pdfProblem && (
          <Notice view={view} kind="warning" title={t('engagements.poster.noPdf')} live>
            <p>{t(`engagements.poster.problem.${pdfProblem}`)}</p>
          </Notice>
        )}
        <LanguageNotice
          view={view}
          source={sourceLanguage(engagement)}
          parts={untranslated(engagement, language).length}
        />
        <p>{t('engagements.poster.lead')}</p>
        <Buttons>
          <ButtonLink href={paths.posterPdf.to(place)}>{t('engagements.poster.pdf')}</ButtonLink>
          {engagement.languages
            .filter((code) => code !== language)
            .map((code) => (
              <ButtonLink kind="quiet" href={paths.poster.to({ ...place, language: code })}>
                <span lang={code}>{languageNames[code]}</span>
              </ButtonLink>
            ))}
        </Buttons>
      </div>
      <article class="poster">
        <h1 dir="auto">{poster.title}</h1>
        <p class="lead" dir="auto">
          {poster.purpose}
        </p>
        <div class="poster-decision">
          <h2>{poster.labels.decision}</h2>
          <p dir="auto">{poster.decision}</p>
        </div>
        <div class={poster.dates.length > 0 ? 'poster-parts' : undefined}>
          {poster.dates.length > 0 && (
            <section>
              <h2>{poster.labels.dates}</h2>
              <dl>
                {poster.dates.map(({ when, what }) => (
                  <div>
                    <dt>{when}</dt>
                    <dd dir="auto">{what}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
          <section class="poster-online">
            <h2>{poster.labels.online}</h2>
            {raw(qrSvg(poster.url, { label: poster.labels.qrAlt, moduleSize: 5 }))}
            <p>{poster.labels.scan}</p>
            <p>
              <b class="address">{poster.shortUrl}</b>
            </p>
          </section>
        </div>
        <p class="poster-foot">
          <strong>{poster.labels.contact}</strong> <bdi>{poster.contact}</bdi>
          <br />
          {poster.labels.note}
        </p>
      </article>
    </Layout>
  )
}
