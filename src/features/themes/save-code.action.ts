import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { type Code, type CodeWords, meaningChanged } from './code.ts'
import { addCode, countCodeUses, findCode, findCodeByName, saveCode } from './code.store.ts'

type By = { agencyId: string; engagementId: string; by: string }

export type AddCode = { outcome: 'added'; id: string } | { outcome: 'name-taken' }

/** Adds a code to the codebook. */
export async function addToCodebook(
  db: Db,
  { agencyId, engagementId, by }: By,
  words: CodeWords,
  now: Date,
): Promise<AddCode> {
  return inTransaction(db, async (db) => {
    const id = await addCode(db, { agencyId, engagementId, ...words })
    if (id === undefined) return { outcome: 'name-taken' }
    const details = { definition: words.definition, note: '' }
    await recordAct(
      db,
      { agencyId, actorId: by, act: 'added a code', subjectKind: 'code', subjectId: id, details },
      now,
    )
    return { outcome: 'added', id }
  })
}

export type ChangeCode =
  { outcome: 'saved' } | { outcome: 'name-taken' } | { outcome: 'note-needed' } | { outcome: 'not-there' }

/** Changes a code. Once comments are coded with it, a change of its meaning needs a note that says what changed and why. */
export async function changeCode(
  db: Db,
  { agencyId, engagementId, by, id }: By & { id: string },
  { note, ...words }: CodeWords & { note: string },
  now: Date,
): Promise<ChangeCode> {
  return inTransaction(db, async (db) => {
    const before = await findCode(db, agencyId, engagementId, id)
    if (!before) return { outcome: 'not-there' }
    const other = await findCodeByName(db, agencyId, engagementId, words.name)
    if (other && other.id !== id && before.retiredAt === null) return { outcome: 'name-taken' }
    const changed = meaningChanged(before, words)
    const used = changed && ((await countCodeUses(db, agencyId, engagementId)).get(id) ?? 0) > 0
    if (used && note === '') return { outcome: 'note-needed' }
    await saveCode(db, { agencyId, id }, words)
    const act = changed ? 'changed what a code means' : 'renamed a code'
    const details = { definition: words.definition, exclusion: words.exclusion, note }
    await recordAct(db, { agencyId, actorId: by, act, subjectKind: 'code', subjectId: id, details }, now)
    return { outcome: 'saved' }
  })
}

export type RetireCode = { outcome: 'saved' } | { outcome: 'name-taken' } | { outcome: 'not-there' }

/** Takes a code out of use, or back into it. What was coded with it stays coded. */
export async function retireCode(
  db: Db,
  { agencyId, engagementId, by, id, retire }: By & { id: string; retire: boolean },
  now: Date,
): Promise<RetireCode> {
  return inTransaction(db, async (db) => {
    const code: Code | undefined = await findCode(db, agencyId, engagementId, id)
    if (!code) return { outcome: 'not-there' }
    if ((code.retiredAt !== null) === retire) return { outcome: 'saved' }
    if (!retire && (await findCodeByName(db, agencyId, engagementId, code.name)))
      return { outcome: 'name-taken' }
    await saveCode(db, { agencyId, id }, { retiredAt: retire ? now : null })
    const act = retire ? 'retired a code' : 'took a code back into use'
    await recordAct(db, { agencyId, actorId: by, act, subjectKind: 'code', subjectId: id }, now)
    return { outcome: 'saved' }
  })
}
