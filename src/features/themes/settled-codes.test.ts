import { expect, test } from 'vitest'
import { settledCodes } from './settled-codes.ts'

const read = (coderId: string, ...codeIds: string[]) => ({ coderId, codeIds })

test.each([
  ['nobody has read it', [], [], { settled: [], open: [] }],
  ['one coder’s codes stand', [read('ada', 'a', 'b')], [], { settled: ['a', 'b'], open: [] }],
  [
    'what both gave stands, what one gave is open',
    [read('ada', 'a', 'b'), read('ben', 'a')],
    [],
    { settled: ['a'], open: ['b'] },
  ],
  [
    'a difference settled in favor stands',
    [read('ada', 'b'), read('ben')],
    [{ codeId: 'b', applies: true }],
    { settled: ['b'], open: [] },
  ],
  [
    'a difference settled against is gone',
    [read('ada', 'b'), read('ben')],
    [{ codeId: 'b', applies: false }],
    { settled: [], open: [] },
  ],
  [
    'a settlement outweighs agreement',
    [read('ada', 'a'), read('ben', 'a')],
    [{ codeId: 'a', applies: false }],
    { settled: [], open: [] },
  ],
  [
    'a code can be settled that nobody gave',
    [read('ada'), read('ben')],
    [{ codeId: 'c', applies: true }],
    { settled: ['c'], open: [] },
  ],
  [
    'a third reader who did not give it opens it',
    [read('ada', 'a'), read('ben', 'a'), read('cy')],
    [],
    { settled: [], open: ['a'] },
  ],
])('%s', (_, readings, settlements, expected) => {
  expect(settledCodes(readings, settlements)).toEqual(expected)
})
