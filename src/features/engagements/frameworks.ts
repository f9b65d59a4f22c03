/**
 * The frameworks that an engagement may follow. Names are those of the sources; the one-line summaries are our own words and
 * stand in the catalogues under `engagements.frameworks`.
 */
export const frameworks = [
  {
    id: 'california-seven-steps',
    name: 'Engaging Equity Stakeholders: the California seven-step guide',
    source:
      'California Department of Education (2019), adapted from the Center on Great Teachers and Leaders at AIR',
    key: 'californiaSevenSteps',
  },
  {
    id: 'promising-practices',
    name: 'The five promising practices',
    source: 'Partners for Each and Every Child',
    key: 'promisingPractices',
  },
  {
    id: 'wisconsin-four-i',
    name: 'Inform, Inquire, Involve, Inspire',
    source: 'Wisconsin Department of Public Instruction',
    key: 'wisconsinFourI',
  },
  {
    id: 'essa-consultation',
    name: 'Every Student Succeeds Act: timely and meaningful consultation',
    source: 'Elementary and Secondary Education Act §§ 1111(a)(1)(A), 1112(a)(1)(A); 20 U.S.C. §§ 6311, 6312',
    key: 'essaConsultation',
  },
] as const

export type Framework = (typeof frameworks)[number]
export type FrameworkId = Framework['id']

export function isFramework(text: string): text is FrameworkId {
  return frameworks.some((framework) => framework.id === text)
}
