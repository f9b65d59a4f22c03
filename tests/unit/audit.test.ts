import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { recordAct, verifyAudit } from '../../src/platform/audit/audit.store.ts'
import { inTransaction } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/id.ts'
import { testNow } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'

const { db } = testDatabase()

async function act(agencyId: string, details = {}): Promise<void> {
  await inTransaction(db, (db) =>
    recordAct(db, { agencyId, act: 'tried', subjectKind: 'test', details }, testNow),
  )
}

async function faultsOf(agencyId: string) {
  return (await verifyAudit(db)).faults.filter((fault) => fault.agencyId === agencyId)
}

describe('the audit log', () => {
  test('holds after many acts at once, and each agency has its own chains', async () => {
    const [one, two] = [newId(), newId()]
    await Promise.all(
      Array.from({ length: 60 }, (_, i) => act(i % 2 ? one : two, { number: i, ok: true, note: null })),
    )
    expect(await faultsOf(one)).toEqual([])
    expect(await faultsOf(two)).toEqual([])
    const { rows } = await sql<{
      count: number
    }>`select count(*) as count from audit_entry where agency_id in (${one}, ${two})`.execute(db)
    expect(rows[0]?.count).toBe(60)
  })

  test('shows a line that was changed', async () => {
    const agencyId = newId()
    await act(agencyId)
    await sql`update audit_entry set act = 'never happened' where agency_id = ${agencyId}`.execute(db)
    expect(await faultsOf(agencyId)).toMatchObject([{ problem: 'changed' }])
  })

  test('shows a line that was taken out of the middle', async () => {
    const agencyId = newId()
    for (let i = 0; i < 80; i++) await act(agencyId)
    await sql`delete from audit_entry where agency_id = ${agencyId} and position = 2`.execute(db)
    expect((await faultsOf(agencyId)).some((fault) => fault.problem === 'missing')).toBe(true)
  })

  test('shows that the last line was cut off', async () => {
    const agencyId = newId()
    await act(agencyId)
    await sql`delete from audit_entry where agency_id = ${agencyId}`.execute(db)
    expect(await faultsOf(agencyId)).toMatchObject([{ problem: 'cut-off' }])
  })

  test('an act outside of a transaction is refused, so that no act goes without its line', async () => {
    await expect(
      recordAct(db, { agencyId: newId(), act: 'tried', subjectKind: 'test' }, testNow),
    ).rejects.toThrow(/transaction/)
  })
})
