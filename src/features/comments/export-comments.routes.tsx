import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { csvStream } from '../../platform/documents/csv-writer.ts'
import { dataSheet, workbook } from '../../platform/documents/xlsx-writer.ts'
import { get, type Route } from '../../platform/http/route.ts'
import type { Db } from '../../platform/db/database.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { toMay } from '../agencies/permission.ts'
import { signedIn } from '../people/signed-in.ts'
import type { CommentCursor } from './comment.ts'
import { listAnswers, listComments } from './comment.store.ts'
import { exportColumns, type ExportRow } from './export-columns.ts'
import { listQuestions } from './question.store.ts'

/** The comments of an engagement as tables, for those who may take data out. */
export const exportCommentRoutes: Route[] = [
  get(paths.workCommentsCsv, toMay('export data'), sendCsv),
  get(paths.workCommentsXlsx, toMay('export data'), sendXlsx),
]

/** What is spam, withdrawn or erased is no part of what was said. */
const exportedStates = ['waiting', 'published', 'held'] as const
const perRead = 500

/** Every comment with its answers, newest first, a few hundred at a time: the whole never lies in memory. */
async function* exportRows(db: Db, agencyId: string, engagementId: string): AsyncGenerator<ExportRow> {
  let after: CommentCursor | undefined
  for (;;) {
    const comments = await listComments(db, agencyId, engagementId, {
      states: exportedStates,
      after,
      limit: perRead,
    })
    const answers = Map.groupBy(
      await listAnswers(
        db,
        agencyId,
        comments.map((comment) => comment.id),
      ),
      (answer) => answer.commentId,
    )
    for (const comment of comments) {
      yield {
        comment,
        answers: new Map((answers.get(comment.id) ?? []).map((answer) => [answer.questionId, answer])),
      }
    }
    if (comments.length < perRead) return
    after = comments.at(-1)
  }
}

async function columnsOf(c: Context) {
  const { agencyId, id } = c.get('engagement')
  const questions = await listQuestions(c.get('db'), agencyId, id, { removed: true })
  return exportColumns({
    t: c.get('t'),
    language: c.get('language'),
    timeZone: c.get('agency').timeZone,
    questions,
  })
}

async function note(c: Context, format: string): Promise<void> {
  const { agencyId, id, slug } = c.get('engagement')
  await inTransaction(c.get('db'), (db) =>
    recordAct(
      db,
      {
        agencyId,
        actorId: signedIn(c).id,
        act: 'comments exported',
        subjectKind: 'engagement',
        subjectId: id,
        details: { engagement: slug, format },
      },
      c.get('now'),
    ),
  )
}

async function sendCsv(c: Context) {
  const { agencyId, id, slug } = c.get('engagement')
  const columns = await columnsOf(c)
  c.header('content-type', 'text/csv; charset=utf-8')
  if (c.req.query('dictionary') !== undefined) {
    const t = c.get('t')
    c.header('content-disposition', `attachment; filename="comments-${slug}-dictionary.csv"`)
    return c.body(
      csvStream(
        [
          {
            name: t('comments-staff.export.column'),
            value: (column: (typeof columns)[number]) => column.name,
          },
          { name: t('comments-staff.export.meaning'), value: (column) => column.description },
        ],
        columns,
      ),
    )
  }
  await note(c, 'csv')
  c.header('content-disposition', `attachment; filename="comments-${slug}.csv"`)
  return c.body(csvStream(columns, exportRows(c.get('db'), agencyId, id)))
}

async function sendXlsx(c: Context) {
  const { agencyId, id, slug } = c.get('engagement')
  const t = c.get('t')
  const columns = await columnsOf(c)
  await note(c, 'xlsx')
  const bytes = await workbook(
    [
      dataSheet({
        name: t('comments-staff.export.sheet'),
        columns,
        rows: exportRows(c.get('db'), agencyId, id),
      }),
    ],
    {
      name: t('comments-staff.export.dictionary'),
      sheet: t('comments-staff.export.sheetColumn'),
      column: t('comments-staff.export.column'),
      meaning: t('comments-staff.export.meaning'),
    },
    { rightToLeft: c.get('view').dir === 'rtl' },
  )
  c.header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  c.header('content-disposition', `attachment; filename="comments-${slug}.xlsx"`)
  return c.body(bytes as Uint8Array<ArrayBuffer>)
}
