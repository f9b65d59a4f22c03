import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { commentPlan } from './comments.ts'
import { exampleDistrict, type ExampleCoding, type ExampleComment } from './example-district.ts'

const today = '2027-03-01'
const district = exampleDistrict({ seed: 1, today })
const { comments, themes, codes } = district
const mainThemes = themes.filter((theme) => theme.engagement === 'well-prepared')
const everyComment = [...comments, ...district.earlierComments]
const textOf = (comment: ExampleComment) => Object.values(comment.texts).join('\n')
const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const keysOf = (items: readonly { key: string }[]) => new Set(items.map((item) => item.key))
const lettersIn = (text: string, script: RegExp) => (text.match(script) ?? []).length

/** Cohen's kappa of two coders for one code, from the four counts. */
function kappaOf(all: readonly ExampleComment[], code: string): number {
  const has = (codings: readonly ExampleCoding[]) => codings.some((coding) => coding.code === code)
  const first = all.filter((comment) => has(comment.coder1)).length / all.length
  const second = all.filter((comment) => has(comment.coder2)).length / all.length
  const same = all.filter((comment) => has(comment.coder1) === has(comment.coder2)).length / all.length
  const byChance = first * second + (1 - first) * (1 - second)
  return (same - byChance) / (1 - byChance)
}

