import { paths } from '../../paths.ts'
import { type Language, languageNames } from '../../platform/i18n/language.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import {
  Button,
  Buttons,
  Details,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  HiddenField,
  Hint,
  Notice,
  PageHead,
  Pagination,
  StatusTag,
  Tag,
  Tags,
  TextArea,
  TextField,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import { type WorkPageProps, workPlace } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import { writtenName } from '../themes/written-field.ts'
import { InWords } from '../themes/written-fields.tsx'
import type { ConversationCounts } from './conversation-counts.ts'
import type { Conversation } from './conversation.ts'
import { questionTitle } from './conversations-work.page.tsx'
import { type StatementAct, statementActs } from './statement-moderation.ts'
import type { Statement, StatementState } from './statement.ts'
import type { VoteTally } from './vote-tally.ts'

/** A statement in the list, with its votes and the numbers of those that say nearly the same. */
export type ListedStatement = {
  statement: Statement
  votes: VoteTally | undefined
  near: readonly number[]
}

export const statementFilters = ['waiting', 'shown', 'rejected', 'all'] as const
export type StatementFilter = (typeof statementFilters)[number]

export type StatementsPageProps = WorkPageProps & {
  conversation: Conversation
  filter: StatementFilter
  statements: readonly ListedStatement[]
  counts: ConversationCounts
  first?: string
  next?: string
  may: { run: boolean; moderate: boolean }
  typed?: Typed
  faults?: readonly Fault[]
  notice?: { kind: 'success' | 'warning'; text: string }
}

const stateTags = { waiting: 'next', shown: 'published', rejected: 'held', withdrawn: 'withdrawn' } as const

/** Whether a statement is shown, waits or not, in a word with its mark. */
export function StatementStateTag({ view, state }: { view: View; state: StatementState }) {
  return (
    <StatusTag view={view} status={stateTags[state]} label={view.t(`conversation-work.state.${state}`)} />
  )
}

const originTones = { agency: 'pine', voter: 'lake', import: 'plain' } as const

/** Whose words they are. */
export function OriginTag({ view, origin }: { view: View; origin: Statement['origin'] }) {
  return <Tag tone={originTones[origin]}>{view.t(`conversation-work.origin.${origin}`)}</Tag>
}

/** The languages of the engagement that a statement is not in yet. */
export function missingLanguages(statement: Statement, languages: readonly Language[]): Language[] {
  return languages.filter((language) => {
    const own = statement.words.texts[language]
    return !own?.text || own.status === 'stale'
  })
}

/** All statements of a conversation, what to do with many of them at once, and the way to write more. */
export function StatementsPage(props: StatementsPageProps) {
  const { view, agency, engagement, conversation, statements, filter, may, faults, notice } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const here = { ...place, conversation: conversation.id }
  const title = t('conversation-work.statements.title')
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
          <a href={paths.workConversation.to(here)} lang={question.lang} dir="auto">
            {question.text}
          </a>
        }
        title={title}
        lead={t('conversation-work.statements.lead')}
      />
      <ErrorSummary view={view} faults={faults} />
      {notice && <Notice view={view} kind={notice.kind} title={notice.text} live />}
      <Filters {...props} />
      {statements.length === 0 ? (
        <p>{t('conversation-work.statements.none')}</p>
      ) : may.moderate ? (
        <Form
          view={view}
          action={paths.workStatements.to(here, { state: filter })}
          label={t('conversation-work.moderate.title')}
        >
          <div role="group" aria-label={t('conversation-work.statements.caption')}>
            <List {...props} />
          </div>
          <Decide {...props} />
        </Form>
      ) : (
        <List {...props} />
      )}
      <Pagination view={view} previous={props.first} next={props.next} />
      {may.run && <Write {...props} />}
    </WorkLayout>
  )
}

