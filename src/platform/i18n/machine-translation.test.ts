import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { translateByMachine } from './machine-translation.ts'

let server: Server | undefined
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

type Asked = { path: string | undefined; headers: IncomingMessage['headers']; body: string }

async function service(answer: {
  status?: number
  body: string
  delay?: number
  location?: string
}): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = []
  server = createServer(async (request, response) => {
    asked.push({ path: request.url, headers: request.headers, body: await text(request) })
    if (answer.delay) await new Promise((resolve) => setTimeout(resolve, answer.delay))
    response.writeHead(answer.status ?? 200, {
      'content-type': 'application/json',
      ...(answer.location ? { location: answer.location } : {}),
    })
    response.end(answer.body)
  })
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

const words = { text: 'Más mentores', from: 'es', to: 'en' }

describe('machine translation', () => {
  test('asks a LibreTranslate server and takes its words', async () => {
    const { url, asked } = await service({ body: JSON.stringify({ translatedText: ' More mentors ' }) })
    expect(await translateByMachine({ url: `${url}/`, shape: 'libretranslate', key: 'k' }, words)).toEqual({
      outcome: 'translated',
      text: 'More mentors',
    })
    expect(asked[0]?.path).toBe('/translate')
    expect(JSON.parse(asked[0]!.body)).toEqual({
      q: 'Más mentores',
      source: 'es',
      target: 'en',
      format: 'text',
      api_key: 'k',
    })
  })

  test('asks a service shaped like DeepL with its key in a header', async () => {
    const { url, asked } = await service({
      body: JSON.stringify({ translations: [{ text: 'More mentors' }] }),
    })
    expect(await translateByMachine({ url, shape: 'deepl', key: 'secret' }, words)).toEqual({
      outcome: 'translated',
      text: 'More mentors',
    })
    expect(asked[0]).toMatchObject({ path: '/v2/translate' })
    expect(asked[0]?.headers.authorization).toBe('DeepL-Auth-Key secret')
    expect(JSON.parse(asked[0]!.body)).toMatchObject({ source_lang: 'ES', target_lang: 'EN-US' })
  })

  test.each([
    [{ status: 400, body: '{"error":"no such language"}' }, true],
    [{ status: 429, body: 'slow down' }, false],
    [{ status: 503, body: '' }, false],
    [{ body: 'not JSON' }, true],
    [{ body: '{"translatedText":""}' }, true],
    [{ status: 302, body: '', location: 'http://127.0.0.1:1/' }, false],
  ])('a refusal says whether asking again may help: %j', async (answer, permanent) => {
    const { url } = await service(answer)
    expect(await translateByMachine({ url, shape: 'libretranslate', key: '' }, words)).toMatchObject({
      outcome: 'refused',
      permanent,
    })
  })

  test('does not wait for ever, and a server that is not there is no exception', async () => {
    const { url } = await service({ body: '{}', delay: 500 })
    expect(
      await translateByMachine({ url, shape: 'libretranslate', key: '' }, words, { timeout: 50 }),
    ).toMatchObject({ outcome: 'refused', permanent: false })
    expect(
      await translateByMachine({ url: 'http://127.0.0.1:1', shape: 'deepl', key: '' }, words),
    ).toMatchObject({ outcome: 'refused', permanent: false })
  })
})
