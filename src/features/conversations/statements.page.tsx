import { raw } from 'hono/html'
import { paths } from '../../paths.ts'
import { inLanguage, wordsIn } from '../../platform/i18n/written.ts'
import { ButtonLink, Buttons, EmptyState, Layout, PageHead, Tag, type View } from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { Conversation } from './conversation.ts'
import { placeOf } from './conversation.page.tsx'
import type { Statement } from './statement.ts'
import type { VoteValue } from './voter.ts'
import { voteOf } from './voter.ts'
import {
  type Ballot,
  BallotFields,
  JoinedNotice,
  OriginalWords,
  originInWords,
  VoteButtons,
} from './voting-card.page.tsx'

/** All statements of a conversation, each with its three answers: for whoever would rather see the whole. */
export function StatementsPage({
  view,
  agency,
  engagement,
  conversation,
  ballot,
  rows,
  answered,
  open,
  joined,
}: {
  view: View
  agency: Agency
  engagement: Engagement
  conversation: Conversation
  ballot: Ballot
  /** `StatementRow` of each, drawn: the same ones are sent to many. */
  rows: readonly string[]
  answered: number
  open: boolean
  /** The code of somebody whose first vote was cast here. */
  joined: string | undefined
}) {
  const { t } = view
  const place = placeOf(view, agency, engagement, conversation)
  const question = inLanguage(conversation.question, view.language)
  return (
    <Layout view={view} title={t('voting.list.title')} scripts={['vote.js']}>
      <PageHead
        above={
          <a href={paths.conversation.to(place)} lang={question.language} dir="auto">
            {question.text}
          </a>
        }
        title={t('voting.list.title')}
        lead={t(open ? 'voting.list.lead' : 'voting.list.leadClosed', { count: rows.length })}
      >
        {open && answered > 0 && (
          <p data-vote-progress>{t('voting.progress', { done: answered, total: rows.length })}</p>
        )}
      </PageHead>
      {joined !== undefined && <JoinedNotice view={view} place={place} code={joined} />}
      <p class="visually-hidden" role="status" data-vote-said></p>
      {rows.length === 0 ? (
        <EmptyState
          title={t('voting.list.empty')}
          why={t('voting.list.emptyWhy')}
          act={{ label: wordsIn(conversation.question, view.language), href: paths.conversation.to(place) }}
        />
      ) : (
        <form method="post" action={paths.vote.to(place, { in: 'list' })} class="vote-list" data-vote>
          <BallotFields view={view} ballot={ballot} />
          <ol class="said">{raw(rows.join(''))}</ol>
        </form>
      )}
      <Buttons>
        <ButtonLink kind="quiet" href={paths.conversation.to(place)}>
          {t('voting.list.oneByOne')}
        </ButtonLink>
        {open && conversation.whoAdds === 'voters' && (
          <ButtonLink kind="quiet" href={paths.statementAdd.to(place)}>
            {t('voting.more.own')}
          </ButtonLink>
        )}
      </Buttons>
    </Layout>
  )
}

/** One statement of the list: whose it is, its words, the answers. */
export function StatementRow({
  view,
  agencyName,
  statement,
  stands,
  open,
}: {
  view: View
  agencyName: string
  statement: Statement
  stands: VoteValue | undefined
  open: boolean
}) {
  const { t } = view
  const found = inLanguage(statement.words, view.language)
  const words = `w-${statement.number}`
  return (
    <li id={`s-${statement.number}`} tabindex={-1}>
      <p class="vote-origin">
        <Tag tone={statement.origin === 'agency' ? 'lake' : 'plum'}>
          {originInWords(view, statement.origin, agencyName)}
        </Tag>{' '}
        <span class="hint">{t('voting.number', { number: statement.number })}</span>
      </p>
      <p
        id={words}
        class="vote-said"
        lang={found.language === view.language ? undefined : found.language}
        dir="auto"
      >
        {found.text}
      </p>
      <OriginalWords view={view} statement={statement} />
      {stands !== undefined && (
        <p class="hint" data-vote-stands>
          {t(`voting.said.${voteOf(stands)}`)}
        </p>
      )}
      {open && <VoteButtons view={view} stands={stands} number={statement.number} labelledBy={words} />}
      {open && stands !== undefined && (
        <button
          type="submit"
          class="link-button"
          name="vote"
          value={`back ${statement.number}`}
          aria-describedby={words}
        >
          {t('voting.said.back')}
        </button>
      )}
    </li>
  )
}
