import { describe, expect, test } from 'vitest'
import { VoteBlock } from './vote-block.ts'

function timesKept(times: readonly number[]): number[] {
  const block = new VoteBlock()
  times.forEach((time, place) => block.set(place, place, 0, 1, time))
  return times.map((_, place) => block.timeAt(place))
}

describe('VoteBlock', () => {
  const start = 1_500_000_000_000

  test('keeps times exactly: in order, out of order, years apart, in parts of a millisecond, before 1970', () => {
    const day = 86_400_000
    for (const times of [
      [start, start + 1, start + 24 * day, start - 24 * day],
      [start, start + 25 * day, start - 900 * day, start + 4000 * day],
      [start, start + 0.25, start + 7],
      [start + 0.5, start, start + 1],
      [-5 * day, 0, start],
    ]) {
      expect(timesKept(times)).toEqual(times)
    }
  })

  test('gives its memory back at once', () => {
    const block = new VoteBlock()
    block.set(0, 1, 2, -1, start)
    block.release()
    expect(block.participant.length + block.statement.length + block.value.length).toBe(0)
  })
})
