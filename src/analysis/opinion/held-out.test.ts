import { describe, expect, test } from 'vitest'
import { plantedSettings, plantVotes } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { predictVotes } from './expected-vote.ts'
import { scoreHeldOut, withholdVotes } from './held-out.ts'

describe('withholdVotes', () => {
  test('takes the wanted share away and loses none', () => {
    const { matrix } = plantVotes(plantedSettings[0]!, seededRandom(1))
    const { visible, hidden } = withholdVotes(matrix, 0.1, seededRandom(2))
    expect(hidden.row.length).toBe(Math.round(0.1 * matrix.column.length))
    expect(visible.column.length + hidden.column.length).toBe(matrix.column.length)
    const key = (i: number, j: number, value: number) => (i * matrix.statements.length + j) * 3 + value
    const all = new Set<number>()
    for (const part of [visible]) {
      for (let i = 0; i < part.participants.length; i++) {
        for (let v = part.rowStart[i]!; v < part.rowStart[i + 1]!; v++)
          all.add(key(i, part.column[v]!, part.value[v]!))
      }
    }
    for (let h = 0; h < hidden.row.length; h++)
      all.add(key(hidden.row[h]!, hidden.column[h]!, hidden.value[h]!))
    expect(all.size).toBe(matrix.column.length)
  })
})

describe('scoreHeldOut', () => {
  test('withheld votes of planted groups are foretold better than by the reference groups and by the rates', () => {
    const { matrix } = plantVotes(plantedSettings[5]!, seededRandom(3))
    const random = seededRandom(4)
    const score = scoreHeldOut(withholdVotes(matrix, 0.1, random), 0.1, random)
    expect(score.log_loss).toBeLessThan(0.97 * score.log_loss_reference_groups)
    expect(score.log_loss_reference_groups).toBeLessThan(score.log_loss_column_rate)
  })
})

describe('predictVotes', () => {
  test('forecasts are chances: above 0, and 1 together', () => {
    const { matrix } = plantVotes(plantedSettings[0]!, seededRandom(5))
    const asked = { row: [0, 1, 149], column: [0, 5, 59] }
    const forecast = predictVotes(matrix, asked, seededRandom(1))
    for (let h = 0; h < 3; h++) {
      const chances = Array.from(forecast.subarray(3 * h, 3 * h + 3))
      expect(Math.min(...chances)).toBeGreaterThan(0)
      expect(chances.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
    }
  })
})
