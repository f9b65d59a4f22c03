import type { SafeCell } from '../../analysis/disclosure/cell.ts'
import { paths } from '../../paths.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { inLanguage, wordsIn } from '../../platform/i18n/written.ts'
import { DateTime, Day, DescriptionList, Heading, StatusTag, Tag, type View } from '../../ui/components.ts'
import { StatementsInTheme } from '../conversations/statements-in-theme.tsx'
import type { ShownStatement } from '../conversations/theme-statement.ts'
import type { ShownQuote } from '../themes/quote.ts'
import { SafeNumber } from '../themes/safe-numbers.tsx'
import { Voices } from '../themes/voices.tsx'
import { foreignLanguage, InWords } from '../themes/written-fields.tsx'
import type { AnsweredTheme } from './decision.store.ts'
import type { Decision } from './decision.ts'
import { statusOf } from './disposition.ts'
import { methodInWords } from './method-in-words.tsx'

/** One theme that a decision answers, with how many said it, their voices, and the statements that people voted on. */
export type Point = AnsweredTheme & {
  count: SafeCell
  quotes: readonly ShownQuote[]
  statements: readonly ShownStatement[]
}

export type PublicPlace = { language: Language; agency: string; engagement: string }

/** What became of one theme: how many said it, what was decided, why, what was done, and voices from each side. */
export function PointAnswered({
  view,
  place,
  point,
  minimum,
  level,
  brief = false,
}: {
  view: View
  place: PublicPlace
  point: Point
  minimum: number
  level: 3 | 4
  /** One voice from each side, where many points stand below each other. */
  brief?: boolean
}) {
  const { t } = view
  const title = inLanguage(point.theme.title, view.language)
  return (
    <section class="outcome">
      <Heading level={level}>
        <a
          href={paths.publicTheme.to({ ...place, theme: point.themeId })}
          lang={foreignLanguage(view, title.language)}
          dir="auto"
        >
          {title.text}
        </a>
      </Heading>
      <p>
        {point.outcome && <StatusTag view={view} status={statusOf[point.outcome]} />}{' '}
        {point.theme.isMinority && <Tag tone="sun">{t('themes.minority')}</Tag>}{' '}
        <span class="hint">
          {t('themes.public.comments')} <SafeNumber view={view} cell={point.count} minimum={minimum} />
        </span>
      </p>
      <p>
        <strong>{t('decisions.why')}</strong> <InWords view={view} text={point.reason} />
      </p>
      {point.followUp && (
        <p>
          <strong>{t(`decisions.followUp.${point.followUp}`)}</strong>
          {point.followedUpAt && (
            <>
              {' '}
              (<DateTime view={view} at={point.followedUpAt} style="short" />)
            </>
          )}
          : <InWords view={view} text={point.followUpNote} />
        </p>
      )}
      <Voices view={view} quotes={brief ? firstOfEach(point.quotes) : point.quotes} level={4} />
      <StatementsInTheme
        view={view}
        place={place}
        statements={brief ? point.statements.slice(0, 1) : point.statements}
        level={4}
      />
      {brief && point.quotes.length > firstOfEach(point.quotes).length && (
        <p>
          <a href={paths.publicTheme.to({ ...place, theme: point.themeId })}>
            {t('decisions.voices', { count: point.quotes.length })}
          </a>
        </p>
      )}
    </section>
  )
}

function firstOfEach(quotes: readonly ShownQuote[]): ShownQuote[] {
  return (['for', 'against'] as const).flatMap(
    (stance) => quotes.find((quote) => quote.stance === stance) ?? [],
  )
}

/** How it was decided, by whom it is done, and when it is looked at again. */
export function DecisionFacts({ view, decision }: { view: View; decision: Decision }) {
  const { t, language } = view
  const items = [
    { term: t('decisions.fact.how'), value: <span dir="auto">{methodInWords(view, decision)}</span> },
    ...(decision.decidedOn
      ? [{ term: t('decisions.fact.decidedOn'), value: <Day view={view} day={decision.decidedOn} /> }]
      : []),
    { term: t('decisions.fact.responsible'), value: <span dir="auto">{decision.responsible}</span> },
    ...(decision.reviewOn
      ? [{ term: t('decisions.fact.reviewOn'), value: <Day view={view} day={decision.reviewOn} /> }]
      : []),
  ]
  const minority = wordsIn(decision.minorityStatement, language)
  return (
    <>
      <DescriptionList items={items} />
      {minority && (
        <div class="quote">
          <p>
            <strong>{t('decisions.minority')}</strong>
          </p>
          <blockquote>
            <InWords view={view} text={decision.minorityStatement} />
          </blockquote>
        </div>
      )}
    </>
  )
}
