import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { AboutYou } from './about-question.ts'
import type { Comment } from './comment.ts'
import type { ImportMapping } from './import-mapping.ts'
import type { Answer } from './question.ts'

export type CommentImport = {
  agencyId: string
  id: string
  engagementId: string
  fileName: string
  mapping: ImportMapping
  rows: number
  importedBy: string
  importedAt: Date
  undoneAt: Date | null
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    commentImport: CommentImport
  }
}

/** Opens an import; false when this file was brought in already. */
export async function addImport(db: Db, commentImport: CommentImport): Promise<boolean> {
  const added = await db
    .insertInto('commentImport')
    .values({ ...commentImport, mapping: JSON.stringify(commentImport.mapping) as unknown as ImportMapping }) // as: jsonb text
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function findImport(db: Db, agencyId: string, id: string): Promise<CommentImport | undefined> {
  return db
    .selectFrom('commentImport')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The imports of an engagement, newest first. */
export async function listImports(db: Db, agencyId: string, engagementId: string): Promise<CommentImport[]> {
  return db
    .selectFrom('commentImport')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .orderBy('importedAt', 'desc')
    .limit(200)
    .execute()
}

export async function saveImport(
  db: Db,
  agencyId: string,
  id: string,
  changes: Partial<Pick<CommentImport, 'rows' | 'undoneAt'>>,
): Promise<void> {
  await db
    .updateTable('commentImport')
    .set(changes)
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

export type BatchedComment = { comment: Comment; answers: readonly Answer[]; aboutYou: readonly AboutYou[] }

/** Keeps many comments of one import in one statement; those that are there already (by submission key) are left alone. */
export async function addImportedComments(
  db: Db,
  agencyId: string,
  batch: readonly BatchedComment[],
): Promise<number> {
  const comments = batch.map(({ comment }) => ({
    id: comment.id,
    engagement_id: comment.engagementId,
    receipt_code: comment.receiptCode,
    channel: comment.channel,
    language: comment.language,
    state: comment.state,
    received_at: comment.receivedAt,
    changed_at: comment.changedAt,
    submission_key: comment.submissionKey,
    fingerprint: comment.fingerprint,
    import_id: comment.importId,
    entered_by: comment.enteredBy,
    provenance: comment.provenance,
  }))
  const answers = batch.flatMap(({ comment, answers }) =>
    answers.map((answer) => ({
      id: newId(),
      engagement_id: comment.engagementId,
      comment_id: comment.id,
      question_id: answer.questionId,
      text: answer.text,
      choices: answer.choices,
      number: answer.number,
    })),
  )
  const about = batch.flatMap(({ comment, aboutYou }) =>
    aboutYou.map((said) => ({
      id: newId(),
      comment_id: comment.id,
      about_question_id: said.aboutQuestionId,
      value: said.value,
    })),
  )
  const { rows } = await sql<{ added: number }>`
    with kept as (
      insert into comment (agency_id, id, engagement_id, receipt_code, channel, language, state, received_at, changed_at,
        submission_key, fingerprint, import_id, entered_by, provenance)
      select ${agencyId}, id, engagement_id, receipt_code, channel, language, state, received_at, changed_at,
        submission_key, fingerprint, import_id, entered_by, provenance
      from jsonb_to_recordset(${JSON.stringify(comments)}::jsonb) as given (id uuid, engagement_id uuid, receipt_code text,
        channel text, language text, state text, received_at timestamptz, changed_at timestamptz, submission_key text,
        fingerprint text, import_id uuid, entered_by uuid, provenance jsonb)
      on conflict (agency_id, submission_key) do nothing
      returning id
    ), answered as (
      insert into answer (agency_id, id, engagement_id, comment_id, question_id, text, choices, number)
      select ${agencyId}, given.id, engagement_id, comment_id, question_id, text, choices, number
      from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as given (id uuid, engagement_id uuid, comment_id uuid,
        question_id uuid, text text, choices text[], number smallint)
      join kept on kept.id = given.comment_id
    ), told as (
      insert into about_you (agency_id, id, comment_id, about_question_id, value)
      select ${agencyId}, given.id, comment_id, about_question_id, value
      from jsonb_to_recordset(${JSON.stringify(about)}::jsonb) as given (id uuid, comment_id uuid, about_question_id uuid, value text)
      join kept on kept.id = given.comment_id
    )
    select count(*) as added from kept`.execute(db)
  return rows[0]?.added ?? 0
}

/** What was built on the comments of an import since: readings with codes, quotes, told decisions. */
export async function countBuiltOn(db: Db, agencyId: string, importId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from comment
    where agency_id = ${agencyId} and import_id = ${importId} and (
      exists (select from reading where reading.agency_id = comment.agency_id and reading.comment_id = comment.id)
      or exists (select from quote where quote.agency_id = comment.agency_id and quote.comment_id = comment.id)
      or exists (select from told where told.agency_id = comment.agency_id and told.comment_id = comment.id))`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** Empties every comment of an import at once: words, translations, what was said about the person. The rows stay as erased. */
export async function eraseImported(
  db: Db,
  agencyId: string,
  importId: string,
  actorId: string,
  now: Date,
): Promise<number> {
  const mine = sql`select id from comment where agency_id = ${agencyId} and import_id = ${importId} and state <> 'erased'`
  await sql`delete from answer_translation where agency_id = ${agencyId}
    and answer_id in (select id from answer where agency_id = ${agencyId} and comment_id in (${mine}))`.execute(
    db,
  )
  await sql`update answer set text = null, choices = null, number = null where agency_id = ${agencyId} and comment_id in (${mine})`.execute(
    db,
  )
  await sql`delete from about_you where agency_id = ${agencyId} and comment_id in (${mine})`.execute(db)
  await sql`update comment_event set reason = '', note = '' where agency_id = ${agencyId} and comment_id in (${mine})`.execute(
    db,
  )
  await sql`update comment set duplicate_of = null where agency_id = ${agencyId} and duplicate_of in (${mine})`.execute(
    db,
  )
  const { rows } = await sql<{ id: string; engagementId: string }>`
    update comment set state = 'erased', changed_at = ${now}, version = version + 1, fingerprint = '', contact_channel = null,
      contact_address = null, entered_note = '', person_id = null, duplicate_of = null, provenance = '{}'
    where agency_id = ${agencyId} and import_id = ${importId} and state <> 'erased' returning id, engagement_id`.execute(
    db,
  )
  const events = rows.map((row) => ({ id: newId(), comment_id: row.id, engagement_id: row.engagementId }))
  await sql`insert into comment_event (agency_id, id, comment_id, engagement_id, at, by_person, act)
    select ${agencyId}, id, comment_id, engagement_id, ${now}, ${actorId}, 'erased'
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as given (id uuid, comment_id uuid, engagement_id uuid)`.execute(
    db,
  )
  return rows.length
}