describe('the example district', () => {
  test('is the same for the same seed and another one for another seed', () => {
    expect(hash(exampleDistrict({ seed: 1, today }))).toBe(hash(district))
    expect(hash(exampleDistrict({ seed: 2, today }).comments)).not.toBe(hash(comments))
  })

  test('can be made for any month of the year', () => {
    for (const month of [2, 6, 8, 12]) {
      const day = `2028-${String(month).padStart(2, '0')}-28`
      expect(exampleDistrict({ seed: month, today: day }).comments).toHaveLength(1200)
    }
  })

  test('has 1,200 comments in the planned shares of channel and language', () => {
    expect(comments).toHaveLength(1200)
    for (const [channel, byLanguage] of Object.entries(commentPlan)) {
      for (const [language, planned] of Object.entries(byLanguage)) {
        const count = comments.filter((each) => each.channel === channel && each.language === language).length
        expect([channel, language, count]).toEqual([channel, language, planned])
      }
    }
    const share = (test: (comment: ExampleComment) => boolean) => comments.filter(test).length / 1200
    expect(share((each) => each.channel === 'web')).toBe(0.55)
    expect(share((each) => each.channel === 'paper')).toBe(0.2)
    expect(share((each) => each.channel === 'meeting' || each.channel === 'phone')).toBe(0.12)
    expect(share((each) => each.channel === 'mail')).toBe(0.08)
    expect(share((each) => each.channel === 'sms')).toBe(0.05)
    expect(share((each) => each.language === 'es')).toBe(0.32)
    expect(share((each) => each.language === 'ar')).toBe(0.06)
  })

  test('spreads its comments over five weeks that end some days before today, in order', () => {
    const times = comments.map((comment) => comment.sentAt)
    expect(times).toEqual([...times].sort())
    expect(times[0]?.slice(0, 10)).toBe('2027-01-22')
    expect(Date.parse(times.at(-1) ?? '')).toBeLessThan(Date.parse('2027-02-27T00:00:00Z'))
    for (const { sentAt, enteredAt, moderation, withdrawnAt } of comments) {
      for (const later of [enteredAt, moderation.at, withdrawnAt]) {
        if (later === null) continue
        expect(later >= sentAt).toBe(true)
        expect(later < today).toBe(true)
      }
    }
  })

  test('reads like different people', () => {
    expect(new Set(comments.map(textOf)).size).toBeGreaterThanOrEqual(1150)
    const sentences = new Map<string, number>()
    for (const comment of comments) {
      if (comment.duplicateOf !== null) continue
      for (const { question, start, end } of comment.agreed) {
        const said = (comment.texts[question] ?? '').slice(start, end)
        if (said.length > 60) sentences.set(said, (sentences.get(said) ?? 0) + 1)
      }
    }
    // The letters that went around are the only exception, and they have their own key.
    expect(Math.max(...sentences.values())).toBeLessThanOrEqual(10)
    const lengths = comments.map((comment) => textOf(comment).length).sort((a, b) => a - b)
    expect(lengths[60]).toBeLessThan(60)
    expect(lengths[1140]).toBeGreaterThan(350)
  })

  test('has no placeholder, leftover grammar or doubled words in any text', () => {
    const everything = JSON.stringify(district)
    expect(/[Ll]orem|TODO|FIXME|xxx|undefined|\bNaN\b|placeholder/.test(everything)).toBe(false)
    for (const comment of everyComment) {
      const text = textOf(comment)
      expect(text).not.toMatch(/[{}[\]<>|‹›]|\s{3}|[^\S\n]{2}|\.\.|^\s|\s$/)
      if (comment.moderation.state !== 'spam') expect(text).not.toMatch(/\b(?!had)(\p{Ll}{3,}) \1\b/u)
      expect(text.length).toBeGreaterThan(8)
    }
  })

  test('is in real Arabic where it says so', () => {
    const arabic = comments.filter((comment) => comment.language === 'ar').map(textOf)
    const labels = [
      ...district.engagements.flatMap((each) => [each.title.ar, each.purpose.ar, each.hardestIssue.ar]),
      ...district.questions.map((question) => question.text.ar),
    ]
    for (const text of [...arabic, ...labels]) {
      const letters = lettersIn(text, /\p{L}/gu)
      expect(lettersIn(text, /\p{Script=Arabic}/gu) / letters).toBeGreaterThan(0.95)
    }
    for (const comment of comments) {
      if (comment.language !== 'ar') expect(lettersIn(textOf(comment), /\p{Script=Arabic}/gu)).toBe(0)
    }
  })

  test('reaches nobody real: mail only at example.org, numbers only in the fictional range', () => {
    const everything = JSON.stringify(district)
    for (const [address] of everything.matchAll(/[\w.+-]+@[\w.-]+\w/g))
      expect(address).toMatch(/@example\.org$/)
    for (const [number] of everything.matchAll(/\+1\d+/g)) expect(number).toMatch(/^\+1\d{3}55501\d\d$/)
    for (const [number] of everything.matchAll(/\(\d{3}\) \d{3}-\d{4}/g))
      expect(number).toMatch(/555-01\d\d$/)
    const addresses = comments.flatMap((comment) => comment.contact?.address ?? [])
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.length).toBeGreaterThan(500)
  })

  test('has coders who agree well but not perfectly on each code', () => {
    for (const seed of [1, 42, 20270303]) {
      const all = exampleDistrict({ seed, today }).comments
      for (const code of codes.filter((each) => each.engagement === 'well-prepared')) {
        const kappa = kappaOf(all, code.key)
        expect([code.key, kappa > 0.6, kappa < 0.9]).toEqual([code.key, true, true])
      }
    }
  })

  test('has people for and against each theme, in English and Spanish', () => {
    for (const language of ['en', 'es']) {
      for (const theme of mainThemes) {
        const stances = comments
          .filter((comment) => comment.language === language)
          .flatMap((comment) => comment.agreed.filter((coding) => theme.codes.includes(coding.code)))
          .map((coding) => coding.stance)
        expect(stances.filter((stance) => stance === 'for').length).toBeGreaterThan(10)
        expect(stances.filter((stance) => stance === 'against').length).toBeGreaterThan(4)
      }
    }
  })

  test('has the cases that staff meet: personal details, spam, held, withdrawn, letters, other subjects', () => {
    const count = (test: (comment: ExampleComment) => boolean) => comments.filter(test).length
    expect(count((each) => each.moderation.redactions.length > 0)).toBe(12)
    expect(count((each) => each.moderation.state === 'spam')).toBe(8)
    expect(count((each) => each.moderation.state === 'held')).toBe(5)
    expect(count((each) => each.moderation.offTopic)).toBe(22)
    expect(count((each) => each.withdrawnAt !== null)).toBe(8)
    expect(count((each) => each.duplicateOf !== null)).toBe(22)
    for (const { texts, moderation } of comments) {
      for (const { question, start, end } of moderation.redactions) {
        expect((texts[question] ?? '').slice(start, end).trim().length).toBeGreaterThan(3)
      }
      if (moderation.state !== 'published') expect(moderation.reason).not.toBeNull()
    }
  })

  test('asks a guardian for each writer under 18', () => {
    const young = comments.filter((comment) => comment.age === '13-17')
    expect(young.length).toBeGreaterThan(20)
    expect(young.every((comment) => comment.guardianConsent)).toBe(true)
    expect(comments.every((comment) => comment.about.role !== 'student' || comment.age === '13-17')).toBe(
      true,
    )
  })
})

