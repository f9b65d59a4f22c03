import { raw } from 'hono/html'
import { paths } from '../../paths.ts'
import { qrSvg } from '../../platform/documents/qr.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  Checkbox,
  Count,
  DateTime,
  DescriptionList,
  Details,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  HiddenField,
  Hint,
  Notice,
  PageHead,
  WorkLayout,
} from '../../ui/components.ts'
import { type WorkPageProps, workPlace } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import { InWords } from '../themes/written-fields.tsx'
import type { ConversationCounts } from './conversation-counts.ts'
import { type ConversationNeed, fewestStatements, standingOf } from './conversation-opening.ts'
import type { Conversation } from './conversation.ts'
import { questionTitle, StandingTag } from './conversations-work.page.tsx'

export type ConversationWorkProps = WorkPageProps & {
  conversation: Conversation
  counts: ConversationCounts
  missing: readonly ConversationNeed[]
  /** Address of the program, for what is shared outside it. */
  baseUrl: string
  may: { run: boolean; read: boolean; takeOut: boolean }
  faults?: readonly Fault[]
  notice?: { kind: 'success' | 'warning'; text: string }
}

/** How one conversation stands, the one next act, and how people get there. */
export function ConversationWorkPage(props: ConversationWorkProps) {
  const { view, agency, engagement, conversation, counts, faults, notice, may } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const here = { ...place, conversation: conversation.id }
  const title = questionTitle(view, conversation)
  const statements = (state: string) => ({
    label: t('conversation-work.one.see'),
    href: paths.workStatements.to(here, { state }),
  })
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'conversations')}
      view={view}
      title={title.text}
      faulty={Boolean(faults?.length)}
      evidence={<Beside {...props} />}
      evidenceLabel={t('conversation-work.one.beside')}
    >
      <ErrorSummary view={view} faults={faults} />
      <PageHead
        title={title.text}
        lang={title.lang}
        above={
          <>
            <a href={paths.workConversations.to(place)}>{t('conversation-work.title')}</a>{' '}
            <StandingTag view={view} conversation={conversation} />
          </>
        }
        lead={<InWords view={view} text={conversation.introduction} />}
      />
      {notice && <Notice view={view} kind={notice.kind} title={notice.text} live />}
      <NextAct {...props} />
      <Heading level={2}>{t('conversation-work.one.counts')}</Heading>
      <DescriptionList
        items={[
          { term: t('conversation-work.one.people'), value: <Count view={view} value={counts.voters} /> },
          { term: t('conversation-work.one.votes'), value: <Count view={view} value={counts.votes} /> },
          ...(['shown', 'waiting', 'rejected'] as const).map((state) => ({
            term: t(`conversation-work.one.${state}`),
            value: <Count view={view} value={counts[state]} />,
            act: may.read && counts[state] > 0 ? statements(state) : undefined,
          })),
        ]}
      />
      <Settings {...props} />
      {conversation.status !== 'closed' && <Share {...props} />}
      {may.run && conversation.status === 'open' && <Close {...props} />}
    </WorkLayout>
  )
}

function NextAct(props: ConversationWorkProps) {
  const { view, agency, engagement, conversation, counts, missing, may } = props
  const { t } = view
  const here = { ...workPlace(view, agency, engagement), conversation: conversation.id }
  const title = (words: string) => <h2 id="next-act">{words}</h2>
  const act = (href: string, words: string) => (
    <p class="buttons">
      <ButtonLink href={href}>{words}</ButtonLink>
    </p>
  )
  const standing = standingOf(conversation, view.now)
  let inside
  if (standing === 'draft' && counts.shown < fewestStatements) {
    inside = (
      <>
        {title(t('conversation-work.one.next.statements'))}
        <p>{t('conversation-work.one.next.statementsWhy', { fewest: fewestStatements })}</p>
        {may.run &&
          act(`${paths.workStatements.to(here)}#write`, t('conversation-work.one.next.statementsAct'))}
      </>
    )
  } else if (standing === 'draft' && missing.length > 0) {
    inside = (
      <>
        {title(t('conversation-work.one.next.complete'))}
        <ul>
          {missing.map((need) => (
            <li>{t(`conversation-work.one.need.${need}`)}</li>
          ))}
        </ul>
        {may.run && act(paths.workConversationEdit.to(here), t('conversation-work.one.edit'))}
      </>
    )
  } else if (standing === 'draft') {
    inside = (
      <>
        {title(t('conversation-work.one.next.open'))}
        <p>{t('conversation-work.one.next.openWhy')}</p>
        {may.run && (
          <Form view={view} action={paths.workConversationStatus.to(here)}>
            <HiddenField name="to" value="open" />
            <Button>{t('conversation-work.one.next.openAct')}</Button>
          </Form>
        )}
      </>
    )
  } else if (counts.waiting > 0 && may.read) {
    inside = (
      <>
        {title(t('conversation-work.one.next.read', { count: counts.waiting }))}
        <p>{t('conversation-work.one.next.readWhy')}</p>
        {act(paths.workStatements.to(here, { state: 'waiting' }), t('conversation-work.one.next.readAct'))}
      </>
    )
  } else if (standing === 'closed' || counts.votes > 0) {
    inside = (
      <>
        {title(t('conversation-work.one.next.results'))}
        <p>{t('conversation-work.one.next.resultsWhy')}</p>
        {act(paths.workConversationResults.to(here), t('conversation-work.one.next.resultsAct'))}
      </>
    )
  } else {
    inside = (
      <>
        {title(t('conversation-work.one.next.invite'))}
        <p>{t('conversation-work.one.next.inviteWhy')}</p>
        {act(paths.conversation.to(here), t('conversation-work.one.next.inviteAct'))}
      </>
    )
  }
  return (
    <section class="invitation" aria-labelledby="next-act">
      {inside}
    </section>
  )
}

