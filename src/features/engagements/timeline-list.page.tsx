import { Timeline, type View } from '../../ui/components.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import { entryState, type TimelineEntry } from './timeline.ts'
import { whenInWords } from './timeline-words.ts'
import { langOf, Told } from './told.page.tsx'

/** Entries of the timeline as the public sees them; cancelled ones stay, marked. */
export function TimelineList({
  view,
  entries,
  today,
  level = 3,
  brief = false,
}: {
  view: View
  entries: readonly TimelineEntry[]
  today: string
  level?: 2 | 3
  /** Without the details. */
  brief?: boolean
}) {
  return (
    <Timeline
      view={view}
      level={level}
      entries={entries.map((entry) => {
        const title = inLanguage(entry.title, view.language)
        const cancelled = entry.cancelledAt !== null
        return {
          id: `entry-${entry.id}`,
          title: title.text,
          lang: langOf(view, title.language),
          state: entryState(entry, today, view.now),
          when: <time datetime={entry.startsAt?.toISOString() ?? entry.day}>{whenInWords(view, entry)}</time>,
          participation: entry.takesPart && !cancelled,
          children: (
            <>
              {cancelled && (
                <p>
                  <strong>{view.t('engagements.timeline.cancelled')}</strong>
                </p>
              )}
              {entry.place && (
                <p>
                  {view.t('engagements.timeline.place')}: <bdi>{entry.place}</bdi>
                </p>
              )}
              {!brief && <Told view={view} text={entry.detail} />}
            </>
          ),
        }
      })}
    />
  )
}
