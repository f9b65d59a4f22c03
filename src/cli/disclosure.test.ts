import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandIo } from './command.ts'
import { disclosure, readCounts } from './disclosure.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'longtable-disclosure-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(text: string, ...options: string[]) {
  await writeFile(join(folder, 'counts.csv'), text)
  const said = { out: '', err: '' }
  const io: CommandIo = {
    stdout: (text) => void (said.out += text),
    stderr: (text) => void (said.err += text),
    env: {},
    cwd: folder,
  }
  const code = await disclosure.run(['counts.csv', ...options], io)
  return { code, ...said }
}

const byChannel = 'theme,web,paper,total\nbuses,40,30,70\nlunch,3,50,53\nstaff,60,20,80\ntotal,103,100,203\n'

describe('longtable disclosure', () => {
  test('gives the protected table as one document', async () => {
    const { code, out, err } = await run(byChannel, '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const small = { shown: false, reason: 'below-minimum' }
    const other = { shown: false, reason: 'protects-another' }
    const shown = (value: number) => ({ shown: true, value })
    expect(JSON.parse(out)).toEqual({
      minimum: 10,
      zeros: 'hidden',
      columns: ['web', 'paper'],
      rows: [
        { label: 'buses', cells: [other, other], total: shown(70) },
        { label: 'lunch', cells: [small, other], total: shown(53) },
        { label: 'staff', cells: [shown(60), shown(20)], total: shown(80) },
      ],
      column_totals: [shown(103), shown(100)],
      total: shown(203),
      hidden: { below_minimum: 1, protects_another: 3 },
    })
  })

  test('without --json gives the table with stars, safe to open in a spreadsheet', async () => {
    const { out } = await run('theme,web,paper\n"=buses, all",40,30\nlunch,3,50\nstaff,60,20\n')
    expect(out).toBe(
      `theme,web,paper,total\n"'=buses, all",**,**,70\nlunch,*,**,53\nstaff,60,20,80\ntotal,103,100,203\n`,
    )
  })

  test('follows the minimum it is given, and tells zeros when asked', async () => {
    expect((await run(byChannel, '--minimum', '3')).out).toContain('lunch,3,50,53\n')
    expect((await run('theme,web,paper\nbuses,0,40\nlunch,30,50\n')).out).toContain('buses,*,')
    expect((await run('theme,web,paper\nbuses,0,40\nlunch,30,50\n', '--show-zeros')).out).toContain(
      'buses,0,40,40\n',
    )
  })

  test('gives the same bytes again', async () => {
    expect(await run(byChannel, '--json')).toEqual(await run(byChannel, '--json'))
  })

  test.each<[string, string, string[]]>([
    [
      'what is not a number of people',
      'theme,web,paper\nbuses,-1,x\nlunch,1.5,\nstaff,1e3,9999999999999\n',
      [
        'row 2, column 2: "-1" is not a whole number of people',
        'row 2, column 3: "x" is not a whole number of people',
        'row 3, column 2: "1.5" is not a whole number of people',
        'row 3, column 3: is empty; write 0 for nobody',
        'row 4, column 2: "1e3" is not a whole number of people',
        'row 4, column 3: "9999999999999" is not a whole number of people',
      ],
    ],
    [
      'totals that are not the sum of their parts',
      'theme,web,Total\nbuses,40,41\nTOTAL,40,40\n',
      ['row 2, column 3: the total is 41, but its parts add up to 40'],
    ],
    [
      'names that are missing or repeated',
      'theme,web,web,\nbuses,1,2,3\nbuses,1,2,3\n',
      [
        'row 1, column 3: the name "web" is there twice',
        'row 1, column 4: there is no name',
        'row 3, column 1: the name "buses" is there twice',
      ],
    ],
    ['a table without counts', 'theme\nbuses\n', ['row 1, column 2: there is no column of counts']],
    [
      'a table of totals alone',
      'theme,total\nbuses,4\n',
      ['row 1, column 2: there is no column of counts but the total'],
    ],
  ])('refuses %s', async (_, file, faults) => {
    const { code, out, err } = await run(file, '--json')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe(faults.map((fault) => `counts.csv: ${fault}\n`).join(''))
  })

  test.each(['0', '2', '-5', 'ten', '1e1', ''])('refuses a minimum of %j', async (minimum) => {
    const { code, out, err } = await run(byChannel, '--json', `--minimum=${minimum}`)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('--minimum is a whole number of at least 3')
  })

  test('never prints a small number, whatever the table', async () => {
    const counts = fc.array(fc.array(fc.nat(60), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(counts, async (rows) => {
        const lines = rows.map((row, place) => `r${place},${row.join(',')}`)
        const { out } = await run(`name,a,b,c\n${lines.join('\n')}\n`)
        const told = out
          .split('\n')
          .flatMap((line) => line.split(',').slice(1))
          .filter((cell) => /^\d+$/.test(cell))
        for (const count of told) expect(Number(count)).toBeGreaterThanOrEqual(10)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('answers any table with counts or with faults that have a row and a column', () => {
    const cell = fc.oneof(fc.constantFrom('', 'total', 'Total', '0', '12', '-1'), fc.string())
    const tables = fc.integer({ min: 1, max: 4 }).chain((width) => {
      const cells = fc.array(cell, { minLength: width, maxLength: width })
      return fc.record({ header: cells, rows: fc.array(fc.record({ row: fc.nat(), cells })) })
    })
    fc.assert(
      fc.property(tables, (table) => {
        const counts = readCounts(table)
        if (counts.outcome === 'read') expect(counts.counts.flat().every(Number.isSafeInteger)).toBe(true)
        else
          for (const fault of counts.faults)
            expect(fault).toMatchObject({ row: expect.any(Number), column: expect.any(Number) })
      }),
    )
  })
})
