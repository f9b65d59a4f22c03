import fc from 'fast-check'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { zipStream } from '../documents/zip-writer.ts'
import { attachment, safeFileName, sandboxedFileHeaders } from './file-headers.ts'
import { type FileKind, sniffFile } from './sniff.ts'

const kinds: FileKind[] = ['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpg', 'webp', 'txt']
const allowed = { kinds, maxBytes: 100_000 }

function officeFile(part: string, contentType: string, more: Record<string, string> = {}): Promise<Buffer> {
  const main = contentType.replace('%', 'application/vnd.openxmlformats-officedocument')
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${main}.main+xml"/></Types>`,
    '_rels/.rels': '<Relationships/>',
    [part]: '<x/>',
    ...more,
  }
  return buffer(
    zipStream(Object.entries(parts).map(([path, content]) => ({ path, content: Buffer.from(content) }))),
  )
}

const samples: Record<FileKind, Buffer> = {
  pdf: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'),
  docx: await officeFile('word/document.xml', '%.wordprocessingml.document'),
  xlsx: await officeFile('xl/workbook.xml', '%.spreadsheetml.sheet'),
  pptx: await officeFile('ppt/presentation.xml', '%.presentationml.presentation'),
  png: Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082',
    'hex',
  ),
  jpg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  webp: Buffer.from('524946461a000000574542505650384c0d0000002f00000010071011118888fe0700', 'hex'),
  txt: Buffer.from('Más maestros, por favor.\n'),
}

describe('an upload', () => {
  test.each(kinds)('that is %s and says so is accepted', async (kind) => {
    expect(await sniffFile(samples[kind], `My file.${kind.toUpperCase()}`, allowed)).toMatchObject({
      outcome: 'accepted',
      extension: kind,
    })
  })

  test('is refused when it is another kind than its name says, for every pair', async () => {
    for (const named of kinds) {
      for (const real of kinds) {
        const sniffed = await sniffFile(samples[real], `x.${named}`, allowed)
        expect([named, real, sniffed.outcome]).toEqual([named, real, named === real ? 'accepted' : 'refused'])
      }
    }
  })

  test.each<[string, Uint8Array, string, string]>([
    ['empty', new Uint8Array(), 'a.pdf', 'empty'],
    ['too large', Buffer.alloc(100_001, 'a'), 'a.txt', 'too-large'],
    ['of no allowed kind', samples.pdf, 'a.exe', 'type-not-allowed'],
    ['without an ending', samples.pdf, 'pdf', 'type-not-allowed'],
    ['a text in UTF-16', Buffer.from([0xff, 0xfe, 0x3c, 0x00]), 'a.txt', 'content-does-not-match'],
    ['a text with zero bytes', Buffer.from('a\0b'), 'a.txt', 'content-does-not-match'],
    ['a text in another encoding', Buffer.from('Jos\xe9', 'latin1'), 'a.txt', 'content-does-not-match'],
  ])('that is %s is refused', async (_, bytes, name, reason) => {
    expect(await sniffFile(bytes, name, allowed)).toEqual({ outcome: 'refused', reason })
  })

  test('with macros is refused', async () => {
    const file = await officeFile('word/document.xml', '%.wordprocessingml.document', {
      'word/vbaProject.bin': 'x',
    })
    expect(await sniffFile(file, 'a.docx', allowed)).toMatchObject({ reason: 'content-does-not-match' })
  })

  test('of any bytes gets an answer', async () => {
    const damaged = fc.tuple(fc.constantFrom(...kinds), fc.nat(400), fc.nat(255)).map(([kind, at, value]) => {
      const bytes = Buffer.from(samples[kind])
      bytes[at % bytes.length] = value
      return new Uint8Array(bytes.subarray(0, at + 4))
    })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged),
        fc.constantFrom(...kinds),
        async (bytes, kind) => {
          expect(['accepted', 'refused']).toContain((await sniffFile(bytes, `x.${kind}`, allowed)).outcome)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('handing a file out', () => {
  test('it is saved and not shown, and has no rights if shown', () => {
    const headers = sandboxedFileHeaders('Informe año.pdf', 'application/pdf')
    expect(headers).toMatchObject({
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="Informe ano.pdf"; filename*=UTF-8''Informe%20a%C3%B1o.pdf`,
      'X-Content-Type-Options': 'nosniff',
    })
    expect(headers['Content-Security-Policy']).toMatch(/^sandbox;/)
  })

  test('a name cannot break the header, leave its folder or hide its ending', () => {
    expect(safeFileName('..\\../etc/passwd')).toBe('_.._etc_passwd')
    expect(safeFileName('photo\u202Egpj.exe')).toBe('photogpj.exe')
    expect(safeFileName('...')).toBe('file')
    expect(safeFileName(`${'x'.repeat(300)}.docx`)).toMatch(/^x{115}\.docx$/)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = attachment(name)
        expect(header).toMatch(/^attachment; filename="[^"\\]+"; filename\*=UTF-8''[\w.!~%-]+$/)
        expect(header).toMatch(/^[\x20-\x7E]+$/)
        expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow()
      }),
      { numRuns: 1000 },
    )
  })

  test('a type that is no media type becomes plain bytes', () => {
    expect(sandboxedFileHeaders('a', 'text/html\r\nX: y')['Content-Type']).toBe('application/octet-stream')
  })
})
