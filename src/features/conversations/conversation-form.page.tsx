import { paths } from '../../paths.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import {
  Button,
  Buttons,
  DateField,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  HiddenField,
  Hint,
  Notice,
  PageHead,
  Quote,
  Radios,
  Table,
  TextArea,
  TextField,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import { type WorkPageProps, workPlace } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import { foreignLanguage, WrittenFields } from '../themes/written-fields.tsx'
import { blankConversation } from './conversation-form.ts'
import type { Conversation } from './conversation.ts'
import { questionTitle } from './conversations-work.page.tsx'

/** A field that two people wrote differently. */
export type Difference = { label: string; theirs: string; yours: string }

export type ConversationFormProps = WorkPageProps & {
  /** The conversation that is changed; none for a new one. */
  conversation?: Conversation
  /** The language in which a new one is written first. */
  source: Language
  typed: Typed
  faults?: readonly Fault[]
  differences?: readonly Difference[]
}

/** Everything that is set about a conversation, in each language of its engagement. */
export function ConversationFormPage(props: ConversationFormProps) {
  const { view, agency, engagement, conversation, source, typed, faults, differences } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const title = t(conversation ? 'conversation-work.form.editTitle' : 'conversation-work.form.newTitle')
  const before = conversation ?? blankConversation(source)
  const asked = before.status !== 'draft'
  const field = (name: string) => ({ view, name, faults, value: typedText(typed, name) })
  const written = (name: 'question' | 'introduction' | 'moderationPolicy') => ({
    view,
    name,
    label: t(`conversation-work.form.${name}`),
    hint: t(`conversation-work.form.${name}Hint`),
    written: before[name],
    languages: engagement.languages,
    typed,
    faults,
  })
  const here = conversation && { ...place, conversation: conversation.id }
  const overview = here ? paths.workConversation.to(here) : paths.workConversations.to(place)
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'conversations')}
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
    >
      <PageHead
        above={
          <a href={overview}>
            {conversation ? questionTitle(view, conversation).text : t('conversation-work.title')}
          </a>
        }
        title={title}
        lead={conversation ? undefined : t('conversation-work.form.newLead')}
      />
      <ErrorSummary view={view} faults={faults} />
      {differences && <Conflict view={view} differences={differences} />}
      <Form
        view={view}
        action={here ? paths.workConversationEdit.to(here) : paths.workConversationNew.to(place)}
        draft={conversation ? `conversation-${conversation.id}` : 'new-conversation'}
      >
        {conversation && <HiddenField name="version" value={typedText(typed, 'version')} />}
        <Heading level={2}>{t('conversation-work.form.words')}</Heading>
        {asked && (
          <>
            <Quote lang={foreignLanguage(view, before.question.source)}>
              <p>{before.question.texts[before.question.source]?.text}</p>
            </Quote>
            <Hint>{t('conversation-work.form.questionStays')}</Hint>
          </>
        )}
        <WrittenFields {...written('question')} required sourceStays={asked} />
        <WrittenFields {...written('introduction')} rows={4} />
        <Heading level={2}>{t('conversation-work.form.statements')}</Heading>
        <Radios
          {...field('whoAdds')}
          label={t('conversation-work.form.whoAdds')}
          options={[
            {
              value: 'voters',
              label: t('conversation-work.form.whoAddsVoters'),
              hint: t('conversation-work.form.whoAddsVotersHint'),
            },
            { value: 'staff', label: t('conversation-work.form.whoAddsStaff') },
          ]}
          required
        />
        <TextField
          {...field('statementLength')}
          label={t('conversation-work.form.statementLength')}
          hint={t('conversation-work.form.statementLengthHint')}
          inputmode="numeric"
          size="short"
          required
        />
        <Radios
          {...field('moderation')}
          label={t('conversation-work.form.moderation')}
          options={[
            {
              value: 'before',
              label: t('conversation-work.form.moderationBefore'),
              hint: t('conversation-work.form.moderationBeforeHint'),
            },
            {
              value: 'after',
              label: t('conversation-work.form.moderationAfter'),
              hint: t('conversation-work.form.moderationAfterHint'),
            },
          ]}
          required
        />
        <WrittenFields {...written('moderationPolicy')} rows={5} required />
        <Heading level={2}>{t('conversation-work.form.results')}</Heading>
        <Radios
          {...field('resultsShown')}
          label={t('conversation-work.form.resultsShown')}
          options={[
            {
              value: 'after-voting',
              label: t('conversation-work.form.resultsAfterVoting'),
              hint: t('conversation-work.form.resultsAfterVotingHint'),
            },
            { value: 'always', label: t('conversation-work.form.resultsAlways') },
            { value: 'when-closed', label: t('conversation-work.form.resultsWhenClosed') },
          ]}
          required
        />
        <Heading level={2}>{t('conversation-work.form.times')}</Heading>
        <Hint>{t('conversation-work.form.timesHint', { zone: agency.timeZone.replaceAll('_', ' ') })}</Hint>
        <DateField {...field('opensOn')} label={t('conversation-work.form.opensOn')} />
        <TextField
          {...field('opensAt')}
          label={t('conversation-work.form.opensAt')}
          type="time"
          size="short"
        />
        <DateField {...field('closesOn')} label={t('conversation-work.form.closesOn')} />
        <TextField
          {...field('closesAt')}
          label={t('conversation-work.form.closesAt')}
          type="time"
          size="short"
        />
        <Heading level={2}>{t('conversation-work.form.embedding')}</Heading>
        <TextArea
          {...field('embedOrigins')}
          label={t('conversation-work.form.embedOrigins')}
          hint={t('conversation-work.form.embedOriginsHint')}
          rows={3}
        />
        <Buttons>
          <Button>
            {t(conversation ? 'conversation-work.form.save' : 'conversation-work.form.saveNew')}
          </Button>
          <a href={overview}>{t('conversation-work.cancel')}</a>
        </Buttons>
      </Form>
    </WorkLayout>
  )
}

/** Two people wrote at the same time: both versions side by side, and nothing is overwritten. */
function Conflict({ view, differences }: { view: View; differences: readonly Difference[] }) {
  const { t } = view
  const words = (text: string) =>
    text === '' ? t('conversation-work.conflict.nothing') : <span dir="auto">{text}</span>
  return (
    <>
      <Notice view={view} kind="warning" title={t('conversation-work.conflict.title')} live>
        <p>{t('conversation-work.conflict.text')}</p>
      </Notice>
      {differences.length > 0 && (
        <Table
          view={view}
          caption={t('conversation-work.conflict.caption')}
          columns={[
            { label: t('conversation-work.conflict.field') },
            { label: t('conversation-work.conflict.theirs') },
            { label: t('conversation-work.conflict.yours') },
          ]}
          rows={differences.map(({ label, theirs, yours }) => ({
            cells: [label, words(theirs), words(yours)],
          }))}
        />
      )}
    </>
  )
}
