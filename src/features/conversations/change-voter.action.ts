import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { AboutYou } from '../comments/about-question.ts'
import { type Age, ageProblemsOf } from '../comments/age.ts'
import type { Contact } from '../comments/contact.ts'
import type {} from './recount-conversation.job.ts'
import { findStatement, saveStatement } from './statement.store.ts'
import type { Voter } from './voter.ts'
import { eraseVoter, lockVoter, replaceVoterAbout, saveVoterContact } from './voter.store.ts'

type Place = Pick<Voter, 'agencyId' | 'conversationId' | 'id'>

const about = ({ agencyId, id }: Place, act: string) => ({
  agencyId,
  act,
  subjectKind: 'voter',
  subjectId: id,
})

/** Keeps what a voter says about themselves in place of what they said before; nothing takes it back. */
export async function saveAboutVoter(
  db: Db,
  place: Place,
  said: readonly AboutYou[],
  now: Date,
): Promise<{ outcome: 'saved' } | { outcome: 'not-there' }> {
  return inTransaction(db, async (db) => {
    if (!(await lockVoter(db, place.agencyId, place.id))) return { outcome: 'not-there' }
    await replaceVoterAbout(db, place, said)
    const { agencyId, conversationId } = place
    await enqueue(db, 'recount-conversation', { agencyId, conversationId })
    await recordAct(db, about(place, 'voter described'), now)
    return { outcome: 'saved' }
  })
}

export type SaveContact =
  | { outcome: 'saved' }
  | { outcome: 'not-there' }
  | { outcome: 'not-allowed'; reason: 'under13Contact' | 'consentMissing' }

/** Keeps where a voter wants to be told what came of it, or forgets it. Of a child under 13 nothing is kept. */
export async function saveContactOfVoter(
  db: Db,
  place: Place,
  { contact, age, guardianConsent }: { contact: Contact | undefined; age: Age; guardianConsent: boolean },
  now: Date,
): Promise<SaveContact> {
  const hasContact = contact !== undefined
  const problem = hasContact
    ? ageProblemsOf({ age, guardianConsent, hasContact, hasFreeText: false })[0]
    : undefined
  if (problem === 'under13Contact' || problem === 'consentMissing')
    return { outcome: 'not-allowed', reason: problem }
  return inTransaction(db, async (db) => {
    if (!(await lockVoter(db, place.agencyId, place.id))) return { outcome: 'not-there' }
    await saveVoterContact(db, place, contact)
    const act = contact
      ? {
          ...about(place, 'voter asks to be told'),
          details: { age, guardianConsent: age === '13-17' && guardianConsent },
        }
      : about(place, 'voter asks for no news')
    await recordAct(db, act, now)
    return { outcome: 'saved' }
  })
}

/** Takes back a statement that this voter wrote; votes on it no longer count. */
export async function withdrawStatement(
  db: Db,
  place: Place,
  statementId: string,
  now: Date,
): Promise<{ outcome: 'withdrawn' } | { outcome: 'not-there' } | { outcome: 'changed-meanwhile' }> {
  const { agencyId, conversationId, id } = place
  return inTransaction(db, async (db) => {
    const statement = await findStatement(db, agencyId, conversationId, statementId)
    if (!statement || statement.voterId !== id) return { outcome: 'not-there' }
    if (statement.state === 'withdrawn') return { outcome: 'withdrawn' }
    if (!(await saveStatement(db, statement, { state: 'withdrawn' }))) return { outcome: 'changed-meanwhile' }
    if (statement.state === 'shown') await enqueue(db, 'recount-conversation', { agencyId, conversationId })
    await recordAct(
      db,
      { agencyId, act: 'statement withdrawn', subjectKind: 'statement', subjectId: statementId },
      now,
    )
    return { outcome: 'withdrawn' }
  })
}

/** Takes a voter out of a conversation for good: votes, words about themselves, contact, ties to their statements. */
export async function leaveConversation(
  db: Db,
  place: Place,
  { statementsToo }: { statementsToo: boolean },
  now: Date,
): Promise<{ outcome: 'left' }> {
  return inTransaction(db, async (db) => {
    const { agencyId, conversationId, id } = place
    if (!(await lockVoter(db, agencyId, id))) return { outcome: 'left' }
    await eraseVoter(db, place, { statementsToo })
    await enqueue(db, 'recount-conversation', { agencyId, conversationId })
    await recordAct(db, { ...about(place, 'voter left'), details: { statementsToo } }, now)
    return { outcome: 'left' }
  })
}
