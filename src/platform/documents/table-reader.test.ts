import fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readTable, type TableChoices } from './table-reader.ts'
import { columnLetter, defaultTableLimits, type Table, type TableProblem } from './table-types.ts'
import { zipStream } from './zip-writer.ts'

async function readText(
  text: string,
  limits = defaultTableLimits,
  choices: TableChoices = {},
): Promise<Table> {
  return tableOf(await readTable(Buffer.from(text), 'comments.csv', limits, choices))
}

function tableOf(read: Awaited<ReturnType<typeof readTable>>): Table {
  if (read.outcome !== 'table') throw new Error(JSON.stringify(read.faults))
  return read
}

async function problemOf(
  bytes: Uint8Array,
  name = 'x.csv',
  limits = defaultTableLimits,
): Promise<TableProblem | 'none'> {
  const read = await readTable(bytes, name, limits)
  return read.outcome === 'fault' ? (read.faults[0]?.problem ?? 'none') : 'none'
}

describe('CSV', () => {
  test.each([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'bar'],
  ])('the delimiter %j is found', async (delimiter) => {
    const text =
      ['id', 'comment', 'school'].join(delimiter) +
      '\n' +
      ['1', 'Yes; and, no', 'A'].map((c) => `"${c}"`).join(delimiter)
    const table = await readText(text)
    expect(table).toMatchObject({
      delimiter,
      header: ['id', 'comment', 'school'],
      rows: [{ row: 2, cells: ['1', 'Yes; and, no', 'A'] }],
    })
  })

  test('a column of comments stays one column, commas and all', async () => {
    const table = await readText('comment\nI think, that is, we do\nNo\nFewer, please')
    expect(table.delimiter).toBeUndefined()
    expect(table.rows.map((row) => row.cells[0])).toEqual(['I think, that is, we do', 'No', 'Fewer, please'])
  })

  test('Excel’s delimiter hint is obeyed and is not a row', async () => {
    const table = await readText('sep=;\r\na;b\r\n1,5;2\r\n')
    expect(table).toMatchObject({
      delimiter: ';',
      header: ['a', 'b'],
      rows: [{ row: 2, cells: ['1,5', '2'] }],
    })
  })

  test('a quoted line break stays in its cell, and rows are counted as a spreadsheet shows them', async () => {
    const table = await readText('id,comment\n1,"two\nlines"\n\n2,last\n')
    expect(table.rows).toEqual([
      { row: 2, cells: ['1', 'two\nlines'] },
      { row: 4, cells: ['2', 'last'] },
    ])
    expect(table.notes).toContain('blank-rows')
  })

  test('ragged rows are kept, filled up and noted; extra cells get a column', async () => {
    const table = await readText('a,b\n1\n1,2,3\n')
    expect(table.header).toEqual(['a', 'b', 'C'])
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
    ])
    expect(table.notes).toContain('ragged-rows')
  })

  test.each<[string, Uint8Array, string]>([
    ['utf-8 with a mark', Buffer.from('\uFEFFname,word\nJosé,ñ'), 'utf-8'],
    ['utf-8', Buffer.from('name,word\nJosé,ñ'), 'utf-8'],
    ['utf-16le with a mark', Buffer.from('\uFEFFname,word\nJosé,ñ', 'utf16le'), 'utf-16le'],
    ['utf-16le without', Buffer.from('name,word\nJosé,ñ', 'utf16le'), 'utf-16le'],
    ['utf-16be', Buffer.from('\uFEFFname,word\nJosé,ñ', 'utf16le').swap16(), 'utf-16be'],
    ['windows-1252', Buffer.from('name,word\nJosé,ñ', 'latin1'), 'windows-1252'],
  ])('%s is read', async (_, bytes, encoding) => {
    const table = tableOf(await readTable(bytes, 'x.csv'))
    expect(table).toMatchObject({
      encoding,
      header: ['name', 'word'],
      rows: [{ row: 2, cells: ['José', 'ñ'] }],
    })
  })

  test('titles above the table are passed over', async () => {
    const table = await readText('Spring survey\n\nid,school,comment\n1,A,x\n2,B,y\n3,C,z\n')
    expect(table).toMatchObject({
      header: ['id', 'school', 'comment'],
      rows: [{ row: 4 }, { row: 5 }, { row: 6 }],
    })
    expect(table.notes).toContain('rows-before-header')
  })

  test('a table without a header gets the letters of the spreadsheet, and the person may decide', async () => {
    const text = '2027-03-01,ana@example.org,5.5\n2027-03-02,ben@example.org,4.1\n'
    expect(await readText(text)).toMatchObject({ header: ['A', 'B', 'C'], rows: [{ row: 1 }, { row: 2 }] })
    const decided = await readText(text, defaultTableLimits, { header: true })
    expect(decided.rows).toHaveLength(1)
  })

  test('years and numbered questions are names of columns', async () => {
    expect((await readText('school,2025,2026\nA,1,2\n')).header).toEqual(['school', '2025', '2026'])
  })

  test('column names are made different', async () => {
    const table = await readText('comment,comment,\na,b,c\n')
    expect(table.header).toEqual(['comment', 'comment (2)', 'C'])
    expect(table.notes).toEqual(expect.arrayContaining(['header-repeated', 'header-empty']))
  })

  test('a long cell is named by row and column', async () => {
    const read = await readTable(Buffer.from('a,b\n1,xxxxxxxxxx\n'), 'x.csv', {
      ...defaultTableLimits,
      cellLength: 5,
    })
    expect(read).toEqual({
      outcome: 'fault',
      faults: [{ row: 2, column: 'B', problem: 'cell-too-long', detail: '5' }],
    })
  })

  test.each<[TableProblem, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'x.csv'],
    ['empty', Buffer.from(' \n \n'), 'x.csv'],
    ['no-rows', Buffer.from('a,b\n'), 'x.csv'],
    ['unclosed-quote', Buffer.from('a,b\n1,"never closed\n2,3\n'), 'x.csv'],
    ['not-a-table', Buffer.from('%PDF-1.7\n1 0 obj'), 'x.csv'],
    ['not-a-table', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 4]), 'x.csv'],
    ['not-a-table', Buffer.from('<html><table><tr><td>a</table>'), 'x.xls'],
    ['old-excel', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'x.xls'],
    ['password-protected', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'x.xlsx'],
    ['broken-file', Buffer.from('504b030400000000', 'hex'), 'x.xlsx'],
    ['too-many-rows', Buffer.from('a,b\n1,2\n1,2\n1,2\n1,2\n1,2\n'), 'x.csv'],
    ['too-many-columns', Buffer.from('a,b,c,d,e\n1,2,3,4,5\n'), 'x.csv'],
    ['too-large', Buffer.alloc(1001, 'a'), 'x.csv'],
  ])('the answer is %s', async (problem, bytes, name) => {
    expect(await problemOf(bytes, name, { ...defaultTableLimits, bytes: 1000, rows: 4, columns: 4 })).toBe(
      problem,
    )
  })
})

