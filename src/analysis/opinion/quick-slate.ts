import { chooseSlate, type Slate } from './slate.ts'
import { keepParticipants, type VoteMatrix } from './vote-matrix.ts'

/** People among whom a first short list is looked for. */
const fewPeople = 2500

/**
 * A short list for a first answer: chosen among some of the people when there are many, then checked against everybody. Should
 * the check find a group left out, it is chosen among everybody after all. The matrix is in canonical order, so that every so
 * many-th row is a sample that has nothing to do with names or arrival.
 */
export function quickSlate(matrix: VoteMatrix, size: number): Slate {
  const people = matrix.participants.length
  if (people <= 2 * fewPeople) return chooseSlate(matrix, size)
  const sample = Uint32Array.from({ length: fewPeople }, (_, at) => Math.floor((at * people) / fewPeople))
  const { columns } = chooseSlate(keepParticipants(matrix, sample), size)
  const checked = { columns, ...certifyByPerson(matrix, columns, size) }
  return checked.largestUnrepresented < 1 ? checked : chooseSlate(matrix, size)
}

/** What a list can be held to, in two passes person by person: who is covered, and what the others approve. */
function certifyByPerson(
  { rowStart, column, value, statements }: VoteMatrix,
  columns: readonly number[],
  size: number,
): Omit<Slate, 'columns'> {
  const isListed = new Uint8Array(statements.length)
  for (const j of columns) isListed[j] = 1
  const approvers = new Uint32Array(statements.length)
  let electorate = 0
  let covered = 0
  for (let i = 0; i + 1 < rowStart.length; i++) {
    const from = rowStart[i]!
    const end = rowStart[i + 1]!
    if (from === end) continue
    electorate++
    let isCovered = false
    for (let v = from; v < end && !isCovered; v++) isCovered = value[v] === 1 && isListed[column[v]!] === 1
    if (isCovered) covered++
    else for (let v = from; v < end; v++) if (value[v] === 1) approvers[column[v]!]!++
  }
  const most = approvers.reduce((largest, count) => Math.max(largest, count), 0)
  return {
    electorate,
    coverage: electorate === 0 ? 1 : covered / electorate,
    largestUnrepresented: electorate === 0 ? 0 : (most * size) / electorate,
    unrepresentedStatement: most === 0 ? -1 : approvers.indexOf(most),
  }
}
