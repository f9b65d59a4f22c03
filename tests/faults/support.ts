import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../../src/platform/root.ts'

export { findEngine, temporaryFolder } from '../support/engine.ts'

/** A process of the test: its lines, and its end. */
export type Spawned = {
  pid: number
  child: ChildProcess
  lines: string[]
  /** Resolves with the first line that matches, past or future; rejects when the process ends first. */
  line(pattern: RegExp, timeout?: number): Promise<string>
  /** Resolves with the exit code, or the signal's name. */
  ended: Promise<number | string>
  kill(signal: NodeJS.Signals): void
}

/** Starts a program and collects what it says, on both outputs. */
export function spawnProgram(command: string, args: string[], env: Record<string, string> = {}): Spawned {
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (line) => lines.push(line))
  const ended = new Promise<number | string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'gone'))
  })
  let over = false
  void ended.then(() => (over = true))
  return {
    pid: child.pid ?? 0,
    child,
    lines,
    ended,
    kill: (signal) => void child.kill(signal),
    line: (pattern, timeout = 30_000) =>
      waitFor(`a line like ${pattern}`, timeout, () => {
        const found = lines.find((line) => pattern.test(line))
        if (found === undefined && over)
          throw new Error(`It ended without a line like ${pattern}:\n${lines.join('\n')}`)
        return found
      }),
  }
}

/** Starts a TypeScript file of the project with the Node that runs the tests. */
export function spawnScript(path: string, args: string[], env: Record<string, string> = {}): Spawned {
  return spawnProgram(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(projectRoot, path), ...args],
    env,
  )
}

/** Asks every 10 ms until the answer is neither undefined nor false; throws after `timeout` ms. */
export async function waitFor<Answer>(
  what: string,
  timeout: number,
  ask: () => Promise<Answer | undefined | false> | Answer | undefined | false,
): Promise<Answer> {
  const deadline = performance.now() + timeout
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (performance.now() > deadline) throw new Error(`Waited ${timeout} ms in vain for ${what}`)
    await sleep(10)
  }
}

export type ProcessLine = { pid: number; parent: number; state: string; command: string }

/** All processes of the machine. */
export function listProcesses(): ProcessLine[] {
  const output = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,stat=,args='], {
    maxBuffer: 64 * 1024 * 1024,
  }).toString()
  return output
    .trim()
    .split('\n')
    .map((line) => {
      const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
      return { pid: Number(pid), parent: Number(parent), state: state ?? '', command: command ?? '' }
    })
}

/** The living processes whose command line names this folder, such as a postmaster or its guardian. */
export function processesOf(folder: string): ProcessLine[] {
  return listProcesses().filter(
    ({ pid, state, command }) => pid !== process.pid && !state.startsWith('Z') && command.includes(folder),
  )
}

/** Whether a process lives (a zombie, which only waits for its parent to look, does not). */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux')
    return listProcesses().some((line) => line.pid === pid && !line.state.startsWith('Z'))
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z'
  } catch {
    return false
  }
}

/** Removes a folder and first ends what the test left running on it. */
export function removeFolder(folder: string): void {
  for (const { pid } of processesOf(folder)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended meanwhile.
    }
  }
  rmSync(folder, { recursive: true, force: true })
}

/** Runs a command; the reason why not when it fails, for tests that need what not every machine permits. */
export function tryCommand(
  command: string,
  args: string[],
): { worked: true; output: string } | { worked: false; reason: string } {
  try {
    return {
      worked: true,
      output: execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] }).toString(),
    }
  } catch (error) {
    const { stderr, message } = error as { stderr?: Buffer; message: string } // as: what execFileSync throws
    return { worked: false, reason: stderr?.toString().trim() || message }
  }
}
