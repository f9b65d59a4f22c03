import { paths } from '../../paths.ts'
import { languageNames, languages } from '../../platform/i18n/language.ts'
import { type Typed, typedList, typedText } from '../../platform/http/form.ts'
import {
  Bidi,
  Button,
  Buttons,
  Checkboxes,
  DescriptionList,
  ErrorSummary,
  type Fault,
  Fieldset,
  Form,
  Layout,
  Notice,
  PageHead,
  Select,
  TextField,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import { brandContrast } from '../../ui/brand.ts'
import type { Agency } from './agency.ts'
import { agencyFrame } from './agency-frame.ts'
import type { Seat } from './permission.ts'
import { timeZoneOptions } from './time-zones.ts'

/** Whom to ask at an agency. */
export function ContactPage({ view, agency }: { view: View; agency: Agency }) {
  const { t } = view
  const { contactName, contactAddress, contactPhone } = agency
  const items = [
    { term: t('agencies.contact.name'), value: contactName && <Bidi>{contactName}</Bidi> },
    {
      term: t('agencies.contact.address'),
      value: contactAddress && (
        <a href={`mailto:${contactAddress}`}>
          <Bidi>{contactAddress}</Bidi>
        </a>
      ),
    },
    {
      term: t('agencies.contact.phone'),
      value: contactPhone && (
        <a href={`tel:${contactPhone.replace(/[^+\d]/g, '')}`}>
          <Bidi>{contactPhone}</Bidi>
        </a>
      ),
    },
  ]
  const known = items.filter((item) => item.value)
  return (
    <Layout view={view} title={t('agencies.contact.title')}>
      <PageHead
        title={t('agencies.contact.title')}
        lead={t('agencies.contact.lead', { agency: agency.name })}
      />
      {known.length > 0 ? (
        <DescriptionList items={known} />
      ) : (
        <Notice view={view}>
          <p>{t('agencies.contact.nobody', { agency: agency.name })}</p>
        </Notice>
      )}
    </Layout>
  )
}

/** An agency's settings as form values. */
export function typedSettings(agency: Agency): Typed {
  return {
    name: agency.name,
    languages: agency.languages,
    timeZone: agency.timeZone,
    minimum: String(agency.minimum),
    contactName: agency.contactName,
    contactAddress: agency.contactAddress,
    contactPhone: agency.contactPhone,
    brandColor: agency.brandColor ?? '',
    parentId: agency.parentId ?? '',
  }
}

/** What an agency says about itself, and the rules it keeps. */
export function AgencySettingsPage(props: {
  view: View
  agency: Agency
  seat: Seat | undefined
  /** Agencies that this one may stand below. */
  parents: readonly Agency[]
  typed: Typed
  faults?: readonly Fault[]
  saved: boolean
}) {
  const { view, agency, typed, faults } = props
  const { t, language } = view
  const title = t('agencies.settings.title')
  const field = (name: string) => ({ view, name, value: typedText(typed, name), faults })
  return (
    <WorkLayout
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
      {...agencyFrame(view, agency, props.seat, 'agency')}
      unlisted
    >
      <PageHead title={title} lead={t('agencies.settings.lead')} />
      <ErrorSummary view={view} faults={faults} />
      {props.saved && (
        <Notice view={view} kind="success" live>
          <p>{t('agencies.settings.saved')}</p>
        </Notice>
      )}
      <Form view={view} action={paths.workAgency.to({ language, agency: agency.slug })}>
        <TextField
          {...field('name')}
          label={t('agencies.settings.name')}
          autocomplete="organization"
          required
        />
        <Checkboxes
          {...field('languages')}
          values={typedList(typed, 'languages')}
          label={t('agencies.settings.languages')}
          options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
          required
        />
        <Select
          {...field('timeZone')}
          label={t('agencies.settings.timeZone')}
          options={timeZoneOptions}
          required
        />
        <TextField
          {...field('minimum')}
          label={t('agencies.settings.minimum')}
          hint={t('agencies.settings.minimumHint')}
          inputmode="numeric"
          size="short"
          required
        />
        {agency.kind !== 'sea' && (
          <Select
            {...field('parentId')}
            label={t('agencies.settings.parent')}
            hint={t('agencies.settings.parentHint')}
            options={props.parents.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Fieldset legend={t('agencies.settings.contact')} hint={t('agencies.settings.contactHint')}>
          <TextField {...field('contactName')} label={t('agencies.contact.name')} autocomplete="name" />
          <TextField
            {...field('contactAddress')}
            type="email"
            label={t('agencies.contact.address')}
            autocomplete="email"
          />
          <TextField
            {...field('contactPhone')}
            type="tel"
            label={t('agencies.contact.phone')}
            autocomplete="tel"
          />
        </Fieldset>
        <TextField
          {...field('brandColor')}
          label={t('agencies.settings.color')}
          hint={<ColorHint view={view} color={typedText(typed, 'brandColor')} />}
          size="short"
          literal
        />
        <Buttons>
          <Button>{t('agencies.settings.save')}</Button>
        </Buttons>
      </Form>
    </WorkLayout>
  )
}

/** What the colour must do, and how the one that stands there does. */
function ColorHint({ view, color }: { view: View; color: string }) {
  const { ok, ratio } = brandContrast(color)
  const measured =
    ratio === 0
      ? ''
      : ` ${view.t(ok ? 'agencies.settings.colorPasses' : 'agencies.settings.colorFails', { ratio })}`
  return (
    <>
      {view.t('agencies.settings.colorHint')}
      {measured}
    </>
  )
}
