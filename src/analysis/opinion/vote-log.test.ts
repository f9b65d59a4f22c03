import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { votesPerBlock } from './vote-block.ts'
import { type VoteLog, VoteLogReader } from './vote-log.ts'

type Row = { time: number; statement: string; participant: string; vote: number }

function read(bytes: Uint8Array, pieces: readonly number[] = []) {
  const reader = new VoteLogReader()
  let at = 0
  for (const size of pieces) {
    // The caller may use its buffer again after each piece.
    const piece = bytes.slice(at, at + size)
    reader.feed(piece)
    piece.fill(0x22)
    at += size
  }
  reader.feed(bytes.slice(at))
  return reader.finish()
}

const readText = (text: string) => read(new TextEncoder().encode(text))

function rowsOf(log: VoteLog): Row[] {
  return Array.from({ length: log.votes }, (_, v) => {
    const block = log.blocks[Math.floor(v / votesPerBlock)]!
    const at = v % votesPerBlock
    return {
      time: block.timeAt(at),
      statement: log.statements[block.statement[at]!]!,
      participant: log.participants[block.participant[at]!]!,
      vote: block.value[at]!,
    }
  })
}

function rowsIn(reading: ReturnType<typeof read>): Row[] {
  if (reading.outcome === 'faulty') throw new Error(JSON.stringify(reading.faults))
  return rowsOf(reading.log)
}

const faultsIn = (text: string) => {
  const reading = readText(text)
  return reading.outcome === 'faulty' ? reading.faults : []
}

const header = 'timestamp,datetime,comment-id,voter-id,vote\n'

