import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import type { Step, View, WorkLayoutProps } from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from './engagement.ts'

/** The steps of an engagement's work, in the order in which they are done. */
export const workSteps = [
  'overview',
  'timeline',
  'questions',
  'comments',
  'coding',
  'themes',
  'conversations',
  'decisions',
] as const
export type WorkStep = (typeof workSteps)[number] | 'records'

/**
 * What frames every staff page of an engagement: its title, the steps as the spine, and the pages beside them.
 * The step that the reader is on is marked; what is done is said by each page, which knows.
 */
export function workFrame(
  view: View,
  agency: Agency,
  engagement: Engagement,
  here: WorkStep,
): Required<Pick<WorkLayoutProps, 'within' | 'tools'>> & { steps: Step[] } {
  const place = { language: view.language, agency: agency.slug, engagement: engagement.slug }
  const title = inLanguage(engagement.title, view.language)
  const addresses: Record<WorkStep, string> = {
    overview: paths.workEngagement.to(place),
    timeline: paths.workTimeline.to(place),
    questions: paths.workQuestions.to(place),
    comments: paths.workComments.to(place),
    coding: paths.workCoding.to(place),
    themes: paths.workThemes.to(place),
    conversations: paths.workConversations.to(place),
    decisions: paths.workDecisions.to(place),
    records: paths.workRecords.to(place),
  }
  return {
    within: { title: title.text, href: addresses.overview, lang: title.language },
    steps: workSteps.map((step) => ({
      label: view.t(`engagements.steps.${step}`),
      href: addresses[step],
      state: step === here ? 'now' : 'open',
    })),
    tools: [
      { label: view.t('engagements.steps.publicPage'), href: paths.hub.to(place) },
      { label: view.t('engagements.steps.records'), href: addresses.records, here: here === 'records' },
    ],
  }
}
