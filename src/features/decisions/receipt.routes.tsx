import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage } from '../../platform/http/answer.tsx'
import { get, type Route } from '../../platform/http/route.ts'
import { receiptView } from '../comments/receipt-view.ts'
import { receiptDeeds, ReceiptPage } from '../comments/receipt.page.tsx'
import { findReceipt } from '../comments/receipt.store.ts'
import { receiptThread } from './receipt-thread.tsx'
import { threadOfComment } from './thread.store.ts'

/** The receipt of a comment: it stands here, because only from here the whole thread can be seen. */
export const receiptPageRoutes: Route[] = [get(paths.receipt, 'anyone', showReceipt)]

async function showReceipt(c: Context<object, typeof paths.receipt.pattern>): Promise<Response> {
  const db = c.get('db')
  const receipt = await findReceipt(db, c.req.param('code'))
  if (!receipt) return c.notFound()
  const view = receiptView(c.get('view'), receipt.agency)
  const thread = await threadOfComment(db, receipt.comment)
  const deed = receiptDeeds.find((one) => one === c.req.query('done'))
  const place = { language: view.language, agency: receipt.agency.slug, engagement: receipt.engagement.slug }
  c.header('cache-control', 'private, no-store')
  return answerPage(
    c,
    <ReceiptPage
      {...receipt}
      view={view}
      thread={receiptThread(view, place, thread)}
      read={thread.read !== undefined}
      deed={deed}
    />,
  )
}
