// npm test: everything that must hold, on a fresh clone as on a developer's machine. `check` is the quick half without a
// database; `unit`, `journeys`, `faults` and `bench…` are the parts by themselves (more arguments are passed on).
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pinnedNode, prepare } from '../bin/prepare.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const reports = join(root, 'build/reports')
const [part = 'all', ...rest] = process.argv.slice(2)
const totals = { passed: 0, failed: 0, skipped: 0 }

const script = (name, file, args) => [name, [join('node_modules', file), ...args]]
const checks = [
  script('formatting', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  script('lint', 'eslint/bin/eslint.js', ['.']),
  script('styles', 'stylelint/bin/stylelint.mjs', ['src/ui/styles/*.css']),
  script('types', 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']),
  script('architecture', 'dependency-cruiser/bin/dependency-cruiser.mjs', [
    'src',
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'err-long',
  ]),
  ['messages', ['bin/messages.mjs', '--check']],
]

function say(text) {
  process.stdout.write(`${text}\n`)
}

/** Runs with the pinned Node; the output is shown only when it fails, unless `live`. */
function run(args, { env = {}, live = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(), args, {
      cwd: root,
      env: { ...process.env, ...env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('exit', (code) => resolve({ ok: code === 0, output }))
  })
}

async function runChecks() {
  for (const [name, args] of checks) {
    const started = Date.now()
    const { ok, output } = await run(args)
    totals[ok ? 'passed' : 'failed']++
    say(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    if (!ok) say(output)
  }
}

/** Adds up what a vitest run reports; a file that could not be loaded counts as a failure. */
async function runVitest(title, config, { env = {}, args = [] } = {}) {
  say(`\n— ${title}`)
  mkdirSync(reports, { recursive: true })
  const report = join(reports, `${title.replace(/\W+/g, '-')}.json`)
  rmSync(report, { force: true })
  const { ok } = await run(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      config,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { env, live: true },
  )
  if (!existsSync(report)) {
    totals.failed++
    return
  }
  const result = JSON.parse(readFileSync(report, 'utf8'))
  totals.passed += result.numPassedTests
  totals.skipped += result.numPendingTests + result.numTodoTests
  totals.failed += result.numFailedTests
  if (!ok && result.numFailedTests === 0) totals.failed++
}

/** The system's browser if there is one, else Debian's package, else Playwright's own. */
function findBrowser() {
  const known = [
    process.env.LONGTABLE_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  const there = () => known.find((file) => file && existsSync(file))
  if (there()) return there()
  if (installDebian('chromium') && there()) return there()
  const own = spawnSync(pinnedNode(), ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (own.status === 0) return ''
  say('FAIL The browser journeys need Chromium, and none could be installed here.')
  say(
    '     Install it (Debian: apt-get install chromium) or name it in LONGTABLE_CHROMIUM, then run npm test again.',
  )
  return undefined
}

/** The oldest supported PostgreSQL, which the tests must also pass on. */
function findOldPostgres() {
  const there = () => existsSync('/usr/lib/postgresql/15/bin/postgres') || process.env.LONGTABLE_POSTGRES_15
  if (there()) return true
  if (installDebian('postgresql-15') && there()) return true
  say('FAIL The tests must also pass on PostgreSQL 15, which is not here.')
  say(
    '     Install it (Debian: apt-get install postgresql-15) or name its bin folder in LONGTABLE_POSTGRES_15, then run npm test again.',
  )
  return false
}

function installDebian(name) {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  say(`Installing ${name} for the tests …`)
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
  // A cluster made by the package would only take memory: the tests start their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', name], { stdio: ['ignore', 'ignore', 'inherit'], env })
      .status === 0
  )
}

async function runUnit(args = []) {
  await runVitest('tests on the bundled PostgreSQL', 'vitest.config.ts', { args })
}

async function runUnitOnOldest() {
  if (!findOldPostgres()) {
    totals.failed++
    return
  }
  await runVitest('tests on PostgreSQL 15', 'vitest.config.ts', { env: { LONGTABLE_TEST_ENGINE: '15' } })
}

async function runJourneys(args = []) {
  const browser = findBrowser()
  if (browser === undefined) {
    totals.failed++
    return
  }
  say('\n— journeys in the browser')
  mkdirSync(reports, { recursive: true })
  const report = join(reports, 'journeys.json')
  rmSync(report, { force: true })
  const { ok } = await run(
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'playwright.config.ts', ...args],
    {
      env: { LONGTABLE_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      live: true,
    },
  )
  const stats = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).stats : undefined
  totals.passed += stats?.expected ?? 0
  totals.skipped += stats?.skipped ?? 0
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0)
  totals.failed += failed
  if (!ok && failed === 0) totals.failed++
}

async function runBench(file) {
  const { ok } = await run([file, ...rest], { live: true })
  totals[ok ? 'passed' : 'failed']++
}

const parts = {
  all: async () => {
    await runChecks()
    await runUnit()
    await runUnitOnOldest()
    await runJourneys()
  },
  check: runChecks,
  unit: () => runUnit(rest),
  journeys: () => runJourneys(rest),
  faults: () => runVitest('faults', 'vitest.faults.config.ts', { args: rest }),
  bench: () => runBench('bench/run.mjs'),
  'bench:opinion': () => runBench('bench/opinion.mjs'),
  'bench:votes': () => runBench('bench/votes.mjs'),
}

if (!Object.hasOwn(parts, part)) {
  say(`There is no part "${part}": ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}
await prepare({ development: true })
await parts[part]()
say(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0
