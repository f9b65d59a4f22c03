/** The most that go together: more would make the first of them wait for the last. */
const mostTogether = 200

export type Intake<Item, Answer> = {
  /** Hands one in; answered when it has been kept. */
  add(item: Item): Promise<Answer>
}

type Waiting<Item, Answer> = {
  item: Item
  answer: (answer: Answer) => void
  fail: (error: unknown) => void
}

/**
 * Lets what comes in at the same moment be kept together: while one batch is on its way the next one gathers, and where many
 * came together a moment ago, the next batch pauses for its like. So a lone item never waits and a crowd shares its trips to
 * the database. Two items of one `owner` never go together and keep their
 * order. When a batch fails as a whole, each of its items is tried alone, so that one bad item does not spoil the others;
 * `hopeless` says for which failures that is no use.
 */
export function openIntake<Item, Answer>({
  keep,
  owner,
  hopeless,
  pause,
}: {
  keep: (items: readonly Item[]) => Promise<readonly Answer[]>
  owner: (item: Item) => string
  hopeless: (error: unknown) => boolean
  /** A very short while, such as two milliseconds. */
  pause: () => Promise<void>
}): Intake<Item, Answer> {
  let waiting: Waiting<Item, Answer>[] = []
  let busy = false
  /** How many went together last. */
  let crowd = 1

  function nextBatch(): Waiting<Item, Answer>[] {
    const owners = new Set<string>()
    const batch: Waiting<Item, Answer>[] = []
    const later: Waiting<Item, Answer>[] = []
    for (const one of waiting) {
      const name = owner(one.item)
      if (batch.length < mostTogether && !owners.has(name)) batch.push(one)
      else later.push(one)
      owners.add(name)
    }
    waiting = later
    return batch
  }

  async function keepBatch(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await keep(batch.map((one) => one.item))
      batch.forEach((one, i) => one.answer(answers[i]!))
    } catch (error) {
      if (batch.length === 1 || hopeless(error)) for (const one of batch) one.fail(error)
      else for (const one of batch) await keepBatch([one])
    }
  }

  async function work(): Promise<void> {
    busy = true
    while (waiting.length > 0) {
      if (waiting.length < crowd) await pause()
      const batch = nextBatch()
      crowd = batch.length
      await keepBatch(batch)
    }
    busy = false
  }

  return {
    add: (item) =>
      new Promise((answer, fail) => {
        waiting.push({ item, answer, fail })
        if (!busy) void work()
      }),
  }
}
