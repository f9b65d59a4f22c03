import { AwsClient } from 'aws4fetch'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { checkedKey, checkedPrefix, type FileStore } from './file-store.ts'

/** How to reach a bucket. `folder` keeps several installations apart in one bucket. */
export type S3Settings = {
  /** For example `https://s3.us-west-2.amazonaws.com` or the address of a MinIO server. */
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  folder?: string
}

/** Files in any store that speaks S3, with path-style addresses, which every such store understands. */
export function s3Store(settings: S3Settings): FileStore {
  const { accessKeyId, secretAccessKey, region } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
  const bucket = `${settings.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(settings.bucket)}`
  const folder = settings.folder ? `${checkedKey(settings.folder)}/` : ''

  async function send(method: string, address: string, init: RequestInit = {}): Promise<Response> {
    const response = await client.fetch(address, { ...init, method, signal: AbortSignal.timeout(60_000) })
    if (response.ok || response.status === 404) return response
    const answer = await response.text()
    const code = /<Code>([\w.]+)<\/Code>/.exec(answer)?.[1] ?? 'no code'
    throw new Error(`The file store answered ${response.status} (${code}) to ${method}`)
  }

  return {
    async put(key, content, { type }) {
      // S3 wants the length and the hash before the first byte; uploads are capped, so they fit in memory.
      const body = content instanceof Readable ? await buffer(content) : Buffer.from(content)
      const address = `${bucket}/${folder}${checkedKey(key)}`
      const response = await send('PUT', address, { body, headers: { 'content-type': type } })
      await response.body?.cancel()
      if (!response.ok) throw new Error(`The file store has no bucket called ${settings.bucket}`)
    },

    async get(key) {
      const response = await send('GET', `${bucket}/${folder}${checkedKey(key)}`)
      if (response.status === 404) {
        await response.body?.cancel()
        return undefined
      }
      // fetch's body is Node's own stream; only the DOM's type of the same thing stands in between.
      return response.body
        ? Readable.fromWeb(response.body as NodeReadableStream<Uint8Array>)
        : Readable.from([])
    },

    async remove(key) {
      const response = await send('DELETE', `${bucket}/${folder}${checkedKey(key)}`)
      await response.body?.cancel()
    },

    async *list(prefix) {
      const wanted = folder + checkedPrefix(prefix)
      for (let token: string | undefined = ''; token !== undefined;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: wanted })
        if (token) query.set('continuation-token', token)
        const response = await send('GET', `${bucket}?${query}`)
        if (!response.ok) throw new Error(`The file store has no bucket called ${settings.bucket}`)
        const page = await response.text()
        for (const [, item = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const key = inElement(item, 'Key')
          if (key?.startsWith(wanted))
            yield { key: key.slice(folder.length), size: Number(inElement(item, 'Size')) }
        }
        token =
          inElement(page, 'IsTruncated') === 'true' ? inElement(page, 'NextContinuationToken') : undefined
      }
    },
  }
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function inElement(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
  return text?.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => named[entity] ?? '')
}
