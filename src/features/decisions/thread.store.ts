import type { Db } from '../../platform/db/database.ts'
import type { Comment } from '../comments/comment.ts'
import { listThemesOfComment } from '../themes/theme.store.ts'
import type { Theme } from '../themes/theme.ts'
import type { Decision } from './decision.ts'
import { listAnswersToThemes } from './decision.store.ts'
import type { Disposition } from './disposition.ts'
import { listTold } from './told.store.ts'

/** The way of one comment: read by staff, its themes, what was decided on them and why, what was done, and when its author was told. */
export type CommentThread = {
  /** When staff first read it; undefined while they have not. */
  read: Date | undefined
  themes: Theme[]
  answers: { decision: Decision; theme: Theme; disposition: Disposition }[]
  told: {
    at: Date
    channel: 'mail' | 'sms' | 'receipt'
    occasion: 'published' | 'followed-up'
    decisionId: string
  }[]
}

/** Follows a comment to what came of it. Themes that are not public yet are staff's work in progress and left out. */
export async function threadOfComment(
  db: Db,
  comment: Pick<Comment, 'agencyId' | 'engagementId' | 'id'>,
): Promise<CommentThread> {
  const { agencyId, id } = comment
  const { read, themes: all } = await listThemesOfComment(db, comment)
  const [answers, told] = await Promise.all([
    listAnswersToThemes(
      db,
      agencyId,
      all.map((theme) => theme.id),
    ),
    listTold(db, agencyId, id),
  ])
  const answered = new Set(answers.map((answer) => answer.disposition.themeId))
  const themes = all.filter((theme) => theme.publishedAt !== null || answered.has(theme.id))
  return {
    read,
    themes,
    answers: answers.map((answer) => ({
      ...answer,
      theme: themes.find((theme) => theme.id === answer.disposition.themeId)!,
    })),
    told: told.map(({ toldAt, channel, occasion, decisionId }) => ({
      at: toldAt,
      channel,
      occasion,
      decisionId,
    })),
  }
}
