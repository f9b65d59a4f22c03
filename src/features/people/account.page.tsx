import { paths } from '../../paths.ts'
import { languageNames, languages } from '../../platform/i18n/language.ts'
import type { Session } from '../../platform/session/session.store.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  DateTime,
  DescriptionList,
  ErrorSummary,
  type Fault,
  Form,
  HiddenField,
  Hint,
  Layout,
  Notice,
  numberInWords,
  PageHead,
  Select,
  Table,
  TextField,
  type View,
} from '../../ui/components.ts'
import { roles as allRoles, type Role } from '../agencies/permission.ts'
import type { HeldRole } from './account.store.ts'
import type { Passkey } from './passkey.store.ts'
import type { Person } from './person.ts'

/** What has just been done, to be said at the top. */
export const accountNews = [
  'saved',
  'passkey-kept',
  'passkey-known',
  'passkey-problem',
  'session-ended',
] as const
export type AccountNews = (typeof accountNews)[number]

const methods = ['code', 'passkey', 'provider', 'set-up', 'example'] as const

/** Someone's own account: who they are here, where they are signed in, and what they can take along or end. */
export function AccountPage(props: {
  view: View
  person: Person
  roles: readonly HeldRole[]
  sessions: readonly Session[]
  currentSession: string | undefined
  passkeys: readonly Passkey[]
  typed: { name: string; language: string }
  faults?: readonly Fault[]
  news?: AccountNews
}) {
  const { view, person, faults, typed } = props
  const { t, language } = view
  return (
    <Layout
      view={view}
      title={t('people.account.title')}
      faulty={Boolean(faults?.length)}
      scripts={['passkey.js']}
      unlisted
    >
      <PageHead title={t('people.account.title')} />
      <ErrorSummary view={view} faults={faults} />
      {props.news && (
        <Notice view={view} kind={props.news === 'passkey-problem' ? 'error' : 'success'} live>
          <p>{t(`people.account.news.${props.news}`)}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: t('people.account.address'), value: <Bidi>{person.address}</Bidi> },
          {
            term: t('people.account.roles'),
            value: <Roles view={view} roles={props.roles} isOperator={person.isOperator} />,
          },
        ]}
      />
      <h2>{t('people.account.you')}</h2>
      <Form view={view} action={paths.account.to({ language })}>
        <TextField
          view={view}
          name="name"
          label={t('people.account.name')}
          value={typed.name}
          faults={faults}
          autocomplete="name"
          required
        />
        <Select
          view={view}
          name="language"
          label={t('people.account.language')}
          hint={t('people.account.languageHint')}
          value={typed.language}
          options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
          faults={faults}
          required
        />
        <Buttons>
          <Button>{t('people.account.save')}</Button>
        </Buttons>
      </Form>
      <Sessions {...props} />
      <Passkeys view={view} passkeys={props.passkeys} />
      <h2>{t('people.account.data')}</h2>
      <p>{t('people.account.dataText')}</p>
      <Buttons>
        <ButtonLink kind="quiet" href={paths.accountData.to({ language })}>
          {t('people.account.download')}
        </ButtonLink>
        <ButtonLink kind="quiet" href={paths.accountErase.to({ language })}>
          {t('people.account.erase')}
        </ButtonLink>
      </Buttons>
    </Layout>
  )
}

function Roles({ view, roles, isOperator }: { view: View; roles: readonly HeldRole[]; isOperator: boolean }) {
  const { t, language } = view
  const held = roles.filter((role) => role.endedAt === null)
  if (held.length === 0 && !isOperator) return <>{t('people.account.noRoles')}</>
  return (
    <ul>
      {isOperator && (
        <li>
          <a href={paths.operations.to({ language })}>{t('people.account.operator')}</a>
        </li>
      )}
      {held.map(({ role, agency, slug }) => (
        <li>
          {roleName(view, role)},{' '}
          <a href={paths.work.to({ language, agency: slug })}>
            <Bidi>{agency}</Bidi>
          </a>
        </li>
      ))}
    </ul>
  )
}

