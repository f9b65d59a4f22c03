import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Comment } from './comment.ts'
import { emptyAnswers, listAnswers, saveComment } from './comment.store.ts'

/**
 * Takes a comment's content out of every place where it stands: answers with their translations, what its author said about
 * themselves, where they can be reached, the paper form it was keyed in from, notes about it (coders' too), and messages that went to them.
 * The rows stay, so that counts and references hold.
 */
export async function emptyComment(
  db: Db,
  { agencyId, id }: Pick<Comment, 'agencyId' | 'id'>,
  now: Date,
): Promise<void> {
  const answers = await listAnswers(db, agencyId, [id])
  await emptyAnswers(
    db,
    agencyId,
    answers.map((answer) => answer.id),
  )
  await sql`delete from about_you where agency_id = ${agencyId} and comment_id = ${id}`.execute(db)
  await sql`update paper_entry set fields = '{}' where agency_id = ${agencyId} and comment_id = ${id}`.execute(
    db,
  )
  await sql`update comment_event set reason = '', note = '' where agency_id = ${agencyId} and comment_id = ${id}`.execute(
    db,
  )
  await sql`update reading set memo = '' where agency_id = ${agencyId} and comment_id = ${id}`.execute(db)
  await sql`update adjudication set note = '' where agency_id = ${agencyId} and comment_id = ${id}`.execute(
    db,
  )
  await sql`
    update message set to_address = '', subject = '', text = '', html = '',
      state = case when state = 'waiting' then 'refused' else state end
    where agency_id = ${agencyId} and about_kind = 'comment' and about_id = ${id}
  `.execute(db)
  await saveComment(
    db,
    { agencyId, id },
    {
      state: 'erased',
      changedAt: now,
      fingerprint: '',
      contactChannel: null,
      contactAddress: null,
      enteredNote: '',
      personId: null,
      provenance: {},
    },
  )
}
