import { fileTypeFromBuffer } from 'file-type'
import { zipDirectory } from '../documents/zip-reader.ts'

/** The kinds of file that people may send; each is served under its one media type. */
export type FileKind = 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'png' | 'jpg' | 'webp' | 'txt'

const office = 'application/vnd.openxmlformats-officedocument'

const kinds: Record<FileKind, { type: string; names: readonly string[] }> = {
  pdf: { type: 'application/pdf', names: ['pdf'] },
  docx: { type: `${office}.wordprocessingml.document`, names: ['docx'] },
  xlsx: { type: `${office}.spreadsheetml.sheet`, names: ['xlsx'] },
  pptx: { type: `${office}.presentationml.presentation`, names: ['pptx'] },
  png: { type: 'image/png', names: ['png'] },
  jpg: { type: 'image/jpeg', names: ['jpg', 'jpeg'] },
  webp: { type: 'image/webp', names: ['webp'] },
  txt: { type: 'text/plain; charset=utf-8', names: ['txt'] },
}

export type SniffedFile =
  | { outcome: 'accepted'; type: string; extension: FileKind }
  | { outcome: 'refused'; reason: 'too-large' | 'empty' | 'type-not-allowed' | 'content-does-not-match' }

/**
 * Whether an upload is what its name says, judged by its bytes; what the browser claims is never asked. Office files that
 * carry macros are refused.
 */
export async function sniffFile(
  bytes: Uint8Array,
  declaredName: string,
  allowed: { kinds: readonly FileKind[]; maxBytes: number },
): Promise<SniffedFile> {
  if (bytes.length === 0) return { outcome: 'refused', reason: 'empty' }
  if (bytes.length > allowed.maxBytes) return { outcome: 'refused', reason: 'too-large' }
  const ending = /\.([a-z0-9]{1,8})$/i.exec(declaredName.trim())?.[1]?.toLowerCase() ?? ''
  const kind = allowed.kinds.find((allowedKind) => kinds[allowedKind].names.includes(ending))
  if (!kind) return { outcome: 'refused', reason: 'type-not-allowed' }
  if (!(await isOfKind(bytes, kind))) return { outcome: 'refused', reason: 'content-does-not-match' }
  return { outcome: 'accepted', type: kinds[kind].type, extension: kind }
}

async function isOfKind(bytes: Uint8Array, kind: FileKind): Promise<boolean> {
  const found = await detect(bytes)
  if (kind === 'txt') return found === undefined && isPlainText(bytes)
  if (found !== kind) return false
  return kind !== 'docx' && kind !== 'xlsx' && kind !== 'pptx' ? true : hasNoMacros(bytes)
}

/** A damaged file may make the detector stop with an error; what it cannot read is of no known kind. */
async function detect(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes))?.ext
  } catch {
    return 'unreadable'
  }
}

function hasNoMacros(bytes: Uint8Array): boolean {
  const files = zipDirectory(bytes)
  return files !== undefined && !files.some((file) => /vbaProject|\.(?:exe|dll|js|vbs)$/i.test(file.path))
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/[\u0000-\u0008\u000E-\u001F\u007F]/.test(text)
  } catch {
    return false
  }
}
