import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { diskStore } from './disk-store.ts'
import { checkedKey, type FileStore } from './file-store.ts'
import { s3Store } from './s3-store.ts'

/** A bucket in memory that speaks the little of S3 that we use, and checks that requests are signed and whole. */
function fakeS3(bucket: string) {
  const objects = new Map<string, { content: Buffer; type: string }>()
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const url = new URL(request.url ?? '/', 'http://s3')
    requests.push(`${request.method} ${url.pathname}`)
    const hash = request.headers['x-amz-content-sha256']
    const signed = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/us-west-2\/s3\/aws4_request,/.test(
      request.headers.authorization ?? '',
    )
    const whole = hash === 'UNSIGNED-PAYLOAD' || hash === createHash('sha256').update(body).digest('hex')
    if (!signed || !whole)
      return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
    const key = decodeURIComponent(url.pathname.slice(bucket.length + 2))
    if (!url.pathname.startsWith(`/${bucket}`))
      return void response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>')
    if (request.method === 'PUT') {
      objects.set(key, { content: body, type: request.headers['content-type'] ?? '' })
      return void response.end()
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return void response.writeHead(204).end()
    }
    if (key === '') return void response.end(listing(objects, url.searchParams))
    const object = objects.get(key)
    return object
      ? void response.end(object.content)
      : void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
  })
  return { server, objects, requests }
}

