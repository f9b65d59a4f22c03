import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** How often each question was answered, and which options somebody chose. Questions without answers are not in the map. */
export async function listQuestionUse(
  db: Db,
  agencyId: string,
  questionIds: readonly string[],
): Promise<Map<string, { answers: number; usedOptions: Set<string> }>> {
  const { rows } = await sql<{
    questionId: string
    answers: number
    options: string[] | null
    points: number[] | null
  }>`
    select question_id, count(*) as answers,
      (select array_agg(distinct choice) from answer chosen, unnest(chosen.choices) choice
        where chosen.agency_id = ${agencyId} and chosen.question_id = answer.question_id) as options,
      array_agg(distinct number) filter (where number is not null) as points
    from answer
    where agency_id = ${agencyId} and question_id = any(${questionIds as string[]})
      and (text is not null or choices is not null or number is not null)
    group by question_id
  `.execute(db)
  return new Map(
    rows.map((row) => [
      row.questionId,
      {
        answers: row.answers,
        usedOptions: new Set([...(row.options ?? []), ...(row.points ?? []).map(String)]),
      },
    ]),
  )
}

/** The same for questions about the person; only whether an option was chosen, never how often. */
export async function listAboutUse(
  db: Db,
  agencyId: string,
  aboutQuestionIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ id: string; options: string[] }>`
    select about_question_id as id, array_agg(distinct value) as options from about_you
    where agency_id = ${agencyId} and about_question_id = any(${aboutQuestionIds as string[]}) group by 1
  `.execute(db)
  return new Map(rows.map((row) => [row.id, new Set(row.options)]))
}
