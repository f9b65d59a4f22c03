import { type Engagement, engagementTexts, isOverdue, missingToOpen } from './engagement.ts'
import type { TimelineEntry } from './timeline.ts'
import { translationWork } from './translations.ts'

/**
 * The one thing to do next in an engagement, as far as it can tell by itself: fill in what is missing, open it, close it
 * after its last day, bring translations up to date, say when people can take part, or read what came in.
 */
export type NextAct = 'complete' | 'open' | 'close' | 'translate' | 'plan' | 'read' | 'decide'

/** `coming` are its timeline entries from today on, cancelled ones left out. */
export function nextAct(engagement: Engagement, today: string, coming: readonly TimelineEntry[]): NextAct {
  if (engagement.status === 'draft') return missingToOpen(engagement).length > 0 ? 'complete' : 'open'
  if (engagement.status === 'closed') return 'decide'
  if (isOverdue(engagement, today)) return 'close'
  // A question was added since the check: students cannot answer until somebody has looked at it.
  if (missingToOpen(engagement).length > 0) return 'complete'
  if (staleTranslations(engagement) > 0) return 'translate'
  return coming.some((entry) => entry.takesPart) ? 'read' : 'plan'
}

/** Translations that no longer say what the source says, over all its languages. */
export function staleTranslations(engagement: Engagement): number {
  const texts = engagementTexts.map((field) => engagement[field])
  return engagement.languages.reduce((sum, language) => sum + translationWork(texts, language).stale, 0)
}
