import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../platform/root.ts'
import { type CodedUnit, codeAgreement, kappaOfTwo } from './code-agreement.ts'

const folder = join(projectRoot, '../shared/data/themes')
const absent = existsSync(join(folder, 'vectors')) ? '' : ' (skipped: ../shared/data/themes is not here)'

describe('codeAgreement', () => {
  test.skipIf(absent !== '')(`gives the per-code kappas of 289 comments coded by two people${absent}`, () => {
    const { sight_cohen_kappa } = JSON.parse(
      readFileSync(join(folder, 'vectors/agreement-vectors.json'), 'utf8'),
    ) as {
      sight_cohen_kappa: { n: number; kappa: Record<string, number> }
    }
    const { kappa, n } = sight_cohen_kappa
    const units = readFileSync(join(folder, 'sight/sample-double-coded.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line): CodedUnit => {
        const { coder1, coder2 } = JSON.parse(line) as { coder1: string[]; coder2: string[] }
        return [coder1, coder2]
      })
    expect(units.length).toBe(n)
    const agreements = codeAgreement(units, Object.keys(kappa))
    const rounded = agreements.map(({ code, kappa }) => [code, Number(kappa?.toFixed(3))])
    expect(Object.fromEntries(rounded)).toEqual(kappa)
    expect(agreements.every(({ pairable }) => pairable === 2 * n)).toBe(true)
  })

  test('takes "none fits" for an answer and a missing coding for none', () => {
    const units: CodedUnit[] = [
      [['bus'], ['bus', 'food']],
      [[], []],
      [['bus'], null],
    ]
    expect(codeAgreement(units, ['bus', 'food'])).toEqual([
      { code: 'bus', kappa: 1, alpha: 1, pairable: 4 },
      { code: 'food', kappa: 0, alpha: 0, pairable: 4 },
    ])
  })

  test('for three coders gives alpha alone', () => {
    const [bus] = codeAgreement(
      [
        [['bus'], ['bus'], ['bus']],
        [[], [], []],
      ],
      ['bus'],
    )
    expect(bus).toEqual({ code: 'bus', kappa: null, alpha: 1, pairable: 6 })
  })
})

describe('kappaOfTwo', () => {
  test('is for two coders', () => {
    expect(
      kappaOfTwo([
        [1, 1],
        [2, 2],
      ]),
    ).toBe(1)
    expect(
      kappaOfTwo([
        [1, 1, 1],
        [2, 2, 2],
      ]),
    ).toBeNull()
    expect(kappaOfTwo([[1], [2]])).toBeNull()
  })
})
