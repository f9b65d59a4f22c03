import type { SafeCell } from '../../analysis/disclosure/cell.ts'
import { paths } from '../../paths.ts'
import { inLanguage, wordsIn } from '../../platform/i18n/written.ts'
import {
  Breadcrumbs,
  ButtonLink,
  Buttons,
  EmptyState,
  type FeedLink,
  Heading,
  Layout,
  PageHead,
  Tag,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { SafeNumber } from '../themes/safe-numbers.tsx'
import type { Theme } from '../themes/theme.ts'
import { foreignLanguage, InWords } from '../themes/written-fields.tsx'
import { DecisionFacts, type Point, PointAnswered, type PublicPlace } from './decided.tsx'
import type { Decision } from './decision.ts'

type Frame = { view: View; agency: Agency; engagement: Engagement }
export type DecidedRow = { decision: Decision; points: readonly Point[] }

type LedgerProps = Frame & {
  rows: readonly DecidedRow[]
  /** Public themes that no published decision answers yet. */
  undecided: readonly { theme: Theme; count: SafeCell }[]
  /** How many comments came in. */
  comments: number
  lastChanged: Date | undefined
}

function placeOf({ view, agency, engagement }: Frame): PublicPlace {
  return { language: view.language, agency: agency.slug, engagement: engagement.slug }
}

function feedsOf(frame: Frame): FeedLink[] {
  const { t } = frame.view
  const place = placeOf(frame)
  return [
    { href: paths.decisionsAtom.to(place), title: t('decisions.ledger.feed'), type: 'application/atom+xml' },
    { href: paths.decisionsCsv.to(place), title: t('decisions.ledger.csv'), type: 'text/csv' },
  ]
}

/** The ledger: what we heard, what we decided, why. */
export function LedgerPage(props: LedgerProps) {
  const { view, agency, engagement, rows, undecided, comments, lastChanged } = props
  const { t } = view
  const place = placeOf(props)
  const within = inLanguage(engagement.title, view.language)
  return (
    <Layout
      view={view}
      title={t('decisions.ledger.title')}
      description={t('decisions.ledger.description', { engagement: within.text })}
      feeds={feedsOf(props)}
      lastChanged={lastChanged}
    >
      <Breadcrumbs
        view={view}
        items={[
          { label: within.text, href: paths.hub.to(place), lang: foreignLanguage(view, within.language) },
          { label: t('decisions.ledger.title') },
        ]}
      />
      <PageHead
        title={t('decisions.ledger.title')}
        lead={t('decisions.ledger.lead', {
          comments,
          decidedBy: wordsIn(engagement.decidedBy, view.language),
        })}
      />
      {rows.length === 0 && undecided.length === 0 && (
        <EmptyState
          title={t('decisions.ledger.empty')}
          why={t('decisions.ledger.emptyWhy', { agency: agency.name })}
          act={{ label: t('decisions.ledger.say'), href: paths.comment.to(place) }}
        />
      )}
      {rows.map((row) => (
        <Decided {...props} row={row} place={place} />
      ))}
      {undecided.length > 0 && (
        <section>
          <Heading level={2}>{t('decisions.ledger.undecided')}</Heading>
          <p>{t('decisions.ledger.undecidedText')}</p>
          <ul>
            {undecided.map(({ theme, count }) => {
              const title = inLanguage(theme.title, view.language)
              return (
                <li>
                  <a
                    href={paths.publicTheme.to({ ...place, theme: theme.id })}
                    lang={foreignLanguage(view, title.language)}
                    dir="auto"
                  >
                    {title.text}
                  </a>{' '}
                  {theme.isMinority && <Tag tone="sun">{t('themes.minority')}</Tag>}{' '}
                  <span class="hint">
                    {t('themes.public.comments')}{' '}
                    <SafeNumber view={view} cell={count} minimum={agency.minimum} />
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      <section>
        <Heading level={2}>{t('decisions.ledger.yours')}</Heading>
        <p>{t('decisions.ledger.yoursText')}</p>
        <Buttons>
          <ButtonLink kind="quiet" href={paths.receipts.to({ language: view.language })}>
            {t('decisions.ledger.lookUp')}
          </ButtonLink>
          <ButtonLink kind="quiet" href={paths.comments.to(place)}>
            {t('decisions.ledger.comments')}
          </ButtonLink>
        </Buttons>
      </section>
    </Layout>
  )
}

function Decided({ view, agency, row, place }: Frame & { row: DecidedRow; place: PublicPlace }) {
  const { decision, points } = row
  const question = inLanguage(decision.question, view.language)
  return (
    <section class="decided">
      <Heading level={2} id={decision.id}>
        <a
          href={paths.decision.to({ ...place, decision: decision.id })}
          lang={foreignLanguage(view, question.language)}
          dir="auto"
        >
          {question.text}
        </a>
      </Heading>
      <p>
        <strong>{view.t('decisions.decided')}</strong> <InWords view={view} text={decision.result} />
      </p>
      {points.map((point) => (
        <PointAnswered view={view} place={place} point={point} minimum={agency.minimum} level={3} brief />
      ))}
      <DecisionFacts view={view} decision={decision} />
    </section>
  )
}

type DecisionProps = Frame & { row: DecidedRow }

/** One decision for everyone. */
export function DecisionPage(props: DecisionProps) {
  const { view, agency, engagement, row } = props
  const { decision, points } = row
  const { t } = view
  const place = placeOf(props)
  const question = inLanguage(decision.question, view.language)
  const within = inLanguage(engagement.title, view.language)
  return (
    <Layout view={view} title={question.text} feeds={feedsOf(props)} lastChanged={decision.changedAt}>
      <Breadcrumbs
        view={view}
        items={[
          { label: within.text, href: paths.hub.to(place), lang: foreignLanguage(view, within.language) },
          { label: t('decisions.ledger.title'), href: paths.decisions.to(place) },
          { label: question.text, lang: foreignLanguage(view, question.language) },
        ]}
      />
      <PageHead
        title={question.text}
        lang={foreignLanguage(view, question.language)}
        above={t('decisions.decision')}
      />
      <p class="lead">
        <InWords view={view} text={decision.result} />
      </p>
      <DecisionFacts view={view} decision={decision} />
      {decision.options.length > 0 && (
        <>
          <Heading level={2}>{t('decisions.options')}</Heading>
          <ul>
            {decision.options.map((option) => (
              <li>
                <InWords view={view} text={option.label} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Heading level={2}>{t('decisions.points')}</Heading>
      {points.map((point) => (
        <PointAnswered view={view} place={place} point={point} minimum={agency.minimum} level={3} />
      ))}
    </Layout>
  )
}
