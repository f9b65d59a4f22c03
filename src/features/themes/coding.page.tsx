import { paths } from '../../paths.ts'
import {
  Bidi,
  ButtonLink,
  Buttons,
  Count,
  EmptyState,
  Heading,
  Notice,
  PageHead,
  Progress,
  Table,
  WorkLayout,
} from '../../ui/components.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { CoderProgress, CodingProgress, Round } from './reading.store.ts'
import { workPlace, type WorkPageProps } from '../comments/work-place.ts'

type CodingProps = WorkPageProps & {
  hasCodes: boolean
  progress: CodingProgress
  coders: readonly (CoderProgress & { name: string })[]
  /** The next comment of each round for the reader of the page, and how many there are. */
  next: Partial<Record<Round, string>>
  waiting: Record<Round, number>
  mayCompare: boolean
}

/** How far the reading of comments is, and where to go on. Nobody sees here what another coder gave. */
export function CodingPage(props: CodingProps) {
  const { view, agency, engagement, hasCodes, progress, coders, next, waiting, mayCompare } = props
  const { t } = view
  const place = workPlace(props.view, props.agency, props.engagement)
  const start = (round: Round) =>
    next[round] ? paths.workCodingComment.to({ ...place, comment: next[round] }, { round }) : undefined
  return (
    <WorkLayout
      view={view}
      title={t('themes.coding.title')}
      {...workFrame(view, agency, engagement, 'coding')}
    >
      <PageHead title={t('themes.coding.title')} lead={t('themes.coding.lead')} />
      {!hasCodes ? (
        <EmptyState
          title={t('themes.coding.noCodes')}
          why={t('themes.coding.noCodesWhy')}
          act={{ label: t('themes.codebook.title'), href: paths.workCodebook.to(place) }}
        />
      ) : progress.comments === 0 ? (
        <EmptyState title={t('themes.coding.noComments')} why={t('themes.coding.noCommentsWhy')} />
      ) : (
        <>
          <Progress
            view={view}
            done={progress.once + progress.twice}
            total={progress.comments}
            label={t('themes.coding.progress')}
          />
          <p>{t('themes.coding.twice', { count: progress.twice })}</p>
          {waiting.changed > 0 && (
            <Notice view={view} kind="warning" title={t('themes.coding.changed', { count: waiting.changed })}>
              {start('changed') && (
                <p>
                  <a href={start('changed')}>{t('themes.coding.readChanged')}</a>
                </p>
              )}
            </Notice>
          )}
          <Heading level={2}>{t('themes.coding.goOn')}</Heading>
          <Buttons>
            {start('first') && (
              <ButtonLink href={start('first')!}>
                {t('themes.coding.first', { count: waiting.first })}
              </ButtonLink>
            )}
            {start('second') && (
              <ButtonLink kind={start('first') ? 'quiet' : 'primary'} href={start('second')!}>
                {t('themes.coding.second', { count: waiting.second })}
              </ButtonLink>
            )}
          </Buttons>
          {!start('first') && !start('second') && <p>{t('themes.coding.allRead')}</p>}
          <p class="hint">{t('themes.coding.blind')}</p>
          <Table
            view={view}
            caption={t('themes.coding.coders')}
            columns={[
              { label: t('themes.coding.coder') },
              { label: t('themes.coding.read'), numeric: true },
              { label: t('themes.coding.given'), numeric: true },
            ]}
            rows={coders.map((coder) => ({
              cells: [
                <Bidi>{coder.name}</Bidi>,
                <Count view={view} value={coder.read} />,
                <Count view={view} value={coder.codes} />,
              ],
            }))}
            empty={t('themes.coding.nobody')}
          />
        </>
      )}
      <Heading level={2}>{t('themes.coding.more')}</Heading>
      <ul>
        <li>
          <a href={paths.workCodebook.to(place)}>{t('themes.codebook.title')}</a>
        </li>
        {mayCompare && (
          <li>
            <a href={paths.workAgreement.to(place)}>{t('themes.agreement.title')}</a>
          </li>
        )}
      </ul>
    </WorkLayout>
  )
}