function listing(objects: Map<string, { content: Buffer }>, query: URLSearchParams): string {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort()
  const from = Number(query.get('continuation-token') ?? 0)
  const page = keys
    .slice(from, from + 2)
    .map((key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.content.length}</Size></Contents>`)
  const more = from + 2 < keys.length
  return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${page.join('\n')}${more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''}</ListBucketResult>`
}

const s3 = fakeS3('uploads')
let endpoint = ''
let folder = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => (s3.server as Server).listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(s3.server.address() as AddressInfo).port}/`
})
afterAll(() => s3.server.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'))
  s3.objects.clear()
})
afterEach(() => rmSync(folder, { recursive: true }))

const settings = { region: 'us-west-2', bucket: 'uploads', accessKeyId: 'key', secretAccessKey: 'secret' }
const stores: Record<string, () => FileStore> = {
  'a folder': () => diskStore(join(folder, 'files')),
  S3: () => s3Store({ ...settings, endpoint, folder: 'longtable' }),
}

async function keysIn(store: FileStore, prefix: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key, size } of store.list(prefix)) keys.push(`${key} ${size}`)
  return keys.sort()
}

describe.each(Object.entries(stores))('%s', (_, open) => {
  test('gives back what it was given, from bytes and from a stream', async () => {
    const store = open()
    await store.put('agency/1/a.pdf', Buffer.from('one'), { type: 'application/pdf' })
    await store.put('agency/1/b.txt', Readable.from([Buffer.from('two'), Buffer.from(' parts')]), {
      type: 'text/plain',
    })
    expect(await text((await store.get('agency/1/a.pdf'))!)).toBe('one')
    expect(await text((await store.get('agency/1/b.txt'))!)).toBe('two parts')
  })

  test('replaces, removes, and does not mind removing twice', async () => {
    const store = open()
    await store.put('a', Buffer.from('old'), { type: 'text/plain' })
    await store.put('a', Buffer.from('new'), { type: 'text/plain' })
    expect(await text((await store.get('a'))!)).toBe('new')
    await store.remove('a')
    await store.remove('a')
    expect(await store.get('a')).toBeUndefined()
  })

  test('keeps an empty file, and knows nothing of one that was never put', async () => {
    const store = open()
    await store.put('empty', new Uint8Array(), { type: 'text/plain' })
    expect(await text((await store.get('empty'))!)).toBe('')
    expect(await store.get('never/there')).toBeUndefined()
  })

  test('lists what begins with a prefix', async () => {
    const store = open()
    expect(await keysIn(store, '')).toEqual([])
    for (const key of ['x/1/a', 'x/1/b', 'x/12/c', 'y/d', 'xz'])
      await store.put(key, Buffer.from(key), { type: 'text/plain' })
    expect(await keysIn(store, '')).toEqual(['x/1/a 5', 'x/1/b 5', 'x/12/c 6', 'xz 2', 'y/d 3'])
    expect(await keysIn(store, 'x/1/')).toEqual(['x/1/a 5', 'x/1/b 5'])
    expect(await keysIn(store, 'x/1')).toEqual(['x/1/a 5', 'x/1/b 5', 'x/12/c 6'])
    expect(await keysIn(store, 'none/')).toEqual([])
  })

  test('refuses a key that climbs out', async () => {
    const store = open()
    await expect(store.put('../a', Buffer.from('x'), { type: 'text/plain' })).rejects.toThrow(
      'Not a file key',
    )
    await expect(store.get('a/../../b')).rejects.toThrow('Not a file key')
    await expect(store.remove('/etc/passwd')).rejects.toThrow('Not a file key')
    await expect(keysIn(store, '../')).rejects.toThrow('Not a file key')
  })

  test('keeps the old file when the new one breaks off', async () => {
    const store = open()
    await store.put('a', Buffer.from('old'), { type: 'text/plain' })
    async function* broken() {
      yield Buffer.from('half')
      throw new Error('connection lost')
    }
    await expect(store.put('a', Readable.from(broken()), { type: 'text/plain' })).rejects.toThrow(
      'connection lost',
    )
    expect(await text((await store.get('a'))!)).toBe('old')
    expect(await keysIn(store, '')).toEqual(['a 3'])
  })
})

test('no text that climbs, hides or ends oddly is a key', () => {
  for (const key of [
    '',
    '.',
    '..',
    'a/..',
    'a//b',
    '/a',
    'a/',
    '.a',
    'a/.b',
    'A',
    'a b',
    'a\\b',
    'a\0',
    'a.',
    'ä',
    'c:a',
    `${'a'.repeat(301)}`,
  ]) {
    expect(() => checkedKey(key)).toThrow()
  }
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '.', '/', '\\', '-', '0', ':') }), (key) => {
      try {
        checkedKey(key)
      } catch {
        return
      }
      expect(join('/data', key)).toBe(`/data/${key}`)
      expect(key.split('/').every((part) => part !== '' && !part.startsWith('.'))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('what a killed writer left is cleared after a day, what another writes now is not', async () => {
  const store = diskStore(folder)
  await store.put('a', Buffer.from('x'), { type: 'text/plain' })
  const incoming = join(folder, '.incoming')
  for (const name of ['old', 'new']) writeFileSync(join(incoming, name), 'half')
  const twoDaysAgo = new Date(Date.now() - 48 * 3600 * 1000)
  utimesSync(join(incoming, 'old'), twoDaysAgo, twoDaysAgo)
  await diskStore(folder).put('b', Buffer.from('y'), { type: 'text/plain' })
  expect(readdirSync(incoming)).toEqual(['new'])
  expect(await keysIn(store, '')).toEqual(['a 1', 'b 1'])
})

test('S3 is asked by path, under the folder, with the media type', async () => {
  await stores.S3!().put('a/b.png', Buffer.from('x'), { type: 'image/png' })
  expect(s3.requests).toContain('PUT /uploads/longtable/a/b.png')
  expect(s3.objects.get('longtable/a/b.png')?.type).toBe('image/png')
})

test('a store that refuses or is missing is an error that says what happened', async () => {
  const stranger = s3Store({ ...settings, endpoint, accessKeyId: 'stranger' })
  await expect(stranger.get('a')).rejects.toThrow('403 (SignatureDoesNotMatch)')
  const elsewhere = s3Store({ ...settings, endpoint, bucket: 'elsewhere' })
  await expect(elsewhere.put('a', Buffer.from('x'), { type: 'text/plain' })).rejects.toThrow(
    'no bucket called elsewhere',
  )
})
