import { codeAgreement, type CodedUnit } from '../../analysis/agreement/code-agreement.ts'

/** Below this many comments read twice, a coefficient moves too much with each one to be leaned on. */
export const fewestForAgreement = 30

/** One comment as its coders read it, in no order. */
export type ReadComment = { commentId: string; coderId: string; codeIds: readonly string[] }

export type CodesAgreement = {
  codeId: string
  /** Only when exactly two coders are compared; null also when it cannot be said. */
  kappa: number | null
  alpha: number | null
  /** By how many coders' readings the code was given. */
  given: number
}

export type CodersAgreement = {
  coderIds: string[]
  /** Comments that two or more coders read. */
  readTwice: number
  codes: CodesAgreement[]
}

/** How well the coders agree on each code, over the comments that two or more of them read. */
export function codersAgreement(
  readings: readonly ReadComment[],
  codeIds: readonly string[],
): CodersAgreement {
  const byComment = Map.groupBy(readings, (reading) => reading.commentId)
  const twice = [...byComment.values()].filter((group) => group.length > 1)
  const coderIds = [...new Set(twice.flat().map((reading) => reading.coderId))].sort()
  const place = new Map(coderIds.map((coderId, index) => [coderId, index]))
  const units: CodedUnit[] = twice.map((group) => {
    const unit: (readonly string[] | null)[] = coderIds.map(() => null)
    for (const reading of group) unit[place.get(reading.coderId)!] = reading.codeIds
    return unit
  })
  const given = new Map<string, number>()
  for (const { codeIds } of twice.flat())
    for (const codeId of codeIds) given.set(codeId, (given.get(codeId) ?? 0) + 1)
  const codes = codeAgreement(units, codeIds).map(({ code, kappa, alpha }) => ({
    codeId: code,
    kappa,
    alpha,
    given: given.get(code) ?? 0,
  }))
  return { coderIds, readTwice: twice.length, codes }
}

export type AgreementVerdict = 'cannot-say' | 'few' | 'low' | 'tentative' | 'good'

/** How to read a coefficient: 0.8 is the customary bar, 0.667 the lowest for tentative conclusions (Krippendorff). */
export function verdictOn(alpha: number | null, readTwice: number): AgreementVerdict {
  if (alpha === null) return 'cannot-say'
  if (readTwice < fewestForAgreement) return 'few'
  if (alpha >= 0.8) return 'good'
  return alpha >= 0.667 ? 'tentative' : 'low'
}
