import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { createHash } from 'node:crypto'
import type pg from 'pg'

/** More different statements than this on one server would be lists of changing length; those are not worth keeping. */
const mostStatements = 400

/**
 * The pool for Kysely, with every statement prepared once per connection under a name, so that PostgreSQL does not parse
 * and plan it again each time. Only for a server that we reach directly: a pooler in transaction mode hands the connection,
 * and with it the names, from one client to another.
 */
export function withPreparedStatements(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostStatements) return known
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
    names.set(text, name)
    return name
  }
  const prepared = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const known = prepared.get(client)
      if (known) return known
      const wrapped = new Proxy(client, {
        get(target, property) {
          if (property === 'query') {
            return (text: unknown, values?: unknown[]) => {
              const name = typeof text === 'string' && values?.length ? nameOf(text) : undefined
              return name === undefined
                ? target.query(text as string, values)
                : target.query({ name, text: text as string, values }) // as: Kysely gives text, or a cursor that is passed on as it is
            }
          }
          const value: unknown = Reflect.get(target, property, target)
          return typeof value === 'function' ? value.bind(target) : value
        },
      }) as unknown as PostgresPoolClient // as: the client itself, with one function changed
      prepared.set(client, wrapped)
      return wrapped
    },
    options: pool.options,
    end: () => pool.end(),
  }
}
