import { paths } from '../../paths.ts'
import { languageNames } from '../../platform/i18n/language.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import {
  Bidi,
  ButtonLink,
  Buttons,
  Details,
  HiddenField,
  Icon,
  type IconName,
  Notice,
  Tag,
  type View,
} from '../../ui/components.ts'
import { groupedCode } from '../../platform/session/session.ts'
import type { Statement, StatementOrigin } from './statement.ts'
import { type Vote, votes, type VoteValue, voteOf } from './voter.ts'

export type VotingPlace = {
  language: View['language']
  agency: string
  engagement: string
  conversation: string
}

/** Who votes on this page: what its forms must carry besides the browser's cookie. */
export type Ballot = {
  /** The code that travels with the forms: of somebody new, or where the browser keeps none for us. */
  code: string | undefined
  /** Nobody has voted with this code yet. */
  joins: boolean
  /** The page stands in the frame of another site. */
  embedded: boolean
}

/** A statement that is put to the reader. */
export type AskedStatement = {
  statement: Statement
  /** The chance with which it was drawn; undefined when the reader chose it. */
  propensity: number | undefined
  /** What they said about it before. */
  stands: VoteValue | undefined
}

/** What has just happened, to be told above the next statement. */
export type VotingNews =
  | { kind: 'counted' }
  /** The first vote of somebody new; `code` is shown this once by itself and stays under "my votes". */
  | { kind: 'joined'; code: string }
  | { kind: 'taken-back' }
  | { kind: 'unknown-voter' | 'not-shown' | 'closed' | 'too-many' | 'no-cookie' | 'not-chosen' }

export type VotingProps = {
  view: View
  place: VotingPlace
  agencyName: string
  ballot: Ballot
  asked: AskedStatement | undefined
  /** How many of the shown statements the reader has answered. */
  answered: number
  statements: number
  /** Votes are taken now. */
  open: boolean
  /** The reader's newest vote, which one press takes back. */
  last: { statement: Statement; value: VoteValue } | undefined
  showsResults: boolean
  /** The reader may write statements too. */
  mayAdd: boolean
  news: VotingNews | undefined
}

const voteIcons: Record<Vote, IconName> = { agree: 'done', disagree: 'stop', pass: 'next' }

/** What every form of a vote carries. */
export function BallotFields({ view, ballot }: { view: View; ballot: Ballot }) {
  return (
    <>
      {view.csrf !== '' && <HiddenField name="csrf" value={view.csrf} />}
      {ballot.code !== undefined && <HiddenField name="voter" value={ballot.code} />}
      {ballot.joins && <HiddenField name="join" value="1" />}
    </>
  )
}

/** Three answers of the same weight. WCAG 2.5.8: 44 px and more. 4.1.2: the one that stands is pressed, in state and mark. */
export function VoteButtons({
  view,
  stands,
  number,
  labelledBy,
}: {
  view: View
  stands: VoteValue | undefined
  /** Of the statement, where one form has the buttons of many. */
  number?: number
  labelledBy: string
}) {
  const standing = stands === undefined ? undefined : voteOf(stands)
  return (
    <div class="vote-buttons" role="group" aria-labelledby={labelledBy}>
      {votes.map((vote) => (
        <button
          type="submit"
          class={`button button-quiet vote-${vote}`}
          name="vote"
          value={number === undefined ? vote : `${vote} ${number}`}
          aria-pressed={standing === undefined ? undefined : standing === vote ? 'true' : 'false'}
        >
          {number === undefined && <Icon name={voteIcons[vote]} />}
          {view.t(`voting.vote.${vote}`)}
        </button>
      ))}
    </div>
  )
}

/** Whose words these are, so that nobody takes a neighbor's for the agency's. */
export function originInWords(view: View, origin: StatementOrigin, agencyName: string): string {
  return view.t(`voting.origin.${origin}`, { agency: agencyName })
}

