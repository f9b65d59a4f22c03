import { describe, expect, test } from 'vitest'
import { plantedSettings, plantVotes } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { quickSlate } from './quick-slate.ts'
import { certifySlate, chooseSlate } from './slate.ts'

describe('quickSlate', () => {
  test('among many people keeps the guarantee, and its certificate counts everybody', () => {
    const setting = { ...plantedSettings[3]!, participants: 6000, votes: 20 }
    const { matrix } = plantVotes(setting, seededRandom(1))
    const { columns, ...certificate } = quickSlate(matrix, 5)
    expect(certificate.largestUnrepresented).toBeLessThan(1)
    const { unrepresentedStatement: _, ...figures } = certificate
    expect(certifySlate(matrix, columns, 5)).toMatchObject(figures)
    expect(certificate.coverage).toBeGreaterThan(chooseSlate(matrix, 5).coverage - 0.02)
  })

  test('of few people is the list itself', () => {
    const { matrix } = plantVotes(plantedSettings[0]!, seededRandom(1))
    expect(quickSlate(matrix, 5)).toEqual(chooseSlate(matrix, 5))
  })
})
