import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { listDraftsOf } from '../comments/comment-draft.store.ts'
import { receiptData } from '../comments/receipt-data.ts'
import { listReceiptsOf } from '../comments/receipt.store.ts'
import { accountData } from '../people/account.store.ts'
import '../people/context.ts'
import { signedIn } from '../people/signed-in.ts'

/** Everything that we hold about the person who is signed in: account, comments, drafts. */
export const ownDataRoutes: Route[] = [get(paths.accountData, 'signed-in', sendOwnData)]

async function sendOwnData(c: Context): Promise<Response> {
  const [db, person] = [c.get('db'), signedIn(c)]
  const [account, receipts, drafts] = await Promise.all([
    accountData(db, person, c.get('now')),
    listReceiptsOf(db, person.id),
    listDraftsOf(db, person.id),
  ])
  const data = {
    ...account,
    comments: receipts.map((receipt) => receiptData(receipt, c.get('language'))),
    drafts: drafts.map(({ fields, savedAt }) => ({ saved_at: savedAt, fields })),
  }
  c.header('content-disposition', 'attachment; filename="my-data.json"')
  return c.body(JSON.stringify(data, null, 2), 200, { 'content-type': 'application/json; charset=utf-8' })
}
