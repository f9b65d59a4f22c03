import { isLanguage, languageNames } from '../../platform/i18n/language.ts'
import { inLanguage, type Written } from '../../platform/i18n/written.ts'
import { Details, Heading, numberInWords, Table, type View } from '../../ui/components.ts'
import type { DeclaredPart, DeclaredShare } from './declared-agreement.ts'
import { SafePeople } from './opinion-map.tsx'
import type { OpinionReport, ReportStatement } from './opinion-report.ts'
import { percent, percentDown, ShareInWords, StatementWords } from './vote-bars.tsx'

type Props = { view: View; report: OpinionReport }

function InTheirWords({ view, text }: { view: View; text: Written }) {
  const found = inLanguage(text, view.language)
  return (
    <span lang={found.language === view.language ? undefined : found.language} dir="auto">
      {found.text}
    </span>
  )
}

function promptOf(view: View, part: DeclaredPart): string {
  return part.prompt ? inLanguage(part.prompt, view.language).text : view.t('opinion-report.across.language')
}

function Option({ view, option }: { view: View; option: DeclaredPart['options'][number] }) {
  if (option.label) return <InTheirWords view={view} text={option.label} />
  return isLanguage(option.id) ? (
    <span lang={option.id}>{languageNames[option.id]}</span>
  ) : (
    <bdi>{option.id}</bdi>
  )
}

function ShareTold({ view, share }: { view: View; share: DeclaredShare }) {
  const { t } = view
  switch (share.kind) {
    case 'share':
      return <span class="number">{percent(view, share.share)}</span>
    case 'more':
      return <>{t('opinion-report.across.moreThan', { share: percentDown(view, share.than) })}</>
    case 'less':
      return (
        <>
          {t('opinion-report.across.lessThan', {
            share: percent(view, Math.ceil(share.than * 100 - 1e-9) / 100),
          })}
        </>
      )
    case 'withheld':
      return <span class="suppressed">{t('opinion-report.across.withheld')}</span>
  }
}

/** Whether more than half are on the side of the point; undefined when the share does not say. */
function holds(share: DeclaredShare, direction: 'agree' | 'disagree'): boolean | undefined {
  switch (share.kind) {
    case 'withheld':
      return undefined
    case 'share':
      return direction === 'agree' ? share.share > 0.5 : share.share < 0.5
    case 'more':
      return share.than >= 0.5 ? direction === 'agree' : undefined
    case 'less':
      return share.than <= 0.5 ? direction === 'disagree' : undefined
  }
}

/**
 * Of the points of common ground that were compared, how many hold among people with every answer that says so; a point
 * with fewer than two such answers does not count.
 */
export function sharedAcross(report: OpinionReport, part: DeclaredPart): { count: number; total: number } {
  const told = report.commonGround.flatMap(({ statementId, direction }) => {
    const row = part.statements.find((entry) => entry.statementId === statementId)
    const known = (row?.shares ?? [])
      .map((share) => holds(share, direction))
      .filter((one) => one !== undefined)
    return known.length >= 2 ? [known.every(Boolean)] : []
  })
  return { count: told.filter(Boolean).length, total: told.length }
}

/** Agreement between people who differ in what they said about themselves, beside the groups by opinion. */
export function AcrossDeclared({ view, report }: Props) {
  const { t } = view
  const parts = report.declared.filter(({ statements }) =>
    statements.some(({ shares }) => shares.filter((share) => share.kind !== 'withheld').length >= 2),
  )
  if (parts.length === 0) return null
  const byId = new Map(report.statements.map((statement) => [statement.id, statement]))
  return (
    <section>
      <Heading level={2} id="across">
        {t('opinion-report.across.title')}
      </Heading>
      <p>{t('opinion-report.across.intro')}</p>
      {parts.map((part) => (
        <section>
          <Heading level={3}>{promptOf(view, part)}</Heading>
          <p>{t('opinion-report.across.finding', sharedAcross(report, part))}</p>
          <Details summary={t('opinion-report.across.table', { question: promptOf(view, part) })}>
            <ul class="across">
              {part.statements.map(({ statementId, shares }) => (
                <li>
                  <StatementWords view={view} statement={byId.get(statementId)!} quiet />
                  <dl class="parts">
                    {part.options.map((option, i) => (
                      <div>
                        <dt>
                          <Option view={view} option={option} />
                        </dt>
                        <dd>
                          <ShareTold view={view} share={shares[i]!} />
                        </dd>
                      </div>
                    ))}
                  </dl>
                </li>
              ))}
            </ul>
          </Details>
        </section>
      ))}
      <Details summary={t('opinion-report.how')}>
        <p>{t('opinion-report.across.how', { minimum: report.minimum })}</p>
      </Details>
    </section>
  )
}

