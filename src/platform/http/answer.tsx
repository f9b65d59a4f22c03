import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import './context.ts'

type Status = 200 | 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503

/** A whole page; the layout brings its doctype. */
export async function answerPage(c: Context, page: JSX.Element, status: Status = 200): Promise<Response> {
  const html = await page
  return c.html(String(html), status)
}

/** After a form has been acted on: see the outcome there, and do not send it again on reload. */
export function seeOther(c: Context, address: string): Response {
  return c.redirect(address, 303)
}
