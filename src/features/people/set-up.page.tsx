import { paths } from '../../paths.ts'
import { languageNames, languages } from '../../platform/i18n/language.ts'
import type { Typed } from '../../platform/http/form.ts'
import { typedList, typedText } from '../../platform/http/form.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  Checkboxes,
  ErrorSummary,
  type Fault,
  Fieldset,
  Form,
  Layout,
  Notice,
  PageHead,
  Radios,
  Select,
  TextField,
  type View,
} from '../../ui/components.ts'
import { agencyKinds } from '../agencies/agency.ts'
import { timeZoneOptions } from '../agencies/time-zones.ts'

/** The two ways on after the first start: one's own agency, or the example district to look around in. */
export function SetUpPage(props: {
  view: View
  typed?: Typed
  faults?: readonly Fault[]
  /** Which of the two forms the faults are about. */
  faultyForm?: 'agency' | 'example'
}) {
  const { view, typed = {}, faults, faultyForm } = props
  const { t, language } = view
  const agencyFaults = faultyForm === 'agency' ? faults : undefined
  const exampleFaults =
    faultyForm === 'example' ? faults?.map((fault) => ({ ...fault, field: 'exampleCode' })) : undefined
  const text = (name: string) => typedText(typed, name)
  return (
    <Layout view={view} title={t('people.setUp.title')} faulty={Boolean(faults?.length)} unlisted>
      <PageHead title={t('people.setUp.title')} lead={t('people.setUp.lead')} />
      <ErrorSummary view={view} faults={agencyFaults ?? exampleFaults} />
      <h2>{t('people.setUp.own')}</h2>
      <p>{t('people.setUp.ownText')}</p>
      <Form view={view} action={paths.setUp.to({ language })} label={t('people.setUp.own')}>
        <SetUpCodeField view={view} name="code" value={text('code')} faults={agencyFaults} />
        <Fieldset legend={t('people.setUp.agency')}>
          <TextField
            view={view}
            name="name"
            label={t('people.setUp.agencyName')}
            value={text('name')}
            faults={agencyFaults}
            autocomplete="organization"
            required
          />
          <Radios
            view={view}
            name="kind"
            label={t('people.setUp.kind')}
            value={text('kind') || 'lea'}
            options={agencyKinds.map((kind) => ({ value: kind, label: t(`agencies.kind.${kind}`) }))}
            faults={agencyFaults}
            required
          />
          <Checkboxes
            view={view}
            name="languages"
            label={t('people.setUp.languages')}
            hint={t('people.setUp.languagesHint')}
            values={faultyForm === 'agency' ? typedList(typed, 'languages') : ['en', 'es']}
            options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
            faults={agencyFaults}
            required
          />
          <Select
            view={view}
            name="timeZone"
            label={t('people.setUp.timeZone')}
            value={text('timeZone') || view.timeZone}
            options={timeZoneOptions}
            faults={agencyFaults}
            required
          />
        </Fieldset>
        <Fieldset legend={t('people.setUp.you')} hint={t('people.setUp.youHint')}>
          <TextField
            view={view}
            name="personName"
            label={t('people.setUp.yourName')}
            value={text('personName')}
            faults={agencyFaults}
            autocomplete="name"
            required
          />
          <TextField
            view={view}
            name="address"
            type="email"
            label={t('people.setUp.yourAddress')}
            value={text('address')}
            faults={agencyFaults}
            autocomplete="email"
            required
          />
        </Fieldset>
        <Buttons>
          <Button>{t('people.setUp.start')}</Button>
        </Buttons>
      </Form>
      <h2>{t('people.setUp.example')}</h2>
      <p>{t('people.setUp.exampleText')}</p>
      <Form view={view} action={paths.setUpExample.to({ language })} label={t('people.setUp.example')}>
        <SetUpCodeField view={view} name="exampleCode" value={text('exampleCode')} faults={exampleFaults} />
        <Buttons>
          <Button kind="quiet">{t('people.setUp.explore')}</Button>
        </Buttons>
      </Form>
    </Layout>
  )
}

function SetUpCodeField({
  view,
  name,
  value,
  faults,
}: {
  view: View
  name: string
  value: string
  faults?: readonly Fault[]
}) {
  return (
    <TextField
      view={view}
      name={name}
      label={view.t('people.setUp.code')}
      hint={view.t('people.setUp.codeHint')}
      value={value}
      faults={faults}
      size="medium"
      autocomplete="off"
      literal
      required
    />
  )
}

/** Nothing to set up any more. */
export function SetUpDonePage({ view }: { view: View }) {
  const { t, language } = view
  return (
    <Layout view={view} title={t('people.setUp.doneTitle')} unlisted>
      <PageHead title={t('people.setUp.doneTitle')} lead={t('people.setUp.done')} />
      <Buttons>
        <ButtonLink href={paths.signIn.to({ language })}>{t('ui.header.signIn')}</ButtonLink>
      </Buttons>
    </Layout>
  )
}

/** While the example district is being made. The answer's own header brings this page again every few seconds. */
export function ExampleWaitingPage({ view, failed }: { view: View; failed: boolean }) {
  const { t, language } = view
  return (
    <Layout view={view} title={t('people.setUp.waitingTitle')} unlisted>
      <PageHead
        title={t('people.setUp.waitingTitle')}
        lead={failed ? undefined : t('people.setUp.waiting')}
      />
      {failed ? (
        <Notice view={view} kind="error">
          <p>{t('people.setUp.failed')}</p>
        </Notice>
      ) : (
        <Buttons>
          <ButtonLink kind="quiet" href={paths.setUpExample.to({ language })}>
            {t('people.setUp.look')}
          </ButtonLink>
        </Buttons>
      )}
    </Layout>
  )
}
