/**
 * What a survey may not ask students about without their parents' say, in our own words.
 * Source: Protection of Pupil Rights Amendment, 20 U.S.C. § 1232h(b); 34 CFR Part 98.
 */
export const protectedTopics = [
  'politics',
  'mentalHealth',
  'sexuality',
  'wrongdoing',
  'familyJudgment',
  'confidentialTies',
  'religion',
  'income',
] as const
export type ProtectedTopic = (typeof protectedTopics)[number]

type StudentCheck = {
  asksStudents: boolean
  protectedTopics: readonly string[]
  protectedTopicsCheckedAt: Date | null
}

/**
 * Whether students may be asked. `unchecked`: nobody has gone through the eight areas yet. `parents-first`: the questions
 * touch at least one of them, so a parent agrees before a student answers, whatever the student's age.
 */
export function studentsMayAnswer(
  engagement: StudentCheck,
): 'not-asked' | 'unchecked' | 'parents-first' | 'yes' {
  if (!engagement.asksStudents) return 'not-asked'
  if (engagement.protectedTopicsCheckedAt === null) return 'unchecked'
  return engagement.protectedTopics.length > 0 ? 'parents-first' : 'yes'
}
