import {
  Bidi,
  ButtonLink,
  Buttons,
  DescriptionList,
  Notice,
  PageHead,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { agencyFrame } from '../agencies/agency-frame.ts'
import type { Seat } from '../agencies/permission.ts'

/** A secret that is shown this once. */
export function SecretPage({
  view,
  agency,
  seat,
  kind,
  name,
  secret,
  onHref,
}: {
  view: View
  agency: Agency
  seat: Seat | undefined
  kind: 'token' | 'webhook'
  name: string
  secret: string
  onHref: string
}) {
  const { t } = view
  const title = t(`integrations.secret.${kind}.title`)
  return (
    <WorkLayout view={view} title={title} {...agencyFrame(view, agency, seat, 'integrations')} unlisted>
      <PageHead title={title} lead={t(`integrations.secret.${kind}.lead`)} />
      <Notice view={view} kind="warning" title={t('integrations.secret.once')}>
        <p>{t('integrations.secret.onceText')}</p>
      </Notice>
      <DescriptionList
        items={[
          { term: t(`integrations.secret.${kind}.name`), value: <Bidi>{name}</Bidi> },
          {
            term: t(`integrations.secret.${kind}.secret`),
            value: <code dir="ltr">{secret}</code>,
          },
        ]}
      />
      <p>{t(`integrations.secret.${kind}.use`)}</p>
      <Buttons>
        <ButtonLink href={onHref}>{t('integrations.secret.done')}</ButtonLink>
      </Buttons>
    </WorkLayout>
  )
}
