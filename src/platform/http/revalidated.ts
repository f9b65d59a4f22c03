import type { Context } from 'hono'
import { createHash } from 'node:crypto'
import './context.ts'

/** How a reader may keep what everyone may read: ask each time whether it is still so (RFC 9111 §5.2.2.4, RFC 9110 §13). */
const askEachTime = 'public, max-age=0, must-revalidate'

/** The tag of a body: the same words, the same tag. */
export function tagOf(body: string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

function knows(c: Context, etag: string): boolean {
  const sent = c.req.header('if-none-match')
  if (sent === undefined) return false
  return sent === '*' || sent.split(',').some((one) => one.trim().replace(/^(W\/)?/, 'W/') === etag)
}

/** An answer that is the same for everyone, such as a feed, with its tag; 304 for whoever has it already. */
export function answerRevalidated(c: Context, body: string, type: string, etag = tagOf(body)): Response {
  const headers = { etag, 'cache-control': askEachTime, vary: 'Cookie' }
  if (knows(c, etag)) return c.body(null, 304, headers)
  return c.body(body, 200, { ...headers, 'content-type': type })
}
