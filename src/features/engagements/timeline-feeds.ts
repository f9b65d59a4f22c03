import { paths } from '../../paths.ts'
import type { FeedLink, View } from '../../ui/components.ts'

/** The feeds of an engagement's timeline. */
export function timelineFeeds(
  view: View,
  place: { language: View['language']; agency: string; engagement: string },
): FeedLink[] {
  return [
    {
      href: paths.timelineAtom.to(place),
      title: view.t('engagements.timeline.atom'),
      type: 'application/atom+xml',
    },
    {
      href: paths.timelineCalendar.to(place),
      title: view.t('engagements.timeline.calendar'),
      type: 'text/calendar',
    },
  ]
}
