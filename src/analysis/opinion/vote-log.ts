import { type CsvFault, findColumns, guessSeparator } from './csv-columns.ts'
import { isUtf8, numberIn, shown, textOf, voteIn } from './csv-fields.ts'
import { IdTable } from './id-table.ts'
import { VoteBlock, votesPerBlock } from './vote-block.ts'

/** Votes as they were logged, repeats included, in the order of the log. Kept in blocks, so that nothing is copied to grow. */
export interface VoteLog {
  /** Ids in order of appearance. */
  participants: string[]
  statements: string[]
  votes: number
  /** The last may be only part full. */
  blocks: VoteBlock[]
}

export type VoteLogReading = { outcome: 'read'; log: VoteLog } | { outcome: 'faulty'; faults: CsvFault[] }

const mostStatements = 65_535
const mostFaults = 20
const longestField = 65_536

const comma = 44
const quote = 34
const lineFeed = 10
const carriageReturn = 13
const space = 32

const columnNames = {
  time: ['timestamp', 'created', 'created-at'],
  statement: ['comment-id', 'tid', 'statement-id', 'comment', 'statement'],
  participant: ['voter-id', 'pid', 'participant-id', 'participant', 'voter'],
  vote: ['vote', 'value'],
} as const
type Role = keyof typeof columnNames

/**
 * Reads a log of votes (`votes.csv`: timestamp, comment-id, voter-id, vote, other columns passed over) piece by piece, so
 * that a file of any size needs memory only for its votes. Columns are found by their names in the header. UTF-8 with or
 * without a mark, or UTF-16 with one; commas, semicolons or tabs; quoted fields; any line ends; blank lines count as rows
 * but hold nothing. A row that cannot be understood is a fault with its number; data rows count from 1.
 */
export class VoteLogReader {
  private readonly participants = new IdTable()
  private readonly statements = new IdTable()
  private readonly blocks: VoteBlock[] = []
  private votes = 0
  private readonly faults: CsvFault[] = []
  private faulty = 0

  /** Turns UTF-16 into UTF-8; undefined before the first bytes, null when there is nothing to turn. */
  private recode: TextDecoder | null | undefined
  private head: Uint8Array<ArrayBufferLike> = new Uint8Array(0)
  private separator = comma
  /** Role of each column, once the header is read. */
  private roles: (Role | null)[] | null = null
  private readonly header: string[] = []

  // The field and record being read.
  private state: 'start' | 'plain' | 'quoted' | 'quote-in-quoted' = 'start'
  private carried = new Uint8Array(256)
  private carriedLength = 0
  private field = 0
  private row = 0
  private afterReturn = false
  private isBlank = true
  private unfit: string | null = null
  private time = 0
  private statement = -1
  private participant = -1
  private value = 0

  /** Takes the next bytes of the file; they may be reused by the caller afterwards. */
  feed(bytes: Uint8Array): void {
    if (this.recode === undefined) {
      this.head = joined(this.head, bytes)
      // A mark and the whole header are needed to know how the rest is written.
      if (this.head.length < 4 || !hasLineEnd(this.head)) return
      const head = this.head
      this.head = new Uint8Array(0)
      this.begin(head)
      return
    }
    this.read(
      this.recode === null ? bytes : new TextEncoder().encode(this.recode.decode(bytes, { stream: true })),
    )
  }

  /** Ends the file; the reader cannot be used again. */
  finish(): VoteLogReading {
    if (this.recode === undefined) this.begin(this.head)
    if (this.recode) this.read(new TextEncoder().encode(this.recode.decode()))
    if (this.state === 'quoted') this.unfit = 'opens a quotation mark that is never closed'
    if (this.state !== 'start' || this.field > 0) {
      this.endField(this.carried, 0, this.carriedLength)
      this.endRecord()
    }
    if (this.roles === null) this.refuse(undefined, 'is empty')
    if (this.faulty > this.faults.length) {
      this.faults.push({ message: `${this.faulty - this.faults.length} more rows cannot be read` })
    }
    if (this.faults.length > 0) return { outcome: 'faulty', faults: this.faults }
    return {
      outcome: 'read',
      log: {
        participants: this.participants.texts(),
        statements: this.statements.texts(),
        votes: this.votes,
        blocks: this.blocks,
      },
    }
  }

  private begin(head: Uint8Array): void {
    const isLittle = head[0] === 0xff && head[1] === 0xfe
    const isBig = head[0] === 0xfe && head[1] === 0xff
    this.recode = isLittle ? new TextDecoder('utf-16le') : isBig ? new TextDecoder('utf-16be') : null
    let text = this.recode ? new TextEncoder().encode(this.recode.decode(head, { stream: true })) : head
    if (text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf) text = text.subarray(3)
    this.separator = guessSeparator(text)
    this.read(text)
  }

