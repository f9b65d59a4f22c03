import { paths } from '../../paths.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  ErrorSummary,
  type Fault,
  Form,
  HiddenField,
  Hint,
  Layout,
  Notice,
  PageHead,
  TextField,
  type View,
} from '../../ui/components.ts'
import { codeRules } from './sign-in.ts'

export type OfferedProvider = { id: string; name: string; agencyName: string | undefined }
/** Why a sign-in through another account did not end well. */
export type ProviderProblem = 'failed' | 'unknown' | 'unverified' | 'outside' | 'reach' | 'expired'

/** Where someone says who they are: an address for a code, a passkey, or the account they already have at work. */
export function SignInPage(props: {
  view: View
  next: string
  address: string
  faults?: readonly Fault[]
  /** Someone is signed in and is asked to confirm that it is still them. */
  confirming: boolean
  providers: readonly OfferedProvider[]
  providerProblem?: ProviderProblem
  passkeyProblem?: boolean
  /** False when this installation cannot send mail. */
  mails: boolean
}) {
  const { view, next, faults, confirming } = props
  const { t, language } = view
  const title = confirming ? t('people.signIn.confirmTitle') : t('people.signIn.title')
  return (
    <Layout view={view} title={title} faulty={Boolean(faults?.length)} scripts={['passkey.js']} unlisted>
      <PageHead title={title} lead={confirming ? t('people.signIn.confirmLead') : t('people.signIn.lead')} />
      <ErrorSummary view={view} faults={faults} />
      {props.providerProblem && (
        <Notice view={view} kind="error" title={t('people.signIn.providerProblem.title')} live>
          <p>{t(`people.signIn.providerProblem.${props.providerProblem}`)}</p>
        </Notice>
      )}
      {props.passkeyProblem && (
        <Notice view={view} kind="error" title={t('people.passkeys.problemTitle')} live>
          <p>{t('people.passkeys.problem')}</p>
        </Notice>
      )}
      {!props.mails && <NoMail view={view} />}
      <Form view={view} action={paths.signIn.to({ language })}>
        <HiddenField name="next" value={next} />
        {confirming && <HiddenField name="confirm" value="yes" />}
        <TextField
          view={view}
          name="address"
          label={t('people.signIn.address')}
          hint={t('people.signIn.addressHint', { minutes: codeRules.minutes })}
          value={props.address}
          faults={faults}
          type="email"
          autocomplete="email"
          required
        />
        <Buttons>
          <Button>{t('people.signIn.send')}</Button>
        </Buttons>
      </Form>
      <PasskeySignIn view={view} next={next} />
      {props.providers.length > 0 && (
        <section>
          <h2>{t('people.signIn.providers')}</h2>
          <Buttons>
            {props.providers.map(({ id, name, agencyName }) => (
              <ButtonLink kind="quiet" href={paths.signInProvider.to({ language, provider: id }, { next })}>
                {agencyName
                  ? t('people.signIn.withAt', { provider: name, agency: agencyName })
                  : t('people.signIn.with', { provider: name })}
              </ButtonLink>
            ))}
          </Buttons>
        </section>
      )}
    </Layout>
  )
}

/** Shown by the script when the browser knows passkeys; without script it stays hidden, and the code is the way. */
function PasskeySignIn({ view, next }: { view: View; next: string }) {
  const { t, language } = view
  return (
    <section
      data-passkey="sign-in"
      data-options={paths.signInPasskeyOptions.to({ language })}
      data-problem={t('people.passkeys.problem')}
      hidden
    >
      <h2>{t('people.passkeys.signInTitle')}</h2>
      <p>{t('people.passkeys.signInText')}</p>
      <Form
        view={view}
        action={paths.signInPasskey.to({ language })}
        label={t('people.passkeys.signInTitle')}
      >
        <HiddenField name="next" value={next} />
        <HiddenField name="challenge" value="" />
        <HiddenField name="response" value="" />
        <Buttons>
          <Button kind="quiet">{t('people.passkeys.signIn')}</Button>
        </Buttons>
      </Form>
      <p role="alert" data-passkey-problem></p>
    </section>
  )
}

/** Nobody is locked out before mail works. */
function NoMail({ view }: { view: View }) {
  return (
    <Notice view={view} kind="warning" title={view.t('people.noMail.title')}>
      <p>{view.t('people.noMail.text')}</p>
      <p>
        <code dir="ltr">bin/longtable person code {view.t('people.noMail.sampleAddress')}</code>
      </p>
    </Notice>
  )
}

/** Where the code from the mail is typed. The same page for every address, known to us or not. */
export function CodePage(props: {
  view: View
  requestId: string
  /** Undefined when this browser is not the one that asked. */
  address: string | undefined
  faults?: readonly Fault[]
  mails: boolean
  signInHref: string
}) {
  const { view, address, faults } = props
  const { t, language } = view
  return (
    <Layout view={view} title={t('people.code.title')} faulty={Boolean(faults?.length)} unlisted>
      <PageHead
        title={t('people.code.title')}
        lead={address && t('people.code.lead', { minutes: codeRules.minutes })}
      />
      <ErrorSummary view={view} faults={faults} />
      {address === undefined ? (
        <>
          <Notice view={view} kind="warning" title={t('people.code.otherBrowserTitle')}>
            <p>{t('people.code.otherBrowser')}</p>
          </Notice>
          <Buttons>
            <ButtonLink href={props.signInHref}>{t('people.code.askHere')}</ButtonLink>
          </Buttons>
        </>
      ) : (
        <>
          <p>
            {t('people.code.sentTo')} <Bidi>{address}</Bidi>
          </p>
          {!props.mails && <NoMail view={view} />}
          <Form view={view} action={paths.signInCode.to({ language, request: props.requestId })}>
            <TextField
              view={view}
              name="code"
              label={t('people.code.label')}
              hint={t('people.code.hint')}
              faults={faults}
              size="medium"
              autocomplete="one-time-code"
              literal
              required
            />
            <Buttons>
              <Button>{t('people.code.signIn')}</Button>
            </Buttons>
          </Form>
          <Hint>{t('people.code.notArrived')}</Hint>
          <p>
            <a href={props.signInHref}>{t('people.code.again')}</a>
          </p>
        </>
      )}
    </Layout>
  )
}

/** A code that can no longer be used: why, and the way to a new one. */
export function CodeOverPage({ view, signInHref }: { view: View; signInHref: string }) {
  const { t } = view
  return (
    <Layout view={view} title={t('people.code.overTitle')} unlisted>
      <PageHead title={t('people.code.overTitle')} lead={t('people.code.over')} />
      <Buttons>
        <ButtonLink href={signInHref}>{t('people.code.again')}</ButtonLink>
      </Buttons>
    </Layout>
  )
}

/** Too many attempts: when to try again. */
export function TooManyPage({ view, minutes, backHref }: { view: View; minutes: number; backHref: string }) {
  const { t } = view
  return (
    <Layout view={view} title={t('people.tooMany.title')} unlisted>
      <PageHead title={t('people.tooMany.title')} lead={t('people.tooMany.text', { minutes })} />
      <Buttons>
        <ButtonLink kind="quiet" href={backHref}>
          {t('people.tooMany.back')}
        </ButtonLink>
      </Buttons>
    </Layout>
  )
}
