import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../root.ts'

type Waiting<Answer> = { resolve(answer: Answer): void; reject(error: unknown): void }
type Reply<Answer> = { id: number; answer: Answer } | { id: number; error: string }

/** A second line of work beside the event loop: tasks go in by message, answers come back, one task after the other. */
export type Thread<Task, Answer> = {
  run(task: Task): Promise<Answer>
  /** Ends the thread; tasks that wait fail. The next task starts a new one. */
  stop(): Promise<void>
}

const entry = join(projectRoot, 'src/platform/threads/gentle.thread.ts')

/**
 * A thread that runs `file` (TypeScript with erasable types, or JavaScript), started with the first task and kept. When it
 * dies, the tasks that it held fail (jobs are tried again) and the next task starts a new one. It never keeps the
 * program from ending. The larger its `niceness` (0 to 19), the more it leaves the processors to whoever else wants them.
 */
export function openThread<Task, Answer>(file: string, { niceness = 0 } = {}): Thread<Task, Answer> {
  let worker: Worker | undefined
  let next = 0
  const waiting = new Map<number, Waiting<Answer>>()

  function failAll(error: unknown): void {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  function start(): Worker {
    const started = new Worker(entry, {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      workerData: { file: pathToFileURL(file).href, niceness },
    })
    started.unref()
    started.on('message', (reply: Reply<Answer>) => {
      const task = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (waiting.size === 0) started.unref()
      if ('error' in reply) task?.reject(new Error(reply.error))
      else task?.resolve(reply.answer)
    })
    const gone = (error: unknown) => {
      if (worker !== started) return
      worker = undefined
      failAll(error)
    }
    started.on('error', gone)
    started.on('exit', (code) => gone(new Error(`The thread ${file} ended with ${code}`)))
    return started
  }

  return {
    run(task) {
      worker ??= start()
      const target = worker
      const id = next++
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        // While someone waits for an answer, the thread keeps the program alive.
        target.ref()
        target.postMessage({ id, task })
      })
    },
    async stop() {
      const running = worker
      worker = undefined
      failAll(new Error(`The thread ${file} was stopped`))
      await running?.terminate()
    },
  }
}
