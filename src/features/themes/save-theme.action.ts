import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import type { Written } from '../../platform/i18n/written.ts'
import { listCodes } from './code.store.ts'
import { addTheme, findTheme, replaceThemeCodes, saveTheme } from './theme.store.ts'
import type { Theme } from './theme.ts'

type By = { agencyId: string; engagementId: string; by: string }

/** Begins a theme with its title. */
export async function beginTheme(
  db: Db,
  { agencyId, engagementId, by }: By,
  title: Written,
  now: Date,
): Promise<string> {
  return inTransaction(db, async (db) => {
    const id = await addTheme(db, { agencyId, engagementId, title }, now)
    await recordAct(
      db,
      { agencyId, actorId: by, act: 'began a theme', subjectKind: 'theme', subjectId: id },
      now,
    )
    return id
  })
}

export type ChangeTheme =
  { outcome: 'saved' } | { outcome: 'changed-meanwhile'; theme: Theme } | { outcome: 'not-there' }

type Change = By & {
  id: string
  /** The state of the theme that the form was filled from. */
  seen: Date
  title: Written
  summary: Written
  isMinority: boolean
  isPublic: boolean
  codeIds: readonly string[]
}

/** Changes a theme and the codes under it. A theme that is public stays public: a decision may rest on it. */
export async function changeTheme(db: Db, change: Change, now: Date): Promise<ChangeTheme> {
  const { agencyId, engagementId, by, id, seen, title, summary, isMinority, isPublic } = change
  return inTransaction(db, async (db) => {
    const before = await findTheme(db, agencyId, engagementId, id)
    if (!before) return { outcome: 'not-there' }
    const publishedAt = before.publishedAt ?? (isPublic ? now : null)
    if (!(await saveTheme(db, { agencyId, id, seen }, { title, summary, isMinority, publishedAt }, now))) {
      return { outcome: 'changed-meanwhile', theme: before }
    }
    const codes = await listCodes(db, agencyId, engagementId, { retired: true })
    const codeIds = codes.map((code) => code.id).filter((codeId) => change.codeIds.includes(codeId))
    await replaceThemeCodes(db, agencyId, id, codeIds)
    const act = publishedAt !== null && before.publishedAt === null ? 'published a theme' : 'changed a theme'
    await recordAct(
      db,
      { agencyId, actorId: by, act, subjectKind: 'theme', subjectId: id, details: { codes: codeIds.length } },
      now,
    )
    return { outcome: 'saved' }
  })
}
