import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Person } from './person.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    person: Person
  }
}

export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  return db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
}

export async function findPersonByAddress(db: Db, address: string): Promise<Person | undefined> {
  return db
    .selectFrom('person')
    .selectAll()
    .where(sql`lower(address)`, '=', address.toLowerCase())
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
}

export async function listPeople(db: Db, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return []
  return db.selectFrom('person').selectAll().where('id', 'in', ids).execute()
}

export async function addPerson(db: Db, person: Person): Promise<void> {
  await db.insertInto('person').values(person).execute()
}

export async function savePerson(
  db: Db,
  id: string,
  changes: Partial<Pick<Person, 'name' | 'language' | 'isOperator' | 'address' | 'erasedAt'>>,
): Promise<void> {
  await db.updateTable('person').set(changes).where('id', '=', id).execute()
}

export async function countOperators(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('person')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('isOperator', '=', true)
    .where('erasedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
