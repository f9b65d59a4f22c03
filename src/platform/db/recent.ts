const mostKept = 2000

/** Answers of the database that may be a moment old, shared by everyone who asks within that moment. */
export type Recent = {
  /** The answer kept under this key, or a new one. An answer that failed is not kept. */
  get<Value>(key: string, load: () => Promise<Value>): Promise<Value>
}

/**
 * Keeps answers for so many milliseconds; 0 keeps nothing. For what visitors see and thousands ask for at once, never for
 * people who are signed in: they must see at once what they have just changed.
 */
export function openRecent(milliseconds: number): Recent {
  const kept = new Map<string, { value: Promise<unknown>; until: number }>()
  return {
    get(key, load) {
      if (milliseconds === 0) return load()
      const now = performance.now()
      const found = kept.get(key)
      if (found && found.until > now) return found.value as ReturnType<typeof load> // as: each key is loaded in one place
      if (kept.size >= mostKept) kept.clear()
      const value = load()
      kept.set(key, { value, until: now + milliseconds })
      value.catch(() => kept.delete(key))
      return value
    },
  }
}