/** Who took part, as far as people said and as far as it may be told. */
export function WhoTookPart({ view, report }: Props) {
  const { t } = view
  return (
    <section>
      <Heading level={2} id="who">
        {t('opinion-report.who.title')}
      </Heading>
      {report.declared.length === 0 ? (
        <p>{t('opinion-report.who.none')}</p>
      ) : (
        <>
          <p>{t('opinion-report.who.intro')}</p>
          {report.declared.map((part) => (
            <Table
              view={view}
              caption={promptOf(view, part)}
              columns={[
                { label: t('opinion-report.who.answer') },
                { label: t('opinion-report.map.people'), numeric: true },
              ]}
              rows={[
                ...part.options.map((option) => ({
                  cells: [
                    <Option view={view} option={option} />,
                    <SafePeople view={view} cell={option.people} minimum={report.minimum} />,
                  ],
                })),
                ...(part.key === 'language'
                  ? []
                  : [
                      {
                        cells: [
                          t('opinion-report.who.unanswered'),
                          <SafePeople view={view} cell={part.unanswered} minimum={report.minimum} />,
                        ],
                      },
                    ]),
              ]}
            />
          ))}
          <p>{t('opinion-report.who.compare')}</p>
          <p class="hint">{t('opinion-report.who.how', { minimum: report.minimum })}</p>
        </>
      )}
    </section>
  )
}

/** Every statement with its votes, by group where there are groups. The file holds every figure. */
export function AllStatements({ view, report, csv }: Props & { csv?: string }) {
  const { t } = view
  const grouped = report.groups.length > 0
  return (
    <section>
      <Heading level={2} id="all">
        {t('opinion-report.all.title')}
      </Heading>
      <p>
        {t('opinion-report.all.intro')} {csv && <a href={csv}>{t('opinion-report.all.csv')}</a>}
      </p>
      <Table
        view={view}
        caption={t('opinion-report.all.title')}
        captionHidden
        columns={[
          { label: t('opinion-report.all.text') },
          { label: t('opinion-report.everyone') },
          ...(grouped ? [{ label: t('opinion-report.all.byGroup') }] : []),
        ]}
        rows={report.statements.map((statement) => ({
          key: `s${statement.number}`,
          cells: [
            <StatementCell view={view} statement={statement} />,
            <Everyone view={view} statement={statement} />,
            ...(grouped ? [<AgreeByGroup view={view} report={report} statement={statement} />] : []),
          ],
        }))}
      />
    </section>
  )
}

/** From this difference on the corrected share is worth a line of its own. */
const worthTelling = 0.02

function Everyone({ view, statement: { all, evenAgreement } }: { view: View; statement: ReportStatement }) {
  const differs =
    all !== null && evenAgreement !== null && Math.abs(evenAgreement - all.agree / all.seen) >= worthTelling
  return (
    <>
      <ShareInWords view={view} share={all} />
      {differs && (
        <small class="statement-origin">
          {view.t('opinion-report.all.even', { share: percent(view, evenAgreement) })}
        </small>
      )}
    </>
  )
}

function AgreeByGroup({ view, report, statement }: Props & { statement: ReportStatement }) {
  return (
    <ul class="by-group">
      {report.groups.map(({ letter }, g) => {
        const share = statement.groups[g]
        return (
          <li>
            <b>{letter}</b>{' '}
            {share ? (
              <span class="number">{percent(view, share.agree / share.seen)}</span>
            ) : (
              <span class="suppressed">{view.t('opinion-report.across.withheld')}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function StatementCell({ view, statement }: { view: View; statement: ReportStatement }) {
  const { text, language } = inLanguage(statement.words, view.language)
  return (
    <>
      <span class="number">{statement.number}.</span>{' '}
      <span lang={language === view.language ? undefined : language} dir="auto">
        {text}
      </span>
      {statement.origin && (
        <small class="statement-origin"> {view.t(`opinion-report.origin.${statement.origin}`)}</small>
      )}
    </>
  )
}

/** How sure the findings are and how they were made. */
export function Method({ view, report }: Props) {
  const { t } = view
  const { nullTest } = report
  return (
    <section>
      <Heading level={2} id="method">
        {t('opinion-report.method.title')}
      </Heading>
      <ul>
        {nullTest && (
          <li>
            {nullTest.significant > 0
              ? t('opinion-report.method.nullPassed', {
                  permutations: nullTest.permutations,
                  significant: nullTest.significant,
                  p: numberInWords(view, Math.min(...nullTest.p_values), { maximumSignificantDigits: 2 }),
                })
              : t('opinion-report.method.nullFailed', {
                  permutations: nullTest.permutations,
                  p: numberInWords(view, Math.min(...nullTest.p_values), { maximumSignificantDigits: 2 }),
                })}
          </li>
        )}
        {report.mode === 'compat' && <li>{t('opinion-report.method.compat')}</li>}
        {report.standing === 'several' && report.mode === 'best' && (
          <li>{t('opinion-report.method.firm')}</li>
        )}
        <li>{t('opinion-report.method.missing')}</li>
        {report.statements.some((statement) => statement.evenAgreement !== null) && (
          <li>{t('opinion-report.method.even')}</li>
        )}
        <li>{t('opinion-report.method.meta')}</li>
        <li>{t('opinion-report.method.moderation')}</li>
      </ul>
      <p class="hint">{t('opinion-report.method.sources')}</p>
    </section>
  )
}
