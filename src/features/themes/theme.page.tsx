import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import { type Typed, typedList, typedText } from '../../platform/http/typed.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  Checkbox,
  Checkboxes,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  HiddenField,
  Notice,
  numberInWords,
  PageHead,
  Quote,
  StatusTag,
  Tag,
  Tags,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { AboutQuestion } from '../comments/about-question.ts'
import { workPlace, type WorkPageProps } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { Code } from './code.ts'
import { type QuoteInPlace, wordsOf } from './quote.ts'
import { wordsChangedSince } from './reading.ts'
import { ThemeParts } from './safe-numbers.tsx'
import type { SafeThemeCounts } from './theme-counts.ts'
import { themeLimits, type Theme, type ThemeTally } from './theme.ts'
import { InWords, WrittenFields } from './written-fields.tsx'

type ThemeProps = WorkPageProps & {
  theme: Theme
  codes: readonly Code[]
  codeIds: readonly string[]
  tally: ThemeTally | undefined
  counts: SafeThemeCounts
  aboutQuestions: readonly AboutQuestion[]
  quotes: readonly QuoteInPlace[]
  /** What the theme rests on beside comments. */
  evidence?: Child
  mayWrite: boolean
  typed?: Typed
  faults?: readonly Fault[]
  /** What someone else made of the theme while this form was open. */
  meanwhile?: Theme
}

/** One theme: its words, the codes under it, who is behind it, and the quotes that stand for it. */
export function ThemePage(props: ThemeProps) {
  const {
    view,
    agency,
    engagement,
    theme,
    tally,
    counts,
    aboutQuestions,
    quotes,
    evidence,
    mayWrite,
    faults,
    meanwhile,
  } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const title = inLanguage(theme.title, view.language)
  return (
    <WorkLayout
      view={view}
      title={title.text}
      {...workFrame(view, agency, engagement, 'themes')}
      faulty={faults !== undefined}
      evidence={
        <ThemeParts
          view={view}
          counts={counts}
          aboutQuestions={aboutQuestions}
          minimum={agency.minimum}
          level={3}
          withoutStance
        />
      }
    >
      <ErrorSummary view={view} faults={faults} />
      {meanwhile && (
        <Notice view={view} kind="warning" title={t('themes.theme.meanwhile')}>
          <p>{t('themes.theme.meanwhileText')}</p>
          <p>
            <strong>
              <InWords view={view} text={meanwhile.title} />
            </strong>
          </p>
          <p>
            <InWords view={view} text={meanwhile.summary} />
          </p>
        </Notice>
      )}
      <PageHead
        title={title.text}
        lang={title.language === view.language ? undefined : title.language}
        above={<a href={paths.workThemes.to(place)}>{t('themes.list.title')}</a>}
        lead={t('themes.theme.count', {
          count: tally?.comments ?? 0,
          for: tally?.for ?? 0,
          against: tally?.against ?? 0,
        })}
      >
        <Tags>
          {[
            <StatusTag view={view} status={theme.publishedAt ? 'published' : 'draft'} />,
            ...(theme.isMinority ? [<Tag tone="sun">{t('themes.minority')}</Tag>] : []),
          ]}
        </Tags>
      </PageHead>
      <Heading level={2}>{t('themes.theme.quotes')}</Heading>
      {quotes.length === 0 && <p>{t('themes.theme.noQuotes')}</p>}
      {quotes.map((quote) => (
        <ThemeQuote view={view} quote={quote} />
      ))}
      <Buttons>
        {mayWrite && (
          <ButtonLink kind="quiet" href={paths.workQuotes.to({ ...place, theme: theme.id })}>
            {t('themes.theme.chooseQuotes')}
          </ButtonLink>
        )}
        {theme.publishedAt && (
          <ButtonLink kind="quiet" href={paths.publicTheme.to({ ...place, theme: theme.id })}>
            {t('themes.theme.publicPage')}
          </ButtonLink>
        )}
      </Buttons>
      {evidence}
      {mayWrite ? (
        <ThemeForm {...props} />
      ) : (
        <p>
          <InWords view={view} text={theme.summary} />
        </p>
      )}
    </WorkLayout>
  )
}

/** A chosen quote as staff see it: also when it can no longer be shown, with the reason. */
export function ThemeQuote({ view, quote }: { view: View; quote: QuoteInPlace }) {
  const { t } = view
  const changed = wordsChangedSince(quote.at, quote.wordsChangedAt)
  const note = changed
    ? t('themes.theme.quoteChanged')
    : quote.state === 'published'
      ? undefined
      : t('themes.theme.quoteHidden')
  return (
    <Quote lang={quote.language} source={t(`themes.stance.${quote.stance}`)} note={note}>
      {wordsOf(quote) || '…'}
    </Quote>
  )
}

