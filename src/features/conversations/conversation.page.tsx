import { paths } from '../../paths.ts'
import { inLanguage, wordsIn } from '../../platform/i18n/written.ts'
import {
  ButtonLink,
  Buttons,
  Details,
  instantInWords,
  Layout,
  Notice,
  PageHead,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { Conversation } from './conversation.ts'
import { Voting, type VotingPlace, type VotingProps } from './voting-card.page.tsx'

export type ConversationPageProps = Omit<VotingProps, 'agencyName' | 'place' | 'view'> & {
  view: View
  agency: Agency
  engagement: Engagement
  conversation: Conversation
}

export function placeOf(
  view: View,
  agency: Pick<Agency, 'slug'>,
  engagement: Pick<Engagement, 'slug'>,
  conversation: Pick<Conversation, 'id'>,
): VotingPlace {
  return {
    language: view.language,
    agency: agency.slug,
    engagement: engagement.slug,
    conversation: conversation.id,
  }
}

/** An agency's words in the reader's language, marked when they are in another. */
export function OwnWords({ view, text }: { view: View; text: Conversation['question'] }) {
  const found = inLanguage(text, view.language)
  return (
    <span lang={found.language === view.language ? undefined : found.language} dir="auto">
      {found.text}
    </span>
  )
}

/** Where people say what they think of each other's statements: one at a time, large, with three answers. */
export function ConversationPage(props: ConversationPageProps) {
  const { view, agency, engagement, conversation } = props
  const { t, language } = view
  const place = placeOf(view, agency, engagement, conversation)
  const question = inLanguage(conversation.question, language)
  return (
    <Layout
      view={view}
      title={question.text}
      description={wordsIn(conversation.introduction, language).slice(0, 200) || undefined}
      scripts={['vote.js']}
    >
      <PageHead
        above={<a href={paths.hub.to(place)}>{wordsIn(engagement.title, language)}</a>}
        title={<OwnWords view={view} text={conversation.question} />}
        lead={<OwnWords view={view} text={conversation.introduction} />}
      />
      {conversation.status === 'draft' && (
        <Notice view={view} kind="warning" title={t('voting.draft.title')}>
          <p>{t('voting.draft.text')}</p>
        </Notice>
      )}
      {!props.open && conversation.status !== 'draft' && <NotOpen {...props} />}
      <p class="visually-hidden" role="status" data-vote-said></p>
      <Voting {...props} place={place} agencyName={agency.name} />
      <HowItWorks view={view} agency={agency} conversation={conversation} />
    </Layout>
  )
}

/** When votes are not taken: since when or until when, and what there is to see. */
function NotOpen({ view, agency, engagement, conversation, showsResults }: ConversationPageProps) {
  const { t } = view
  const place = placeOf(view, agency, engagement, conversation)
  const soon =
    conversation.status === 'open' && conversation.opensAt !== null && view.now < conversation.opensAt
  if (soon) {
    return (
      <Notice view={view} title={t('voting.soon.title')}>
        <p>{t('voting.soon.text', { when: instantInWords(view, conversation.opensAt ?? view.now) })}</p>
      </Notice>
    )
  }
  const since = conversation.closedAt ?? conversation.closesAt
  return (
    <>
      <Notice view={view} title={t('voting.closed.title')}>
        <p>
          {since ? t('voting.closed.since', { when: instantInWords(view, since) }) : t('voting.closed.text')}
        </p>
      </Notice>
      {showsResults && (
        <Buttons>
          <ButtonLink href={paths.conversationReport.to(place)}>{t('voting.results.closed')}</ButtonLink>
        </Buttons>
      )}
    </>
  )
}

/** What everyone should know before they vote: who sees it, how statements get here, when it ends. */
export function HowItWorks({
  view,
  agency,
  conversation,
}: {
  view: View
  agency: Pick<Agency, 'name' | 'minimum'>
  conversation: Conversation
}) {
  const { t } = view
  const policy = inLanguage(conversation.moderationPolicy, view.language)
  return (
    <>
      <Details summary={t('voting.how.title')}>
        <ul>
          <li>{t('voting.how.time')}</li>
          <li>{t('voting.how.secret', { agency: agency.name })}</li>
          <li>{t('voting.how.results')}</li>
          <li>{t('voting.how.change')}</li>
          {conversation.closesAt && (
            <li>{t('voting.how.until', { when: instantInWords(view, conversation.closesAt) })}</li>
          )}
        </ul>
      </Details>
      <Details summary={t('voting.how.statements')}>
        <p>{t(`voting.how.adds.${conversation.whoAdds}`, { agency: agency.name })}</p>
        {conversation.whoAdds === 'voters' && <p>{t(`voting.how.moderation.${conversation.moderation}`)}</p>}
        {policy.text && (
          <p lang={policy.language === view.language ? undefined : policy.language} dir="auto">
            {policy.text}
          </p>
        )}
      </Details>
    </>
  )
}
