import { createHash } from 'node:crypto'

/** The agency id under which the installation's own acts are kept. */
export const installation = '00000000-0000-0000-0000-000000000000'

export type AuditFacts = {
  agencyId: string
  lane: number
  position: number
  at: Date
  actorId: string | null
  act: string
  subjectKind: string
  subjectId: string | null
  details: Record<string, string | number | boolean | null>
  contentHash: Buffer | null
}

/** The head of a chain that has no line yet. */
export const emptyHead = Buffer.alloc(32)

/**
 * The hash of one line: over the line before it and every fact of this one, each with its length, so that no two
 * different lines read alike. Personal content is not among the facts, only its hash: erasing it leaves the chain whole.
 */
export function chainHash(previous: Buffer, facts: AuditFacts): Buffer {
  const hash = createHash('sha256').update(previous)
  const details = Object.entries(facts.details).sort(([a], [b]) => (a < b ? -1 : 1))
  const fields = [
    facts.agencyId,
    String(facts.lane),
    String(facts.position),
    facts.at.toISOString(),
    facts.actorId ?? '',
    facts.act,
    facts.subjectKind,
    facts.subjectId ?? '',
    JSON.stringify(details),
    facts.contentHash?.toString('hex') ?? '',
  ]
  for (const field of fields) hash.update(`${Buffer.byteLength(field)}:${field}`)
  return hash.digest()
}

/** The fingerprint of content that may be erased later. */
export function contentHash(content: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(content)).digest()
}
