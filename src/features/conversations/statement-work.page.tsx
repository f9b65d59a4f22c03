import { paths } from '../../paths.ts'
import { languageNames } from '../../platform/i18n/language.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import {
  Bidi,
  Button,
  Buttons,
  DateTime,
  DescriptionList,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  HiddenField,
  Hint,
  instantInWords,
  Notice,
  PageHead,
  Quote,
  TextArea,
  TextField,
  WorkLayout,
} from '../../ui/components.ts'
import { type WorkPageProps, workPlace } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import { writtenName } from '../themes/written-field.ts'
import { foreignLanguage, InWords } from '../themes/written-fields.tsx'
import type { Conversation } from './conversation.ts'
import { questionTitle } from './conversations-work.page.tsx'
import { possibleActs } from './statement-moderation.ts'
import type { Statement } from './statement.ts'
import { OriginTag, StatementStateTag } from './statements-work.page.tsx'
import type { VoteTally } from './vote-tally.ts'

export type StatementWorkProps = WorkPageProps & {
  conversation: Conversation
  statement: Statement
  votes: VoteTally | undefined
  near: readonly Statement[]
  /** Who decided last, by name. */
  decidedBy: string | undefined
  /** Its own words are somebody's or were voted on: only translations may be written. */
  wordsStay: boolean
  may: { run: boolean; moderate: boolean; themes: boolean }
  typed: Typed
  faults?: readonly Fault[]
  notice?: { kind: 'success' | 'warning'; text: string }
}

/** One statement: its words in each language, where it comes from, and what staff decide about it. */
export function StatementWorkPage(props: StatementWorkProps) {
  const { view, agency, engagement, conversation, statement, faults, notice, may } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const here = { ...place, conversation: conversation.id }
  const title = t('conversation-work.statement.title', { number: statement.number })
  const source = statement.words.source
  const question = questionTitle(view, conversation)
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'conversations')}
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
      unlisted
    >
      <PageHead
        above={
          <>
            <a href={paths.workConversation.to(here)} lang={question.lang} dir="auto">
              {question.text}
            </a>{' '}
            · <a href={paths.workStatements.to(here)}>{t('conversation-work.statements.title')}</a>
          </>
        }
        title={title}
      >
        <p>
          <StatementStateTag view={view} state={statement.state} />{' '}
          <OriginTag view={view} origin={statement.origin} />
        </p>
      </PageHead>
      <ErrorSummary view={view} faults={faults} />
      {notice && <Notice view={view} kind={notice.kind} title={notice.text} live />}
      <Quote lang={foreignLanguage(view, source)}>
        <p>{statement.words.texts[source]?.text}</p>
      </Quote>
      <Facts {...props} />
      <Near {...props} />
      {may.moderate && <Decide {...props} />}
      {may.themes && statement.state === 'shown' && (
        <p>
          <a href={paths.workStatementTheme.to({ ...here, statement: statement.id })}>
            {t('conversation-work.statement.theme')}
          </a>
        </p>
      )}
      {may.run && statement.state !== 'withdrawn' && <Translate {...props} />}
    </WorkLayout>
  )
}

function Facts({ view, statement, votes, decidedBy }: StatementWorkProps) {
  const { t } = view
  const { moderatedAt, reason, isMeta } = statement
  return (
    <DescriptionList
      items={[
        {
          term: t('conversation-work.statement.added'),
          value: <DateTime view={view} at={statement.addedAt} />,
        },
        {
          term: t('conversation-work.statement.votes'),
          value: votes
            ? t('conversation-work.statement.votesCounts', votes)
            : t('conversation-work.statements.noVotes'),
        },
        ...(moderatedAt
          ? [
              {
                term: t('conversation-work.statement.decided'),
                value: t('conversation-work.statement.decidedBy', {
                  name: decidedBy ?? t('conversation-work.statement.someone'),
                  when: instantInWords(view, moderatedAt),
                }),
              },
            ]
          : []),
        ...(reason !== ''
          ? [{ term: t('conversation-work.statement.reason'), value: <Bidi>{reason}</Bidi> }]
          : []),
        ...(isMeta
          ? [{ term: t('conversation-work.about'), value: t('conversation-work.moderate.metaHint') }]
          : []),
      ]}
    />
  )
}