describe('the conversations of the example district', () => {
  const [closed, open] = district.conversations

  test('are the same for the same seed', () => {
    expect(hash(exampleDistrict({ seed: 1, today }).conversations)).toBe(hash(district.conversations))
  })

  test('have statements that are short, different from each other, and in three languages', () => {
    for (const { statements } of district.conversations) {
      for (const language of ['en', 'es', 'ar'] as const) {
        const texts = statements.map((statement) => statement.texts[language])
        expect(new Set(texts).size).toBe(texts.length)
        for (const text of texts) {
          expect(text.length).toBeLessThanOrEqual(140)
          expect(text).toMatch(/^\S.*\.$/u)
          const letters = lettersIn(text, /\p{L}/gu)
          expect(lettersIn(text, /\p{Script=Arabic}/gu) / letters > 0.9).toBe(language === 'ar')
        }
      }
    }
  })

  test('have voters who vote on what they can see, once each, and never in the future', () => {
    expect([closed!.voters.length, open!.voters.length]).toEqual([168, 420])
    for (const { statements, voters } of district.conversations) {
      const shown = new Map(statements.filter((one) => one.state === 'shown').map((one) => [one.key, one]))
      for (const { votes, joinedAt } of voters) {
        expect(votes.length).toBeGreaterThan(3)
        expect(new Set(votes.map((vote) => vote.statement)).size).toBe(votes.length)
        for (const { statement, at, propensity } of votes) {
          expect(shown.get(statement)!.addedAt <= at && at > joinedAt).toBe(true)
          expect(at < new Date(Date.parse(`${today}T08:00:00Z`)).toISOString()).toBe(true)
          expect(propensity > 0 && propensity <= 1).toBe(true)
        }
      }
    }
  })

  test('name people, themes and options that exist, and every voter’s statement has its author', () => {
    for (const { engagement, statements, voters, taken } of district.conversations) {
      expect(district.engagements.some((one) => one.key === engagement)).toBe(true)
      for (const one of taken) {
        expect(themes.find((theme) => theme.key === one.theme)?.engagement).toBe(engagement)
        expect(statements.find((statement) => statement.key === one.statement)?.state).toBe('shown')
      }
      const written = statements.filter((statement) => statement.origin === 'voter').map((one) => one.key)
      expect(voters.flatMap((voter) => voter.wrote).sort()).toEqual(written.sort())
      for (const { about } of voters) {
        for (const [key, value] of Object.entries(about)) {
          const attribute = district.attributes.find((each) => each.key === key)
          expect(keysOf(attribute?.options ?? [])).toContain(value)
        }
      }
    }
  })
})

