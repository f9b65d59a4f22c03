// Starts the program as it ships, with the example district, in a folder of its own.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

export async function startProgram() {
  const folder = mkdtempSync(join(tmpdir(), 'longtable-bench-'))
  chmodSync(folder, 0o755)
  const port = 42_000 + (process.pid % 1000)
  const env = {
    ...process.env,
    PORT: String(port),
    LONGTABLE_DATA: join(folder, 'data'),
    LOG_LEVEL: 'error',
    TRUSTED_PROXIES: '1',
    DATABASE_CONNECTIONS: '12',
  }
  const program = spawn(process.execPath, [join(root, 'build/longtable.js'), 'demo'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  program.stdout.on('data', (chunk) => (output += chunk))
  for (let waited = 0; !output.includes('ready'); waited += 200) {
    if (program.exitCode !== null || waited > 120_000)
      throw new Error(`The program did not start:\n${output}`)
    await sleep(200)
  }
  return {
    address: `http://127.0.0.1:${port}`,
    data: env.LONGTABLE_DATA,
    async stop() {
      program.kill('SIGTERM')
      if (program.exitCode === null) await new Promise((resolve) => program.once('exit', resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
