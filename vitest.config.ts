import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const all = ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx']

/** On the oldest PostgreSQL only what touches a database is run again; mathematics and words are the same on both. */
function include(): string[] {
  if (process.env.LONGTABLE_TEST_ENGINE === undefined) return all
  return globSync(all).filter((file) => readFileSync(file, 'utf8').includes('testDatabase'))
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: include(),
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // Not a measure of speed: property tests on a busy machine take their time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
