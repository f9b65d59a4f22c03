import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import { groupedCode } from '../../platform/session/session.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  Checkbox,
  DateTime,
  Details,
  ErrorSummary,
  type Fault,
  Form,
  HiddenField,
  Layout,
  Notice,
  PageHead,
  Radios,
  Select,
  StatusTag,
  TextField,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { aboutField, type AboutQuestion } from '../comments/about-question.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { Conversation } from './conversation.ts'
import { placeOf } from './conversation.page.tsx'
import { AgeFields } from './own-statement.page.tsx'
import type { Statement, StatementState } from './statement.ts'
import { StatementRow } from './statements.page.tsx'
import type { Voter, VoteValue } from './voter.ts'

type Frame = { view: View; agency: Agency; engagement: Engagement; conversation: Conversation }

export const myVotesDeeds = ['about', 'contact', 'no-contact', 'withdrawn', 'left', 'forgotten'] as const
export type MyVotesDeed = (typeof myVotesDeeds)[number]

export type MyVotesProps = Frame & {
  voter: Voter
  code: string
  votes: readonly { statement: Statement; value: VoteValue }[]
  written: readonly Statement[]
  aboutQuestions: readonly AboutQuestion[]
  typed: Typed
  faults?: readonly Fault[]
  open: boolean
  deed: MyVotesDeed | undefined
  /** What came of the statements, from the features that know. */
  thread: Child
}

function Head({ view, agency, engagement, conversation, lead }: Frame & { lead: string }) {
  const question = inLanguage(conversation.question, view.language)
  return (
    <PageHead
      above={
        <a
          href={paths.conversation.to(placeOf(view, agency, engagement, conversation))}
          lang={question.language}
          dir="auto"
        >
          {question.text}
        </a>
      }
      title={view.t('voting.mine.title')}
      lead={lead}
    />
  )
}

/** Everything that is kept of a voter, for whoever holds the code, with the ways to change it and to take it back. */
export function MyVotesPage(props: MyVotesProps) {
  const { view, agency, engagement, conversation, faults, deed } = props
  const { t } = view
  const place = placeOf(view, agency, engagement, conversation)
  return (
    <Layout
      view={view}
      title={t('voting.mine.title')}
      faulty={Boolean(faults?.length)}
      scripts={['print-page.js']}
      unlisted
    >
      <Head {...props} lead={t('voting.mine.lead')} />
      <ErrorSummary view={view} faults={faults} />
      {deed && <Notice view={view} kind="success" title={t(`voting.mine.done.${deed}`)} live />}
      <section class="receipt" aria-labelledby="my-code">
        <h2 id="my-code">{t('voting.mine.code')}</h2>
        <p class="receipt-code">
          <Bidi>{groupedCode(props.code)}</Bidi>
        </p>
        <p>{t('voting.mine.codeText')}</p>
        <button type="button" class="button button-quiet" data-print hidden>
          {t('voting.mine.print')}
        </button>
      </section>
      {props.thread}
      <Votes {...props} place={place} />
      {props.written.length > 0 && <Written {...props} place={place} />}
      {props.aboutQuestions.length > 0 && <About {...props} place={place} />}
      <ToldWhere {...props} place={place} />
      <h2>{t('voting.mine.data')}</h2>
      <p>{t('voting.mine.dataText')}</p>
      <ul>
        <li>
          <a href={paths.myVotesData.to(place)}>{t('voting.mine.dataJson')}</a>
        </li>
        <li>
          <a href={paths.myVotesData.to(place, { as: 'csv' })}>{t('voting.mine.dataCsv')}</a>
        </li>
        <li>
          <a href={paths.myVotesLeave.to(place)}>{t('voting.mine.leave')}</a>
        </li>
      </ul>
      <Form view={view} action={paths.myVotesOpen.to(place)} label={t('voting.mine.someoneElse')}>
        <HiddenField name="forget" value="1" />
        <p class="hint">{t('voting.mine.someoneElseText')}</p>
        <Button kind="quiet">{t('voting.mine.someoneElse')}</Button>
      </Form>
    </Layout>
  )
}

type PlacedProps = MyVotesProps & { place: ReturnType<typeof placeOf> }

