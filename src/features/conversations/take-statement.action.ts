import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { findTheme } from '../themes/theme.store.ts'
import { findConversation } from './conversation.store.ts'
import { findConversationResult } from './conversation-result.store.ts'
import { countVotes, findStatement } from './statement.store.ts'
import { figuresNow, longestStatementNote } from './theme-statement.ts'
import { addThemeStatement, removeThemeStatement } from './theme-statement.store.ts'

export type TakeStatement =
  | { outcome: 'taken' }
  | { outcome: 'there-already' }
  /** Only what voters can see is evidence; one that waits or was turned down is not. */
  | { outcome: 'not-shown' }
  | { outcome: 'note-too-long' }
  | { outcome: 'no-such-theme' }
  | { outcome: 'not-there' }

type Place = {
  agencyId: string
  engagementId: string
  conversationId: string
  statementId: string
  themeId: string
  by: string
}

/** Takes a statement into a theme of the same engagement, with what its votes show at this moment. */
export async function takeStatement(
  db: Db,
  {
    agencyId,
    engagementId,
    conversationId,
    statementId,
    themeId,
    by,
    note,
    minimum,
  }: Place & {
    note: string
    /** The agency's smallest number of people of whom anything is told. */
    minimum: number
  },
  now: Date,
): Promise<TakeStatement> {
  if (note.length > longestStatementNote) return { outcome: 'note-too-long' }
  return inTransaction(db, async (db) => {
    const conversation = await findConversation(db, agencyId, engagementId, conversationId)
    const statement = conversation && (await findStatement(db, agencyId, conversationId, statementId))
    if (!statement) return { outcome: 'not-there' }
    if (statement.state !== 'shown') return { outcome: 'not-shown' }
    if (!(await findTheme(db, agencyId, engagementId, themeId))) return { outcome: 'no-such-theme' }
    const [votes, result] = [
      await countVotes(db, agencyId, [statementId]),
      await findConversationResult(db, agencyId, conversationId),
    ]
    const figures = figuresNow(votes.get(statement.id), statement, result, minimum)
    const added = await addThemeStatement(db, {
      agencyId,
      themeId,
      statementId,
      note,
      figures,
      takenBy: by,
      takenAt: now,
    })
    if (!added) return { outcome: 'there-already' }
    const details = { statement: statement.number, conversation: conversationId }
    await recordAct(
      db,
      {
        agencyId,
        actorId: by,
        act: 'took a statement into a theme',
        subjectKind: 'theme',
        subjectId: themeId,
        details,
      },
      now,
    )
    return { outcome: 'taken' }
  })
}

/** Takes a statement out of a theme again; doing it twice changes nothing. */
export async function dropStatement(
  db: Db,
  { agencyId, engagementId, conversationId, statementId, themeId, by }: Place,
  now: Date,
): Promise<{ outcome: 'dropped' } | { outcome: 'not-there' }> {
  return inTransaction(db, async (db) => {
    const conversation = await findConversation(db, agencyId, engagementId, conversationId)
    const statement = conversation && (await findStatement(db, agencyId, conversationId, statementId))
    if (!statement || !(await removeThemeStatement(db, { agencyId, themeId, statementId })))
      return { outcome: 'not-there' }
    const details = { statement: statement.number, conversation: conversationId }
    await recordAct(
      db,
      {
        agencyId,
        actorId: by,
        act: 'took a statement out of a theme',
        subjectKind: 'theme',
        subjectId: themeId,
        details,
      },
      now,
    )
    return { outcome: 'dropped' }
  })
}
