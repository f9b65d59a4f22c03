import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { installation } from '../../platform/audit/audit.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { addMessage } from '../../platform/mail/message.store.ts'
import { hashToken, newCode } from '../../platform/session/session.ts'
import { findPersonByAddress } from './person.store.ts'
import { signInCodeEmail, unknownAddressEmail } from './sign-in-code.email.ts'
import { addSignInRequest } from './sign-in-request.store.ts'
import { codeRules } from './sign-in.ts'

type Wish = {
  address: string
  language: Language
  /** A local path; see `localPath`. */
  returnTo: string
  /** The secret that the asking browser keeps in a cookie. */
  browser: string
  /** Where the page with the code box stands, from the public id of the request. */
  addressOfPage: (requestId: string) => string
}

/**
 * Mails a code to an address, good only in the browser that asked. Whoever asks sees the same answer whether or not we
 * know the address; the mail itself tells its owner. Answers with the public id of the request, which is no secret.
 */
export async function requestSignInCode(db: Db, wish: Wish, now: Date): Promise<{ requestId: string }> {
  return inTransaction(db, async (db) => {
    const person = await findPersonByAddress(db, wish.address)
    const requestId = newId()
    const code = newCode(codeRules.length)
    const request = {
      id: requestId,
      address: person?.address ?? wish.address,
      codeHash: hashToken(code),
      browserHash: hashToken(wish.browser),
      language: wish.language,
      returnTo: wish.returnTo,
    }
    await addSignInRequest(db, request, now)
    const language = person?.language ?? wish.language
    const email = person
      ? signInCodeEmail({ language, name: person.name, code, link: wish.addressOfPage(requestId) })
      : unknownAddressEmail({ language })
    const message = {
      agencyId: installation,
      channel: 'mail' as const,
      kind: 'code' as const,
      toAddress: request.address,
      language,
      ...email,
      onceKey: `sign-in ${requestId}`,
      aboutKind: 'sign-in',
      aboutId: requestId,
    }
    await addMessage(db, message, now)
    return { requestId }
  })
}
