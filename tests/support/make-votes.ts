import type { VoteMatrix } from '../../src/analysis/opinion/vote-matrix.ts'
import type { Conversation } from '../../src/features/conversations/conversation.ts'
import type { Statement } from '../../src/features/conversations/statement.ts'
import type { Voter } from '../../src/features/conversations/voter.ts'
import '../../src/features/conversations/vote.store.ts'
import type { Db } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/id.ts'
import { testNow } from './app.ts'

/** People who vote as the rows of a matrix do; its columns are the statements. Gives them in the order of the rows. */
export async function makeVotes(
  db: Db,
  { agencyId, id: conversationId }: Conversation,
  statements: readonly Statement[],
  matrix: VoteMatrix,
  { rows = [0, matrix.participants.length] }: { rows?: readonly [from: number, to: number] } = {},
): Promise<Voter[]> {
  const voters: Voter[] = []
  const votes = []
  for (let i = rows[0]; i < rows[1]; i++) {
    const voter: Voter = {
      agencyId,
      id: newId(),
      conversationId,
      number: null,
      codeHash: newId(),
      source: 'web',
      language: i % 3 === 0 ? 'es' : 'en',
      contactChannel: null,
      contactAddress: null,
      joinedAt: new Date(testNow.getTime() + i),
    }
    voters.push(voter)
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      votes.push({
        agencyId,
        conversationId,
        voterId: voter.id,
        statementId: statements[matrix.column[v]!]!.id,
        value: matrix.value[v] as 1 | -1 | 0, // as: a vote
        propensity: null,
        castAt: new Date(testNow.getTime() + i * 1000),
      })
    }
  }
  for (let at = 0; at < voters.length; at += 1000)
    await db
      .insertInto('voter')
      .values(voters.slice(at, at + 1000))
      .execute()
  for (let at = 0; at < votes.length; at += 1000) {
    const some = votes.slice(at, at + 1000)
    await db.insertInto('latestVote').values(some).execute()
    await db
      .insertInto('vote')
      .values(some.map((vote) => ({ ...vote, id: newId() })))
      .execute()
  }
  return voters
}
