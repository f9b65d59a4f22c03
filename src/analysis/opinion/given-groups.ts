import { type CsvFault, findColumns } from './csv-columns.ts'
import { readTable } from './csv-table.ts'

export type GivenGroupsReading =
  { outcome: 'read'; groupOf: Map<string, string> } | { outcome: 'faulty'; faults: CsvFault[] }

/** Reads given groups: the columns `participant` and `group-id` of a table; people whose group is empty are in none. */
export function readGivenGroups(bytes: Uint8Array): GivenGroupsReading {
  const table = readTable(bytes)
  if (table.outcome === 'faulty') return table
  const found = findColumns(table.header, {
    participant: ['participant', 'participant-id', 'voter-id', 'pid', 'voter'],
    group: ['group-id', 'group'],
  })
  if (found.outcome === 'faulty') {
    return { outcome: 'faulty', faults: found.faults.map((message) => ({ message })) }
  }
  const groupOf = new Map<string, string>()
  const faults: CsvFault[] = []
  const seen = new Set<string>()
  for (const { row, cells } of table.rows) {
    const participant = cells[found.columns.participant]!.trim()
    const group = cells[found.columns.group]!.trim()
    if (participant === '') faults.push({ row, message: 'there is no participant id' })
    else if (seen.has(participant)) {
      faults.push({ row, message: `the participant ${JSON.stringify(participant)} is there twice` })
    } else if (group !== '') groupOf.set(participant, group)
    seen.add(participant)
  }
  return faults.length > 0 ? { outcome: 'faulty', faults } : { outcome: 'read', groupOf }
}
