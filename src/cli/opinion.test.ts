import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpinionDocument } from '../analysis/opinion/opinion-document.ts'
import type { CommandIo } from './command.ts'
import { opinion } from './opinion.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'longtable-opinion-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...args: string[]) {
  const said = { out: '', err: '' }
  const io: CommandIo = {
    stdout: (text) => void (said.out += text),
    stderr: (text) => void (said.err += text),
    env: {},
    cwd: folder,
  }
  const code = await opinion.run(args, io)
  return { code, ...said }
}

const header = 'timestamp,datetime,comment-id,voter-id,vote\n'
const comments = `comment-id,moderated,is-meta,comment-body\n${Array.from({ length: 10 }, (_, j) => `${j},${j === 8 ? -1 : 1},${j === 9},Statement ${j}\n`).join('')}`

/** Forty people in two camps that differ on every statement, each voting on eight. */
function twoCamps(): string {
  const lines: string[] = []
  for (let i = 0; i < 40; i++) {
    for (let j = 0; j < 10; j++) {
      if ((i + j) % 5 === 0) continue
      const vote = j === 3 ? 1 : (i % 2 === 0) === (j % 2 === 0) ? 1 : (i * 7 + j) % 11 === 0 ? 0 : -1
      lines.push(`${1_500_000_000_000 + i * 1000 + j},,${j},${i},${vote}\n`)
    }
  }
  return header + lines.join('')
}

async function place(votes: string | Uint8Array, list: string | Uint8Array = comments) {
  await writeFile(join(folder, 'votes.csv'), votes)
  await writeFile(join(folder, 'comments.csv'), list)
}

async function document(...args: string[]): Promise<OpinionDocument> {
  const { code, out, err } = await run('.', '--json', ...args)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as OpinionDocument
}

