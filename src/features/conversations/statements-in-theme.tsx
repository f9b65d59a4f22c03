import { paths } from '../../paths.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import { Count, DateTime, Heading, Quote, StatusTag, Tag, type View } from '../../ui/components.ts'
import { foreignLanguage, InWords } from '../themes/written-fields.tsx'
import type { ShownStatement, StatementFigures, StatementInTheme } from './theme-statement.ts'

type Place = { language: Language; agency: string; engagement: string }

/** The statements that a theme rests on, for everyone: the words, whose they are, and what the votes showed. */
export function StatementsInTheme({
  view,
  place,
  statements,
  level = 2,
}: {
  view: View
  place: Place
  statements: readonly ShownStatement[]
  level?: 2 | 3 | 4
}) {
  if (statements.length === 0) return null
  const { t } = view
  return (
    <section class="voices">
      <Heading level={level}>{t('opinion-thread.title')}</Heading>
      {statements.map((one) => (
        <VotedStatement view={view} place={place} statement={one} />
      ))}
    </section>
  )
}

function VotedStatement({ view, place, statement }: { view: View; place: Place; statement: ShownStatement }) {
  const { t } = view
  const words = inLanguage(statement.words, view.language)
  const { figures } = statement
  return (
    <Quote
      lang={foreignLanguage(view, words.language)}
      source={t(`opinion-thread.origin.${statement.origin}`)}
      note={
        <>
          {typeof figures === 'object' && (
            <FrozenFigures view={view} figures={figures} takenAt={statement.takenAt} />
          )}
          {typeof figures !== 'object' && (
            <span class="quote-note">
              {t(figures === 'too-few' ? 'opinion-thread.tooFew' : 'opinion-thread.notYet')}
            </span>
          )}
          <a
            href={(figures ? paths.conversationReport : paths.conversation).to({
              ...place,
              conversation: statement.conversationId,
            })}
          >
            {t(figures ? 'opinion-thread.toReport' : 'opinion-thread.toConversation')}
            <span class="visually-hidden">
              : <InWords view={view} text={statement.question} />
            </span>
          </a>
          <TranslationNote view={view} status={words.status} />
        </>
      }
    >
      {words.text}
    </Quote>
  )
}

function TranslationNote({ view, status }: { view: View; status: string }) {
  if (status !== 'machine' && status !== 'stale') return null
  return <small class="hint"> ({view.t(`themes.written.${status}`)})</small>
}

/** Whether people were of one mind, and how many opinion groups that holds for. */
export function commonGroundInWords(
  { t }: Pick<View, 't'>,
  { commonGround, groups }: Pick<StatementFigures, 'commonGround' | 'groups'>,
): string {
  if (commonGround === null) return ''
  return groups !== null && groups > 1
    ? t(`opinion-thread.commonGround.${commonGround}`)
    : t(`opinion-thread.ofOneMind.${commonGround}`)
}

/** The same for staff: exact figures, why the statement was taken, and those that nobody else can see any more. */
export function StatementsForStaff({
  view,
  place,
  statements,
  mayTake,
  level = 2,
}: {
  view: View
  place: Place
  statements: readonly StatementInTheme[]
  mayTake: boolean
  level?: 2 | 3
}) {
  const { t } = view
  return (
    <section class="voices">
      <Heading level={level}>{t('opinion-thread.title')}</Heading>
      {statements.length === 0 && <p>{t('opinion-thread.none')}</p>}
      {statements.map((one) => {
        const words = inLanguage(one.words, view.language)
        const address = { ...place, conversation: one.conversationId, statement: one.statementId }
        return (
          <Quote
            lang={foreignLanguage(view, words.language)}
            source={
              <a href={paths.workStatement.to(address)}>
                {t('opinion-thread.number', { number: one.number })}
              </a>
            }
            note={
              <>
                <FrozenFigures view={view} figures={one.figures} takenAt={one.takenAt} />
                {one.state !== 'shown' && <StatusTag view={view} status="withdrawn" />}
                {one.note && (
                  <span class="quote-note" dir="auto">
                    {one.note}
                  </span>
                )}
                {mayTake && (
                  <a href={paths.workStatementTheme.to(address)}>
                    {t('opinion-thread.change')}
                    <span class="visually-hidden">: {words.text}</span>
                  </a>
                )}
              </>
            }
          >
            {words.text}
          </Quote>
        )
      })}
      {mayTake && (
        <p>
          <a href={paths.workConversations.to(place)}>{t('opinion-thread.toConversations')}</a>
        </p>
      )}
    </section>
  )
}

/** What the votes showed when the statement was taken. */
export function FrozenFigures({
  view,
  figures,
  takenAt,
}: {
  view: View
  figures: StatementFigures
  takenAt?: Date
}) {
  const { t } = view
  return (
    <>
      {figures.commonGround && (
        <span class="quote-note">
          <Tag tone="pine">{commonGroundInWords(view, figures)}</Tag>
        </span>
      )}
      <span class="quote-note">
        {t('opinion-thread.agree')} <Count view={view} value={figures.agree} /> ·{' '}
        {t('opinion-thread.disagree')} <Count view={view} value={figures.disagree} /> ·{' '}
        {t('opinion-thread.pass')} <Count view={view} value={figures.pass} />
        {takenAt && (
          <>
            {' · '}
            <DateTime view={view} at={takenAt} style="short" />
          </>
        )}
      </span>
    </>
  )
}
