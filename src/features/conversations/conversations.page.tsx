import { paths } from '../../paths.ts'
import { inLanguage, wordsIn } from '../../platform/i18n/written.ts'
import {
  Card,
  Cards,
  EmptyState,
  instantInWords,
  Layout,
  PageHead,
  StatusTag,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { ConversationCounts } from './conversation-counts.ts'
import { type Conversation, takesVotes } from './conversation.ts'
import { placeOf } from './conversation.page.tsx'

export type ListedConversation = { conversation: Conversation; counts: ConversationCounts }

/** The conversations of an engagement: where each stands and how much has been said. */
export function ConversationsPage({
  view,
  agency,
  engagement,
  conversations,
}: {
  view: View
  agency: Agency
  engagement: Engagement
  conversations: readonly ListedConversation[]
}) {
  const { t, language } = view
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  return (
    <Layout view={view} title={t('voting.index.title')} description={t('voting.index.lead')}>
      <PageHead
        above={<a href={paths.hub.to(place)}>{wordsIn(engagement.title, language)}</a>}
        title={t('voting.index.title')}
        lead={t('voting.index.lead')}
      />
      {conversations.length === 0 ? (
        <EmptyState
          title={t('voting.index.empty')}
          why={t('voting.index.emptyWhy')}
          act={{ label: t('voting.index.hub'), href: paths.hub.to(place) }}
        />
      ) : (
        <Cards>
          {conversations.map((one) => (
            <ConversationCard view={view} agency={agency} engagement={engagement} {...one} level={2} />
          ))}
        </Cards>
      )}
    </Layout>
  )
}

/** The conversations on the hub: another way to take part, in seconds and with a press. */
export function HubConversations({
  view,
  agency,
  engagement,
  conversations,
  all,
}: {
  view: View
  agency: Pick<Agency, 'slug'>
  engagement: Pick<Engagement, 'slug'>
  conversations: readonly ListedConversation[]
  /** Where the others are, when there are more. */
  all: string | undefined
}) {
  const { t } = view
  return (
    <>
      <h2>{t('voting.index.onHub')}</h2>
      <p>{t('voting.index.lead')}</p>
      <Cards>
        {conversations.map((one) => (
          <ConversationCard view={view} agency={agency} engagement={engagement} {...one} />
        ))}
      </Cards>
      {all && (
        <p>
          <a href={all}>{t('voting.index.all')}</a>
        </p>
      )}
    </>
  )
}

/** One conversation, with the way in. Also for the engagement's own page. */
export function ConversationCard({
  view,
  agency,
  engagement,
  conversation,
  counts,
  level = 3,
}: ListedConversation & {
  view: View
  agency: Pick<Agency, 'slug'>
  engagement: Pick<Engagement, 'slug'>
  level?: 2 | 3
}) {
  const { t } = view
  const question = inLanguage(conversation.question, view.language)
  const introduction = inLanguage(conversation.introduction, view.language)
  const open = takesVotes(conversation, view.now)
  const soon =
    conversation.status === 'open' && conversation.opensAt !== null && view.now < conversation.opensAt
  const state = open ? 'open' : soon ? 'soon' : 'closed'
  return (
    <Card
      title={question.text}
      lang={question.language === view.language ? undefined : question.language}
      href={paths.conversation.to(placeOf(view, agency, engagement, conversation))}
      level={level}
      above={
        <StatusTag
          view={view}
          status={open ? 'open' : soon ? 'next' : 'closed'}
          label={t(`voting.index.state.${state}`)}
        />
      }
      foot={t('voting.index.counts', { statements: counts.shown, votes: counts.votes })}
    >
      <p lang={introduction.language === view.language ? undefined : introduction.language} dir="auto">
        {introduction.text}
      </p>
      {open && conversation.closesAt && (
        <p>{t('voting.how.until', { when: instantInWords(view, conversation.closesAt) })}</p>
      )}
      {soon && (
        <p>{t('voting.soon.text', { when: instantInWords(view, conversation.opensAt ?? view.now) })}</p>
      )}
    </Card>
  )
}
