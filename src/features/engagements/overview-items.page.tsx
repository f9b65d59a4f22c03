import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import { Bidi, Day, type DescriptionList, type View } from '../../ui/components.ts'
import { type Engagement, type EngagementText, engagementTexts, sourceLanguage } from './engagement.ts'
import { textField } from './form-fields.ts'
import { frameworks } from './frameworks.ts'
import { Told } from './told.page.tsx'

type Place = { language: View['language']; agency: string; engagement: string }
type Props = { view: View; engagement: Engagement; mayRun: boolean }

type Item = Parameters<typeof DescriptionList>[0]['items'][number]

function editLink(
  { view, engagement, mayRun }: Props,
  place: Place,
  field: EngagementText | string,
): Item['act'] {
  if (!mayRun) return undefined
  const isText = engagementTexts.some((text) => text === field)
  const name = isText ? textField(field, sourceLanguage(engagement)) : field
  return {
    label: view.t('engagements.overview.edit'),
    href: `${paths.workEngagementEdit.to(place)}#field-${name}`,
  }
}

/** The texts of an engagement as they are set, each with the way to its field. */
export function textItems(props: Props, place: Place): Item[] {
  const { view, engagement } = props
  return engagementTexts
    .filter((field) => field !== 'title')
    .map((field) => ({
      term: view.t(`engagements.edit.label.${field}`),
      value:
        inLanguage(engagement[field], view.language).text === '' ? (
          <span class="unset">{view.t('engagements.overview.unset')}</span>
        ) : (
          <Told view={view} text={engagement[field]} />
        ),
      act: editLink(props, place, field),
    }))
}

/** Everything else that is set. */
export function settingItems(props: Props, place: Place): Item[] {
  const { view, engagement } = props
  const { t } = view
  const unset = <span class="unset">{t('engagements.overview.unset')}</span>
  const day = (value: string | null) => (value === null ? unset : <Day view={view} day={value} />)
  const followed = frameworks.filter((framework) => engagement.frameworks.includes(framework.id))
  return [
    {
      term: t('engagements.edit.label.contactName'),
      value: engagement.contactName ? (
        <>
          <Bidi>{engagement.contactName}</Bidi>{' '}
          {engagement.contactAddress && <Bidi>· {engagement.contactAddress}</Bidi>}{' '}
          {engagement.contactPhone && <bdi>· {engagement.contactPhone}</bdi>}
        </>
      ) : (
        unset
      ),
      act: editLink(props, place, 'contactName'),
    },
    {
      term: t('engagements.edit.label.opensOn'),
      value: day(engagement.opensOn),
      act: editLink(props, place, 'opensOn'),
    },
    {
      term: t('engagements.edit.label.closesOn'),
      value: day(engagement.closesOn),
      act: editLink(props, place, 'closesOn'),
    },
    {
      term: t('engagements.edit.label.responseDays'),
      value: t('engagements.overview.responseDays', { days: engagement.responseDays }),
      act: editLink(props, place, 'responseDays'),
    },
    {
      term: t('engagements.edit.label.moderation'),
      value: t(`engagements.edit.moderation.${engagement.moderation}`),
      act: editLink(props, place, 'moderation'),
    },
    {
      term: t('engagements.edit.label.asksStudents'),
      value: t(engagement.asksStudents ? 'engagements.overview.yes' : 'engagements.overview.no'),
      act: editLink(props, place, 'asksStudents'),
    },
    {
      term: t('engagements.edit.label.frameworks'),
      value:
        followed.length === 0 ? (
          t('engagements.overview.noFramework')
        ) : (
          <Frameworks view={view} ids={followed.map(({ id }) => id)} />
        ),
      act: editLink(props, place, 'frameworks'),
    },
  ]
}

function Frameworks({ view, ids }: { view: View; ids: readonly string[] }) {
  return (
    <ul>
      {frameworks
        .filter((framework) => ids.includes(framework.id))
        .map((framework) => (
          <li>
            <span lang="en">{framework.name}</span>
            <br />
            <small>{view.t(`engagements.frameworks.${framework.key}`)}</small>
          </li>
        ))}
    </ul>
  )
}