function Near({ view, agency, engagement, conversation, near }: StatementWorkProps) {
  if (near.length === 0) return null
  const { t } = view
  const place = { ...workPlace(view, agency, engagement), conversation: conversation.id }
  return (
    <>
      <Heading level={2}>{t('conversation-work.statement.near')}</Heading>
      <p>{t('conversation-work.statement.nearText')}</p>
      <ul>
        {near.map((other) => (
          <li>
            <a href={paths.workStatement.to({ ...place, statement: other.id })}>
              {t('conversation-work.statement.title', { number: other.number })}
            </a>
            : <InWords view={view} text={other.words} /> <StatementStateTag view={view} state={other.state} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Decide({ view, agency, engagement, conversation, statement, typed, faults }: StatementWorkProps) {
  const { t } = view
  const acts = possibleActs(statement)
  if (acts.length === 0) return null
  const here = {
    ...workPlace(view, agency, engagement),
    conversation: conversation.id,
    statement: statement.id,
  }
  return (
    <>
      <Heading level={2}>{t('conversation-work.statement.decide')}</Heading>
      <Form
        view={view}
        action={paths.workStatementModerate.to(here)}
        label={t('conversation-work.statement.decide')}
      >
        <HiddenField name="version" value={String(statement.version)} />
        {acts.includes('reject') && (
          <TextField
            view={view}
            name="reason"
            label={t('conversation-work.moderate.reason')}
            hint={t('conversation-work.moderate.reasonHint')}
            value={typedText(typed, 'reason')}
            faults={faults}
          />
        )}
        <Buttons>
          {acts.map((act) => (
            <Button kind={act === 'approve' ? 'primary' : 'quiet'} name="act" value={act}>
              {t(`conversation-work.moderate.${act}`)}
            </Button>
          ))}
        </Buttons>
        {acts.includes('meta') && <Hint>{t('conversation-work.moderate.metaHint')}</Hint>}
      </Form>
    </>
  )
}

function Translate(props: StatementWorkProps) {
  const { view, agency, engagement, conversation, statement, wordsStay, typed, faults } = props
  const { t } = view
  const { source, texts } = statement.words
  const languages = [source, ...engagement.languages.filter((language) => language !== source)].filter(
    (language) => language !== source || !wordsStay,
  )
  const here = {
    ...workPlace(view, agency, engagement),
    conversation: conversation.id,
    statement: statement.id,
  }
  if (languages.length === 0) return null
  return (
    <>
      <Heading level={2}>{t('conversation-work.statement.translate')}</Heading>
      {wordsStay && <p>{t('conversation-work.statement.originalStays')}</p>}
      <Form
        view={view}
        action={paths.workStatement.to(here)}
        label={t('conversation-work.statement.translate')}
      >
        <HiddenField name="version" value={String(statement.version)} />
        {languages.map((language) => {
          const status = texts[language]?.status
          const marked =
            status === 'stale' || status === 'machine' ? t(`themes.written.${status}`) : undefined
          return (
            <TextArea
              view={view}
              name={writtenName('words', language)}
              label={t(
                language === source
                  ? 'conversation-work.statement.original'
                  : 'conversation-work.statement.in',
                { language: languageNames[language] },
              )}
              hint={marked}
              value={typedText(typed, writtenName('words', language))}
              rows={2}
              lang={language}
              required={language === source}
              faults={faults}
            />
          )
        })}
        <Buttons>
          <Button>{t('conversation-work.statement.save')}</Button>
        </Buttons>
      </Form>
    </>
  )
}
