import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Buttons,
  ErrorSummary,
  type Fault,
  Form,
  HiddenField,
  Layout,
  Notice,
  PageHead,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from './engagement.ts'
import { FollowForm } from './follow-invitation.page.tsx'
import { langOf } from './told.page.tsx'

type Props = { view: View; agency: Agency; engagement: Engagement }

function placeOf({ view, agency, engagement }: Props) {
  return { language: view.language, agency: agency.slug, engagement: engagement.slug }
}

function Way({ here, ...props }: Props & { here: string }) {
  const title = inLanguage(props.engagement.title, props.view.language)
  const items = [
    { label: title.text, lang: langOf(props.view, title.language), href: paths.hub.to(placeOf(props)) },
    { label: here },
  ]
  return <Breadcrumbs view={props.view} items={items} />
}

function BackToHub(props: Props) {
  return (
    <Buttons>
      <ButtonLink kind="quiet" href={paths.hub.to(placeOf(props))}>
        {props.view.t('engagements.follow.back')}
      </ButtonLink>
    </Buttons>
  )
}

/** Leaving an address to hear of news. */
export function FollowPage({
  address,
  faults,
  ...props
}: Props & { address?: string; faults?: readonly Fault[] }) {
  const { view } = props
  const title = view.t('engagements.follow.title')
  return (
    <Layout view={view} title={title} faulty={Boolean(faults?.length)}>
      <Way {...props} here={title} />
      <PageHead title={title} lead={view.t('engagements.follow.lead')} />
      <ErrorSummary view={view} faults={faults} />
      <FollowForm view={view} place={placeOf(props)} address={address} faults={faults} />
      <p class="hint">{view.t('engagements.follow.privacy')}</p>
    </Layout>
  )
}

/** What happens next, the same whether or not the address follows already. */
export function FollowAskedPage({ mails, ...props }: Props & { mails: boolean }) {
  const { view } = props
  const { t } = view
  const title = t('engagements.follow.askedTitle')
  return (
    <Layout view={view} title={title} unlisted>
      <Way {...props} here={title} />
      <PageHead title={title} />
      <p>{t('engagements.follow.asked')}</p>
      <p>{t('engagements.follow.askedNext')}</p>
      {!mails && (
        <Notice view={view} kind="warning">
          <p>{t('engagements.follow.noMail')}</p>
        </Notice>
      )}
      <BackToHub {...props} />
    </Layout>
  )
}

/** The page behind the link of the first mail. Programs that look at links in mail confirm nothing: a person presses the button. */
export function FollowConfirmPage({ token, ...props }: Props & { token: string }) {
  const { view } = props
  const { t } = view
  const title = t('engagements.follow.confirmTitle')
  const name = inLanguage(props.engagement.title, view.language)
  return (
    <Layout view={view} title={title} unlisted>
      <PageHead title={title} />
      <p class="weighty" lang={langOf(view, name.language)} dir="auto">
        {name.text}
      </p>
      <p>{t('engagements.follow.confirmText')}</p>
      <Form view={view} action={paths.followConfirm.to(placeOf(props))}>
        <HiddenField name="token" value={token} />
        <Button>{t('engagements.follow.confirm')}</Button>
      </Form>
    </Layout>
  )
}

/** After the button: it counts, or the link is too old. */
export function FollowConfirmedPage({ outcome, ...props }: Props & { outcome: 'following' | 'over' }) {
  const { view } = props
  const { t } = view
  const title = t(`engagements.follow.${outcome}Title`)
  return (
    <Layout view={view} title={title} unlisted>
      <Way {...props} here={title} />
      <PageHead title={title} />
      <p>{t(`engagements.follow.${outcome}`)}</p>
      {outcome === 'over' && <FollowForm view={view} place={placeOf(props)} />}
      <BackToHub {...props} />
    </Layout>
  )
}

/** One click stops the mails. An address without a follower looks the same, so that nothing can be found out by trying. */
export function FollowStopPage({
  view,
  token,
  about,
}: {
  view: View
  token: string
  about: Engagement | undefined
}) {
  const { t } = view
  const title = t('engagements.follow.stopTitle')
  const name = about && inLanguage(about.title, view.language)
  return (
    <Layout view={view} title={title} unlisted>
      <PageHead title={title} />
      {name && (
        <p class="weighty" lang={langOf(view, name.language)} dir="auto">
          {name.text}
        </p>
      )}
      <p>{t('engagements.follow.stopText')}</p>
      <Form view={view} action={paths.followStop.to({ language: view.language, token })}>
        <Button>{t('engagements.follow.stop')}</Button>
      </Form>
    </Layout>
  )
}

export function FollowStoppedPage({ view, hubHref }: { view: View; hubHref: string | undefined }) {
  const { t } = view
  const title = t('engagements.follow.stoppedTitle')
  return (
    <Layout view={view} title={title} unlisted>
      <PageHead title={title} />
      <p>{t('engagements.follow.stopped')}</p>
      {hubHref && (
        <Buttons>
          <ButtonLink kind="quiet" href={hubHref}>
            {t('engagements.follow.back')}
          </ButtonLink>
        </Buttons>
      )}
    </Layout>
  )
}
