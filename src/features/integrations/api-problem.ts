import type { BodyFault } from './new-comment.ts'

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429

/** Every problem of the interface by its name, with its status and what it is called. */
export const problems = {
  'invalid-query': { status: 400, title: 'A parameter cannot be read' },
  'invalid-json': { status: 400, title: 'The body is not JSON' },
  'invalid-body': { status: 422, title: 'The body is not a comment' },
  'idempotency-key-missing': {
    status: 400,
    title: 'An Idempotency-Key of 1 to 200 plain characters is needed',
  },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key was used for another comment' },
  'token-missing': { status: 401, title: 'This needs a token' },
  'token-unknown': { status: 401, title: 'This token is not known here, has expired or was taken back' },
  'scope-missing': { status: 403, title: 'This token does not have the scope that is needed' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  closed: { status: 409, title: 'This engagement takes no comments now' },
  'too-large': { status: 413, title: 'The body is larger than 256 kB' },
  'not-json': { status: 415, title: 'Send JSON, with the content type application/json' },
  'comment-refused': { status: 422, title: 'The comment breaks a rule' },
  'too-many': { status: 429, title: 'Too many requests' },
} as const satisfies Record<string, { status: ProblemStatus; title: string }>

export type ProblemName = keyof typeof problems

/** The body of a problem, as RFC 9457 asks. */
export function problemBody(
  name: ProblemName,
  requestId: string,
  more: { detail?: string; errors?: readonly BodyFault[] } = {},
) {
  const { status, title } = problems[name]
  return { type: `urn:longtable:problem:${name}`, title, status, instance: requestId, ...more }
}
