import { paths } from '../../paths.ts'
import { languageNames, languages } from '../../platform/i18n/language.ts'
import { type Typed, typedList, typedText } from '../../platform/http/typed.ts'
import {
  Button,
  Buttons,
  Checkbox,
  Checkboxes,
  DateField,
  ErrorSummary,
  type Fault,
  Fieldset,
  Form,
  HiddenField,
  PageHead,
  Radios,
  Select,
  TextField,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { Conflict, type Difference } from './conflict.page.tsx'
import { type Engagement, type EngagementText, engagementTexts, sourceLanguage } from './engagement.ts'
import { formLanguages } from './engagement-form.ts'
import { frameworks } from './frameworks.ts'
import { protectedTopics } from './protected-topics.ts'
import { TranslatedFields } from './translated-fields.page.tsx'
import { workFrame } from './work-frame.ts'

type FormProps = { view: View; typed: Typed; faults?: readonly Fault[] }

/** A new engagement needs a name and a language; the rest comes step by step, and nobody sees it until it is opened. */
export function NewEngagementPage({ view, agency, typed, faults }: FormProps & { agency: Agency }) {
  const { t, language } = view
  const title = t('engagements.new.title')
  const options = languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))
  return (
    <WorkLayout
      view={view}
      title={title}
      within={{ title: agency.name, href: paths.work.to({ language, agency: agency.slug }) }}
      faulty={Boolean(faults?.length)}
    >
      <PageHead title={title} lead={t('engagements.new.lead')} />
      <ErrorSummary view={view} faults={faults} />
      <Form
        view={view}
        action={paths.workEngagementNew.to({ language, agency: agency.slug })}
        draft="new-engagement"
      >
        <TextField
          view={view}
          name="title"
          label={t('engagements.edit.label.title')}
          hint={t('engagements.edit.hint.title')}
          value={typedText(typed, 'title')}
          faults={faults}
          required
        />
        <Select
          view={view}
          name="source"
          label={t('engagements.new.source')}
          hint={t('engagements.new.sourceHint')}
          options={options}
          value={typedText(typed, 'source')}
          faults={faults}
          required
        />
        <Checkboxes
          view={view}
          name="languages"
          label={t('engagements.edit.label.languages')}
          options={options}
          values={typedList(typed, 'languages')}
          faults={faults}
        />
        <Buttons>
          <Button>{t('engagements.new.create')}</Button>
        </Buttons>
      </Form>
    </WorkLayout>
  )
}

/** Everything an agency sets about an engagement, in each of its languages. */
export function EditEngagementPage(
  props: FormProps & {
    agency: Agency
    engagement: Engagement
    /** Someone saved first: what they wrote beside what was typed here. */
    differences?: readonly Difference[]
  },
) {
  const { view, agency, engagement, typed, faults } = props
  const { t, language } = view
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  const title = t('engagements.edit.title')
  return (
    <WorkLayout
      view={view}
      title={title}
      {...workFrame(view, agency, engagement, 'overview')}
      faulty={Boolean(faults?.length)}
    >
      <PageHead title={title} lead={t('engagements.edit.lead')} />
      <ErrorSummary view={view} faults={faults} />
      {props.differences && <Conflict view={view} differences={props.differences} />}
      <Form view={view} action={paths.workEngagementEdit.to(place)} draft={`engagement-${engagement.id}`}>
        <HiddenField name="version" value={typedText(typed, 'version')} />
        <h2>{t('engagements.edit.words')}</h2>
        {engagementTexts
          .filter((field) => field !== 'moderationPolicy')
          .map((field) => (
            <TextInLanguages {...props} field={field} />
          ))}
        <Languages {...props} />
        <h2>{t('engagements.edit.who')}</h2>
        <Contact {...props} />
        <h2>{t('engagements.edit.when')}</h2>
        <Days {...props} />
        <h2>{t('engagements.edit.comments')}</h2>
        <CommentSettings {...props} />
        <TextInLanguages {...props} field="moderationPolicy" />
        <h2>{t('engagements.edit.students')}</h2>
        <Students {...props} />
        <h2>{t('engagements.edit.label.frameworks')}</h2>
        <Checkboxes
          view={view}
          name="frameworks"
          label={t('engagements.edit.frameworks')}
          hint={t('engagements.edit.hint.frameworks')}
          options={frameworks.map((framework) => ({
            value: framework.id,
            label: framework.name,
            hint: `${t(`engagements.frameworks.${framework.key}`)} (${framework.source})`,
          }))}
          values={typedList(typed, 'frameworks')}
          faults={faults}
        />
        <Buttons>
          <Button>{t('engagements.edit.save')}</Button>
          <a href={paths.workEngagement.to(place)}>{t('engagements.edit.leave')}</a>
        </Buttons>
      </Form>
    </WorkLayout>
  )
}

