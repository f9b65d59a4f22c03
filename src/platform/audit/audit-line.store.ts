import { type RawBuilder, sql } from 'kysely'
import { emptyHead } from './audit.ts'
import type { Act } from './audit.store.ts'

const lanes = 16

/** One field as `chainHash` reads it: its length in bytes, a colon, itself. */
function field(text: string): string {
  return `${Buffer.byteLength(text)}:${text}`
}

/**
 * An act's line in the audit chain as part of the statement that does the act, for acts that happen many times a second: the
 * lane is locked for that statement only, and nothing is asked twice. The answer is two common table expressions; the line is
 * written when the one named `happened` has a row. The hash is that of `chainHash`, taken by PostgreSQL.
 */
export function auditLineWhen(happened: string, act: Act, now: Date): RawBuilder<unknown> {
  const lane = Math.floor(Math.random() * lanes)
  const details = act.details ?? {}
  const sorted = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1))
  const before = Buffer.from(field(act.agencyId) + field(String(lane)))
  const after = Buffer.from(
    field(now.toISOString()) +
      field(act.actorId ?? '') +
      field(act.act) +
      field(act.subjectKind) +
      field(act.subjectId ?? '') +
      field(JSON.stringify(sorted)) +
      field(act.contentHash?.toString('hex') ?? ''),
  )
  return sql`
    chained as (
      insert into audit_chain as chain (agency_id, lane, length, head)
      select ${act.agencyId}::uuid, ${lane}::smallint, 1, sha256(${emptyHead}::bytea || ${before}::bytea || '1:1'::bytea || ${after}::bytea)
      from ${sql.ref(happened)}
      on conflict (agency_id, lane) do update set length = chain.length + 1,
        head = sha256(chain.head || ${before}::bytea
          || convert_to(length((chain.length + 1)::text) || ':' || (chain.length + 1)::text, 'UTF8') || ${after}::bytea)
      returning length, head
    ), lined as (
      insert into audit_entry (agency_id, lane, position, at, actor_id, act, subject_kind, subject_id, details, content_hash, hash)
      select ${act.agencyId}::uuid, ${lane}::smallint, chained.length, ${now}::timestamptz, ${act.actorId ?? null}::uuid, ${act.act},
        ${act.subjectKind}, ${act.subjectId ?? null}::uuid, ${JSON.stringify(details)}::jsonb, ${act.contentHash ?? null}::bytea, chained.head
      from chained
    )`
}
