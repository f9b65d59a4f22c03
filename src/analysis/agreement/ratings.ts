/** A category by name, or a value on a scale. */
export type Rating = string | number

/** What each coder, in a fixed order, said about one unit; null where a coder said nothing. */
export type Unit<T extends Rating = Rating> = readonly (T | null)[]

/** The values of a unit that can be compared with another coder's: none when fewer than two coders spoke. */
export function pairable<T extends Rating>(unit: Unit<T>): T[] {
  const given = unit.filter((rating) => rating !== null)
  return given.length >= 2 ? given : []
}

/** How many values stand beside at least one other value for the same unit (Krippendorff's n). */
export function countPairable(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => sum + pairable(unit).length, 0)
}
