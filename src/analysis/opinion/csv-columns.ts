/** Something in a file that cannot be understood. Data rows count from 1, the one after the header. */
export interface CsvFault {
  row?: number
  message: string
}

/**
 * Where each wanted column is, going by the names it may have, whatever their case and whether words are joined by hyphens,
 * underscores or spaces. Of several names that are there, the one named first counts.
 */
export function findColumns<Name extends string>(
  header: readonly string[],
  names: Record<Name, readonly string[]>,
): { outcome: 'found'; columns: Record<Name, number> } | { outcome: 'faulty'; faults: string[] } {
  const plain = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-'),
  )
  const faults: string[] = []
  const columns = {} as Record<Name, number> // filled below, or not given back
  for (const name of Object.keys(names) as Name[]) {
    const known = names[name].find((candidate) => plain.includes(candidate))
    if (known === undefined) faults.push(`the header has no column "${names[name][0]}"`)
    else if (plain.indexOf(known) !== plain.lastIndexOf(known)) faults.push(`the header has "${known}" twice`)
    else columns[name] = plain.indexOf(known)
  }
  return faults.length > 0 ? { outcome: 'faulty', faults } : { outcome: 'found', columns }
}

const separators = [',', ';', '\t'].map((separator) => separator.charCodeAt(0))

/** The byte that separates the columns: whichever of comma, semicolon and tab is in the first line most often. */
export function guessSeparator(text: Uint8Array): number {
  let end = text.findIndex((byte) => byte === 10 || byte === 13)
  if (end < 0) end = text.length
  const counts = separators.map(
    (separator) => text.subarray(0, end).filter((byte) => byte === separator).length,
  )
  return separators[counts.indexOf(Math.max(...counts))]!
}
