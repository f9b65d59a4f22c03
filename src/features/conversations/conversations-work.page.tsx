import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import {
  ButtonLink,
  Buttons,
  Card,
  Cards,
  EmptyState,
  Notice,
  PageHead,
  type Status,
  StatusTag,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import { type WorkPageProps, workPlace } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import { foreignLanguage } from '../themes/written-fields.tsx'
import { type ConversationCounts, nothingCounted } from './conversation-counts.ts'
import { type ConversationStanding, standingOf } from './conversation-opening.ts'
import type { Conversation } from './conversation.ts'

const statuses: Record<ConversationStanding, Status> = {
  draft: 'draft',
  soon: 'next',
  open: 'open',
  over: 'late',
  closed: 'closed',
}

/** How a conversation stands, in a word. */
export function StandingTag({ view, conversation }: { view: View; conversation: Conversation }) {
  const standing = standingOf(conversation, view.now)
  return (
    <StatusTag
      view={view}
      status={statuses[standing]}
      label={view.t(`conversation-work.standing.${standing}`)}
    />
  )
}

/** The question of a conversation as a title, with the language that it is really in. */
export function questionTitle(view: View, conversation: Pick<Conversation, 'question'>) {
  const { text, language } = inLanguage(conversation.question, view.language)
  return text === ''
    ? { text: view.t('conversation-work.one.untitled'), lang: undefined }
    : { text, lang: foreignLanguage(view, language) }
}

/** The conversations of an engagement, for staff. */
export function ConversationsPage(
  props: WorkPageProps & {
    conversations: readonly Conversation[]
    counts: ReadonlyMap<string, ConversationCounts>
    mayRun: boolean
    notice?: string
  },
) {
  const { view, agency, engagement, conversations, counts, mayRun } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const begin = {
    label: t('conversation-work.list.begin'),
    href: paths.workConversationNew.to(place),
  }
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'conversations')}
      view={view}
      title={t('conversation-work.title')}
    >
      <PageHead title={t('conversation-work.title')} lead={t('conversation-work.list.lead')} />
      {props.notice && <Notice view={view} kind="success" title={props.notice} live />}
      {conversations.length === 0 ? (
        <EmptyState
          title={t('conversation-work.list.empty')}
          why={t('conversation-work.list.emptyWhy')}
          act={mayRun ? begin : undefined}
        />
      ) : (
        <Cards>
          {conversations.map((conversation) => {
            const title = questionTitle(view, conversation)
            const { shown, voters, votes, waiting } = counts.get(conversation.id) ?? nothingCounted
            return (
              <Card
                level={2}
                title={title.text}
                lang={title.lang}
                href={paths.workConversation.to({ ...place, conversation: conversation.id })}
                above={<StandingTag view={view} conversation={conversation} />}
                foot={waiting > 0 && <b>{t('conversation-work.list.waiting', { count: waiting })}</b>}
              >
                <p>{t('conversation-work.list.counts', { shown, voters, votes })}</p>
              </Card>
            )
          })}
        </Cards>
      )}
      {mayRun && (
        <Buttons>
          {conversations.length > 0 && <ButtonLink href={begin.href}>{begin.label}</ButtonLink>}
          <ButtonLink kind="quiet" href={paths.workConversationImport.to(place)}>
            {t('conversation-work.list.bringIn')}
          </ButtonLink>
        </Buttons>
      )}
    </WorkLayout>
  )
}
