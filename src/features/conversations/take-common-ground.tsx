import { paths } from '../../paths.ts'
import { inLanguage, type Written } from '../../platform/i18n/written.ts'
import { Heading, type View } from '../../ui/components.ts'
import type { WorkPlace } from '../comments/work-place.ts'
import { foreignLanguage, InWords } from '../themes/written-fields.tsx'
import type { OpinionReport } from './opinion-report.ts'

/** A statement of this conversation that is part of a theme already. */
export type TakenStatement = { statementId: string; themeId: string; title: Written }

/** The points of common ground with the way into a theme, so that what people share reaches a decision; for staff. */
export function TakeCommonGround({
  view,
  place,
  report,
  taken,
}: {
  view: View
  place: WorkPlace & { conversation: string }
  report: Pick<OpinionReport, 'commonGround' | 'statements'>
  taken: readonly TakenStatement[]
}) {
  const { t } = view
  if (report.commonGround.length === 0) return null
  return (
    <section>
      <Heading level={2} id="take">
        {t('opinion-thread.common.title')}
      </Heading>
      <p>{t('opinion-thread.common.text')}</p>
      <ul>
        {report.commonGround.map(({ statementId, direction }) => {
          const statement = report.statements.find((one) => one.id === statementId)
          if (!statement) return null
          const words = inLanguage(statement.words, view.language)
          const within = taken.filter((one) => one.statementId === statementId)
          return (
            <li>
              <span lang={foreignLanguage(view, words.language)} dir="auto">
                {words.text}
              </span>{' '}
              ({t(`opinion-thread.way.votes.${direction}`)}){' '}
              {within.map((one) => (
                <>
                  · {t('opinion-thread.common.in')}{' '}
                  <a href={paths.workTheme.to({ ...place, theme: one.themeId })}>
                    <InWords view={view} text={one.title} />
                  </a>{' '}
                </>
              ))}
              ·{' '}
              <a href={paths.workStatementTheme.to({ ...place, statement: statementId })}>
                {t(within.length > 0 ? 'opinion-thread.change' : 'opinion-thread.common.take')}
                <span class="visually-hidden">: {words.text}</span>
              </a>
            </li>
          )
        })}
      </ul>
      <p>
        <a href={paths.workStatements.to(place)}>{t('opinion-thread.common.others')}</a>
      </p>
    </section>
  )
}
