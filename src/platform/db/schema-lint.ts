import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Names of tables that belong to no agency, or (with a nullable agency_id) to the whole installation as well. */
export type ReferenceTables = readonly string[]

type Fault = { fault: string }

/**
 * What in the schema `public` breaks the rules by which it stays portable and can be divided by agency: each fault one
 * sentence naming its table; empty when all is well.
 */
export async function lintSchema(db: Db, referenceTables: ReferenceTables): Promise<string[]> {
  const listed = [...referenceTables, 'schema_migration']
  const faults: string[] = []
  for (const rule of rules) {
    const { rows } = await rule(listed).execute(db)
    faults.push(...rows.map(({ fault }) => fault))
  }
  return faults.sort()
}

/** The tables that each agency owns rows of, as a WITH clause named `owned`. */
const owned = (listed: string[]) => sql`
  tables as (
    select c.oid, c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  ),
  owned as (
    select t.oid, t.name, a.attnum as agency_column, a.attnotnull as required from tables t
    join pg_attribute a on a.attrelid = t.oid and a.attname = 'agency_id' and not a.attisdropped
    where t.name <> all (${listed})
  )`

const rules = [
  (listed: string[]) => sql<Fault>`with ${owned(listed)}
    select format('%s has no agency_id and is not a reference table', t.name) as fault
    from tables t where t.name <> all (${listed}) and t.oid not in (select oid from owned)`,

  (
    listed: string[],
  ) => sql<Fault>`select format('%s is listed as a reference table but does not exist', name) as fault
    from unnest(${listed}::text[]) as name
    where name <> 'schema_migration' and to_regclass('public.' || quote_ident(name)) is null`,

  (listed: string[]) => sql<Fault>`with ${owned(listed)}
    select format('%s.agency_id may be null', name) as fault from owned where not required`,

  (listed: string[]) => sql<Fault>`with ${owned(listed)}
    select format('%s has no primary key', name) as fault from tables
    where not exists (select from pg_index i where i.indrelid = tables.oid and i.indisprimary)`,

  (listed: string[]) => sql<Fault>`with ${owned(listed)}
    select format('%s: agency_id is not first in %s %s', o.name,
      case when i.indisprimary then 'the primary key' else 'the unique index' end, i.indexrelid::regclass) as fault
    from pg_index i join owned o on o.oid = i.indrelid
    where i.indisunique and i.indkey[0] <> o.agency_column`,

  (listed: string[]) => sql<Fault>`with ${owned(listed)}
    select format('%s: the foreign key %s to %s does not begin with agency_id on both sides', o.name, k.conname, t.name) as fault
    from pg_constraint k
    join owned o on o.oid = k.conrelid
    join owned t on t.oid = k.confrelid
    where k.contype = 'f' and (k.conkey[1] <> o.agency_column or k.confkey[1] <> t.agency_column)`,

  (listed: string[]) => sql<Fault>`with ${owned(listed)}
    select format('%s: the foreign key %s leads from a reference table to %s, which agencies own', t.name, k.conname, o.name) as fault
    from pg_constraint k
    join owned o on o.oid = k.confrelid
    join tables t on t.oid = k.conrelid
    where k.contype = 'f' and k.conrelid not in (select oid from owned)`,

  () => sql<Fault>`select format('%s has the trigger %s', t.tgrelid::regclass, t.tgname) as fault
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`,

  () => sql<Fault>`select format('%s has the rule %s', r.ev_class::regclass, r.rulename) as fault
    from pg_rewrite r join pg_class c on c.oid = r.ev_class
    where r.rulename <> '_RETURN' and c.relnamespace = 'public'::regnamespace`,

  () => sql<Fault>`select format('%s is a sequence', c.relname) as fault
    from pg_class c where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace`,

  () => sql<Fault>`select format('%s: the constraint %s is deferrable', k.conrelid::regclass, k.conname) as fault
    from pg_constraint k where k.condeferrable and k.connamespace = 'public'::regnamespace`,

  () => sql<Fault>`select format('%s: %s is an exclusion constraint', k.conrelid::regclass, k.conname) as fault
    from pg_constraint k where k.contype = 'x' and k.connamespace = 'public'::regnamespace`,

  () => sql<Fault>`with columns as (
      select c.relname as "table", a.attname as "column", a.attidentity as identity,
        coalesce(nullif(t.typelem, 0), t.oid)::regtype::text as type
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    )
    select format('%s.%s %s', "table", "column", case
      when identity <> '' then 'is an identity column'
      when type = 'timestamp without time zone' then 'is a timestamp without time zone'
      when type = 'money' then 'is money'
      when type in ('real', 'double precision') and "column" ~ ${countWords} then 'is a count in ' || type
      when "column" in ('id', 'agency_id') and type <> 'uuid' then 'is ' || type || ', not uuid'
    end) as fault
    from columns
    where identity <> '' or type in ('timestamp without time zone', 'money')
      or (type in ('real', 'double precision') and "column" ~ ${countWords})
      or ("column" in ('id', 'agency_id') and type <> 'uuid')`,
]

// Column names that say "a number of things".
const countWords = '(^|_)(count|counts|number|total|tries|attempts|minimum|maximum|position|size|length)$'
