import { paths } from '../../paths.ts'
import { ButtonLink, Buttons, Notice, PageHead, type View, WorkLayout } from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { agencyFrame } from '../agencies/agency-frame.ts'
import type { Seat } from '../agencies/permission.ts'

/** The right to leave: everything that the agency has here, in open formats. */
export function ExportAllPage({
  view,
  agency,
  seat,
  confirmHref,
  mayTake,
  tooMany,
}: {
  view: View
  agency: Agency
  seat: Seat | undefined
  /** Where to confirm the sign-in; undefined when that is not needed. */
  confirmHref: string | undefined
  /** Only administrators may: the archive holds how authors can be reached. */
  mayTake: boolean
  /** Minutes to wait, when it was asked for too often. */
  tooMany?: number
}) {
  const { t } = view
  const title = t('records.export.title')
  return (
    <WorkLayout view={view} title={title} {...agencyFrame(view, agency, seat, 'export')} unlisted>
      <PageHead title={title} lead={t('records.export.lead', { agency: agency.name })} />
      {tooMany !== undefined && (
        <Notice view={view} kind="warning" title={t('records.export.tooManyTitle')} live>
          <p>{t('records.export.tooMany', { minutes: tooMany })}</p>
        </Notice>
      )}
      <h2>{t('records.export.inside')}</h2>
      <ul>
        <li>{t('records.export.tables')}</li>
        <li>{t('records.export.dictionary')}</li>
        <li>{t('records.export.files')}</li>
        <li>{t('records.export.readme')}</li>
      </ul>
      <p>{t('records.export.without')}</p>
      <Notice view={view} kind="warning" title={t('records.export.carefulTitle')}>
        <p>{t('records.export.careful')}</p>
      </Notice>
      {!mayTake ? (
        <p>{t('records.export.askAdministrator')}</p>
      ) : confirmHref ? (
        <>
          <p>{t('records.export.confirmText')}</p>
          <Buttons>
            <ButtonLink href={confirmHref}>{t('records.export.confirm')}</ButtonLink>
          </Buttons>
        </>
      ) : (
        <Buttons>
          <ButtonLink href={paths.workExportAllZip.to({ language: view.language, agency: agency.slug })}>
            {t('records.export.take')}
          </ButtonLink>
        </Buttons>
      )}
    </WorkLayout>
  )
}
