import type { SafeCell } from '../../analysis/disclosure/cell.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { Count, Heading, SuppressedCount, type View } from '../../ui/components.ts'
import type { AboutQuestion } from '../comments/about-question.ts'
import { channels, type Channel } from '../comments/comment.ts'
import { isStance } from './reading.ts'
import type { SafeParts, SafeThemeCounts } from './theme-counts.ts'

/** A number of people as far as it may be told. */
export function SafeNumber({ view, cell, minimum }: { view: View; cell: SafeCell; minimum: number }) {
  if (cell.shown) return <Count view={view} value={cell.value} />
  if (cell.reason === 'below-minimum') return <SuppressedCount view={view} minimum={minimum} />
  return <span class="suppressed">{view.t('themes.parts.protects')}</span>
}

function isChannel(text: string): text is Channel {
  return channels.some((channel) => channel === text)
}

type Props = {
  view: View
  counts: SafeThemeCounts
  aboutQuestions: readonly AboutQuestion[]
  minimum: number
  level?: 2 | 3
  /** Where the exact counts of each side stand beside it, for staff. */
  withoutStance?: boolean
}

/** Who is behind a theme: by stance, by channel, and by what people said about themselves; small numbers are never told. */
export function ThemeParts({ view, counts, aboutQuestions, minimum, level = 2, withoutStance }: Props) {
  const { t, language } = view
  const titleOf = (key: string): string | undefined => {
    if (key === 'stance') return t('themes.parts.stance')
    if (key === 'channel') return t('themes.parts.channel')
    const question = aboutQuestions.find((candidate) => candidate.id === key)
    return question && wordsIn(question.prompt, language)
  }
  const partOf = (key: string, part: string): string => {
    if (key === 'stance' && isStance(part)) return t(`themes.stance.${part}`)
    if (key === 'channel' && isChannel(part)) return t(`comments.channel.${part}`)
    const option = aboutQuestions
      .find((candidate) => candidate.id === key)
      ?.options.find((candidate) => candidate.id === part)
    return option ? wordsIn(option.label, language) : part
  }
  const shown = counts.breakdowns.filter(
    (breakdown): breakdown is SafeParts =>
      breakdown.parts.length > 0 &&
      titleOf(breakdown.key) !== undefined &&
      !(withoutStance && breakdown.key === 'stance'),
  )
  const hidden = shown.some(({ parts }) => parts.some(({ cell }) => !cell.shown))
  if (!counts.total.shown) return <p>{t('themes.parts.tooFew', { minimum })}</p>
  return (
    <>
      <Heading level={level}>{t('themes.parts.title')}</Heading>
      {shown.map(({ key, parts }) => (
        <section>
          <Heading level={level === 2 ? 3 : 4}>{titleOf(key)}</Heading>
          <dl class="parts">
            {parts.map(({ key: part, cell }) => (
              <div>
                <dt dir="auto">{partOf(key, part)}</dt>
                <dd>
                  <SafeNumber view={view} cell={cell} minimum={minimum} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p class="hint">
        {t('themes.parts.note')} {hidden && t('themes.parts.hidden', { minimum })}
      </p>
    </>
  )
}
