import type { Generated } from 'kysely'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type AuditFacts, chainHash, emptyHead } from './audit.ts'

type AuditChainTable = { agencyId: string; lane: number; length: number; head: Buffer }
type AuditEntryTable = Omit<AuditFacts, 'details'> & {
  details: unknown
  hash: Buffer
  position: Generated<number> | number
}

declare module '../db/database.ts' {
  interface Tables {
    auditChain: AuditChainTable
    auditEntry: AuditEntryTable
  }
}

const lanes = 16

export type Act = {
  agencyId: string
  actorId?: string | null
  act: string
  subjectKind: string
  subjectId?: string | null
  details?: AuditFacts['details']
  contentHash?: Buffer | null
}

/**
 * Adds a line to the agency's chain, in the transaction of the act itself. The lane stays locked until the transaction
 * ends, so call it last. `db` must be a transaction.
 */
export async function recordAct(db: Db, act: Act, now: Date): Promise<void> {
  if (!db.isTransaction)
    throw new Error(`The act "${act.act}" must be recorded in the transaction that does it`)
  const lane = Math.floor(Math.random() * lanes)
  const { rows } = await sql<{ length: number; head: Buffer }>`
    insert into audit_chain as chain (agency_id, lane, length, head) values (${act.agencyId}, ${lane}, 1, ${emptyHead})
    on conflict (agency_id, lane) do update set length = chain.length + 1
    returning length, head
  `.execute(db)
  const chain = rows[0]!
  const facts: AuditFacts = {
    agencyId: act.agencyId,
    lane,
    position: chain.length,
    at: now,
    actorId: act.actorId ?? null,
    act: act.act,
    subjectKind: act.subjectKind,
    subjectId: act.subjectId ?? null,
    details: act.details ?? {},
    contentHash: act.contentHash ?? null,
  }
  const hash = chainHash(chain.head, facts)
  await sql`
    with head as (
      update audit_chain set head = ${hash} where agency_id = ${act.agencyId} and lane = ${lane}
    )
    insert into audit_entry (agency_id, lane, position, at, actor_id, act, subject_kind, subject_id, details, content_hash, hash)
    values (${facts.agencyId}, ${lane}, ${facts.position}, ${now}, ${facts.actorId}, ${facts.act}, ${facts.subjectKind},
      ${facts.subjectId}, ${JSON.stringify(facts.details)}, ${facts.contentHash}, ${hash})
  `.execute(db)
}

export type ChainFault = {
  agencyId: string
  lane: number
  position: number
  problem: 'changed' | 'missing' | 'cut-off'
}

/**
 * Reads every chain, or every chain of one agency, from its first line and names each place where it does not hold;
 * empty when it does.
 */
export async function verifyAudit(
  db: Db,
  agencyId?: string,
): Promise<{ lines: number; chains: number; faults: ChainFault[] }> {
  let query = db.selectFrom('auditChain').selectAll()
  if (agencyId !== undefined) query = query.where('agencyId', '=', agencyId)
  const chains = await query.orderBy('agencyId').orderBy('lane').execute()
  const faults: ChainFault[] = []
  let lines = 0
  for (const chain of chains) {
    let head: Buffer = emptyHead
    let expected = 1
    for (;;) {
      const batch = await db
        .selectFrom('auditEntry')
        .selectAll()
        .where('agencyId', '=', chain.agencyId)
        .where('lane', '=', chain.lane)
        .where('position', '>=', expected)
        .orderBy('position')
        .limit(5000)
        .execute()
      for (const line of batch) {
        if (line.position !== expected) faults.push({ ...at(chain), position: expected, problem: 'missing' })
        const hash = chainHash(head, { ...line, details: line.details as AuditFacts['details'] }) // as: written by recordAct
        if (!hash.equals(line.hash))
          faults.push({ ...at(chain), position: line.position, problem: 'changed' })
        head = line.hash
        expected = line.position + 1
        lines++
      }
      if (batch.length < 5000) break
    }
    if (expected - 1 !== chain.length || !head.equals(chain.head)) {
      faults.push({ ...at(chain), position: expected, problem: 'cut-off' })
    }
  }
  return { lines, chains: chains.length, faults }
}

function at(chain: AuditChainTable): { agencyId: string; lane: number } {
  return { agencyId: chain.agencyId, lane: chain.lane }
}

/** The newest lines of an agency, for its administrators; `before` continues a listing. */
export async function listAudit(db: Db, agencyId: string, limit = 100, before?: Date) {
  let query = db.selectFrom('auditEntry').selectAll().where('agencyId', '=', agencyId)
  if (before) query = query.where('at', '<', before)
  return query.orderBy('at', 'desc').limit(limit).execute()
}