function Settings({ view, agency, engagement, conversation, may }: ConversationWorkProps) {
  const { t } = view
  const here = { ...workPlace(view, agency, engagement), conversation: conversation.id }
  const { opensAt, closesAt, closedAt } = conversation
  const results = { 'after-voting': 'AfterVoting', always: 'Always', 'when-closed': 'WhenClosed' } as const
  return (
    <>
      <Heading level={2}>{t('conversation-work.one.settings')}</Heading>
      <DescriptionList
        items={[
          ...(opensAt || conversation.status === 'draft'
            ? [
                {
                  term: t('conversation-work.one.opens'),
                  value: opensAt ? <DateTime view={view} at={opensAt} /> : t('conversation-work.one.byHand'),
                },
              ]
            : []),
          closedAt
            ? {
                term: t('conversation-work.one.closedAt'),
                value: <DateTime view={view} at={closedAt} />,
              }
            : {
                term: t('conversation-work.one.closes'),
                value: closesAt ? <DateTime view={view} at={closesAt} /> : t('conversation-work.one.noEnd'),
              },
          {
            term: t('conversation-work.form.whoAdds'),
            value: t(
              conversation.whoAdds === 'voters'
                ? 'conversation-work.form.whoAddsVoters'
                : 'conversation-work.form.whoAddsStaff',
            ),
          },
          {
            term: t('conversation-work.form.moderation'),
            value: t(
              conversation.moderation === 'before'
                ? 'conversation-work.form.moderationBefore'
                : 'conversation-work.form.moderationAfter',
            ),
          },
          {
            term: t('conversation-work.form.resultsShown'),
            value: t(`conversation-work.form.results${results[conversation.resultsShown]}`),
          },
        ]}
      />
      {may.run && conversation.status !== 'closed' && (
        <Buttons>
          <ButtonLink kind="quiet" icon="edit" href={paths.workConversationEdit.to(here)}>
            {t('conversation-work.one.edit')}
          </ButtonLink>
        </Buttons>
      )}
    </>
  )
}

function Share({ view, agency, engagement, conversation, baseUrl }: ConversationWorkProps) {
  const { t } = view
  const here = { ...workPlace(view, agency, engagement), conversation: conversation.id }
  const url = baseUrl + paths.conversation.to(here)
  const title = t('conversation-work.one.embedTitle', { question: questionTitle(view, conversation).text })
  const frame = `<iframe src="${baseUrl}${paths.conversationEmbed.to(here)}" title="${escaped(title)}" width="100%" height="720" loading="lazy"></iframe>`
  return (
    <>
      <Heading level={2}>{t('conversation-work.one.share')}</Heading>
      <p>
        {t('conversation-work.one.link')}:{' '}
        <a class="address" href={url}>
          {url}
        </a>
      </p>
      <Details summary={t('conversation-work.one.qr')}>
        {raw(qrSvg(url, { label: t('conversation-work.one.qrLabel'), moduleSize: 5 }))}
      </Details>
      <Details summary={t('conversation-work.one.embed')}>
        {conversation.embedOrigins.length === 0 ? (
          <p>{t('conversation-work.one.embedNone')}</p>
        ) : (
          <>
            <p>{t('conversation-work.one.embedText')}</p>
            <p>
              <code class="address">{frame}</code>
            </p>
            <Hint>
              {t('conversation-work.one.embedSites', { sites: conversation.embedOrigins.join(', ') })}
            </Hint>
          </>
        )}
      </Details>
    </>
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

function Close({ view, agency, engagement, conversation, faults }: ConversationWorkProps) {
  const { t } = view
  const here = { ...workPlace(view, agency, engagement), conversation: conversation.id }
  return (
    <>
      <Heading level={2}>{t('conversation-work.one.close')}</Heading>
      <p>{t('conversation-work.one.closeText')}</p>
      <Form
        view={view}
        action={paths.workConversationStatus.to(here)}
        label={t('conversation-work.one.close')}
      >
        <HiddenField name="to" value="closed" />
        <Checkbox
          view={view}
          name="sure"
          label={t('conversation-work.one.closeSure')}
          faults={faults}
          required
        />
        <Buttons>
          <Button kind="danger">{t('conversation-work.one.closeAct')}</Button>
        </Buttons>
      </Form>
    </>
  )
}

function Beside({ view, agency, engagement, conversation, may }: ConversationWorkProps) {
  const { t } = view
  const here = { ...workPlace(view, agency, engagement), conversation: conversation.id }
  const draft = conversation.status === 'draft'
  const links = [
    ...(may.read
      ? [{ label: t('conversation-work.one.statements'), href: paths.workStatements.to(here) }]
      : []),
    { label: t('conversation-work.one.results'), href: paths.workConversationResults.to(here) },
    ...(draft
      ? []
      : [
          { label: t('conversation-work.one.publicPage'), href: paths.conversation.to(here) },
          { label: t('conversation-work.one.report'), href: paths.conversationReport.to(here) },
        ]),
  ]
  return (
    <>
      <ul>
        {links.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
      {may.takeOut && (
        <>
          <p>
            <a href={paths.workConversationExport.to(here)}>{t('conversation-work.one.takeOut')}</a>
          </p>
          <Hint>{t('conversation-work.one.takeOutHint')}</Hint>
        </>
      )}
    </>
  )
}