function Filters({ view, agency, engagement, conversation, counts, filter }: StatementsPageProps) {
  const { t } = view
  const here = { ...workPlace(view, agency, engagement), conversation: conversation.id }
  const all = counts.shown + counts.waiting + counts.rejected
  return (
    <nav aria-label={t('conversation-work.statements.which')}>
      <ul class="tags">
        {statementFilters.map((one) => (
          <li>
            <a
              class={one === filter ? 'tag tag-pine' : 'tag tag-plain'}
              href={paths.workStatements.to(here, { state: one })}
              aria-current={one === filter ? 'page' : undefined}
            >
              {t(`conversation-work.statements.${one}`, { count: one === 'all' ? all : counts[one] })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** One statement per row: its words are the label of its box, so that they say what is chosen. */
function List(props: StatementsPageProps) {
  const { view, statements, may, typed } = props
  const chosen = new Set([typed?.['chosen'] ?? []].flat())
  return (
    <ul class="statement-rows">
      {statements.map((listed, index) => {
        const { statement } = listed
        const value = `${statement.id}:${statement.version}`
        const id = index === 0 ? 'field-chosen' : `choose-${statement.number}`
        const words = (
          <>
            <b class="number">{statement.number}</b> <InWords view={view} text={statement.words} />
          </>
        )
        return (
          <li id={`statement-${statement.number}`} class={may.moderate ? 'option' : undefined}>
            {may.moderate && (
              <input type="checkbox" id={id} name="chosen" value={value} checked={chosen.has(value)} />
            )}
            {may.moderate ? <label for={id}>{words}</label> : <p>{words}</p>}
            <div class="statement-about">
              <About {...props} listed={listed} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function About({
  view,
  agency,
  engagement,
  conversation,
  filter,
  listed: { statement, near, votes },
}: StatementsPageProps & { listed: ListedStatement }) {
  const { t } = view
  const place = { ...workPlace(view, agency, engagement), conversation: conversation.id }
  const missing = missingLanguages(statement, engagement.languages)
  const notes = [
    ...(statement.reason === ''
      ? []
      : [t('conversation-work.statements.reason', { reason: statement.reason })]),
    ...(near.length === 0 ? [] : [t('conversation-work.statements.near', { numbers: near.join(', ') })]),
    ...(missing.length === 0
      ? []
      : [
          t('conversation-work.statements.translate', {
            languages: missing.map((language) => languageNames[language]).join(', '),
          }),
        ]),
    ...(votes ? [t('conversation-work.statement.votesCounts', votes)] : []),
  ]
  return (
    <>
      <Tags>
        {[
          <OriginTag view={view} origin={statement.origin} />,
          ...(filter === 'all' || statement.state === 'rejected'
            ? [<StatementStateTag view={view} state={statement.state} />]
            : []),
          ...(statement.isMeta ? [<Tag tone="plum">{t('conversation-work.about')}</Tag>] : []),
        ]}
      </Tags>
      {notes.map((note) => (
        <p class="hint">{note}</p>
      ))}
      <a
        href={paths.workStatement.to({ ...place, statement: statement.id })}
        aria-label={t('conversation-work.statements.lookLabel', { number: statement.number })}
      >
        {t('conversation-work.statements.look')}
      </a>
    </>
  )
}

const actKinds: Record<StatementAct, 'primary' | 'quiet'> = {
  approve: 'primary',
  reject: 'quiet',
  undo: 'quiet',
  meta: 'quiet',
  'not-meta': 'quiet',
}

/** The acts that make sense for what is listed: nobody approves what is shown. */
function actsFor(filter: StatementFilter): readonly StatementAct[] {
  switch (filter) {
    case 'waiting':
      return ['approve', 'reject', 'meta']
    case 'shown':
      return ['reject', 'undo', 'meta', 'not-meta']
    case 'rejected':
      return ['approve', 'undo']
    case 'all':
      return statementActs
  }
}

function Decide({ view, conversation, filter, typed = {}, faults }: StatementsPageProps) {
  const { t } = view
  const acts = actsFor(filter)
  const policy = conversation.moderationPolicy
  return (
    <>
      <Heading level={2}>{t('conversation-work.moderate.title')}</Heading>
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
          <Button kind={actKinds[act]} name="act" value={act}>
            {t(`conversation-work.moderate.${act}`)}
          </Button>
        ))}
      </Buttons>
      {acts.includes('meta') && <Hint>{t('conversation-work.moderate.metaHint')}</Hint>}
      {policy.texts[policy.source]?.text && (
        <Details summary={t('conversation-work.moderate.policy')}>
          <p class="told">
            <InWords view={view} text={policy} />
          </p>
        </Details>
      )}
    </>
  )
}

function Write({ view, agency, engagement, conversation, typed = {}, faults }: StatementsPageProps) {
  const { t } = view
  const here = { ...workPlace(view, agency, engagement), conversation: conversation.id }
  const { source } = conversation.question
  const languages = [source, ...engagement.languages.filter((language) => language !== source)]
  const title = t('conversation-work.statements.write')
  return (
    <section aria-labelledby="write">
      <Heading level={2} id="write">
        {title}
      </Heading>
      {conversation.status === 'closed' ? (
        <p>{t('conversation-work.statements.closed')}</p>
      ) : (
        <>
          <p>{t('conversation-work.statements.writeLead', { longest: conversation.statementLength })}</p>
          <Form
            view={view}
            action={paths.workStatements.to(here)}
            label={title}
            draft={`statements-${conversation.id}`}
          >
            <HiddenField name="act" value="write" />
            {languages.map((language) => (
              <TextArea
                view={view}
                name={writtenName('words', language)}
                label={t('conversation-work.statements.wordsIn', { language: languageNames[language] })}
                hint={language === source ? undefined : t('conversation-work.statements.linesHint')}
                value={typedText(typed, writtenName('words', language))}
                rows={6}
                lang={language}
                required={language === source}
                faults={faults}
              />
            ))}
            <Buttons>
              <Button>{t('conversation-work.statements.add')}</Button>
            </Buttons>
          </Form>
        </>
      )}
    </section>
  )
}
