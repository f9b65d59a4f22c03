import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { declaredAgreement, type DeclaredCounts, type DeclaredShare } from './declared-agreement.ts'

const question = {
  key: 'role',
  prompt: null,
  options: ['family', 'teacher', 'driver'].map((id) => ({ id, label: null })),
}

function counts(people: number[], votes: [agree: number, seen: number][]): DeclaredCounts {
  const of = <Value>(values: readonly Value[]) =>
    new Map(values.map((value, i) => [question.options[i]!.id, value]))
  return {
    people: of(people),
    votes: new Map([['s', of(votes.map(([agree, seen]) => ({ agree, seen })))]]),
  }
}

function sharesOf(
  people: number[],
  votes: [number, number][],
  silent: [agree: number, seen: number] = [0, 0],
) {
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)
  const total = {
    statementId: 's',
    agree: sum(votes.map(([agree]) => agree)) + silent[0],
    seen: sum(votes.map(([, seen]) => seen)) + silent[1],
  }
  const part = declaredAgreement(
    question,
    counts(people, votes),
    { participants: sum(people) + silent[1], minimum: 10 },
    [total],
  )
  return part.statements[0]!.shares
}

describe('agreement among people who differ in what they said about themselves', () => {
  test('is a share where enough agree and enough do not', () => {
    expect(
      sharesOf(
        [50, 50, 40],
        [
          [30, 50],
          [20, 50],
          [20, 40],
        ],
      ),
    ).toEqual([
      { kind: 'share', share: 0.6 },
      { kind: 'share', share: 0.4 },
      { kind: 'share', share: 0.5 },
    ])
  })

  test('is "more than" where only a few do not agree', () => {
    const shares = sharesOf(
      [50, 60, 50],
      [
        [30, 50],
        [57, 60],
        [46, 50],
      ],
      [20, 40],
    )
    expect(shares[1]).toEqual({ kind: 'more', than: 50 / 60 })
    expect(shares[2]).toEqual({ kind: 'more', than: 40 / 50 })
  })

  test('is not told for a group that is small itself', () => {
    expect(
      sharesOf(
        [50, 50, 5],
        [
          [30, 50],
          [25, 50],
          [3, 5],
        ],
      )[2],
    ).toEqual({ kind: 'withheld' })
  })

  test('never tells a share of fewer than ten people, and its bounds are true', () => {
    const votes = fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 }))
    fc.assert(
      fc.property(fc.array(votes, { minLength: 3, maxLength: 3 }), votes, (given, silent) => {
        const cast = given.map(([agree, other]): [number, number] => [agree, agree + other])
        const people = cast.map(([, seen]) => seen)
        const shares = sharesOf(people, cast, [silent[0], silent[0] + silent[1]])
        shares.forEach((share: DeclaredShare, i) => {
          const [agree, seen] = cast[i]!
          if (share.kind === 'withheld') return
          expect(seen).toBeGreaterThanOrEqual(10)
          if (share.kind === 'share') expect(Math.min(agree, seen - agree)).toBeGreaterThanOrEqual(10)
          if (share.kind === 'more') expect(agree / seen).toBeGreaterThan(share.than)
          if (share.kind === 'less') expect(agree / seen).toBeLessThan(share.than)
        })
      }),
      { numRuns: 200 },
    )
  })
})
