import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { answerPage } from './answer.tsx'
import './context.ts'
import { answerRevalidated, tagOf } from './revalidated.ts'

/** A drawn page, cut where each answer puts its own nonce. */
type DrawnPage = { parts: string[]; etag: string }

function putTogether(c: Context, { parts, etag }: DrawnPage): Response {
  const html = parts.join(c.get('nonce'))
  // A 304 brings a new nonce to a page kept with the old one, and the agency's colour, the only style with a nonce, would go.
  if (c.get('view').agency?.brandColor) return c.html(html)
  return answerRevalidated(c, html, 'text/html; charset=UTF-8', etag)
}

async function draw(c: Context, page: JSX.Element): Promise<DrawnPage> {
  const parts = String(await page).split(c.get('nonce'))
  return { parts, etag: tagOf(parts.join('')) }
}

/** A public page. Whoever is not signed in may keep it and ask whether it has changed. */
export async function answerPublicPage(c: Context, page: JSX.Element): Promise<Response> {
  if (c.get('view').viewer) return answerPage(c, page)
  return putTogether(c, await draw(c, page))
}

/**
 * A public page whose content takes a moment to gather: visitors share what was drawn within the last second, and
 * whoever is signed in sees it as it is now. `undefined` when there is no such page.
 */
export async function answerRecentPage(
  c: Context,
  load: () => Promise<JSX.Element | undefined>,
): Promise<Response> {
  if (c.get('view').viewer) {
    const page = await load()
    return page ? answerPage(c, page) : c.notFound()
  }
  const { pathname, search } = new URL(c.req.url)
  const drawn = await c.get('services').recent.get(`page ${pathname}${search}`, async () => {
    const page = await load()
    return page && draw(c, page)
  })
  return drawn ? putTogether(c, drawn) : c.notFound()
}
