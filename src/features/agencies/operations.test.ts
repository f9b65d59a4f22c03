import { describe, expect, test } from 'vitest'
import type { Agency } from './agency.ts'
import { asTree, daysBehind, isAlmostFull } from './operations.ts'

function agency(id: string, parentId: string | null = null): Agency {
  return { id, parentId, name: id } as Agency // as: all that the tree looks at
}

describe('agencies as a tree', () => {
  test('stand below their parents, in the order given', () => {
    const tree = asTree([
      agency('school', 'district'),
      agency('state'),
      agency('district', 'state'),
      agency('other'),
    ])
    expect(tree.map(({ agency, depth }) => [agency.id, depth])).toEqual([
      ['state', 0],
      ['district', 1],
      ['school', 2],
      ['other', 0],
    ])
  })

  test('are all there when a parent is archived', () => {
    expect(asTree([agency('a', 'gone'), agency('b', 'a')]).map(({ agency }) => agency.id)).toEqual(['a', 'b'])
  })
})

test('an engine is behind after 180 days', () => {
  expect(daysBehind('18.4', new Date('2026-06-01'))).toBeUndefined()
  expect(daysBehind('18.4', new Date('2027-03-03'))).toBeGreaterThan(180)
  expect(daysBehind('99.1', new Date('2027-03-03'))).toBeUndefined()
})

test('a disk is almost full below a gigabyte or a twentieth', () => {
  expect(isAlmostFull({ freeBytes: 0.9e9, totalBytes: 10e9 })).toBe(true)
  expect(isAlmostFull({ freeBytes: 40e9, totalBytes: 1000e9 })).toBe(true)
  expect(isAlmostFull({ freeBytes: 60e9, totalBytes: 1000e9 })).toBe(false)
})