/** A statement in the reader's language; a translation says that it is one, with the original one click away. */
export function OriginalWords({ view, statement }: { view: View; statement: Statement }) {
  const { t } = view
  const found = inLanguage(statement.words, view.language)
  const { source, texts } = statement.words
  if (found.language === source) {
    return source === view.language ? null : (
      <p class="hint">{t('voting.words.only', { language: languageNames[source] })}</p>
    )
  }
  const kind = found.status === 'machine' || found.status === 'stale' ? found.status : 'human'
  return (
    <Details summary={t(`voting.words.${kind}`, { language: languageNames[source] })}>
      <p lang={source} dir="auto">
        {texts[source]?.text}
      </p>
    </Details>
  )
}

/** All that changes with a vote: what happened, the next statement, and what one can do now. A script replaces just this. */
export function Voting(props: VotingProps) {
  const { open, asked, statements } = props
  return (
    <div class="voting" id="voting">
      <News {...props} />
      {open && statements > 0 && <AnsweredSoFar {...props} />}
      {open && asked && <VoteCard {...props} asked={asked} />}
      {open && !asked && <AllAnswered {...props} />}
      {open && props.last && <TakeBack {...props} last={props.last} />}
      {props.ballot.embedded ? (
        open && asked && props.showsResults && <Results {...props} />
      ) : (
        <More {...props} />
      )}
    </div>
  )
}

function Results({ view, place, ballot }: VotingProps) {
  return (
    <p>
      <a href={paths.conversationReport.to(place)} target={ballot.embedded ? '_blank' : undefined}>
        {view.t('voting.results.see')}
      </a>
    </p>
  )
}

/** The other ways through the conversation. */
function More({ view, place, ballot, statements, open, mayAdd, showsResults }: VotingProps) {
  const { t } = view
  return (
    <nav aria-labelledby="vote-more">
      <h2 id="vote-more">{t('voting.more.title')}</h2>
      <ul>
        {open && showsResults && (
          <li>
            <a href={paths.conversationReport.to(place)}>{t('voting.results.see')}</a>
          </li>
        )}
        <li>
          <a href={paths.statements.to(place)}>{t('voting.more.all', { count: statements })}</a>
        </li>
        {mayAdd && (
          <li>
            <a href={paths.statementAdd.to(place)}>{t('voting.more.own')}</a>
          </li>
        )}
        <li>
          <a href={paths.myVotes.to(place)}>{t(ballot.joins ? 'voting.more.code' : 'voting.more.mine')}</a>
        </li>
      </ul>
    </nav>
  )
}

function News({ view, place, news, ballot }: VotingProps) {
  const { t } = view
  if (!news || news.kind === 'counted') return null
  if (news.kind === 'joined')
    return <JoinedNotice view={view} place={place} code={news.code} embedded={ballot.embedded} />
  if (news.kind === 'taken-back') {
    return <Notice view={view} kind="success" title={t('voting.news.taken-back')} live />
  }
  return (
    <Notice view={view} kind="warning" title={t(`voting.news.${news.kind}.title`)} live>
      <p>
        {t(`voting.news.${news.kind}.text`)}{' '}
        {news.kind === 'no-cookie' && (
          <a href={paths.conversationEmbed.to(place)}>{t('voting.news.no-cookie.link')}</a>
        )}
        {news.kind === 'unknown-voter' && (
          <a href={paths.myVotes.to(place)} target={ballot.embedded ? '_blank' : undefined}>
            {t('voting.news.unknown-voter.link')}
          </a>
        )}
      </p>
    </Notice>
  )
}

/** The code of somebody new, shown right after their first vote. */
export function JoinedNotice({
  view,
  place,
  code,
  embedded = false,
}: {
  view: View
  place: VotingPlace
  code: string
  embedded?: boolean
}) {
  const { t } = view
  return (
    <Notice view={view} kind="success" title={t('voting.news.joined')} live>
      <p>
        {t('voting.news.joinedCode')}{' '}
        <b class="vote-code">
          <Bidi>{groupedCode(code)}</Bidi>
        </b>
      </p>
      <p>
        {t('voting.news.joinedText')}{' '}
        <a href={paths.myVotes.to(place)} target={embedded ? '_blank' : undefined}>
          {t('voting.mine.title')}
        </a>
      </p>
    </Notice>
  )
}

