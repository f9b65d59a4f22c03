import { join } from 'node:path'
import type { CountAnswer, CountTask } from '../../analysis/opinion/opinion.thread.ts'
import { projectRoot } from '../../platform/root.ts'
import { openThread } from '../../platform/threads/thread.ts'

/** Turns votes into an opinion document; tests hand in their own. */
export type CountVotes = (task: CountTask) => Promise<CountAnswer>

// Two threads, so that a quick count never waits for the tests of a full one. They read the sources themselves, so the
// mathematics runs beside the event loop, never in it. Taking votes comes first, then quick counts, then the tests.
const file = join(projectRoot, 'src/analysis/opinion/opinion.thread.ts')
const threads = {
  quick: openThread<CountTask, CountAnswer>(file, { niceness: 5 }),
  full: openThread<CountTask, CountAnswer>(file, { niceness: 15 }),
}

/** Counts in a thread of its own. */
export const countInThread: CountVotes = (task) => threads[task.kind].run(task)
