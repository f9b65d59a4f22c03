import { paths } from '../../paths.ts'
import type { ChainFault } from '../../platform/audit/audit.store.ts'
import {
  Bidi,
  Button,
  Buttons,
  DateTime,
  EmptyState,
  Form,
  Notice,
  PageHead,
  Pagination,
  Table,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { agencyFrame } from '../agencies/agency-frame.ts'
import type { Seat } from '../agencies/permission.ts'
import { actKey } from './acts.ts'

export type AuditLine = {
  key: string
  at: Date
  /** Undefined for the program itself, or the public. */
  actor: string | undefined
  act: string
  details: readonly string[]
}

export type Verified = { lines: number; chains: number; faults: readonly ChainFault[] }

/** What was done in an agency, by whom and when, newest first. */
export function AuditPage(props: {
  view: View
  agency: Agency
  seat: Seat | undefined
  lines: readonly AuditLine[]
  older: string | undefined
  verified?: Verified
}) {
  const { view, agency, verified } = props
  const { t, language } = view
  const at = { language, agency: agency.slug }
  return (
    <WorkLayout
      view={view}
      title={t('people.audit.title')}
      {...agencyFrame(view, agency, props.seat, 'audit')}
      unlisted
    >
      <PageHead title={t('people.audit.title')} lead={t('people.audit.lead')} />
      {verified && <VerifiedNotice view={view} verified={verified} />}
      <Form view={view} action={paths.workAudit.to(at)} label={t('people.audit.verify')}>
        <Buttons>
          <Button kind="quiet">{t('people.audit.verify')}</Button>
        </Buttons>
      </Form>
      {props.lines.length === 0 ? (
        <EmptyState title={t('people.audit.none')} why={t('people.audit.noneWhy')} />
      ) : (
        <Table
          view={view}
          caption={t('people.audit.title')}
          captionHidden
          columns={[
            { label: t('people.audit.when') },
            { label: t('people.audit.who') },
            { label: t('people.audit.what') },
          ]}
          rows={props.lines.map((line) => ({
            key: line.key,
            cells: [
              <DateTime view={view} at={line.at} />,
              line.actor === undefined ? (
                t('people.audit.nobody')
              ) : line.actor === '' ? (
                t('people.audit.erasedPerson')
              ) : (
                <Bidi>{line.actor}</Bidi>
              ),
              <>
                <ActWords view={view} act={line.act} />
                {line.details.length > 0 && (
                  <p class="hint" lang="en" dir="ltr">
                    {line.details.join(' · ')}
                  </p>
                )}
              </>,
            ],
          }))}
        />
      )}
      <Pagination view={view} next={props.older} />
    </WorkLayout>
  )
}

/** An act in the reader's language; one that has no words there yet stands as the program wrote it, in English. */
function ActWords({ view, act }: { view: View; act: string }) {
  const key = actKey(act)
  return key ? <>{view.t(key)}</> : <span lang="en">{act}</span>
}

function VerifiedNotice({ view, verified }: { view: View; verified: Verified }) {
  const { t } = view
  const { lines, faults } = verified
  if (faults.length === 0) {
    return (
      <Notice view={view} kind="success" title={t('people.audit.holds')} live>
        <p>{t('people.audit.holdsText', { count: lines })}</p>
      </Notice>
    )
  }
  return (
    <Notice view={view} kind="error" title={t('people.audit.broken')} live>
      <p>{t('people.audit.brokenText')}</p>
      <ul>
        {faults.slice(0, 50).map((fault) => (
          <li>{t(`people.audit.fault.${fault.problem}`, { lane: fault.lane, position: fault.position })}</li>
        ))}
      </ul>
    </Notice>
  )
}
