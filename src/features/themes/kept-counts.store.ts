import type { Db } from '../../platform/db/database.ts'
import { countThemeParts, tallyThemes } from './theme.store.ts'
import type { ThemeTally } from './theme.ts'

/** Counts are asked for anew after this long, or after twenty times as long as they took, so that they never fill the database. */
const freshFor = 2000
const shareOfTime = 20
/** While they are asked for anew, readers get the ones from before, unless those are older than this. */
const shownFor = 60_000
const mostKept = 500

type Kept = { value: Promise<unknown>; askedAt: number; freshUntil: number }

// One memory per database, so that tests and agencies on different databases never meet.
const memories = new WeakMap<Db, Map<string, Kept>>()

/** The answer of `load`, kept for a moment under this key, so that a crowd of readers shares it. */
export function keepBriefly<Value>(db: Db, key: string, load: () => Promise<Value>): Promise<Value> {
  const memory = memories.get(db) ?? new Map<string, Kept>()
  memories.set(db, memory)
  const now = performance.now()
  const found = memory.get(key)
  if (found && now < found.freshUntil) return found.value as Promise<Value> // as: this key is only ever loaded here
  if (memory.size >= mostKept) memory.clear()
  const value = load()
  const kept: Kept = { value, askedAt: now, freshUntil: Infinity }
  const old = found && now - found.askedAt < shownFor ? found : undefined
  // Until the new answer is there, the old one is shown; a failure shows itself to the next reader.
  memory.set(key, old ? { ...old, freshUntil: Infinity } : kept)
  value.then(
    () => {
      const took = performance.now() - now
      memory.set(key, { ...kept, freshUntil: performance.now() + Math.max(freshFor, took * shareOfTime) })
    },
    () => memory.delete(key),
  )
  return old ? (old.value as Promise<Value>) : value // as: see above
}

/** `tallyThemes` for public pages, a few seconds old at most. `stamp` changes when the pages must change at once. */
export function tallyThemesBriefly(
  db: Db,
  agencyId: string,
  engagementId: string,
  stamp: string,
): Promise<ThemeTally[]> {
  return keepBriefly(db, `tally ${agencyId} ${engagementId} ${stamp}`, () =>
    tallyThemes(db, agencyId, engagementId),
  )
}

/** `countThemeParts` for public pages, a few seconds old at most. */
export function countThemePartsBriefly(
  db: Db,
  agencyId: string,
  engagementId: string,
  themeId: string,
  stamp: string,
) {
  return keepBriefly(db, `parts ${agencyId} ${themeId} ${stamp}`, () =>
    countThemeParts(db, agencyId, engagementId, themeId),
  )
}
