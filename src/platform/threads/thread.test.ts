import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openThread } from './thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'longtable-thread-'))
const file = join(folder, 'double.thread.ts')
writeFileSync(
  file,
  `import { parentPort } from 'node:worker_threads'
  parentPort!.on('message', ({ id, task }: { id: number; task: number | 'fail' | 'die' }) => {
    if (task === 'die') process.exit(3)
    if (task === 'fail') parentPort!.postMessage({ id, error: 'asked to fail' })
    else parentPort!.postMessage({ id, answer: task * 2 })
  })`,
)
afterAll(() => rmSync(folder, { recursive: true }))

describe('a thread', () => {
  test('answers each task with its own answer', async () => {
    const thread = openThread<number, number>(file)
    expect(await Promise.all([1, 2, 3].map((n) => thread.run(n)))).toEqual([2, 4, 6])
    await thread.stop()
  })

  test('a task that fails fails alone', async () => {
    const thread = openThread<number | 'fail', number>(file)
    await expect(thread.run('fail')).rejects.toThrow('asked to fail')
    expect(await thread.run(4)).toBe(8)
    await thread.stop()
  })

  test.runIf(process.platform === 'linux')(
    'that is asked to be gentle leaves the program as it is',
    async () => {
      const own = join(folder, 'priority.thread.ts')
      writeFileSync(
        own,
        `import { readFileSync } from 'node:fs'
      import { parentPort } from 'node:worker_threads'
      parentPort!.on('message', ({ id }: { id: number }) =>
        parentPort!.postMessage({ id, answer: readFileSync('/proc/thread-self/stat', 'utf8').split(') ')[1]!.split(' ')[16] }))`,
      )
      const usual = Number(readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ')[16])
      const thread = openThread<null, string>(own, { niceness: 12 })
      expect(Number(await thread.run(null))).toBe(12)
      expect(Number(readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ')[16])).toBe(usual)
      await thread.stop()
    },
  )

  test('that died is replaced by the next task', async () => {
    const thread = openThread<number | 'die', number>(file)
    await expect(thread.run('die')).rejects.toThrow('ended with 3')
    expect(await thread.run(5)).toBe(10)
    await thread.stop()
  })
})
