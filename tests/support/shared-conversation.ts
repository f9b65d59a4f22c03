import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildVoteMatrix, type VoteMatrix } from '../../src/analysis/opinion/vote-matrix.ts'
import { projectRoot } from '../../src/platform/root.ts'

const folder = join(projectRoot, '../shared/data/opinion')

export const sharedConversations = [
  '15-per-hour-seattle',
  'scoop-hivemind.biodiversity',
  'vtaiwan.uberx',
] as const

/** Added to the title of a test that is skipped because the shared conversations are not here. */
export const conversationsAbsent = existsSync(folder) ? '' : ' (skipped: ../shared/data/opinion is not here)'

export interface SharedConversation {
  /** Every statement; rows in the order of first votes, the last vote by timestamp counts. */
  matrix: VoteMatrix
  votedAt: Float64Array
  /** Columns that are not moderated out. */
  live: number[]
}

/** A plain reading of a shared conversation, made apart from the program's own reader. */
export function readSharedConversation(name: (typeof sharedConversations)[number]): SharedConversation {
  const reference = JSON.parse(readFileSync(join(folder, name, 'reference.json'), 'utf8')) as {
    mod_out: (number | string)[]
  }
  const moderatedOut = new Set(reference.mod_out.map(String))
  const latest = new Map<string, { at: number; person: string; statement: string; value: number }>()
  for (const line of readFileSync(join(folder, name, 'votes.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)) {
    const parts = line.split(',')
    const [statement, person, value] = parts.slice(-3) as [string, string, string]
    const key = `${person} ${statement}`
    const at = Number(parts[0])
    if (at >= (latest.get(key)?.at ?? -Infinity))
      latest.set(key, { at, person, statement, value: Number(value) })
  }
  const log = [...latest.values()].sort((a, b) => a.at - b.at)
  const people = new Map([...new Set(log.map((vote) => vote.person))].map((id, row) => [id, row]))
  const statements = [...new Set(log.map((vote) => vote.statement))].sort((a, b) => Number(a) - Number(b))
  const column = new Map(statements.map((id, j) => [id, j]))
  const matrix = buildVoteMatrix([...people.keys()], statements, {
    row: Uint32Array.from(log, (vote) => people.get(vote.person)!),
    column: Uint16Array.from(log, (vote) => column.get(vote.statement)!),
    value: Int8Array.from(log, (vote) => vote.value),
  })
  const votedAt = new Float64Array(log.length)
  const place = new Map<number, number>()
  for (let i = 0; i < people.size; i++) {
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++)
      place.set(i * 65536 + matrix.column[v]!, v)
  }
  for (const vote of log)
    votedAt[place.get(people.get(vote.person)! * 65536 + column.get(vote.statement)!)!] = vote.at
  const live = statements.flatMap((id, j) => (moderatedOut.has(id) ? [] : [j]))
  return { matrix, votedAt, live }
}
