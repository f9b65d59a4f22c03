import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

/** So many points per so many seconds. */
export type Allowance = { points: number; seconds: number }

export type RateLimits = {
  /**
   * Takes one point from `key`'s allowance of this kind; `seconds` says when there will be one again, or when all of them
   * will be there again while some `remaining` ones are left.
   */
  take(
    kind: string,
    key: string,
    allowance: Allowance,
  ): Promise<
    { outcome: 'ok'; remaining?: number; seconds?: number } | { outcome: 'too-many'; seconds: number }
  >
}

/** Limits kept in the table `rate_limit`, so that every web process counts together. */
export function openRateLimits(pool: pg.Pool): RateLimits {
  const limiters = new Map<string, RateLimiterPostgres>()
  return {
    async take(kind, key, { points, seconds }) {
      const name = `${kind}:${points}:${seconds}`
      let limiter = limiters.get(name)
      if (!limiter) {
        limiter = new RateLimiterPostgres({
          storeClient: pool,
          storeType: 'pool',
          tableName: 'rate_limit',
          tableCreated: true,
          keyPrefix: kind,
          points,
          duration: seconds,
          clearExpiredByTimeout: false,
        })
        limiters.set(name, limiter)
      }
      try {
        const { remainingPoints, msBeforeNext } = await limiter.consume(key)
        return {
          outcome: 'ok',
          remaining: remainingPoints,
          seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
        }
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) {
          return { outcome: 'too-many', seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) }
        }
        throw refusal
      }
    },
  }
}

/**
 * What an address counts as: itself for IPv4, its /64 for IPv6 (one household has 2^64 of those).
 * Only used as a key that expires within a day; it is never stored with what was sent.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.toLowerCase().split('::', 2)
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const groups =
    tail === undefined
      ? before
      : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
