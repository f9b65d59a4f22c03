import { cohensKappa } from './cohens-kappa.ts'
import { krippendorffsAlpha } from './krippendorffs-alpha.ts'
import { type Unit, countPairable } from './ratings.ts'

/** The codes each coder, in a fixed order, gave one unit; null where a coder has not coded it, [] for "none fits". */
export type CodedUnit = readonly (readonly string[] | null)[]

export type CodeAgreement = {
  code: string
  /** Only for two coders. */
  kappa: number | null
  alpha: number | null
  /** How many codings stand beside another coder's coding of the same unit. */
  pairable: number
}

/**
 * Agreement on each code by itself, as given or not given, since one unit may carry several codes.
 * See cohensKappa and krippendorffsAlpha (nominal) for range and for when it cannot be said.
 */
export function codeAgreement(units: readonly CodedUnit[], codes: readonly string[]): CodeAgreement[] {
  return codes.map((code) => {
    const marks = units.map((unit) =>
      unit.map((given) => (given === null ? null : Number(given.includes(code)))),
    )
    return {
      code,
      kappa: kappaOfTwo(marks),
      alpha: krippendorffsAlpha(marks, 'nominal'),
      pairable: countPairable(marks),
    }
  })
}

/** Cohen's kappa when every unit has a place for exactly two coders, otherwise null. */
export function kappaOfTwo(units: readonly Unit[]): number | null {
  if (units.some((unit) => unit.length !== 2)) return null
  return cohensKappa(units.map(([first = null, second = null]) => [first, second] as const))
}
