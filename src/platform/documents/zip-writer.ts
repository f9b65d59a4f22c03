import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** One file of a ZIP archive; the path is relative and uses forward slashes. */
export type ZipEntry = { path: string; content: Uint8Array | Readable }

/**
 * A ZIP archive as a stream. Entries are asked for one after another, each only when the one before has been written,
 * so an archive of any size needs little memory. A failing entry destroys the stream: a cut download, never a silent gap.
 */
export function zipStream(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  { modified }: { modified?: Date } = {},
): Readable {
  const zip = new ZipFile()
  const output = new PassThrough()
  zip.outputStream.pipe(output)
  zip.on('error', (error) => output.destroy(error))
  addAll(zip, entries, modified, output).catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return output
}

async function addAll(
  zip: ZipFile,
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  modified: Date | undefined,
  output: PassThrough,
): Promise<void> {
  const taken = new Set<string>()
  const gone = closed(output)
  for await (const { path, content } of entries) {
    if (output.destroyed) {
      if (content instanceof Readable) content.destroy()
      return
    }
    if (taken.has(path)) throw new Error(`Two files of the archive are called ${path}`)
    taken.add(path)
    const options = modified ? { mtime: modified } : {}
    const stream = content instanceof Readable ? content : Readable.from([content])
    zip.addReadStream(stream, path, options)
    await Promise.race([finished(stream), gone])
    if (output.destroyed) stream.destroy()
  }
  zip.end()
}

function closed(output: PassThrough): Promise<void> {
  return new Promise((resolve) => output.once('close', resolve))
}
