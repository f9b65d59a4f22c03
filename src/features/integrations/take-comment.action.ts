import { createHash } from 'node:crypto'
import { paths } from '../../paths.ts'
import { inTransaction } from '../../platform/db/database.ts'
import type { Services } from '../../platform/services.ts'
import type { CommentState } from '../comments/comment.ts'
import { findComment } from '../comments/comment.store.ts'
import { type IncomingComment, sendComment, type SendProblem } from '../comments/send-comment.action.ts'
import type { ApiToken } from './api-token.ts'
import { addIdempotentAnswer, findIdempotentAnswer } from './idempotent-answer.store.ts'

export type TakeComment =
  | { outcome: 'taken'; status: number; body: string }
  | { outcome: 'closed' }
  | { outcome: 'not-allowed'; reason: SendProblem }
  /** The key was used for something else. */
  | { outcome: 'key-reused' }

/**
 * Takes a comment that a program sends, once for each key, and keeps the answer with it: a program that lost the answer
 * asks again and gets the same.
 */
export async function takeComment(
  services: Pick<Services, 'db' | 'config'>,
  given: {
    token: ApiToken
    key: string
    requestHash: Buffer
    incoming: Omit<IncomingComment, 'channel' | 'submissionKey'>
  },
  now: Date,
): Promise<TakeComment> {
  const { token, key, requestHash, incoming } = given
  const known = { agencyId: token.agencyId, tokenId: token.id, key }
  return inTransaction(services.db, async (db): Promise<TakeComment> => {
    const before = await findIdempotentAnswer(db, known)
    if (before) return answerAgain(before, requestHash)
    // By hash: programs make keys of whatever they have, and this one outlives an erasure.
    const submissionKey = `api ${token.id} ${createHash('sha256').update(key).digest('base64url')}`
    const sent = await sendComment(
      { db, config: services.config },
      { ...incoming, channel: 'api', submissionKey },
      now,
    )
    if (sent.outcome === 'closed' || sent.outcome === 'not-allowed') return sent
    if (sent.outcome === 'repeated') {
      // The same key at the very same moment: the other one has committed by now.
      const other = await findIdempotentAnswer(db, known)
      if (other) return answerAgain(other, requestHash)
    }
    const body = receiptBody(services.config.baseUrl, sent, await stateOf(db, token.agencyId, sent))
    await addIdempotentAnswer(db, { ...known, requestHash, status: 201, body, createdAt: now })
    return { outcome: 'taken', status: 201, body }
  })
}

function answerAgain(
  before: { requestHash: Buffer; status: number; body: string },
  requestHash: Buffer,
): TakeComment {
  if (!before.requestHash.equals(requestHash)) return { outcome: 'key-reused' }
  return { outcome: 'taken', status: before.status, body: before.body }
}

type Sent = { commentId: string; receiptCode: string; state?: CommentState }

async function stateOf(db: Services['db'], agencyId: string, sent: Sent): Promise<CommentState> {
  return sent.state ?? (await findComment(db, agencyId, sent.commentId))?.state ?? 'waiting'
}

function receiptBody(baseUrl: string, { commentId, receiptCode }: Sent, state: CommentState): string {
  return JSON.stringify({
    id: commentId,
    receipt_code: receiptCode,
    receipt_url: baseUrl + paths.receiptShort.to({ code: receiptCode }),
    state,
  })
}
