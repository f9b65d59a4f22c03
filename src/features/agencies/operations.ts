import { releaseDay } from '../../platform/db/engine-age.ts'
import type { Agency } from './agency.ts'

export type Branch = { agency: Agency; depth: number }

/** Agencies in the order of a tree: each below its parent, by name; one whose parent is not in the list stands at the root. */
export function asTree(agencies: readonly Agency[]): Branch[] {
  const known = new Set(agencies.map((agency) => agency.id))
  const below = Map.groupBy(agencies, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : '',
  )
  const branches: Branch[] = []
  const grow = (parentId: string, depth: number) => {
    for (const agency of below.get(parentId) ?? []) {
      branches.push({ agency, depth })
      grow(agency.id, depth + 1)
    }
  }
  grow('', 0)
  return branches
}

/** How many days ago an engine came out, when that is more than the 180 after which it lacks security fixes. */
export function daysBehind(version: string, now: Date): number | undefined {
  const day = releaseDay(version)
  if (day === undefined) return undefined
  const days = Math.floor((now.getTime() - Date.parse(day)) / 86_400_000)
  return days > 180 ? days : undefined
}

const gigabyte = 1e9

/** Whether a disk is so full that writing will soon fail. */
export function isAlmostFull({ freeBytes, totalBytes }: { freeBytes: number; totalBytes: number }): boolean {
  return freeBytes < gigabyte || freeBytes < totalBytes * 0.05
}

/** PostgreSQL warns at 40 million transactions before it stops; half way there somebody should look. */
export function needsVacuum(transactionAge: number): boolean {
  return transactionAge > 1_000_000_000
}
