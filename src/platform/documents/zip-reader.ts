import { inflateRawSync } from 'node:zlib'

/** A file inside a ZIP archive, as its central directory describes it. */
export type PackedFile = {
  path: string
  packedSize: number
  size: number
  method: number
  offset: number
  encrypted: boolean
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50

/**
 * The central directory of a ZIP archive, or undefined when the bytes are no archive that we read (ZIP64 and split
 * archives included: no spreadsheet or document within our limits needs them).
 */
export function zipDirectory(bytes: Uint8Array): PackedFile[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const files: PackedFile[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const tail = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (at + 46 + nameLength > view.byteLength) return undefined
    files.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + nameLength + tail
  }
  return files
}

/**
 * The content of one packed file, or undefined when it is damaged or larger than its directory entry says: inflating
 * stops at the promised size, so a bomb that lies about its size never unfolds.
 */
export function unpack(bytes: Uint8Array, file: PackedFile): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.encrypted || file.offset + 30 > view.byteLength) return undefined
  if (view.getUint32(file.offset, true) !== localHeader) return undefined
  const start =
    file.offset + 30 + view.getUint16(file.offset + 26, true) + view.getUint16(file.offset + 28, true)
  const packed = bytes.subarray(start, start + file.packedSize)
  if (packed.length !== file.packedSize) return undefined
  if (file.method === 0) return packed.length === file.size ? packed : undefined
  if (file.method !== 8) return undefined
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(file.size, 1) })
    return content.length === file.size ? content : undefined
  } catch {
    return undefined
  }
}

/** The record at the very end; a comment of up to 65,535 bytes may follow it. */
function findEnd(view: DataView): number | undefined {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  return undefined
}