function Votes({ view, agency, votes, open, place, conversation }: PlacedProps) {
  const { t } = view
  return (
    <>
      <h2 id="votes">{t('voting.mine.votes', { count: votes.length })}</h2>
      {open ? (
        <p>
          {t('voting.mine.votesText')} <a href={paths.conversation.to(place)}>{t('voting.mine.goOn')}</a>
        </p>
      ) : (
        <p>{t(conversation.status === 'closed' ? 'voting.mine.closed' : 'voting.closed.text')}</p>
      )}
      {votes.length > 0 && (
        <form
          method="post"
          action={paths.vote.to(place, { in: 'mine' })}
          class="vote-list"
          aria-labelledby="votes"
        >
          {view.csrf !== '' && <HiddenField name="csrf" value={view.csrf} />}
          <ol class="said">
            {votes.map(({ statement, value }) => (
              <StatementRow
                view={view}
                agencyName={agency.name}
                statement={statement}
                stands={value}
                open={open && statement.state === 'shown'}
              />
            ))}
          </ol>
        </form>
      )}
    </>
  )
}

const stateTags = {
  waiting: 'next',
  shown: 'published',
  rejected: 'held',
  withdrawn: 'withdrawn',
} as const satisfies Record<StatementState, string>

function Written({ view, written, place }: PlacedProps) {
  const { t } = view
  return (
    <>
      <h2>{t('voting.mine.written', { count: written.length })}</h2>
      <ol class="said">
        {written.map((statement) => {
          const found = inLanguage(statement.words, view.language)
          const words = `own-${statement.id}`
          return (
            <li>
              <p>
                <StatusTag
                  view={view}
                  status={stateTags[statement.state]}
                  label={t(`voting.mine.state.${statement.state}`)}
                />
              </p>
              <p
                id={words}
                class="vote-said"
                lang={found.language === view.language ? undefined : found.language}
                dir="auto"
              >
                {found.text}
              </p>
              {statement.reason && (
                <p>
                  <b>{t('voting.mine.reason')}</b> <Bidi>{statement.reason}</Bidi>
                </p>
              )}
              <p class="hint">
                <DateTime view={view} at={statement.addedAt} style="day" />
              </p>
              {statement.state !== 'withdrawn' && (
                <Form
                  view={view}
                  action={paths.myVotes.to(place)}
                  label={`${t('voting.mine.withdraw')}: ${t('voting.number', { number: statement.number })}`}
                >
                  <HiddenField name="withdraw" value={statement.id} />
                  <Button kind="quiet" describedBy={words}>
                    {t('voting.mine.withdraw')}
                  </Button>
                </Form>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}

function About({ view, agency, aboutQuestions, typed, faults, place }: PlacedProps) {
  const { t } = view
  return (
    <>
      <h2 id="about">{t('voting.mine.about')}</h2>
      <p>{t('voting.mine.aboutText', { agency: agency.name, minimum: agency.minimum })}</p>
      <Form view={view} action={paths.myVotesAbout.to(place)} label={t('voting.mine.about')}>
        {aboutQuestions.map((question) => (
          <Select
            view={view}
            name={aboutField(question)}
            label={inLanguage(question.prompt, view.language).text}
            options={question.options.map((option) => {
              const label = inLanguage(option.label, view.language)
              return {
                value: option.id,
                label: label.text || option.id,
                lang: label.language === view.language ? undefined : label.language,
              }
            })}
            value={typedText(typed, aboutField(question))}
            faults={faults}
          />
        ))}
        <Buttons>
          <Button>{t('voting.mine.aboutSave')}</Button>
          <Button kind="quiet" name="nothing" value="1">
            {t('voting.mine.aboutNone')}
          </Button>
        </Buttons>
      </Form>
    </>
  )
}

function ToldWhere({ view, voter, typed, faults, engagement, place }: PlacedProps) {
  const { t } = view
  const told = voter.contactAddress !== null
  const wish = typedText(typed, 'contact')
  return (
    <>
      <h2 id="told">{t('voting.mine.told')}</h2>
      <p>
        {told ? (
          <>
            {t('voting.mine.toldAt')} <Bidi>{voter.contactAddress}</Bidi>
          </>
        ) : (
          t('voting.mine.toldText')
        )}
      </p>
      <Details
        summary={t(told ? 'voting.mine.toldChange' : 'voting.mine.toldOpen')}
        open={Boolean(faults?.length) && wish !== ''}
      >
        <Form view={view} action={paths.myVotes.to(place)} label={t('voting.mine.told')}>
          <HiddenField name="tell" value="1" />
          <Radios
            view={view}
            name="contact"
            label={t('comments.form.tell')}
            hint={t('voting.mine.toldHint')}
            faults={faults}
            required
            options={[
              { value: 'none', label: t('voting.mine.toldNone') },
              { value: 'mail', label: t('comments.form.tellMail') },
              { value: 'sms', label: t('comments.form.tellSms') },
            ]}
            value={wish || voter.contactChannel || 'none'}
          />
          <TextField
            view={view}
            name="contactMail"
            label={t('comments.form.mail')}
            type="email"
            autocomplete="email"
            faults={faults}
            value={typedText(typed, 'contactMail')}
          />
          <TextField
            view={view}
            name="contactPhone"
            label={t('comments.form.phone')}
            hint={t('comments.form.phoneHint')}
            type="tel"
            autocomplete="tel"
            size="medium"
            faults={faults}
            value={typedText(typed, 'contactPhone')}
          />
          <AgeFields
            view={view}
            age={typedText(typed, 'age') || (engagement.asksStudents ? '' : 'adult')}
            consent={typedText(typed, 'guardianConsent') === 'yes'}
            faults={faults}
          />
          <Button>{t('voting.mine.toldSave')}</Button>
        </Form>
      </Details>
    </>
  )
}

/** Where someone types their code, on a device that does not know it. */
export function OpenMyVotesPage(
  props: Frame & { typed?: string; faults?: readonly Fault[]; deed: MyVotesDeed | undefined },
) {
  const { view, agency, engagement, conversation, typed = '', faults, deed } = props
  const { t } = view
  const place = placeOf(view, agency, engagement, conversation)
  return (
    <Layout view={view} title={t('voting.mine.title')} faulty={Boolean(faults?.length)} unlisted>
      <Head {...props} lead={t('voting.open.lead')} />
      <ErrorSummary view={view} faults={faults} />
      {deed && <Notice view={view} kind="success" title={t(`voting.mine.done.${deed}`)} live />}
      <Form view={view} action={paths.myVotesOpen.to(place)} label={t('voting.mine.title')}>
        <TextField
          view={view}
          name="code"
          label={t('voting.open.code')}
          hint={t('voting.open.hint')}
          value={typed}
          faults={faults}
          autocomplete="off"
          size="medium"
          literal
          required
        />
        <Buttons>
          <Button>{t('voting.open.show')}</Button>
          <ButtonLink kind="quiet" href={paths.conversation.to(place)}>
            {t('voting.open.new')}
          </ButtonLink>
        </Buttons>
      </Form>
      <Details summary={t('voting.open.lost')}>
        <p>{t('voting.open.lostText')}</p>
      </Details>
    </Layout>
  )
}

/** Asks once more before everything of a voter goes. */
export function LeavePage(props: Frame & { shownStatements: number }) {
  const { view, agency, engagement, conversation, shownStatements } = props
  const { t } = view
  const place = placeOf(view, agency, engagement, conversation)
  return (
    <Layout view={view} title={t('voting.leave.title')} unlisted>
      <PageHead
        above={<a href={paths.myVotes.to(place)}>{t('voting.mine.title')}</a>}
        title={t('voting.leave.title')}
        lead={t('voting.leave.lead')}
      />
      <ul>
        <li>{t('voting.leave.votes')}</li>
        <li>{t('voting.leave.about')}</li>
        <li>{t('voting.leave.statements')}</li>
        {conversation.status === 'closed' && <li>{t('voting.leave.report')}</li>}
      </ul>
      <Form view={view} action={paths.myVotesLeave.to(place)} label={t('voting.leave.title')}>
        {shownStatements > 0 && (
          <Checkbox
            view={view}
            name="statementsToo"
            label={t('voting.leave.too', { count: shownStatements })}
            hint={t('voting.leave.tooHint')}
          />
        )}
        <Buttons>
          <Button kind="danger">{t('voting.leave.yes')}</Button>
          <ButtonLink kind="quiet" href={paths.myVotes.to(place)}>
            {t('voting.leave.no')}
          </ButtonLink>
        </Buttons>
      </Form>
    </Layout>
  )
}