describe('longtable opinion', () => {
  test.each(['best', 'compat'])('two runs in %s mode differ only in time and memory', async (mode) => {
    await place(twoCamps())
    const [first, second] = await Promise.all([0, 1].map(() => document('--mode', mode)))
    expect(first!.timings_ms).toMatchObject({ parse_csv: expect.any(Number), total: expect.any(Number) })
    expect(first!.memory_mb).toBeGreaterThan(0)
    const bare = (map: OpinionDocument) => JSON.stringify({ ...map, timings_ms: {}, memory_mb: 0 })
    expect(bare(second!)).toBe(bare(first!))
    expect(first).toMatchObject({ mode, participants: 40, deduplicated: 0, k: 2 })
  })

  test('without --json says it in words', async () => {
    await place(twoCamps())
    const { code, out } = await run('.', '--mode', 'compat')
    expect(code).toBe(0)
    expect(out).toContain('40 people, 10 statements, 320 votes.')
    expect(out).toContain('100 % agree: 3  Statement 3')
    expect(out).toContain('Group 0: 20 people')
  })

  test('compat mode counts moderated statements, best mode leaves them out', async () => {
    await place(twoCamps())
    const compat = await document('--mode', 'compat')
    expect(compat.statements).toBe(10)
    expect(compat.components[0]!.loadings).toMatchObject({ 8: 0, 9: 0 })
    expect(compat.statement_stats['9']!.priority).toBe(49)
    expect((await document()).statements).toBe(8)
  })

  test('takes given groups with their ids, and leaves the others in none', async () => {
    await place(twoCamps())
    await writeFile(join(folder, 'labels.csv'), 'participant,group-id\n0,east\n2,east\n1,west\n3,\n')
    for (const mode of ['compat', 'best']) {
      const map = await document('--mode', mode, '--labels', 'labels.csv')
      expect(map.groups.map(({ id, size }) => [id, size])).toEqual([
        ['east', 2],
        ['west', 1],
      ])
      expect(map.people['3']!.group).toBeNull()
      expect(map.people['0']).toMatchObject({ group: 'east', membership: { east: 1 } })
    }
    await writeFile(join(folder, 'labels.csv'), 'participant,group-id\n0,east\n777,west\n')
    const { code, err } = await run('.', '--json', '--mode', 'compat', '--labels', 'labels.csv')
    expect({ code, err }).toEqual({
      code: 0,
      err: 'labels.csv: 1 of its people in groups did not vote; passed over\n',
    })
  })

  test('names of newer exports will do', async () => {
    await rm(join(folder, 'votes.csv'), { force: true })
    await rm(join(folder, 'comments.csv'), { force: true })
    await writeFile(join(folder, '2024-05-01-votes.csv'), twoCamps())
    await writeFile(join(folder, '2024-05-01-comments.csv'), comments)
    await writeFile(join(folder, '2024-05-01-participant-votes.csv'), 'participant\n')
    expect((await document('--mode', 'compat')).participants).toBe(40)
    for (const name of ['votes', 'comments', 'participant-votes'])
      await rm(join(folder, `2024-05-01-${name}.csv`))
  })

  test('line ends, byte order marks, quotes and the order of columns make no difference', async () => {
    await place(twoCamps())
    const plain = await document('--mode', 'compat')
    const lines = twoCamps().trim().split('\n')
    const turned = lines.map((line) => {
      const cells = line.split(',')
      return [cells[4], `"${cells[3]}"`, cells[2], cells[1], cells[0]].join(',')
    })
    await place(`\ufeff${turned.join('\r\n')}`, `\ufeff${comments.replaceAll('\n', '\r\n')}`)
    const other = await document('--mode', 'compat')
    const bare = (map: OpinionDocument) => ({ ...map, timings_ms: {}, memory_mb: 0 })
    expect(bare(other)).toEqual(bare(plain))
  })

  test('statements that the list does not have count as accepted, and that is said', async () => {
    await place(`${twoCamps()}1600000000000,,77,0,1\n`)
    const { code, out, err } = await run('.', '--json', '--mode', 'compat')
    expect(code).toBe(0)
    expect(err).toBe(
      'comments.csv: does not list a statement that people voted on (77); counted as accepted\n',
    )
    expect((JSON.parse(out) as OpinionDocument).statement_stats['77']!.agree).toBe(1)
  })

  test('nobody makes an empty map', async () => {
    await place(header)
    for (const mode of ['compat', 'best']) {
      expect(await document('--mode', mode)).toMatchObject({ participants: 0, votes: 0, people: {} })
    }
  })

  test.each([
    [
      'a vote that is none',
      `${header}1,,1,1,1\n2,,1,2,7\n`,
      comments,
      'votes.csv: row 2: "7" is not a vote (1, 0 or -1)\n',
    ],
    [
      'a vote without a voter',
      `${header}1,,1,,1\n`,
      comments,
      'votes.csv: row 1: there is no participant id\n',
    ],
    [
      'a time that is none',
      `${header}noon,,1,1,1\n`,
      comments,
      'votes.csv: row 1: "noon" is not a time in milliseconds\n',
    ],
    [
      'a column that is missing',
      'timestamp,comment-id,vote\n',
      comments,
      'votes.csv: the header has no column "voter-id"\n',
    ],
    ['a file that is empty', '', comments, 'votes.csv: is empty\n'],
    [
      'moderation that is none',
      header,
      'comment-id,moderated\n1,1\n2,x\n',
      'comments.csv: row 2: moderated is not 1, 0 or -1\n',
    ],
    [
      'a statement listed twice',
      header,
      'comment-id,moderated\n1,1\n1,0\n',
      'comments.csv: row 2: the comment id "1" is there twice\n',
    ],
  ])('refuses %s', async (_, votes, list, message) => {
    await place(votes, list)
    expect(await run('.', '--json')).toEqual({ code: 2, out: '', err: message })
  })

  test('refuses text that is not UTF-8, in its row', async () => {
    const list = Buffer.from('comment-id,moderated,comment-body\n1,1,plain\n2,1,caf\xe9\n', 'latin1')
    await place(header, list)
    expect(await run('.', '--json')).toEqual({
      code: 2,
      out: '',
      err: 'comments.csv: row 2: is not UTF-8 text; save the file as "CSV UTF-8"\n',
    })
  })

  test('without a list of statements all count as accepted, and that is said', async () => {
    await place(twoCamps())
    const listed = await document('--mode', 'compat')
    await rm(join(folder, 'comments.csv'))
    const { code, out, err } = await run('.', '--json', '--mode', 'compat')
    expect({ code, err }).toEqual({
      code: 0,
      err: 'comments.csv: there is no such file; every statement counts as accepted\n',
    })
    expect((JSON.parse(out) as OpinionDocument).votes).toBe(listed.votes)
    await writeFile(join(folder, 'comments.csv'), comments)
  })

  test('writes the public report as one page that needs nothing else', async () => {
    await place(twoCamps())
    const { code } = await run('.', '--json', '--report', 'report.html')
    expect(code).toBe(0)
    const html = await readFile(join(folder, 'report.html'), 'utf8')
    expect(html).toMatch(/^<!DOCTYPE html>\s*<html lang="en"/)
    expect(html).toContain('Common ground')
    expect(html).not.toMatch(/<script|<link[^>]+stylesheet|src="http/)
  })

  test('refuses a folder that is not there or lacks the votes', async () => {
    expect(await run('nowhere')).toMatchObject({ code: 2, out: '' })
    await cp(join(folder, 'comments.csv'), join(folder, 'only-comments', 'comments.csv'))
    expect(await run('only-comments')).toEqual({
      code: 2,
      out: '',
      err: 'only-comments/votes.csv: there is no such file\n',
    })
  })

  test.each([
    [['--colour', 'red'], 'there is no option "--colour"'],
    [['--mode', 'worst'], '--mode is best or compat, not "worst"'],
    [['--groups', '0'], '--groups is a whole number from 1 to 100, not "0"'],
    [['--groups', '2.5'], '--groups is a whole number from 1 to 100, not "2.5"'],
    [['--cluster', 'dbscan'], '--cluster is kmeans, not "dbscan"'],
    [['--holdout', '1'], '--holdout is a share between 0 and 1, not "1"'],
    [['--route', 'nobody'], '--route: nobody with the id "nobody" has voted'],
    [
      ['--labels', 'labels.csv', '--groups', '2'],
      '--labels gives the groups; --groups and --cluster do not go with it',
    ],
  ])('refuses %j', async (args, message) => {
    await place(twoCamps())
    const { code, out, err } = await run('.', '--json', ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`longtable opinion: ${message}\n`)
  })

  test('hides votes, names the next statement and repeats when asked', async () => {
    await place(twoCamps())
    const map = await document('--mode', 'compat', '--holdout', '0.1', '--route', '5', '--repeat', '2')
    expect(map.holdout).toMatchObject({ share: 0.1 })
    expect(map.holdout!.log_loss).toBeGreaterThan(0)
    expect(map.route!.participant).toBe('5')
    expect(map.route!.probability).toBeGreaterThan(0)
    expect(map.timings_ms.warm).toBeGreaterThan(0)
  })
})
