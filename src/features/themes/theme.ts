import type { Written } from '../../platform/i18n/written.ts'

/** What many comments have in common, in the words of the agency: a group of codes with a title and a summary. */
export type Theme = {
  agencyId: string
  id: string
  engagementId: string
  title: Written
  summary: Written
  position: number
  /** Few said it, and it stays in sight all the same. */
  isMinority: boolean
  /** Since when everyone may see it; null while only staff do. */
  publishedAt: Date | null
  changedAt: Date
}

export const themeLimits = { title: 160, summary: 2000 } as const

/** How many comments a theme has, and how many of them speak for or against it. */
export type ThemeTally = { themeId: string; comments: number; for: number; against: number }

/** Those themes first that most people raised; marked minorities are never pushed below the fold: they follow the first three. */
export function inSight<Row extends { theme: Pick<Theme, 'isMinority' | 'position'>; comments: number }>(
  rows: readonly Row[],
): Row[] {
  const byWeight = (a: Row, b: Row) => b.comments - a.comments || a.theme.position - b.theme.position
  const many = rows.filter((row) => !row.theme.isMinority).sort(byWeight)
  const few = rows.filter((row) => row.theme.isMinority).sort(byWeight)
  return [...many.slice(0, 3), ...few, ...many.slice(3)]
}