function ThemeForm({
  view,
  agency,
  engagement,
  theme,
  codes,
  codeIds,
  typed,
  faults,
  meanwhile,
}: ThemeProps) {
  const { t } = view
  const shared = { view, languages: engagement.languages, typed, faults }
  const ticked = typed ? typedList(typed, 'code') : codeIds
  const yes = (field: string, now: boolean) => (typed ? typedText(typed, field) === 'yes' : now)
  return (
    <>
      <Heading level={2}>{t('themes.theme.words')}</Heading>
      <Form
        view={view}
        action={paths.workTheme.to({ ...workPlace(view, agency, engagement), theme: theme.id })}
        label={t('themes.theme.words')}
      >
        <HiddenField name="seen" value={(meanwhile ?? theme).changedAt.toISOString()} />
        <WrittenFields
          {...shared}
          name="title"
          label={t('themes.theme.titleField')}
          hint={t('themes.theme.titleHint')}
          written={theme.title}
          required
        />
        <WrittenFields
          {...shared}
          name="summary"
          label={t('themes.theme.summary')}
          hint={t('themes.theme.summaryHint', { most: themeLimits.summary })}
          written={theme.summary}
          rows={4}
        />
        <Checkboxes
          view={view}
          name="code"
          label={t('themes.theme.codes')}
          options={codes.map((code) => ({
            value: code.id,
            label: code.name,
            hint: code.retiredAt ? t('themes.code.isRetired') : undefined,
          }))}
          values={ticked}
          faults={faults}
        />
        <Checkbox
          view={view}
          name="minority"
          label={t('themes.theme.minority')}
          hint={t('themes.theme.minorityHint')}
          checked={yes('minority', theme.isMinority)}
        />
        {theme.publishedAt === null && (
          <Checkbox
            view={view}
            name="public"
            label={t('themes.theme.public')}
            hint={t('themes.theme.publicHint')}
            checked={yes('public', false)}
          />
        )}
        <Buttons>
          <Button>{t('themes.theme.save')}</Button>
        </Buttons>
      </Form>
    </>
  )
}

type QuotesProps = WorkPageProps & {
  theme: Theme
  chosen: readonly QuoteInPlace[]
  coded: readonly QuoteInPlace[]
  problem?: 'words-changed' | 'too-many'
}

/** Choosing what stands for a theme from the words that coders marked; both sides, where there are two. */
export function QuotesPage({ view, agency, engagement, theme, chosen, coded, problem }: QuotesProps) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const here = paths.workQuotes.to({ ...place, theme: theme.id })
  const title = inLanguage(theme.title, view.language)
  const same = (one: QuoteInPlace, other: QuoteInPlace) =>
    one.answerId === other.answerId && one.start === other.start && one.end === other.end
  const toChoose = coded.filter((quote) => !chosen.some((one) => same(one, quote)))
  const oneSided =
    chosen.length > 0 &&
    coded.some((quote) => quote.stance === 'against') &&
    !chosen.some((quote) => quote.stance === 'against')
  return (
    <WorkLayout
      view={view}
      title={t('themes.quotes.title')}
      {...workFrame(view, agency, engagement, 'themes')}
    >
      {problem && <Notice view={view} kind="error" title={t(`themes.quotes.problem.${problem}`)} live />}
      <PageHead
        title={t('themes.quotes.title')}
        above={
          <a href={paths.workTheme.to({ ...place, theme: theme.id })} lang={title.language}>
            {title.text}
          </a>
        }
        lead={t('themes.quotes.lead')}
      />
      {oneSided && <Notice view={view} title={t('themes.quotes.oneSided')} />}
      <Heading level={2}>{t('themes.quotes.chosen')}</Heading>
      {chosen.length === 0 && <p>{t('themes.theme.noQuotes')}</p>}
      {chosen.map((quote, index) => (
        <div class="quote-row">
          <ThemeQuote view={view} quote={quote} />
          <Form
            view={view}
            action={here}
            label={`${t('themes.quotes.drop')} (${numberInWords(view, index + 1)})`}
          >
            <HiddenField name="drop" value={quote.id} />
            <Button kind="quiet">
              {t('themes.quotes.drop')}
              <span class="visually-hidden">: {wordsOf(quote)}</span>
            </Button>
          </Form>
        </div>
      ))}
      <Heading level={2}>{t('themes.quotes.coded')}</Heading>
      {toChoose.length === 0 && <p>{t('themes.quotes.none')}</p>}
      {toChoose.map((quote, index) => (
        <div class="quote-row">
          <ThemeQuote view={view} quote={quote} />
          <Form
            view={view}
            action={here}
            label={`${t('themes.quotes.choose')} (${numberInWords(view, index + 1)})`}
          >
            <HiddenField name="choose" value={quote.id} />
            <Button kind="quiet" name="stance" value={quote.stance}>
              {t('themes.quotes.choose')}
              <span class="visually-hidden">: {wordsOf(quote)}</span>
            </Button>
          </Form>
        </div>
      ))}
    </WorkLayout>
  )
}
