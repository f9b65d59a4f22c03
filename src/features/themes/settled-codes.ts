/** What one coder gave a comment. */
export type CodersCodes = { coderId: string; codeIds: readonly string[] }

/** What was settled about a code on which coders differed. */
export type Settlement = { codeId: string; applies: boolean }

export type SettledCodes = {
  /** The codes that stand. */
  settled: string[]
  /** Given by some readers but not by all, and not settled yet. */
  open: string[]
}

/**
 * The codes that stand on one comment: those which everyone who read it gave, and those which were settled in favour. A comment
 * read by one coder carries that coder's codes. A settlement outweighs the readings, also when they agree: it came last.
 */
export function settledCodes(
  readings: readonly CodersCodes[],
  settlements: readonly Settlement[],
): SettledCodes {
  const decided = new Map(settlements.map((settlement) => [settlement.codeId, settlement.applies]))
  const given = new Map<string, number>()
  for (const reading of readings)
    for (const codeId of new Set(reading.codeIds)) given.set(codeId, (given.get(codeId) ?? 0) + 1)
  const settled: string[] = []
  const open: string[] = []
  if (readings.length === 0) return { settled, open }
  for (const codeId of new Set([...given.keys(), ...decided.keys()])) {
    const applies = decided.get(codeId)
    if (applies ?? given.get(codeId) === readings.length) settled.push(codeId)
    else if (applies === undefined) open.push(codeId)
  }
  return { settled: settled.sort(), open: open.sort() }
}
