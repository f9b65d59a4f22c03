import { paths } from '../../paths.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  DateTime,
  EmptyState,
  ErrorSummary,
  type Fault,
  Form,
  HiddenField,
  Notice,
  PageHead,
  Radios,
  Table,
  TextField,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { agencyFrame } from '../agencies/agency-frame.ts'
import type { Seat } from '../agencies/permission.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { presetNames, providerPresets } from './provider-presets.ts'

/** The fields of the form, by name. */
export type TypedProvider = Record<'preset' | 'name' | 'issuer' | 'clientId' | 'allowedDomain', string>

/** With which accounts from elsewhere an agency's people may sign in. */
export function ProvidersPage(props: {
  view: View
  agency: Agency
  seat: Seat | undefined
  providers: readonly IdentityProvider[]
  typed: TypedProvider
  faults?: readonly Fault[]
  told?: 'added' | 'removed'
  /** The address that the provider must be told to send people back to. */
  returnAddress: string
  confirmHref: string | undefined
}) {
  const { view, agency, faults, typed, confirmHref } = props
  const { t, language } = view
  const action = paths.workProviders.to({ language, agency: agency.slug })
  return (
    <WorkLayout
      view={view}
      title={t('people.providers.title')}
      faulty={Boolean(faults?.length)}
      {...agencyFrame(view, agency, props.seat, 'providers')}
      unlisted
    >
      <PageHead title={t('people.providers.title')} lead={t('people.providers.lead')} />
      <ErrorSummary view={view} faults={faults} />
      {props.told && (
        <Notice view={view} kind="success" live>
          <p>{t(`people.providers.news.${props.told}`)}</p>
        </Notice>
      )}
      {props.providers.length === 0 ? (
        <EmptyState title={t('people.providers.none')} why={t('people.providers.noneWhy')} />
      ) : (
        <Table
          view={view}
          caption={t('people.providers.title')}
          captionHidden
          columns={[
            { label: t('people.providers.name') },
            { label: t('people.providers.issuer') },
            { label: t('people.providers.domain') },
            { label: t('people.providers.since') },
            ...(confirmHref ? [] : [{ label: t('people.sessions.act'), quiet: true }]),
          ]}
          rows={props.providers.map((provider) => ({
            cells: [
              <Bidi>{provider.name}</Bidi>,
              <Bidi>{provider.issuer}</Bidi>,
              provider.allowedDomain ? (
                <Bidi>{provider.allowedDomain}</Bidi>
              ) : (
                t('people.providers.anyDomain')
              ),
              <DateTime view={view} at={provider.createdAt} style="short" />,
              <Form
                view={view}
                action={action}
                label={t('people.providers.removeOf', { name: provider.name })}
              >
                <HiddenField name="remove" value={provider.id} />
                <Button kind="quiet">{t('people.providers.remove')}</Button>
              </Form>,
            ],
          }))}
        />
      )}
      <h2>{t('people.providers.add')}</h2>
      {confirmHref ? (
        <>
          <p>{t('people.members.confirmText')}</p>
          <Buttons>
            <ButtonLink href={confirmHref}>{t('people.members.confirm')}</ButtonLink>
          </Buttons>
        </>
      ) : (
        <>
          <p>
            {t('people.providers.returnAddress')} <code dir="ltr">{props.returnAddress}</code>
          </p>
          <Form view={view} action={action} label={t('people.providers.add')}>
            <Radios
              view={view}
              name="preset"
              label={t('people.providers.preset')}
              value={typed.preset}
              options={presetNames.map((name) => ({
                value: name,
                label: name === 'own' ? t('people.providers.own') : providerPresets[name].name,
                hint: t(`people.providers.presetHint.${name}`),
              }))}
              faults={faults}
              required
            />
            <TextField
              view={view}
              name="name"
              label={t('people.providers.nameField')}
              hint={t('people.providers.nameHint')}
              value={typed.name}
              faults={faults}
              autocomplete="off"
              required
            />
            <TextField
              view={view}
              name="issuer"
              type="url"
              label={t('people.providers.issuer')}
              hint={t('people.providers.issuerHint')}
              value={typed.issuer}
              faults={faults}
              autocomplete="off"
            />
            <TextField
              view={view}
              name="clientId"
              label={t('people.providers.clientId')}
              value={typed.clientId}
              faults={faults}
              autocomplete="off"
              literal
              required
            />
            <TextField
              view={view}
              name="clientSecret"
              label={t('people.providers.clientSecret')}
              hint={t('people.providers.secretHint')}
              faults={faults}
              autocomplete="off"
              literal
            />
            <TextField
              view={view}
              name="allowedDomain"
              label={t('people.providers.domain')}
              hint={t('people.providers.domainHint')}
              value={typed.allowedDomain}
              faults={faults}
              autocomplete="off"
              literal
            />
            <Buttons>
              <Button>{t('people.providers.save')}</Button>
            </Buttons>
          </Form>
        </>
      )}
    </WorkLayout>
  )
}
