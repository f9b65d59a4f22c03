import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { workerData } from 'node:worker_threads'

const { file, niceness } = workerData as { file: string; niceness: number } // as: openThread wrote it

// On Linux a thread has a priority of its own, under its own number. Elsewhere the work goes on with the program's.
try {
  setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), niceness)
} catch {
  // No such file, or not allowed: nothing depends on it.
}

await import(file)
