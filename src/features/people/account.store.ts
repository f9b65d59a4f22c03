import { sql } from 'kysely'
import { installation } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { listSessions } from '../../platform/session/session.store.ts'
import { listIdentities } from './identity-provider.store.ts'
import { listPasskeys } from './passkey.store.ts'
import type { Person } from './person.ts'

export type HeldRole = {
  agencyId: string
  agency: string
  slug: string
  role: string
  startedAt: Date
  endedAt: Date | null
}

/** Every role that someone holds or held, with the agency's name. */
export async function listHeldRoles(db: Db, personId: string): Promise<HeldRole[]> {
  return db
    .selectFrom('membership')
    .innerJoin('agency', 'agency.id', 'membership.agencyId')
    .select(['agency.id as agencyId', 'agency.name as agency', 'agency.slug', 'role', 'startedAt', 'endedAt'])
    .where('personId', '=', personId)
    .orderBy('agency.name')
    .orderBy('startedAt')
    .execute()
}

/** Everything that the account itself keeps about its owner, without secrets, as they take it with them. */
export async function accountData(db: Db, person: Person, now: Date) {
  const [sessions, passkeys] = [await listSessions(db, person.id, now), await listPasskeys(db, person.id)]
  const roles = await listHeldRoles(db, person.id)
  const accounts = await listIdentities(db, person.id)
  return {
    made_at: now,
    person: {
      id: person.id,
      name: person.name,
      address: person.address,
      language: person.language,
      since: person.createdAt,
    },
    roles: roles.map((held) => ({
      agency: held.agency,
      role: held.role,
      from: held.startedAt,
      until: held.endedAt,
    })),
    sessions: sessions.map((session) => ({
      device: session.device,
      method: session.method,
      from: session.createdAt,
      last_used: session.lastSeenAt,
    })),
    passkeys: passkeys.map((passkey) => ({
      name: passkey.name,
      from: passkey.createdAt,
      last_used: passkey.lastUsedAt,
    })),
    outside_accounts: accounts.map((account) => ({
      provider: account.provider,
      subject: account.subject,
      from: account.createdAt,
    })),
  }
}

/** Agencies in which this person is the only administrator left, by name. */
export async function listSoleAdministrations(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('membership as own')
    .innerJoin('agency', 'agency.id', 'own.agencyId')
    .select('agency.name')
    .where('own.personId', '=', personId)
    .where('own.role', '=', 'administrator')
    .where('own.endedAt', 'is', null)
    .where('agency.archivedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('membership as other')
            .select('other.id')
            .whereRef('other.agencyId', '=', 'own.agencyId')
            .where('other.personId', '<>', personId)
            .where('other.role', '=', 'administrator')
            .where('other.endedAt', 'is', null),
        ),
      ),
    )
    .orderBy('agency.name')
    .execute()
  return rows.map((row) => row.name)
}

export async function endMemberships(db: Db, personId: string, now: Date): Promise<void> {
  await db
    .updateTable('membership')
    .set({ endedAt: now })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
}

/**
 * Takes out what else is kept of somebody: comments that they began and never sent, and the mails that agencies wrote to them as
 * staff. These tables belong to higher features; what somebody said to an agency stays theirs to erase by its receipt.
 */
export async function removeTraces(db: Db, { id, address }: Pick<Person, 'id' | 'address'>): Promise<void> {
  await sql`delete from comment_draft where person_id = ${id}`.execute(db)
  await sql`
    update message set to_address = '', subject = '', text = '', html = '',
      state = case when state = 'waiting' then 'refused' else state end
    where (about_kind = 'person' and about_id = ${id})
      or (about_kind = 'retention' and lower(to_address) = ${address.toLowerCase()})
  `.execute(db)
}

/** The sign-in mails to an address that are still kept. */
export async function removeSignInMessages(db: Db, address: string): Promise<void> {
  await db
    .deleteFrom('message')
    .where('agencyId', '=', installation)
    .where(sql`lower(to_address)`, '=', address.toLowerCase())
    .execute()
}
