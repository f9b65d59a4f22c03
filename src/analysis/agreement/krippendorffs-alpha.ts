import {
  type Difference,
  type Frequency,
  type Scale,
  intervalDifference,
  nominalDifference,
  ordinalDifference,
  ratioDifference,
} from './difference.ts'
import { type Rating, type Unit, pairable } from './ratings.ts'

/**
 * How reliable the coding is for any number of coders, with gaps: 1 − observed / expected disagreement.
 * Krippendorff (2011), Computing Krippendorff's Alpha-Reliability. 1 is perfect, 0 is chance, below 0 is
 * systematic disagreement; 0.8 is the customary bar, 0.667 the lowest for tentative conclusions.
 *
 * Null, "cannot be said", when no unit was coded twice (nobody, or one coder) and when all values that can be
 * compared are one and the same: without variation nothing shows that the coders can tell units apart.
 * Also null on scales that need numbers when a value is not a finite number, and on the ratio scale, which
 * has a true zero, when one is negative. Everyone equal with at least two values in use gives 1.
 */
export function krippendorffsAlpha(units: readonly Unit[], scale: Scale): number | null {
  if (scale === 'nominal') return alpha(units, frequenciesOf(units), nominalDifference())
  if (!areNumbers(units)) return null
  const frequencies = frequenciesOf(units).sort((a, b) => a.value - b.value)
  switch (scale) {
    case 'ordinal':
      return alpha(units, frequencies, ordinalDifference(frequencies))
    case 'interval':
      return alpha(units, frequencies, intervalDifference(frequencies))
    case 'ratio':
      if (frequencies.some(({ value }) => value < 0)) return null
      return alpha(units, frequencies, ratioDifference(frequencies))
  }
}

function alpha<T extends Rating>(
  units: readonly Unit<T>[],
  frequencies: readonly Frequency<T>[],
  difference: Difference,
): number | null {
  if (frequencies.length < 2) return null
  const places = new Map(frequencies.map(({ value }, place) => [value, place]))

  let observed = 0
  let values = 0
  for (const unit of units) {
    const given = pairable(unit).map((value) => places.get(value) as number) // every pairable value has a place
    let within = 0
    for (const [i, a] of given.entries()) for (const b of given.slice(i + 1)) within += difference(a, b)
    // A unit with many coders has many pairs; divided so, each value weighs the same.
    if (given.length > 0) observed += (2 * within) / (given.length - 1)
    values += given.length
  }

  let expected = 0
  for (const [a, { count }] of frequencies.entries()) {
    for (let b = a + 1; b < frequencies.length; b += 1) {
      expected += 2 * count * (frequencies[b] as Frequency<T>).count * difference(a, b)
    }
  }
  return 1 - ((values - 1) * observed) / expected
}

function frequenciesOf<T extends Rating>(units: readonly Unit<T>[]): Frequency<T>[] {
  const counts = new Map<T, number>()
  for (const unit of units)
    for (const value of pairable(unit)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Array.from(counts, ([value, count]) => ({ value, count }))
}

function areNumbers(units: readonly Unit[]): units is readonly Unit<number>[] {
  return units.every((unit) => unit.every((value) => value === null || Number.isFinite(value)))
}