function AnsweredSoFar({ view, answered, statements }: VotingProps) {
  return (
    <div class="progress vote-progress">
      <p id="vote-progress">{view.t('voting.progress', { done: answered, total: statements })}</p>
      <progress value={answered} max={statements} aria-labelledby="vote-progress"></progress>
    </div>
  )
}

function VoteCard({ asked, ...props }: VotingProps & { asked: AskedStatement }) {
  const { view, place, ballot, agencyName } = props
  const { statement, stands } = asked
  const found = inLanguage(statement.words, view.language)
  const lang = found.language === view.language ? undefined : found.language
  return (
    <section class="card vote-card" aria-labelledby="vote-statement">
      <p class="vote-origin">
        <Tag tone={statement.origin === 'agency' ? 'lake' : 'plum'}>
          {originInWords(view, statement.origin, agencyName)}
        </Tag>{' '}
        <span class="hint">{view.t('voting.number', { number: statement.number })}</span>
      </p>
      <h2 id="vote-statement" class="vote-words" lang={lang} dir="auto" tabindex={-1}>
        {found.text}
      </h2>
      <OriginalWords view={view} statement={statement} />
      <form
        method="post"
        action={paths.vote.to(place, { in: ballot.embedded ? 'embed' : undefined })}
        class="vote-form"
        data-vote
      >
        <BallotFields view={view} ballot={ballot} />
        <HiddenField name="statement" value={statement.id} />
        <VoteButtons view={view} stands={stands} labelledBy="vote-statement" />
      </form>
      <p class="hint" data-vote-keys hidden>
        {view.t('voting.keys')}
      </p>
      <WhyAsked {...props} asked={asked} />
    </section>
  )
}

function WhyAsked({ view, agencyName, asked }: VotingProps & { asked: AskedStatement }) {
  const { t } = view
  const { statement, propensity } = asked
  return (
    <Details summary={t('voting.why.title')}>
      <p>
        {propensity === undefined
          ? t('voting.why.chosen')
          : t('voting.why.drawn', { chance: Math.max(1, Math.round(1 / propensity)) })}
      </p>
      {propensity !== undefined && <p>{t('voting.why.fair')}</p>}
      <p>{t(`voting.why.${statement.origin}`, { agency: agencyName })}</p>
      {statement.isMeta && <p>{t('voting.why.meta')}</p>}
    </Details>
  )
}

function AllAnswered({ view, place, statements, showsResults, ballot }: VotingProps) {
  const { t } = view
  const target = ballot.embedded ? '_blank' : undefined
  return (
    <section class="card vote-card" aria-labelledby="vote-statement">
      <h2 id="vote-statement" class="card-title" tabindex={-1}>
        {t(statements === 0 ? 'voting.all.none' : 'voting.all.title')}
      </h2>
      <p>{statements === 0 ? t('voting.all.noneText') : t('voting.all.text', { count: statements })}</p>
      {showsResults && !ballot.embedded && (
        <Buttons>
          <ButtonLink href={paths.conversationReport.to(place)}>{t('voting.results.see')}</ButtonLink>
        </Buttons>
      )}
      {showsResults && ballot.embedded && (
        <p>
          <a href={paths.conversationReport.to(place)} target={target}>
            {t('voting.results.see')}
          </a>
        </p>
      )}
    </section>
  )
}

function TakeBack({ view, place, ballot, last }: VotingProps & { last: NonNullable<VotingProps['last']> }) {
  const { t } = view
  const found = inLanguage(last.statement.words, view.language)
  return (
    <form
      method="post"
      action={paths.voteBack.to(place, { in: ballot.embedded ? 'embed' : undefined })}
      class="vote-back"
      data-vote
    >
      <BallotFields view={view} ballot={{ ...ballot, joins: false }} />
      <HiddenField name="statement" value={last.statement.id} />
      <p>
        {t(`voting.last.${voteOf(last.value)}`)}{' '}
        <q lang={found.language === view.language ? undefined : found.language} dir="auto">
          {found.text}
        </q>{' '}
        <button type="submit" class="link-button">
          {t('voting.last.undo')}
        </button>
      </p>
    </form>
  )
}
