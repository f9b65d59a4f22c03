import { paths } from '../../paths.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  DateTime,
  ErrorSummary,
  type Fault,
  Form,
  Hint,
  Notice,
  PageHead,
  Select,
  Table,
  TextField,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { agencyFrame } from '../agencies/agency-frame.ts'
import { roles, type Seat } from '../agencies/permission.ts'
import type { Member } from './member.store.ts'

export const memberNews = ['given', 'held-already', 'ended'] as const
export type MemberNews = (typeof memberNews)[number]

/** Who works in an agency, in which roles. Changing roles asks for a sign-in of the last fifteen minutes. */
export function MembersPage(props: {
  view: View
  agency: Agency
  seat: Seat | undefined
  members: readonly Member[]
  typed: { name: string; address: string; role: string }
  faults?: readonly Fault[]
  news?: MemberNews
  /** The role that could not be ended, because nobody else could give roles any more. */
  lastAdministrator?: boolean
  /** Where to confirm the sign-in; undefined when that is not needed. */
  confirmHref: string | undefined
}) {
  const { view, agency, faults, typed, confirmHref } = props
  const { t, language } = view
  const title = t('people.members.title')
  const at = { language, agency: agency.slug }
  return (
    <WorkLayout
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
      {...agencyFrame(view, agency, props.seat, 'members')}
      unlisted
    >
      <PageHead title={title} lead={t('people.members.lead', { agency: agency.name })} />
      <ErrorSummary view={view} faults={faults} />
      {props.news && (
        <Notice view={view} kind={props.news === 'held-already' ? 'info' : 'success'} live>
          <p>{t(`people.members.news.${props.news}`)}</p>
        </Notice>
      )}
      {props.lastAdministrator && (
        <Notice view={view} kind="error" title={t('people.members.lastTitle')} live>
          <p>{t('people.members.last')}</p>
        </Notice>
      )}
      <Table
        view={view}
        caption={t('people.members.table', { agency: agency.name })}
        columns={[
          { label: t('people.members.name') },
          { label: t('people.members.address') },
          { label: t('people.members.role') },
          { label: t('people.members.since') },
          ...(confirmHref ? [] : [{ label: t('people.sessions.act'), quiet: true }]),
        ]}
        rows={props.members.map((member) => ({
          cells: [
            <Bidi>{member.name}</Bidi>,
            <Bidi>{member.address}</Bidi>,
            t(`agencies.role.${member.role}`),
            <DateTime view={view} at={member.startedAt} style="short" />,
            <Form
              view={view}
              action={paths.workMemberEnd.to({ ...at, membership: member.membershipId })}
              label={t('people.members.endOf', {
                role: t(`agencies.role.${member.role}`),
                name: `${member.name} (${member.address})`,
              })}
            >
              <Button kind="quiet">{t('people.members.end')}</Button>
            </Form>,
          ],
        }))}
      />
      <h2>{t('people.members.add')}</h2>
      {confirmHref ? (
        <>
          <p>{t('people.members.confirmText')}</p>
          <Buttons>
            <ButtonLink href={confirmHref}>{t('people.members.confirm')}</ButtonLink>
          </Buttons>
        </>
      ) : (
        <>
          <Hint>{t('people.members.addHint')}</Hint>
          <Form view={view} action={paths.workMembers.to(at)} label={t('people.members.add')}>
            <TextField
              view={view}
              name="name"
              label={t('people.members.name')}
              value={typed.name}
              faults={faults}
              autocomplete="off"
              required
            />
            <TextField
              view={view}
              name="address"
              type="email"
              label={t('people.members.address')}
              value={typed.address}
              faults={faults}
              autocomplete="off"
              required
            />
            <Select
              view={view}
              name="role"
              label={t('people.members.role')}
              value={typed.role}
              options={roles.map((role) => ({
                value: role,
                label: `${t(`agencies.role.${role}`)}: ${t(`agencies.roleText.${role}`)}`,
              }))}
              faults={faults}
              required
            />
            <Buttons>
              <Button>{t('people.members.give')}</Button>
            </Buttons>
          </Form>
        </>
      )}
    </WorkLayout>
  )
}
