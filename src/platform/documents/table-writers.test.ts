import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { csvStream } from './csv-writer.ts'
import { readTable } from './table-reader.ts'
import type { Column } from './table-cell.ts'
import { dataSheet, workbook } from './xlsx-writer.ts'
import { unpack, zipDirectory } from './zip-reader.ts'
import { zipStream } from './zip-writer.ts'

type Row = { name: string; count: number; at: Date | null; open: boolean }

const columns: Column<Row>[] = [
  { name: 'name', description: 'What it is called', value: (row) => row.name },
  { name: 'count', description: 'How many', value: (row) => row.count },
  { name: 'at', value: (row) => row.at },
  { name: 'open', value: (row) => row.open },
]
const row: Row = { name: 'Ana, "la maestra"', count: -5, at: new Date('2027-03-01T18:30:00Z'), open: true }
const words = { name: 'Dictionary', sheet: 'Sheet', column: 'Column', meaning: 'Meaning' }

describe('CSV', () => {
  test('begins with a byte order mark, ends each row with CRLF, keeps numbers as they are', async () => {
    expect(await text(csvStream(columns, [row]))).toBe(
      'name,count,at,open\r\n"Ana, ""la maestra""",-5,2027-03-01T18:30:00.000Z,TRUE\r\n',
    )
    const bytes = await buffer(csvStream(columns, [row]))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect((await buffer(csvStream(columns, [], { bom: false })))[0]).toBe('n'.charCodeAt(0))
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '  =1', '\n=1'])(
    '%j cannot run as a formula',
    async (name) => {
      const [, record] = parse(await text(csvStream(columns, [{ ...row, name }])), {
        relax_column_count: true,
      }) as string[][]
      expect(record?.[0]).toBe(`'${name}`)
    },
  )

  test('any text is read back, and none begins like a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), async (names) => {
        const single: Column<string>[] = [{ name: 'name', value: (name) => name }]
        const records = parse(await text(csvStream(single, names, { bom: false })), {
          record_delimiter: '\r\n',
        }) as string[][]
        expect(records.slice(1).map(([name]) => name?.replace(/^'(?=\s*[=+\-@\t\r＝＋－＠])/u, ''))).toEqual(
          names.map((name) => name.toWellFormed().replace(/^'(?=\s*[=+\-@\t\r＝＋－＠])/u, '')),
        )
        for (const [name] of records) expect(name).not.toMatch(/^\s*[=+\-@]/)
      }),
      { numRuns: 500 },
    )
  })

  test('rows are asked for only as the reader takes them, and a reader who leaves ends the query', async () => {
    let asked = 0
    let ended = false
    async function* rows() {
      try {
        for (; asked < 1_000_000; asked++) yield row
      } finally {
        ended = true
      }
    }
    const reader = csvStream(columns, rows()).getReader()
    await reader.read()
    await reader.read()
    await reader.cancel()
    expect(asked).toBeLessThan(2_000)
    expect(ended).toBe(true)
  })
})

describe('XLSX', () => {
  test('has the data and a dictionary, and formulas are text', async () => {
    const rows = [row, { ...row, name: '=HYPERLINK("https://evil.example")' }]
    const file = await workbook([dataSheet({ name: 'Comments: all/2027', columns, rows })], words)
    const table = await readTable(file, 'x.xlsx')
    expect(table).toMatchObject({
      header: ['name', 'count', 'at', 'open'],
      sheets: ['Comments  all 2027', 'Dictionary'],
    })
    if (table.outcome === 'table') {
      expect(table.rows[1]?.cells).toEqual([
        '=HYPERLINK("https://evil.example")',
        '-5',
        '2027-03-01T18:30:00.000Z',
        'TRUE',
      ])
    }
    const dictionary = await readTable(file, 'x.xlsx', undefined, { sheet: 'Dictionary', header: true })
    expect(dictionary).toMatchObject({
      rows: [{ cells: ['Comments  all 2027', 'name', 'What it is called'] }, {}, {}, {}],
    })
    for (const part of zipDirectory(file) ?? [])
      expect(String(Buffer.from(unpack(file, part) ?? []))).not.toContain('<f>')
  })

  test('long, illegal and repeated text makes a file that opens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 50 }), async (name) => {
        const sheet = dataSheet({ name, columns, rows: [{ ...row, name: name + 'x'.repeat(40_000) }] })
        const read = await readTable(await workbook([sheet, sheet], words), 'x.xlsx')
        expect(read.outcome).toBe('table')
        if (read.outcome === 'table') expect(read.rows[0]?.cells[0]?.length).toBeLessThanOrEqual(32_767)
      }),
      { numRuns: 25 },
    )
  }, 20_000)

  test('text that means something to a program is only text', async () => {
    const names = [
      'constructor',
      '__proto__',
      'valueOf',
      'a_x0041_b',
      '_x005F_',
      'a\r\nb',
      ' x ',
      '<&>"',
      '=1',
      "'=1",
    ]
    const single: Column<string>[] = [{ name: 'name', value: (name) => name }]
    const read = await readTable(
      await workbook([dataSheet({ name: 'S', columns: single, rows: names })], words),
      'x.xlsx',
    )
    expect(read.outcome === 'table' && read.rows.map((row) => row.cells[0])).toEqual(names)
  })

  test('20,000 rows fit', async () => {
    const file = await workbook(
      [dataSheet({ name: 'S', columns, rows: Array.from({ length: 20_000 }, () => row) })],
      words,
    )
    const read = await readTable(file, 'x.xlsx')
    expect(read.outcome === 'table' && read.rows.length).toBe(20_000)
  }, 30_000)
})

describe('ZIP', () => {
  test('holds buffers and streams under their names', async () => {
    async function* entries() {
      yield { path: 'data/ñ.csv', content: Buffer.from('a,b') }
      yield { path: 'big.txt', content: Readable.from(['x'.repeat(100_000), 'y']) }
      yield { path: 'empty.txt', content: new Uint8Array() }
    }
    const bytes = await buffer(zipStream(entries()))
    const files = zipDirectory(bytes) ?? []
    expect(files.map((file) => [file.path, file.size])).toEqual([
      ['data/ñ.csv', 3],
      ['big.txt', 100_001],
      ['empty.txt', 0],
    ])
    expect(String(Buffer.from(unpack(bytes, files[0]!)!))).toBe('a,b')
  })

  test.each([
    [
      'a failing stream',
      [
        {
          path: 'a',
          content: new Readable({
            read() {
              this.destroy(new Error('disk gone'))
            },
          }),
        },
      ],
    ],
    [
      'two files of one name',
      [
        { path: 'a', content: Buffer.from('1') },
        { path: 'a', content: Buffer.from('2') },
      ],
    ],
    ['a path that climbs out', [{ path: '../a', content: Buffer.from('1') }]],
  ])('%s breaks the archive instead of leaving a gap', async (_, entries) => {
    await expect(buffer(zipStream(entries))).rejects.toThrow()
  })

  test('a reader who leaves ends the work', async () => {
    let ended = false
    async function* entries() {
      try {
        for (let i = 0; ; i++) yield { path: `${i}`, content: Buffer.alloc(100_000, String(Math.sin(i))) }
      } finally {
        ended = true
      }
    }
    const stream = zipStream(entries())
    for await (const _ of stream) break
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(ended).toBe(true)
  })
})