  private read(bytes: Uint8Array): void {
    const { separator } = this
    const length = bytes.length
    let at = 0
    while (at < length) {
      const byte = bytes[at]!
      if (this.state === 'plain' || (this.state === 'start' && byte !== quote)) {
        // A line feed after a carriage return ends nothing more.
        if (this.afterReturn) {
          this.afterReturn = false
          if (byte === lineFeed) {
            at++
            continue
          }
        }
        let end = at
        while (end < length) {
          const next = bytes[end]!
          if (next === separator || next === lineFeed || next === carriageReturn) break
          end++
        }
        if (end === length) {
          this.carry(bytes, at, end)
          this.state = 'plain'
          return
        }
        if (this.carriedLength > 0) {
          this.carry(bytes, at, end)
          this.endField(this.carried, 0, this.carriedLength)
        } else this.endField(bytes, at, end)
        if (bytes[end] !== separator) {
          this.endRecord()
          this.afterReturn = bytes[end] === carriageReturn
        }
        at = end + 1
      } else if (this.state === 'start') {
        this.afterReturn = false
        this.isBlank = false
        this.state = 'quoted'
        at++
      } else if (this.state === 'quoted') {
        let end = at
        while (end < length && bytes[end] !== quote) end++
        this.carry(bytes, at, end)
        if (end < length) this.state = 'quote-in-quoted'
        at = end + 1
      } else {
        at++
        if (byte === quote) {
          this.carry(bytes, at - 1, at)
          this.state = 'quoted'
        } else if (byte === separator || byte === lineFeed || byte === carriageReturn) {
          this.endField(this.carried, 0, this.carriedLength)
          if (byte !== separator) {
            this.endRecord()
            this.afterReturn = byte === carriageReturn
          }
        } else if (byte !== space) this.unfit ??= 'has text after a closing quotation mark'
      }
    }
  }

  private carry(bytes: Uint8Array, from: number, to: number): void {
    const needed = this.carriedLength + to - from
    if (needed > longestField) {
      this.unfit ??= 'has a field that is too long'
      return
    }
    if (needed > this.carried.length) {
      const larger = new Uint8Array(Math.max(needed, this.carried.length * 2))
      larger.set(this.carried)
      this.carried = larger
    }
    this.carried.set(bytes.subarray(from, to), this.carriedLength)
    this.carriedLength = needed
  }

  private endField(bytes: Uint8Array, from: number, to: number): void {
    this.state = 'start'
    this.carriedLength = 0
    const role = this.roles === null ? 'header' : this.roles[this.field]
    this.field++
    if (to > from) this.isBlank = false
    if (role === null || role === undefined) return
    while (from < to && bytes[from] === space) from++
    while (to > from && bytes[to - 1] === space) to--
    switch (role) {
      case 'header':
        this.header.push(textOf(bytes, from, to))
        return
      case 'time':
        this.time = numberIn(bytes, from, to)
        if (Number.isNaN(this.time)) this.unfit ??= `${shown(bytes, from, to)} is not a time in milliseconds`
        return
      case 'vote':
        this.value = voteIn(bytes, from, to)
        if (this.value > 1) this.unfit ??= `${shown(bytes, from, to)} is not a vote (1, 0 or -1)`
        return
      case 'participant':
        this.participant = this.idIn(this.participants, bytes, from, to, 'participant')
        return
      case 'statement':
        this.statement = this.idIn(this.statements, bytes, from, to, 'statement')
        return
    }
  }

  /** Number of the id, −1 when there is none. An id of a row that turns out faulty is numbered too; nothing is kept then. */
  private idIn(table: IdTable, bytes: Uint8Array, from: number, to: number, name: string): number {
    if (from === to) {
      this.unfit ??= `there is no ${name} id`
      return -1
    }
    for (let i = from; i < to; i++) {
      if (bytes[i]! < space || bytes[i] === 0x7f) {
        this.unfit ??= `the ${name} id ${shown(bytes, from, to)} has a control character`
        return -1
      }
    }
    const known = table.size
    const id = table.intern(bytes, from, to)
    if (id === known && !isUtf8(bytes, from, to)) this.unfit ??= `the ${name} id is not UTF-8 text`
    return id
  }

  private endRecord(): void {
    if (this.roles === null) this.endHeader()
    else {
      this.row++
      const columns = this.roles.length
      if (!this.isBlank) {
        if (this.field !== columns) {
          this.unfit = `has ${this.field} ${this.field === 1 ? 'column' : 'columns'} where the header has ${columns}`
        }
        if (this.statement >= mostStatements)
          this.unfit ??= `there are more than ${mostStatements} statements`
        if (this.unfit !== null) this.refuse(this.row, this.unfit)
        else this.store()
      }
    }
    this.field = 0
    this.isBlank = true
    this.unfit = null
    this.carriedLength = 0
    this.state = 'start'
  }

  private endHeader(): void {
    const found = findColumns(this.header, columnNames)
    if (found.outcome === 'faulty') {
      // Rows mean nothing without a header; none of them is a fault of its own.
      for (const fault of found.faults) this.refuse(undefined, fault)
      this.roles = []
      return
    }
    this.roles = this.header.map(() => null)
    for (const role of Object.keys(columnNames) as Role[]) this.roles[found.columns[role]] = role
  }

  private store(): void {
    const place = this.votes % votesPerBlock
    if (place === 0) this.blocks.push(new VoteBlock())
    const block = this.blocks[this.blocks.length - 1]!
    block.set(place, this.participant, this.statement, this.value, this.time)
    this.votes++
  }

  private refuse(row: number | undefined, message: string): void {
    if (this.roles?.length === 0) return
    this.faulty++
    if (this.faults.length < mostFaults) this.faults.push(row === undefined ? { message } : { row, message })
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

function hasLineEnd(bytes: Uint8Array): boolean {
  return bytes.includes(lineFeed) || bytes.includes(carriageReturn)
}
