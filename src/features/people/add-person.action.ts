import { installation } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { addPerson, findPersonByAddress, savePerson } from './person.store.ts'

type NewPerson = { address: string; name: string; language: Language; operator: boolean }

/** Makes an account from the command line; someone who is there may become an operator, and nothing else of theirs changes. */
export async function addPersonByHand(
  db: Db,
  { address, name, language, operator }: NewPerson,
  now: Date,
): Promise<{ outcome: 'added' | 'there-already' }> {
  return inTransaction(db, async (db) => {
    const known = await findPersonByAddress(db, address)
    const id = known?.id ?? newId()
    if (!known) {
      await addPerson(db, {
        id,
        name,
        address,
        language,
        isOperator: operator,
        createdAt: now,
        erasedAt: null,
      })
    } else if (operator && !known.isOperator) await savePerson(db, id, { isOperator: true })
    else return { outcome: 'there-already' }
    const act = { act: known ? 'operator made' : 'person added', subjectKind: 'person', subjectId: id }
    await recordAct(db, { agencyId: installation, ...act }, now)
    return { outcome: known ? 'there-already' : 'added' }
  })
}
