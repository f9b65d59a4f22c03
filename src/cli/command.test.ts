import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Command, type CommandIo, quoted, readArguments, readCsv } from './command.ts'

const stocktake: Command = {
  name: 'stocktake',
  summary: 'Counts what is there.',
  usage: 'FILE [OTHER] [--json] [--depth N]',
  run: async () => 0,
}
const expected = { options: { json: 'flag', depth: 'text' }, positionals: ['FILE', '[OTHER]'] } as const

function read(args: string[]) {
  const said = { out: '', err: '' }
  const io: CommandIo = {
    stdout: (text) => void (said.out += text),
    stderr: (text) => void (said.err += text),
    env: {},
    cwd: '/',
  }
  return { answer: readArguments(stocktake, args, io, expected), said }
}

describe('readArguments', () => {
  test('gives options by name and positionals in order', () => {
    expect(read(['a.csv', '--depth', '3', '--json']).answer).toEqual({
      outcome: 'given',
      values: { json: true, depth: '3' },
      positionals: ['a.csv'],
    })
    expect(read(['--depth=-1', '--', '--odd-name', 'b']).answer).toEqual({
      outcome: 'given',
      values: { json: false, depth: '-1' },
      positionals: ['--odd-name', 'b'],
    })
  })

  test.each(['--help', '-h'])('answers %s on standard output, whatever else is wrong', (flag) => {
    const { answer, said } = read(['--nonsense', flag])
    expect(answer).toEqual({ outcome: 'answered', code: 0 })
    expect(said.out).toContain('Usage: longtable stocktake FILE [OTHER] [--json] [--depth N]')
    expect(said.err).toBe('')
  })

  test.each<[string[], string]>([
    [[], 'FILE is missing'],
    [['a', 'b', 'c'], '"c" is one too many'],
    [['a', '--jsno'], 'there is no option "--jsno"'],
    [['a', '-x'], 'there is no option "-x"'],
    [['a', '--constructor'], 'there is no option "--constructor"'],
    [['a', '--depth'], '--depth needs a value'],
    [['a', '--depth', '--json'], '--depth needs a value'],
    [['a', '--json=yes'], '--json takes no value'],
    [['a', '--json', '--json'], '--json is given twice'],
  ])('refuses %j: %s', (args, fault) => {
    const { answer, said } = read(args)
    expect(answer).toEqual({ outcome: 'answered', code: 2 })
    expect(said.err).toContain(`longtable stocktake: ${fault}\n`)
    expect(said.out).toBe('')
  })

  test('answers anything with values, help, or exit code 2 and a reason', () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('--json', '--depth', '--', '-', '--help', '--__proto__', '--='),
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (args) => {
        const { answer, said } = read(args)
        if (answer.outcome === 'given') expect(said).toEqual({ out: '', err: '' })
        else if (answer.code === 2) expect(said).toMatchObject({ out: '', err: expect.stringMatching(/./) })
        else expect(answer.code).toBe(0)
      }),
    )
  })
})

describe('readCsv', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  test('reads quoted cells, spreadsheet byte marks and Windows line ends, and passes over blank rows', () => {
    expect(readCsv(bytes('\ufeffa,b\r\n"x, ""y""\r\nz", 1 \r\n\r\n,\r\nq,2\r\n'))).toEqual({
      outcome: 'read',
      table: {
        header: ['a', 'b'],
        rows: [
          { row: 2, cells: ['x, "y"\r\nz', '1'] },
          { row: 5, cells: ['q', '2'] },
        ],
      },
    })
  })

  test.each<[string, Uint8Array, object]>([
    ['an empty file', bytes(''), { message: 'is empty' }],
    ['blank lines alone', bytes('\n\n,,\n'), { message: 'is empty' }],
    [
      'text that is not UTF-8',
      Uint8Array.of(0x61, 0xff, 0x62),
      { message: expect.stringContaining('UTF-8') },
    ],
    ['semicolons', bytes('a;b\n1;2\n'), { row: 1, message: expect.stringContaining('semicolons') }],
    [
      'an open quotation mark',
      bytes('a,b\n1,2\n"x,3\n'),
      { row: 3, message: expect.stringContaining('never closed') },
    ],
    [
      'a quotation mark inside a cell',
      bytes('a,b\n1,x"y\n'),
      { row: 2, message: expect.stringContaining('quotation') },
    ],
    [
      'a short row',
      bytes('a,b,c\n1\n'),
      { row: 2, column: 1, message: 'has 1 columns where the header has 3' },
    ],
    [
      'a long row',
      bytes('a,b\n1,2,3\n'),
      { row: 2, column: 3, message: 'has 3 columns where the header has 2' },
    ],
  ])('says what is wrong with %s', (_, file, fault) => {
    expect(readCsv(file)).toEqual({ outcome: 'faulty', faults: [fault] })
  })

  test('gives back what was written, whatever it is', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter((text) => text === text.trim() && !text.includes('\ufeff'))
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(rows, (written) => {
        const filled = written.map(([a = '', b = '']) => [`x${a}x`, b])
        const text = filled
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join('\n')
        const [header, ...rest] = filled
        const expected = { header, rows: rest.map((cells, place) => ({ row: place + 2, cells })) }
        expect(readCsv(bytes(text))).toEqual({ outcome: 'read', table: expected })
      }),
    )
  })

  test('answers any bytes with an even table or with faults', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.stringMatching(/^[a,"\n\r; 1]*$/).map(bytes),
    )
    fc.assert(
      fc.property(anything, (file) => {
        const reading = readCsv(file)
        if (reading.outcome === 'faulty') expect(reading.faults.length).toBeGreaterThan(0)
        else
          for (const { cells } of reading.table.rows) expect(cells.length).toBe(reading.table.header.length)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('quoted', () => {
  test('stays on one line and short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(quoted(text)).not.toMatch(/[\n\r]/)
        expect(quoted(text).length).toBeLessThan(400)
      }),
    )
  })
})