describe('XLSX', () => {
  const cells = [
    ['id', 'comment', 'day', 'at', 'adult'],
    [
      1,
      'Más maestros, por favor',
      new Date(Date.UTC(2027, 2, 1)),
      new Date(Date.UTC(2027, 2, 1, 18, 30)),
      true,
    ],
    [2.5, ' two\nlines ', null, null, false],
  ]

  test('the first sheet that holds something is read, dates as ISO text', async () => {
    const file = await writeExcelFile([
      { sheet: 'Notes', data: [[null]] },
      { sheet: 'Comments', data: cells, dateFormat: 'yyyy-mm-dd' },
    ]).toBuffer()
    const table = tableOf(await readTable(file, 'comments.xlsx'))
    expect(table).toMatchObject({
      format: 'xlsx',
      sheet: 'Comments',
      sheets: ['Notes', 'Comments'],
      header: cells[0],
    })
    expect(table.rows).toEqual([
      { row: 2, cells: ['1', 'Más maestros, por favor', '2027-03-01', '2027-03-01T18:30:00', 'TRUE'] },
      { row: 3, cells: ['2.5', ' two\nlines ', '', '', 'FALSE'] },
    ])
  })

  test('a sheet is chosen by name, and a missing one is said', async () => {
    const file = await writeExcelFile([
      { sheet: 'One', data: [['a'], ['1']] },
      { sheet: 'Two', data: [['b'], ['2']] },
    ]).toBuffer()
    expect(tableOf(await readTable(file, 'x.xlsx', defaultTableLimits, { sheet: 'Two' })).header).toEqual([
      'b',
    ])
    expect(tableOf(await readTable(file, 'x.xlsx')).notes).toContain('more-sheets')
    expect(await readTable(file, 'x.xlsx', defaultTableLimits, { sheet: 'Three' })).toMatchObject({
      faults: [{ problem: 'no-such-sheet', detail: 'Three' }],
    })
  })

  async function workbookWith(sheet: string): Promise<Uint8Array> {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const parts: Record<string, string> = {
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      'xl/workbook.xml': `<workbook xmlns:r="${type}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': sheet,
    }
    return buffer(
      zipStream(Object.entries(parts).map(([path, text]) => ({ path, content: Buffer.from(text) }))),
    )
  }
  const grid = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
  const row1 = '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>'

  test('styled but empty cells and rows at the end of the world cost nothing', async () => {
    const file = await workbookWith(
      grid(
        `${row1}<row r="2"><c r="A2"><v>7</v></c><c r="XFD2" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>`,
      ),
    )
    expect(tableOf(await readTable(file, 'x.xlsx')).rows).toEqual([{ row: 2, cells: ['7'] }])
  })

  test.each<[TableProblem, string]>([
    ['too-many-columns', grid(`${row1}<row r="2"><c r="XFD2"><v>1</v></c></row>`)],
    [
      'too-many-rows',
      grid(
        `${row1}<row r="2"><c r="SF2"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>`,
      ),
    ],
    ['broken-file', grid(`${row1}<row r="999999999999"><c><v>1</v></c></row>`)],
    ['broken-file', grid(`${row1}<row r="2"><c r="ZZZZZZZZ2"><v>1</v></c></row>`)],
    ['broken-file', grid(`${row1}<row r="2"><c r=A2><v>1</v></c></row>`)],
    ['broken-file', `<!DOCTYPE w [<!ENTITY a "aa">]>${grid(row1)}`],
    ['broken-file', '<worksheet><sheetData><row><c'],
  ])('a hostile sheet is answered with %s', async (problem, sheet) => {
    expect(await problemOf(await workbookWith(sheet), 'x.xlsx')).toBe(problem)
  })

  test('a bomb is refused by its directory, and one that lies about its size when it begins to unfold', async () => {
    const bomb = Buffer.from(await workbookWith(grid(row1 + ' '.repeat(30_000_000))))
    const limits = { ...defaultTableLimits, unpackedBytes: 10_000_000 }
    expect(await problemOf(bomb, 'x.xlsx', limits)).toBe('expands-too-far')
    const at = bomb.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    bomb.writeUInt32LE(500, at + 24)
    expect(await problemOf(bomb, 'x.xlsx', limits)).toBe('broken-file')
  })

  test('a document that is no workbook is not a table', async () => {
    const file = await buffer(zipStream([{ path: 'word/document.xml', content: Buffer.from('<w/>') }]))
    expect(await problemOf(file, 'x.xlsx')).toBe('not-a-table')
  })
})

describe('any bytes', () => {
  const answers = ['table', 'fault']

  test('random bytes get an answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 600 }),
        fc.constantFrom('a.csv', 'a.xlsx', ''),
        async (bytes, name) => {
          expect(answers).toContain((await readTable(bytes, name)).outcome)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('random text gets an answer, and every row is as wide as the header', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', ',', ';', '\t', '\r', '\n', '\r\n', '|', '\0', '='),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const read = await readTable(Buffer.from(pieces.join('')), 'x.csv')
        if (read.outcome === 'fault') return
        for (const row of read.rows) expect(row.cells).toHaveLength(read.header.length)
        expect(new Set(read.header).size).toBe(read.header.length)
      }),
      { numRuns: 1000 },
    )
  })

  test('a workbook with damaged bytes gets an answer', async () => {
    const whole = await writeExcelFile([
      {
        sheet: 'S',
        data: [
          ['a', 'b'],
          ['x', 1],
          ['y', 2],
        ],
      },
    ]).toBuffer()
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        expect(answers).toContain((await readTable(bytes, 'x.xlsx')).outcome)
        expect(answers).toContain((await readTable(bytes.subarray(0, length), 'x.xlsx')).outcome)
      }),
      { numRuns: 300 },
    )
  }, 30_000)

  test('a well-formed table survives writing and reading', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((text) => `x${text.replace(/[\r\p{Cc}]/gu, '')}x`)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(',', ';', '\t', '|'),
        fc.array(fc.tuple(word, word, word), { minLength: 3, maxLength: 8 }),
        async (delimiter, records) => {
          const text = stringify([['id', 'school', 'comment'], ...records], { delimiter, quoted: true })
          const table = await readText(text)
          expect(table.rows.map((row) => row.cells)).toEqual(records)
        },
      ),
      { numRuns: 200 },
    )
  })
})

test('columns are lettered as in a spreadsheet', () => {
  expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})
