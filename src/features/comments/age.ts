export const ages = ['adult', '13-17', 'under-13'] as const
export type Age = (typeof ages)[number]

export function isAge(text: string): text is Age {
  return ages.some((age) => age === text)
}

export const ageProblems = ['under13Text', 'under13Contact', 'consentMissing'] as const
export type AgeProblem = (typeof ageProblems)[number]

/**
 * What stands between a young person and sending a comment; empty when nothing does. Under 13 we take choices only: no words
 * of their own, no way to reach them, no account (Children's Online Privacy Protection Act). From 13 to 17 a guardian agrees.
 */
export function ageProblemsOf(comment: {
  age: Age
  guardianConsent: boolean
  hasFreeText: boolean
  hasContact: boolean
}): AgeProblem[] {
  switch (comment.age) {
    case 'adult':
      return []
    case '13-17':
      return comment.guardianConsent ? [] : ['consentMissing']
    case 'under-13': {
      const problems: AgeProblem[] = []
      if (comment.hasFreeText) problems.push('under13Text')
      if (comment.hasContact) problems.push('under13Contact')
      return problems
    }
  }
}