function roleName(view: View, role: string): string {
  const known = allRoles.find((one): one is Role => one === role)
  return known ? view.t(`agencies.role.${known}`) : role
}

function Sessions({
  view,
  sessions,
  currentSession,
}: {
  view: View
  sessions: readonly Session[]
  currentSession: string | undefined
}) {
  const { t, language } = view
  return (
    <>
      <h2>{t('people.sessions.title')}</h2>
      <p>{t('people.sessions.text')}</p>
      <Table
        view={view}
        caption={t('people.sessions.title')}
        captionHidden
        columns={[
          { label: t('people.sessions.device') },
          { label: t('people.sessions.method') },
          { label: t('people.sessions.last') },
          { label: t('people.sessions.act'), quiet: true },
        ]}
        rows={sessions.map((session, index) => {
          const method = methods.find((known) => known === session.method)
          const device = session.device || t('people.sessions.unknownDevice')
          return {
            cells: [
              session.device ? <Bidi>{device}</Bidi> : device,
              method ? t(`people.sessions.methods.${method}`) : session.method,
              <DateTime view={view} at={session.lastSeenAt} />,
              session.id === currentSession ? (
                t('people.sessions.here')
              ) : (
                <Form
                  view={view}
                  action={paths.accountSessionEnd.to({ language, session: session.id })}
                  label={`${t('people.sessions.endOf', { device })} (${numberInWords(view, index + 1)})`}
                >
                  <Button kind="quiet">{t('people.sessions.end')}</Button>
                </Form>
              ),
            ],
          }
        })}
      />
    </>
  )
}

function Passkeys({ view, passkeys }: { view: View; passkeys: readonly Passkey[] }) {
  const { t, language } = view
  return (
    <>
      <h2>{t('people.passkeys.title')}</h2>
      <p>{t('people.passkeys.text')}</p>
      {passkeys.length > 0 && (
        <Table
          view={view}
          caption={t('people.passkeys.title')}
          captionHidden
          columns={[
            { label: t('people.passkeys.name') },
            { label: t('people.passkeys.added') },
            { label: t('people.passkeys.last') },
            { label: t('people.sessions.act'), quiet: true },
          ]}
          rows={passkeys.map((passkey) => ({
            cells: [
              <Bidi>{passkey.name}</Bidi>,
              <DateTime view={view} at={passkey.createdAt} style="short" />,
              passkey.lastUsedAt ? (
                <DateTime view={view} at={passkey.lastUsedAt} />
              ) : (
                t('people.passkeys.never')
              ),
              <Form
                view={view}
                action={paths.accountPasskeyRemove.to({ language, passkey: passkey.id })}
                label={t('people.passkeys.removeOf', { name: passkey.name })}
              >
                <Button kind="quiet">{t('people.passkeys.remove')}</Button>
              </Form>,
            ],
          }))}
        />
      )}
      <section
        data-passkey="register"
        data-options={paths.accountPasskeyOptions.to({ language })}
        data-problem={t('people.passkeys.problem')}
        hidden
      >
        <Form view={view} action={paths.accountPasskeys.to({ language })} label={t('people.passkeys.add')}>
          <HiddenField name="challenge" value="" />
          <HiddenField name="response" value="" />
          <TextField
            view={view}
            name="passkeyName"
            label={t('people.passkeys.nameField')}
            hint={t('people.passkeys.nameHint')}
            size="medium"
            autocomplete="off"
          />
          <Buttons>
            <Button kind="quiet">{t('people.passkeys.add')}</Button>
          </Buttons>
        </Form>
        <p role="alert" data-passkey-problem></p>
      </section>
      <noscript>
        <Hint>{t('people.passkeys.needsScript')}</Hint>
      </noscript>
    </>
  )
}
