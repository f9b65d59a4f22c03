import { type Duplex, Readable } from 'node:stream'
import type pg from 'pg'

// COPY is a sub-protocol of its own; `pg` passes its messages to whatever stands in the place of a query.
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-COPY

/** The part of a `pg` connection that COPY needs. */
type Wire = {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
  stream: Duplex
}

type CommandComplete = { text: string }

const noMessage = {
  handleRowDescription: () => undefined,
  handleDataRow: () => undefined,
  handlePortalSuspended: () => undefined,
  handleEmptyQuery: () => undefined,
}

/** The row count of a command tag such as `COPY 42`. */
const rowsOf = ({ text }: CommandComplete) => Number(text.split(' ')[1])

const chunkSize = 64 * 1024

/** Runs a `COPY … TO STDOUT` and gives its bytes as they come; `rows` is known when the stream has ended. */
export function copyOut(client: pg.ClientBase, statement: string): Readable & { rows: number } {
  let wire: Wire | undefined
  let pending: Buffer[] = []
  let size = 0
  const resume = () => void wire?.stream.resume()
  const stream = Object.assign(
    new Readable({
      highWaterMark: 4 * chunkSize,
      read: resume,
      destroy(error, done) {
        // What is still on its way is read and dropped, so that the connection can be used again.
        resume()
        done(error)
      },
    }),
    { rows: 0 },
  )
  const flush = () => {
    if (size === 0 || stream.destroyed) return
    const room = stream.push(Buffer.concat(pending, size))
    pending = []
    size = 0
    if (!room) wire?.stream.pause()
  }
  const submittable = {
    ...noMessage,
    submit(connection: unknown) {
      wire = connection as Wire // as: pg types its connection as an event emitter only
      wire.query(statement)
    },
    handleCopyInResponse: () => wire?.sendCopyFail('COPY … FROM STDIN where TO STDOUT was meant'),
    handleCopyData({ chunk }: { chunk: Buffer }) {
      // The parser uses its buffer again, so the bytes must be copied.
      pending.push(Buffer.from(chunk))
      size += chunk.length
      if (size >= chunkSize) flush()
    },
    handleCommandComplete(message: CommandComplete) {
      stream.rows = rowsOf(message)
    },
    handleError: (error: Error) => void stream.destroy(error),
    handleReadyForQuery() {
      flush()
      resume()
      if (!stream.destroyed) stream.push(null)
    },
  }
  client.query(submittable as unknown as pg.Submittable) // as: pg calls more than its type tells
  return stream
}

/** Runs a `COPY … FROM STDIN` with these bytes and gives the number of rows that were added. */
export function copyIn(
  client: pg.ClientBase,
  statement: string,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let wire: Wire | undefined
    let failure: Error | undefined
    let rows = 0
    let release = () => undefined as void
    const pump = async (wire: Wire) => {
      try {
        for await (const chunk of source) {
          if (failure) return
          wire.sendCopyFromChunk(chunk)
          if (!wire.stream.writableNeedDrain) continue
          await new Promise<void>((go) => {
            release = go
            wire.stream.once('drain', go)
          })
        }
        if (!failure) wire.endCopyFrom()
      } catch (error) {
        failure = error instanceof Error ? error : new Error(String(error))
        wire.sendCopyFail('the source ended early')
      }
    }
    const submittable = {
      ...noMessage,
      submit(connection: unknown) {
        wire = connection as Wire // as: pg types its connection as an event emitter only
        wire.query(statement)
      },
      handleCopyInResponse: () => void (wire && pump(wire)),
      handleCopyData: () => undefined,
      handleCommandComplete(message: CommandComplete) {
        rows = rowsOf(message)
      },
      handleError(error: Error) {
        failure ??= error
        release()
        // After an error pg sends nothing more to this query.
        reject(failure)
      },
      handleReadyForQuery: () => resolve(rows),
    }
    client.query(submittable as unknown as pg.Submittable) // as: pg calls more than its type tells
  })
}
