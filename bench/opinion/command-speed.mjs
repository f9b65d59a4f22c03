// The command itself, in a process of its own, on a made-up conversation of files.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare } from '../../bin/prepare.mjs'
import { writeLargeConversation } from './large-conversation.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
await prepare({ development: false })

/** Milliseconds without reading the files, warm ones where the command repeats, and megabytes at most. */
export function measureCommand(folder, size, options) {
  const votes = writeLargeConversation(folder, size)
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'build/longtable.js'), 'opinion', folder, '--json', ...options],
    { encoding: 'utf8', maxBuffer: 2 ** 30 },
  )
  if (status !== 0) throw new Error(stderr)
  const { timings_ms, memory_mb } = JSON.parse(stdout)
  return { votes, warm: timings_ms.warm ?? NaN, cold: timings_ms.analysis, memory: memory_mb }
}
