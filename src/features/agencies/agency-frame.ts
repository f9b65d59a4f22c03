import { paths } from '../../paths.ts'
import type { View } from '../../ui/view.ts'
import type { WorkLayoutProps, WorkLink } from '../../ui/work-layout.tsx'
import type { Agency } from './agency.ts'
import { may, type Permission, type Seat } from './permission.ts'

/** The pages of an agency's own people that belong to no single engagement. */
export type AgencyPlace =
  | 'work'
  | 'agency'
  | 'members'
  | 'outbox'
  | 'audit'
  | 'providers'
  | 'integrations'
  | 'retention'
  | 'smsSimulator'
  | 'export'

const places: readonly {
  place: AgencyPlace
  need: Permission
  path: { to(at: { language: View['language']; agency: string }): string }
}[] = [
  { place: 'work', need: 'see the work', path: paths.work },
  { place: 'agency', need: 'manage the agency', path: paths.workAgency },
  { place: 'members', need: 'manage the agency', path: paths.workMembers },
  { place: 'outbox', need: 'see the outbox', path: paths.workOutbox },
  { place: 'smsSimulator', need: 'see the outbox', path: paths.workSmsSimulator },
  { place: 'audit', need: 'see the audit log', path: paths.workAudit },
  { place: 'providers', need: 'manage the agency', path: paths.workProviders },
  { place: 'integrations', need: 'manage integrations', path: paths.workIntegrations },
  { place: 'retention', need: 'release records', path: paths.workRetention },
  { place: 'export', need: 'export data', path: paths.workExportAll },
]

/** The rail of an agency's work pages: where one is, and every other page that this seat may open. */
export function agencyFrame(
  view: View,
  agency: Agency,
  seat: Seat | undefined,
  here: AgencyPlace,
): Pick<WorkLayoutProps, 'within' | 'tools' | 'toolsLabel'> {
  const at = { language: view.language, agency: agency.slug }
  const tools: WorkLink[] = places
    .filter(({ need }) => may(seat, need))
    .map(({ place, path }) => ({
      label: view.t(`agencies.frame.${place}`),
      href: path.to(at),
      here: place === here,
    }))
  return {
    within: { title: agency.name, href: paths.work.to(at) },
    tools,
    toolsLabel: view.t('agencies.frame.label'),
  }
}