describe('references in the example district', () => {
  const people = keysOf(district.people)
  const agencies = keysOf(district.agencies)
  const engagements = keysOf(district.engagements)
  const themeKeys = keysOf(themes)

  test('lead to people, agencies and engagements that exist', () => {
    for (const agency of district.agencies) {
      if (agency.parent !== null) expect(agencies).toContain(agency.parent)
      expect(people).toContain(agency.contact)
      expect(agency.slug).toMatch(/^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/)
    }
    for (const person of district.people)
      for (const { agency } of person.roles) expect(agencies).toContain(agency)
    for (const engagement of district.engagements) {
      expect(agencies).toContain(engagement.agency)
      expect(people).toContain(engagement.contact)
    }
    for (const item of [
      ...district.questions,
      ...district.attributes,
      ...codes,
      ...themes,
      ...district.decisions,
    ]) {
      expect(engagements).toContain(item.engagement)
    }
  })

  test('lead from each code to its theme and back', () => {
    for (const code of codes) {
      const theme = themes.find((each) => each.key === code.theme)
      expect(theme?.codes).toContain(code.key)
      expect(theme?.engagement).toBe(code.engagement)
    }
    expect(themes.flatMap((theme) => theme.codes).length).toBe(codes.length)
  })

  test('lead from each comment to questions, options, codes, quotes and people that exist', () => {
    const keys = keysOf(everyComment)
    expect(keys.size).toBe(everyComment.length)
    for (const comment of everyComment) {
      const questions = district.questions.filter((question) => question.engagement === comment.engagement)
      for (const key of Object.keys(comment.texts)) {
        expect(questions.find((question) => question.key === key)?.kind).toBe('text')
      }
      for (const [key, chosen] of Object.entries(comment.choices)) {
        const question = questions.find((each) => each.key === key)
        if (question?.scale) expect(Number(chosen[0])).toBeGreaterThanOrEqual(question.scale.from)
        else for (const option of chosen) expect(keysOf(question?.options ?? [])).toContain(option)
        expect(chosen.length).toBeLessThanOrEqual(question?.atMost ?? 99)
        expect(new Set(chosen).size).toBe(chosen.length)
      }
      for (const [key, value] of Object.entries(comment.about)) {
        const attribute = district.attributes.find((each) => each.key === key)
        expect(keysOf(attribute?.options ?? [])).toContain(value)
      }
      for (const coding of [...comment.agreed, ...comment.coder1, ...comment.coder2]) {
        expect(codes.find((code) => code.key === coding.code)?.engagement).toBe(comment.engagement)
        expect(coding.end).toBeGreaterThan(coding.start)
        expect(coding.end).toBeLessThanOrEqual((comment.texts[coding.question] ?? '').length)
      }
      for (const person of [comment.enteredBy, comment.moderation.by]) {
        if (person !== null) expect(people).toContain(person)
      }
      const wasHeard = ['paper', 'meeting', 'phone'].includes(comment.channel)
      expect(comment.enteredBy !== null).toBe(wasHeard)
      if (comment.duplicateOf !== null) expect(keys).toContain(comment.duplicateOf)
    }
  })

  test('lead from each decision to its themes and chosen option', () => {
    for (const decision of district.decisions) {
      for (const { theme } of decision.dispositions) expect(themeKeys).toContain(theme)
      if (decision.result !== null) expect(keysOf(decision.options)).toContain(decision.result)
    }
  })
})

describe('the decisions of the example district', () => {
  const published = district.decisions.filter((decision) => decision.state === 'published')

  test('are five, three of them published with a reason for each theme in both languages', () => {
    expect(district.decisions).toHaveLength(5)
    expect(published).toHaveLength(3)
    for (const decision of published) {
      for (const { reason } of decision.dispositions) {
        expect(reason?.en.length).toBeGreaterThan(60)
        expect(reason?.es.length).toBeGreaterThan(60)
      }
    }
  })

  test('use every disposition, and show one thing done and one dropped', () => {
    const dispositions = published.flatMap((decision) => decision.dispositions)
    expect(new Set(dispositions.map((each) => each.disposition))).toEqual(
      new Set(['adopted', 'in-part', 'not', 'already', 'out-of-scope']),
    )
    expect(new Set(dispositions.flatMap((each) => each.followUp?.state ?? []))).toEqual(
      new Set(['done', 'dropped']),
    )
  })

  test('answer every theme of the main engagement once published', () => {
    const answered = new Set(published.flatMap((decision) => decision.dispositions.map((each) => each.theme)))
    for (const theme of mainThemes) expect(answered).toContain(theme.key)
  })

  test('hold one that cannot be published because a theme has no reason', () => {
    const lacking = district.decisions.filter((decision) =>
      decision.dispositions.some((each) => each.reason === null),
    )
    expect(lacking.map((decision) => [decision.key, decision.state])).toEqual([['bus-yard', 'draft']])
  })
})
