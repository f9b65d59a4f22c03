import type { Db } from '../../platform/db/database.ts'
import { listStatementsOfThemes } from '../conversations/theme-statement.store.ts'
import type { StatementInTheme } from '../conversations/theme-statement.ts'
import type { Voter, VoteValue } from '../conversations/voter.ts'
import { listThemesById } from '../themes/theme.store.ts'
import type { Theme } from '../themes/theme.ts'
import type { Decision } from './decision.ts'
import { listAnswersToThemes } from './decision.store.ts'
import type { Disposition } from './disposition.ts'
import { listToldVoter, listTouchedStatements, type ToldVoter } from './told-voter.store.ts'

/** The way of a voter's statements: each theme that they became part of, what was decided on it and why, and being told. */
export type VoterThread = {
  theme: Theme
  statements: (StatementInTheme & { value: VoteValue | null; isOwn: boolean })[]
  answers: { decision: Decision; disposition: Disposition }[]
  told: ToldVoter[]
}[]

/** Follows what someone voted on or wrote to what came of it. Themes that are not public yet are staff's work in progress. */
export async function threadOfVoter(
  db: Db,
  { agencyId, id }: Pick<Voter, 'agencyId' | 'id'>,
): Promise<VoterThread> {
  const touched = await listTouchedStatements(db, agencyId, id)
  const themeIds = [...new Set(touched.map((one) => one.themeId))]
  if (themeIds.length === 0) return []
  const [themes, statements, answers, told] = [
    await listThemesById(db, agencyId, themeIds),
    await listStatementsOfThemes(db, agencyId, themeIds),
    await listAnswersToThemes(db, agencyId, themeIds),
    await listToldVoter(db, agencyId, id),
  ]
  return themes.flatMap((theme) => {
    const answered = answers.filter((answer) => answer.disposition.themeId === theme.id)
    if (theme.publishedAt === null && answered.length === 0) return []
    const own = touched.flatMap(({ themeId, statementId, value, isOwn }) => {
      const found = statements.find((one) => one.themeId === theme.id && one.statementId === statementId)
      return themeId === theme.id && found ? [{ ...found, value, isOwn }] : []
    })
    const decided = new Set(answered.map((answer) => answer.decision.id))
    return [
      {
        theme,
        statements: own,
        answers: answered,
        told: told.filter((one) => decided.has(one.decisionId)),
      },
    ]
  })
}
