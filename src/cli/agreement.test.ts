import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreement, readCodings } from './agreement.ts'
import type { CommandIo } from './command.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'longtable-agreement-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(text: string | Uint8Array, ...options: string[]) {
  await writeFile(join(folder, 'codings.csv'), text)
  const said = { out: '', err: '' }
  const io: CommandIo = {
    stdout: (text) => void (said.out += text),
    stderr: (text) => void (said.err += text),
    env: {},
    cwd: folder,
  }
  const code = await agreement.run(['codings.csv', ...options], io)
  return { code, ...said }
}

describe('longtable agreement', () => {
  test('gives the published alphas of Krippendorff (2011), with gaps', async () => {
    const { code, out, err } = await run(
      `unit,A,B,C,D\n1,1,1,,1\n2,2,2,3,2\n3,3,3,3,3\n4,3,3,3,3\n5,2,2,2,2\n6,1,2,3,4\n7,4,4,4,4\n8,1,1,2,1\n9,2,2,2,2\n10,,5,5,5\n11,,,1,1\n12,,3,,\n`,
      '--json',
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const report = JSON.parse(out)
    expect(report).toMatchObject({ kappa: null, units: 12, coders: 4, pairable_values: 40 })
    expect(report.alpha.nominal).toBeCloseTo(0.743, 3)
    expect(report.alpha.ordinal).toBeCloseTo(0.815, 3)
    expect(report.alpha.interval).toBeCloseTo(0.849, 3)
    expect(report.alpha.ratio).toBeCloseTo(0.797, 3)
  })

  test('gives kappa for two coders, and for words no alpha that needs numbers', async () => {
    const { out } = await run('unit,Ana,Ben\n1,yes,yes\n2,no,no\n3,yes,no\n4,no,no\n', '--json')
    expect(JSON.parse(out)).toEqual({
      kappa: 0.5,
      alpha: { nominal: expect.closeTo(0.5333, 4), ordinal: null, interval: null, ratio: null },
      units: 4,
      coders: 2,
      pairable_values: 8,
    })
  })

  test('cannot say anything of one coder or of no units', async () => {
    const nothing = { kappa: null, alpha: { nominal: null, ordinal: null, interval: null, ratio: null } }
    for (const file of ['unit,Ana\n1,a\n2,b\n', 'unit,Ana,Ben\n', 'unit,Ana,Ben\n1,a,\n2,,b\n']) {
      const { code, out } = await run(file, '--json')
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ ...nothing, pairable_values: 0 })
    }
  })

  test('takes 1 and 1.0 for one value where all are numbers', async () => {
    const { out } = await run('unit,Ana,Ben\n1,1,1.0\n2,2,+2\n3,0,-0\n', '--json')
    expect(JSON.parse(out)).toMatchObject({
      kappa: 1,
      alpha: { nominal: 1, ordinal: 1, interval: 1, ratio: 1 },
    })
  })

  test('without --json says it in words', async () => {
    const { out } = await run('unit,Ana,Ben\n1,yes,yes\n2,no,no\n')
    expect(out).toContain("Cohen's kappa: 1.000\n")
    expect(out).toContain("Krippendorff's alpha, ratio: cannot be said\n")
  })

  test.each<[string, string, string[]]>([
    [
      'a first column of another name',
      'id,Ana\n1,a\n',
      ['row 1, column 1: the first column is named "unit", not "id"'],
    ],
    ['no coder', 'unit\n1\n', ['row 1, column 2: there is no column for a coder']],
    ['a coder without a name', 'unit,Ana,\n1,a,b\n', ['row 1, column 3: the coder has no name']],
    ['a coder named twice', 'unit,Ana,Ana\n1,a,b\n', ['row 1, column 3: the coder "Ana" is named twice']],
    [
      'units named twice or not at all',
      'unit,Ana,Ben\n1,a,b\n1,a,b\n,a,b\n',
      ['row 3, column 1: the unit "1" is already in row 2', 'row 4, column 1: the unit has no name'],
    ],
    [
      'rows of another width',
      'unit,Ana,Ben\n1,a\n',
      ['row 2, column 2: has 2 columns where the header has 3'],
    ],
    ['an empty file', '', ['is empty']],
  ])('refuses %s, one line for each fault, nothing on standard output', async (_, file, faults) => {
    const { code, out, err } = await run(file, '--json')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe(faults.map((fault) => `codings.csv: ${fault}\n`).join(''))
  })

  test('refuses a file that is not there', async () => {
    const said = { out: '', err: '' }
    const io = {
      stdout: (text: string) => void (said.out += text),
      stderr: (text: string) => void (said.err += text),
      env: {},
      cwd: folder,
    }
    expect(await agreement.run(['absent.csv', '--json'], io)).toBe(2)
    expect(said).toEqual({ out: '', err: 'absent.csv: cannot be read (there is no such file)\n' })
  })

  test('answers any table with codings or with faults that have a row and a column', () => {
    const cell = fc.oneof(fc.constantFrom('', 'unit', '1', '-0', '1e999', 'a'), fc.string())
    const tables = fc.integer({ min: 1, max: 4 }).chain((width) => {
      const cells = fc.array(cell, { minLength: width, maxLength: width })
      return fc.record({ header: cells, rows: fc.array(fc.record({ row: fc.nat(), cells })) })
    })
    fc.assert(
      fc.property(tables, (table) => {
        const codings = readCodings(table)
        if (codings.outcome === 'read') expect(codings.units.length).toBe(table.rows.length)
        else
          for (const fault of codings.faults)
            expect(fault).toMatchObject({ row: expect.any(Number), column: expect.any(Number) })
      }),
    )
  })
})
