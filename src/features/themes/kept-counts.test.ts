import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { keepBriefly } from './kept-counts.store.ts'

const { db } = testDatabase({ empty: true })

test('a crowd of readers shares one answer', async () => {
  let asked = 0
  const load = async () => ++asked
  const answers = await Promise.all(Array.from({ length: 50 }, () => keepBriefly(db, 'crowd', load)))
  expect(new Set(answers)).toEqual(new Set([1]))
  expect(asked).toBe(1)
})

test('another key is asked for by itself, and a failure is not kept', async () => {
  expect(await keepBriefly(db, 'one', async () => 1)).toBe(1)
  expect(await keepBriefly(db, 'two', async () => 2)).toBe(2)
  await expect(keepBriefly(db, 'bad', async () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await keepBriefly(db, 'bad', async () => 'back')).toBe('back')
})
