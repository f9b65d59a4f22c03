import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { type Typed, typedText } from '../../platform/http/form.ts'
import { inLanguage, wordsIn } from '../../platform/i18n/written.ts'
import {
  Bidi,
  Button,
  Buttons,
  Checkbox,
  dayInWords,
  DescriptionList,
  Details,
  ErrorSummary,
  type Fault,
  Form,
  HiddenField,
  Hint,
  instantInWords,
  Layout,
  Notice,
  PageHead,
  Radios,
  TextField,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { type Asked, minutesToAnswer } from './comment-form.ts'
import { AboutYouFields, QuestionFields } from './comment-fields.page.tsx'
import { OnThisDevice } from './on-this-device.page.tsx'
import { openedField, trapField } from './spam.ts'
import { langOf, WrittenText } from './written-text.page.tsx'

export type CommentFormProps = {
  view: View
  agency: Agency
  engagement: Engagement
  asked: Asked
  typed: Typed
  faults?: readonly Fault[]
  /** Made anew whenever the form is shown fresh, kept when it comes back with faults. */
  submissionKey: string
  /** When it was first shown, in milliseconds. */
  opened: string
  /** By when an answer is promised if it is sent today. */
  promisedDay: string
  /** What was kept on the server for the reader, and when. */
  draft?: { savedAt: Date; justNow: boolean }
  /** Too many comments from this network: when there is room again. */
  roomAt?: Date
  /** A device that many people use: nothing is kept on it. */
  kiosk?: boolean
}

/** Where the public speaks: what is asked and why, how it will be used, the questions, and a way to hear back. */
export function CommentFormPage(props: CommentFormProps) {
  const { view, agency, engagement, asked, typed, faults, kiosk } = props
  const { t, language } = view
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  const title = inLanguage(engagement.title, language)
  return (
    <Layout
      view={view}
      title={t('comments.form.title')}
      description={t('comments.form.description', { engagement: title.text })}
      faulty={Boolean(faults?.length)}
      scripts={['keep-draft.js', 'send-later.js']}
    >
      <PageHead
        above={<a href={paths.hub.to(place)}>{t('comments.form.above', { engagement: title.text })}</a>}
        title={t('comments.form.title')}
        lead={<WrittenText view={view} text={engagement.purpose} />}
      />
      <ErrorSummary view={view} faults={faults} />
      <Notices {...props} />
      <OnThisDevice view={view} kiosk={kiosk} />
      <BeforeYouWrite {...props} />
      <Form
        view={view}
        action={paths.comment.to(place, { kiosk: kiosk ? 1 : undefined })}
        id="comment-form"
        idempotencyKey={props.submissionKey}
        draft={kiosk ? undefined : `${agency.slug}/${engagement.slug}`}
        label={t('comments.form.title')}
      >
        <HiddenField name={openedField} value={props.opened} />
        <Trap view={view} />
        <AgeFields view={view} typed={typed} faults={faults} asksStudents={engagement.asksStudents} />
        <QuestionFields view={view} questions={asked.questions} typed={typed} faults={faults} />
        <AboutYouFields
          view={view}
          aboutQuestions={asked.aboutQuestions}
          typed={typed}
          faults={faults}
          agencyName={agency.name}
          minimum={agency.minimum}
        />
        <ContactFields view={view} typed={typed} faults={faults} />
        <Hint>{t('comments.form.sendNext')}</Hint>
        <Buttons>
          <Button>{t('comments.form.send')}</Button>
          {view.viewer && !kiosk && (
            <Button kind="quiet" formaction={paths.commentDraft.to(place)}>
              {t('comments.form.keep')}
            </Button>
          )}
        </Buttons>
      </Form>
    </Layout>
  )
}

function Notices({ view, draft, roomAt }: CommentFormProps) {
  const { t } = view
  return (
    <>
      {roomAt && (
        <Notice view={view} kind="warning" title={t('comments.form.tooMany')} live>
          <p>{t('comments.form.tooManyText', { when: instantInWords(view, roomAt, 'time') })}</p>
        </Notice>
      )}
      {draft && (
        <Notice
          view={view}
          kind={draft.justNow ? 'success' : 'info'}
          title={t(draft.justNow ? 'comments.form.draftSaved' : 'comments.form.draftFound')}
          live={draft.justNow}
        >
          <p>
            {draft.justNow
              ? t('comments.form.draftSavedText')
              : t('comments.form.draftFoundText', { when: instantInWords(view, draft.savedAt) })}
          </p>
        </Notice>
      )}
    </>
  )
}

/** What everyone should know before they write (DESIGN: how input will be used is shown before anyone writes). */
function BeforeYouWrite({ view, agency, engagement, asked, promisedDay }: CommentFormProps) {
  const { t, language } = view
  const day = dayInWords(view, promisedDay)
  const items: { term: string; value: Child }[] = [
    {
      term: t('comments.form.decided'),
      value: <WrittenText view={view} text={engagement.decisionQuestion} />,
    },
    { term: t('comments.form.decidedBy'), value: <WrittenText view={view} text={engagement.decidedBy} /> },
    { term: t('comments.form.inputUse'), value: <WrittenText view={view} text={engagement.inputUse} /> },
    { term: t('comments.form.answer'), value: t('comments.form.answerBy', { agency: agency.name, day }) },
    { term: t('comments.form.takes'), value: t('comments.form.minutes', { count: minutesToAnswer(asked) }) },
    { term: t('comments.form.contact'), value: <ContactPerson engagement={engagement} /> },
  ]
  const policy = inLanguage(engagement.moderationPolicy, language)
  return (
    <>
      <DescriptionList items={items} />
      {wordsIn(engagement.hardestIssue, language) && (
        <Details summary={t('comments.form.hardest')}>
          <p>
            <WrittenText view={view} text={engagement.hardestIssue} />
          </p>
        </Details>
      )}
      <Notice view={view} title={t('comments.form.record')}>
        <p>
          {t('comments.form.recordText', { agency: agency.name })}{' '}
          {t(
            engagement.moderation === 'before'
              ? 'comments.form.moderationBefore'
              : 'comments.form.moderationAfter',
          )}
        </p>
        {policy.text && (
          <Details summary={t('comments.form.policy')}>
            <p lang={langOf(view, policy.language)} dir="auto">
              {policy.text}
            </p>
          </Details>
        )}
      </Notice>
    </>
  )
}

/** The person to ask, with every way to reach them. */
export function ContactPerson({
  engagement,
}: {
  engagement: Pick<Engagement, 'contactName' | 'contactAddress' | 'contactPhone'>
}) {
  const { contactName, contactAddress, contactPhone } = engagement
  return (
    <>
      <Bidi>{contactName}</Bidi>
      {contactAddress && (
        <>
          {', '}
          <a href={`mailto:${contactAddress}`}>
            <Bidi>{contactAddress}</Bidi>
          </a>
        </>
      )}
      {contactPhone && (
        <>
          {', '}
          <a href={`tel:${contactPhone.replace(/[^\d+]/g, '')}`}>
            <Bidi>{contactPhone}</Bidi>
          </a>
        </>
      )}
    </>
  )
}

/** A field that people do not meet and programs fill in: out of sight, out of the tab order, out of the accessibility tree. */
function Trap({ view }: { view: View }) {
  return (
    <div class="visually-hidden" aria-hidden="true">
      <label for={`field-${trapField}`}>{view.t('comments.form.trap')}</label>
      <input
        id={`field-${trapField}`}
        type="text"
        name={trapField}
        value=""
        tabindex={-1}
        autocomplete="off"
      />
    </div>
  )
}

type PartProps = { view: View; typed: Typed; faults?: readonly Fault[] }

function AgeFields({ view, typed, faults, asksStudents }: PartProps & { asksStudents: boolean }) {
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
          { value: 'under-13', label: t('comments.form.child'), hint: t('comments.form.childHint') },
        ]}
        value={typedText(typed, 'age') || (asksStudents ? '' : 'adult')}
      />
      <Checkbox
        view={view}
        name="guardianConsent"
        label={t('comments.form.consent')}
        hint={t('comments.form.consentHint')}
        faults={faults}
        checked={typedText(typed, 'guardianConsent') === 'yes'}
      />
    </>
  )
}

function ContactFields({ view, typed, faults }: PartProps) {
  const { t } = view
  return (
    <>
      <Radios
        view={view}
        name="contact"
        label={t('comments.form.tell')}
        hint={t('comments.form.tellHint')}
        faults={faults}
        required
        options={[
          { value: 'none', label: t('comments.form.tellNone') },
          { value: 'mail', label: t('comments.form.tellMail') },
          { value: 'sms', label: t('comments.form.tellSms') },
        ]}
        value={typedText(typed, 'contact') || 'none'}
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
    </>
  )
}