describe('VoteLogReader', () => {
  test('reads a log as it is exported', () => {
    expect(
      rowsIn(
        readText(`${header}1403054214196,Wed Jun 18 08:16:54 WIB 2014,0,7,-1\n1403057082753,x,12,7,1\n`),
      ),
    ).toEqual([
      { time: 1403054214196, statement: '0', participant: '7', vote: -1 },
      { time: 1403057082753, statement: '12', participant: '7', vote: 1 },
    ])
  })

  test('finds the columns by their names, in any order and case', () => {
    const expected = [{ time: 5, statement: 's', participant: 'p', vote: 0 }]
    expect(rowsIn(readText('vote,VOTER_ID,Comment ID,timestamp\n0,p,s,5'))).toEqual(expected)
    expect(rowsIn(readText('pid,tid,vote,created\np,s,0,5'))).toEqual(expected)
    expect(rowsIn(readText('participant,statement-id,vote,timestamp\np,s,0,5'))).toEqual(expected)
  })

  test('reads semicolons, tabs, a byte order mark and UTF-16', () => {
    const expected = [{ time: 5, statement: 'é', participant: '人', vote: 1 }]
    expect(rowsIn(readText('\ufefftimestamp;comment-id;voter-id;vote\r\n5;é;人;1\r\n'))).toEqual(expected)
    const tabs = 'timestamp\tcomment-id\tvoter-id\tvote\n5\té\t人\t1\n'
    expect(rowsIn(readText(tabs))).toEqual(expected)
    for (const isLittle of [true, false]) {
      const bytes = new Uint8Array(2 + tabs.length * 2)
      const view = new DataView(bytes.buffer)
      for (const [at, letter] of [...`\ufeff${tabs}`].entries()) {
        view.setUint16(at * 2, letter.charCodeAt(0), isLittle)
      }
      expect(rowsIn(read(bytes))).toEqual(expected)
      expect(rowsIn(read(bytes, [1, 1, 3, 5, 60]))).toEqual(expected)
    }
  })

  test('takes spaces around a field, and votes as a spreadsheet writes them', () => {
    expect(
      rowsIn(readText(`${header}5,, s , p , +1 \n6,,s,p,-1.0\n7,,s,p,0.0\n`)).map(({ vote }) => vote),
    ).toEqual([1, -1, 0])
  })

  test('a file with only a header holds no votes; one without is a fault', () => {
    expect(rowsIn(readText(header))).toEqual([])
    expect(faultsIn('')).toEqual([{ message: 'is empty' }])
    expect(faultsIn('a,b\n1,2\n')).toHaveLength(4)
    expect(faultsIn('timestamp,comment-id,voter-id,vote,vote\n')).toEqual([
      { message: 'the header has "vote" twice' },
    ])
  })

  test.each([
    ['1,,s,p,2', '"2" is not a vote (1, 0 or -1)'],
    ['1,,s,p,', '"" is not a vote (1, 0 or -1)'],
    ['1,,s,p,agree', '"agree" is not a vote (1, 0 or -1)'],
    ['1,,s,p,0.5', '"0.5" is not a vote (1, 0 or -1)'],
    ['1,,,p,1', 'there is no statement id'],
    ['1,, ,p,1', 'there is no statement id'],
    ['1,,s,,1', 'there is no participant id'],
    [',,s,p,1', '"" is not a time in milliseconds'],
    ['yesterday,,s,p,1', '"yesterday" is not a time in milliseconds'],
    ['1.4E+12,,s,p,1', '"1.4E+12" is not a time in milliseconds'],
    ['1,,s,p', 'has 4 columns where the header has 5'],
    ['1,,s,p,1,1', 'has 6 columns where the header has 5'],
    ['1,"",s,"p"x,1', 'has text after a closing quotation mark'],
    ['1,,s,p\u0000,1', 'the participant id "p\\u0000" has a control character'],
  ])('refuses the row %j', (row, message) => {
    expect(faultsIn(`${header}1,,s,p,1\n\n${row}\n1,,s,p,0\n`)).toEqual([{ row: 3, message }])
  })

  test('refuses an id that is not UTF-8, and a quotation mark that is never closed', () => {
    const latin = Uint8Array.from([...`${header}1,,s,p,1\n1,,s,\xe9,1\n`], (letter) => letter.charCodeAt(0))
    expect(read(latin)).toEqual({
      outcome: 'faulty',
      faults: [{ row: 2, message: 'the participant id is not UTF-8 text' }],
    })
    expect(faultsIn(`${header}1,,s,p,1\n1,,s,"p,1\n`)).toMatchObject([{ row: 2 }])
  })

  test('tells the first twenty faults and counts the others', () => {
    const faults = faultsIn(`${header}${'1,,s,p,9\n'.repeat(50)}`)
    expect(faults).toHaveLength(21)
    expect(faults[20]).toEqual({ message: '30 more rows cannot be read' })
  })

  test('reads what was written, however it is quoted and wherever the pieces are cut', () => {
    const id = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .map((text) => text.replace(/[\u0000-\u001f\u007f]/g, '_').trim())
      .filter((text) => text !== '')
    const row = fc.record({
      time: fc.integer({ min: 0, max: 2_000_000_000_000 }),
      note: fc.string({ maxLength: 10 }),
      statement: id,
      participant: id,
      vote: fc.constantFrom(-1, 0, 1),
    })
    const wellFormed = (text: string) => text.isWellFormed()
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 300 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        (given, pieces, end, quoteAll) => {
          const rows = given.filter((entry) => wellFormed(entry.statement) && wellFormed(entry.participant))
          const cell = (text: string) =>
            quoteAll || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
          const lines = rows.map(({ time, note, statement, participant, vote }) =>
            [time, note, statement, participant, vote].map((part) => cell(String(part))).join(','),
          )
          const text = [`timestamp,note,comment-id,voter-id,vote`, ...lines].join(end)
          expect(rowsIn(read(new TextEncoder().encode(text), pieces))).toEqual(
            rows.map(({ time, statement, participant, vote }) => ({ time, statement, participant, vote })),
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  test('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, withHeader) => {
        const start = withHeader ? new TextEncoder().encode(header) : new Uint8Array(0)
        const file = new Uint8Array(start.length + bytes.length)
        file.set(start)
        file.set(bytes, start.length)
        expect(['read', 'faulty']).toContain(read(file).outcome)
      }),
      { numRuns: 300 },
    )
  })

  test('keeps more votes than one block holds', () => {
    const count = votesPerBlock + 10
    const lines = Array.from({ length: count }, (_, v) => `${v},,${v % 7},${v},1\n`)
    const rows = rowsIn(readText(header + lines.join('')))
    expect(rows).toHaveLength(count)
    expect(rows[count - 1]).toEqual({
      time: count - 1,
      statement: String((count - 1) % 7),
      participant: String(count - 1),
      vote: 1,
    })
  })
})
