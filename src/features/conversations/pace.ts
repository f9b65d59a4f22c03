/** So many acts in so many milliseconds, counted in windows by key; for limits that cost nothing and may be a little loose. */
export type Pace = { take(key: string, now: number): boolean }

const mostKeys = 50_000

/** Counts in this process only, which is enough against one client that will not stop. */
export function openPace({ points, milliseconds }: { points: number; milliseconds: number }): Pace {
  let since = 0
  let counts = new Map<string, number>()
  return {
    take(key, now) {
      if (now - since >= milliseconds || now < since || counts.size >= mostKeys) {
        counts = new Map()
        since = now
      }
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return count <= points
    },
  }
}
