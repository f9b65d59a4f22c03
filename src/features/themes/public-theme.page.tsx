import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import { Breadcrumbs, Layout, PageHead, Tag, Tags, type View } from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { AboutQuestion } from '../comments/about-question.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { ShownQuote } from './quote.ts'
import { SafeNumber, ThemeParts } from './safe-numbers.tsx'
import type { SafeThemeCounts } from './theme-counts.ts'
import type { Theme } from './theme.ts'
import { Voices } from './voices.tsx'
import { foreignLanguage, InWords } from './written-fields.tsx'

type PublicThemeProps = {
  view: View
  agency: Agency
  engagement: Engagement
  theme: Theme
  counts: SafeThemeCounts
  aboutQuestions: readonly AboutQuestion[]
  quotes: readonly ShownQuote[]
  /** What the theme rests on beside comments. */
  evidence?: Child
}

/** A theme for everyone: what people said, how many, who they are as far as that may be told, and voices from each side. */
export function PublicThemePage(props: PublicThemeProps) {
  const { view, agency, engagement, theme, counts, aboutQuestions, quotes, evidence } = props
  const { t } = view
  const place = { language: view.language, agency: agency.slug, engagement: engagement.slug }
  const title = inLanguage(theme.title, view.language)
  const within = inLanguage(engagement.title, view.language)
  return (
    <Layout view={view} title={title.text} lastChanged={theme.changedAt}>
      <Breadcrumbs
        view={view}
        items={[
          { label: within.text, href: paths.hub.to(place), lang: foreignLanguage(view, within.language) },
          { label: t('themes.public.ledger'), href: paths.decisions.to(place) },
          { label: title.text, lang: foreignLanguage(view, title.language) },
        ]}
      />
      <PageHead
        title={title.text}
        lang={foreignLanguage(view, title.language)}
        above={t('themes.public.above')}
      >
        {theme.isMinority && <Tags>{[<Tag tone="sun">{t('themes.minority')}</Tag>]}</Tags>}
      </PageHead>
      <p class="lead">
        <InWords view={view} text={theme.summary} />
      </p>
      <p>
        {t('themes.public.comments')} <SafeNumber view={view} cell={counts.total} minimum={agency.minimum} />
      </p>
      {theme.isMinority && <p>{t('themes.public.minority')}</p>}
      <Voices view={view} quotes={quotes} />
      {evidence}
      <ThemeParts view={view} counts={counts} aboutQuestions={aboutQuestions} minimum={agency.minimum} />
      <p>
        <a href={paths.decisions.to(place)}>{t('themes.public.toLedger')}</a>
      </p>
    </Layout>
  )
}
