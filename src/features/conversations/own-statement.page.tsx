import { paths } from '../../paths.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  Checkbox,
  ErrorSummary,
  type Fault,
  Form,
  HiddenField,
  Layout,
  Notice,
  PageHead,
  Radios,
  TextArea,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { openedField, trapField } from '../comments/spam.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { Conversation } from './conversation.ts'
import { HowItWorks, placeOf } from './conversation.page.tsx'
import type { Statement } from './statement.ts'

export type OwnStatementProps = {
  view: View
  agency: Agency
  engagement: Engagement
  conversation: Conversation
  typed: Typed
  faults?: readonly Fault[]
  opened: string
  /** What keeps somebody from writing just now. */
  barred?: 'closed' | 'staff-only' | 'vote-first'
  /** What was sent has been taken: to be read first, or shown at once. */
  added?: 'waiting' | 'shown'
  /** Someone has said this already. */
  twin?: Statement
  tooMany?: boolean
}

/** Where a voter writes a statement for the others to vote on. */
export function OwnStatementPage(props: OwnStatementProps) {
  const { view, agency, engagement, conversation, faults, added, barred } = props
  const { t } = view
  const place = placeOf(view, agency, engagement, conversation)
  const question = inLanguage(conversation.question, view.language)
  return (
    <Layout view={view} title={t('voting.own.title')} faulty={Boolean(faults?.length)}>
      <PageHead
        above={
          <a href={paths.conversation.to(place)} lang={question.language} dir="auto">
            {question.text}
          </a>
        }
        title={t('voting.own.title')}
        lead={t('voting.own.lead')}
      />
      <ErrorSummary view={view} faults={faults} />
      {added && (
        <Notice view={view} kind="success" title={t(`voting.own.added.${added}`)} live>
          <p>
            {t(`voting.own.addedText.${added}`)}{' '}
            <a href={paths.myVotes.to(place)}>{t('voting.mine.title')}</a>
          </p>
        </Notice>
      )}
      {props.tooMany && (
        <Notice view={view} kind="warning" title={t('voting.own.tooMany')} live>
          <p>{t('voting.own.tooManyText')}</p>
        </Notice>
      )}
      {props.twin && <SaidAlready view={view} place={place} statement={props.twin} />}
      {barred ? (
        <>
          <Notice view={view} title={t(`voting.own.barred.${barred}.title`)}>
            <p>{t(`voting.own.barred.${barred}.text`)}</p>
          </Notice>
          <Buttons>
            <ButtonLink href={paths.conversation.to(place)}>{t('voting.own.vote')}</ButtonLink>
          </Buttons>
        </>
      ) : (
        <StatementForm {...props} />
      )}
      <HowItWorks view={view} agency={agency} conversation={conversation} />
    </Layout>
  )
}

function SaidAlready({
  view,
  place,
  statement,
}: {
  view: View
  place: ReturnType<typeof placeOf>
  statement: Statement
}) {
  const { t } = view
  const found = inLanguage(statement.words, view.language)
  const shown = statement.state === 'shown'
  return (
    <Notice view={view} kind="warning" title={t('voting.own.said.title')} live>
      <p lang={found.language === view.language ? undefined : found.language} dir="auto">
        <q>{found.text}</q>
      </p>
      <p>
        {t(shown ? 'voting.own.said.shown' : 'voting.own.said.waiting')}{' '}
        {shown && (
          <a href={paths.conversation.to(place, { statement: statement.id })}>{t('voting.own.said.vote')}</a>
        )}
      </p>
    </Notice>
  )
}

function StatementForm({ view, agency, engagement, conversation, typed, faults, opened }: OwnStatementProps) {
  const { t } = view
  const place = placeOf(view, agency, engagement, conversation)
  const age = typedText(typed, 'age') || (engagement.asksStudents ? '' : 'adult')
  return (
    <Form view={view} action={paths.statementAdd.to(place)} label={t('voting.own.title')}>
      <HiddenField name={openedField} value={opened} />
      <div class="visually-hidden" aria-hidden="true">
        <label for={`field-${trapField}`}>{t('comments.form.trap')}</label>
        <input
          id={`field-${trapField}`}
          type="text"
          name={trapField}
          value=""
          tabindex={-1}
          autocomplete="off"
        />
      </div>
      <TextArea
        view={view}
        name="text"
        label={t('voting.own.text')}
        hint={t('voting.own.hint')}
        rows={3}
        maxLength={conversation.statementLength}
        value={typedText(typed, 'text')}
        faults={faults}
        required
      />
      <AgeFields
        view={view}
        age={age}
        consent={typedText(typed, 'guardianConsent') === 'yes'}
        faults={faults}
      />
      <p class="hint">{t(`voting.own.next.${conversation.moderation}`)}</p>
      <Buttons>
        <Button>{t('voting.own.send')}</Button>
        <ButtonLink kind="quiet" href={paths.conversation.to(place)}>
          {t('voting.own.vote')}
        </ButtonLink>
      </Buttons>
    </Form>
  )
}

/** Who writes: there are rules that protect children, the same as for comments. */
export function AgeFields({
  view,
  age,
  consent,
  faults,
}: {
  view: View
  age: string
  consent: boolean
  faults: readonly Fault[] | undefined
}) {
  const { t } = view
  return (
    <>
      <Radios
        view={view}
        name="age"
        label={t('comments.form.who')}
        hint={t('comments.form.whoHint')}
        faults={faults}
        required
        options={[
          { value: 'adult', label: t('comments.form.adult') },
          { value: '13-17', label: t('comments.form.teen'), hint: t('comments.form.teenHint') },
          { value: 'under-13', label: t('comments.form.child'), hint: t('voting.own.childHint') },
        ]}
        value={age}
      />
      <Checkbox
        view={view}
        name="guardianConsent"
        label={t('voting.own.consent')}
        hint={t('comments.form.consentHint')}
        faults={faults}
        checked={consent}
      />
    </>
  )
}