/** One text in every language of the engagement, with how each translation stands. */
function TextInLanguages({
  view,
  engagement,
  typed,
  faults,
  field,
}: FormProps & { engagement: Engagement; field: EngagementText }) {
  const { t } = view
  return (
    <TranslatedFields
      view={view}
      typed={typed}
      faults={faults}
      field={field}
      legend={t(`engagements.edit.label.${field}`)}
      hint={t(`engagements.edit.hint.${field}`)}
      written={engagement[field]}
      shown={formLanguages(engagement)}
      oneLine={field === 'title'}
      required={field === 'title'}
    />
  )
}

function Languages({ view, engagement, typed, faults }: FormProps & { engagement: Engagement }) {
  const source = sourceLanguage(engagement)
  return (
    <Checkboxes
      view={view}
      name="languages"
      label={view.t('engagements.edit.label.languages')}
      hint={view.t('engagements.edit.hint.languages', { source: languageNames[source] })}
      options={languages
        .filter((code) => code !== source)
        .map((code) => ({ value: code, label: languageNames[code], lang: code }))}
      values={typedList(typed, 'languages')}
      faults={faults}
    />
  )
}

function Contact({ view, typed, faults }: FormProps) {
  const { t } = view
  const field = (name: string) => ({ view, name, faults, value: typedText(typed, name) })
  return (
    <Fieldset
      legend={t('engagements.edit.contact')}
      hint={t('engagements.edit.hint.contact')}
      id="fieldset-contact"
    >
      <TextField {...field('contactName')} label={t('engagements.edit.label.contactName')} size="medium" />
      <TextField
        {...field('contactAddress')}
        label={t('engagements.edit.label.contactAddress')}
        type="email"
        size="medium"
      />
      <TextField
        {...field('contactPhone')}
        label={t('engagements.edit.label.contactPhone')}
        type="tel"
        size="medium"
      />
    </Fieldset>
  )
}

function Days({ view, typed, faults }: FormProps) {
  const { t } = view
  const field = (name: string) => ({ view, name, faults, value: typedText(typed, name) })
  return (
    <>
      <DateField
        {...field('opensOn')}
        label={t('engagements.edit.label.opensOn')}
        hint={t('engagements.edit.hint.opensOn')}
      />
      <DateField
        {...field('closesOn')}
        label={t('engagements.edit.label.closesOn')}
        hint={t('engagements.edit.hint.closesOn')}
      />
      <TextField
        {...field('responseDays')}
        label={t('engagements.edit.label.responseDays')}
        hint={t('engagements.edit.hint.responseDays')}
        inputmode="numeric"
        size="short"
        required
      />
    </>
  )
}

function CommentSettings({ view, typed, faults }: FormProps) {
  const { t } = view
  return (
    <>
      <Radios
        view={view}
        name="moderation"
        label={t('engagements.edit.label.moderation')}
        hint={t('engagements.edit.hint.moderation')}
        options={(['after', 'before'] as const).map((value) => ({
          value,
          label: t(`engagements.edit.moderation.${value}`),
        }))}
        value={typedText(typed, 'moderation')}
        faults={faults}
        required
      />
      <TextField
        view={view}
        name="smsKeyword"
        label={t('engagements.edit.label.smsKeyword')}
        hint={t('engagements.edit.hint.smsKeyword')}
        value={typedText(typed, 'smsKeyword')}
        faults={faults}
        size="short"
        literal
      />
      <Checkbox
        view={view}
        name="doubleEntry"
        label={t('engagements.edit.label.doubleEntry')}
        hint={t('engagements.edit.hint.doubleEntry')}
        checked={typedText(typed, 'doubleEntry') === 'yes'}
        faults={faults}
      />
    </>
  )
}

function Students({ view, typed, faults }: FormProps) {
  const { t } = view
  return (
    <>
      <Checkbox
        view={view}
        name="asksStudents"
        label={t('engagements.edit.label.asksStudents')}
        hint={t('engagements.edit.hint.asksStudents')}
        checked={typedText(typed, 'asksStudents') === 'yes'}
        faults={faults}
      />
      <Checkboxes
        view={view}
        name="protectedTopics"
        label={t('engagements.edit.label.protectedTopics')}
        hint={t('engagements.edit.hint.protectedTopics')}
        options={protectedTopics.map((topic) => ({
          value: topic,
          label: t(`engagements.protectedTopics.${topic}`),
        }))}
        values={typedList(typed, 'protectedTopics')}
        faults={faults}
      />
      <Checkbox
        view={view}
        name="protectedTopicsChecked"
        label={t('engagements.edit.label.protectedTopicsChecked')}
        checked={typedText(typed, 'protectedTopicsChecked') === 'yes'}
        faults={faults}
      />
    </>
  )
}
