import { between, pickWeighted, type Random, shuffled } from './chance.ts'
import type {
  ExampleStatement,
  ExampleVote,
  ExampleVoter,
  Leaning,
  WrittenStatement,
} from './conversation-model.ts'
import { dayAfter, instantOn } from './days.ts'
import type { DistrictLanguage } from './district-model.ts'

/** People as the example imagines them: what they have lived through goes with where they stand, but does not decide it. */
type Camp = {
  place: 0 | 1 | 2
  share: number
  languages: readonly (readonly [DistrictLanguage, number])[]
  roles: readonly (readonly [string, number])[]
  schools: readonly (readonly [string, number])[]
}

const camps: readonly Camp[] = [
  {
    place: 0,
    share: 42,
    languages: [
      ['en', 46],
      ['es', 46],
      ['ar', 8],
    ],
    roles: [
      ['parent', 60],
      ['grandparent', 8],
      ['student', 14],
      ['aide', 6],
      ['teacher', 5],
      ['community', 7],
    ],
    schools: [
      ['mill-street', 24],
      ['cottonwood', 20],
      ['orchard-flats', 22],
      ['south-levee', 20],
      ['sycamore', 14],
    ],
  },
  {
    place: 1,
    share: 33,
    languages: [
      ['en', 84],
      ['es', 15],
      ['ar', 1],
    ],
    roles: [
      ['teacher', 54],
      ['aide', 18],
      ['parent', 15],
      ['principal', 5],
      ['community', 8],
    ],
    schools: [
      ['mill-street', 12],
      ['cottonwood', 10],
      ['orchard-flats', 13],
      ['south-levee', 12],
      ['sycamore', 9],
      ['heron-creek', 11],
      ['lupine-hill', 8],
      ['kestrel', 12],
      ['riverbend-high', 13],
    ],
  },
  {
    place: 2,
    share: 25,
    languages: [
      ['en', 86],
      ['es', 12],
      ['ar', 2],
    ],
    roles: [
      ['parent', 70],
      ['grandparent', 6],
      ['student', 8],
      ['teacher', 5],
      ['community', 11],
    ],
    schools: [
      ['heron-creek', 28],
      ['lupine-hill', 26],
      ['kestrel', 24],
      ['riverbend-high', 22],
    ],
  },
]

const homeLanguage = { en: 'english', es: 'spanish', ar: 'arabic' } as const
/** Pacific standard time is eight hours behind UTC. */
const minutesToUtc = 8 * 60

type Plan = {
  key: string
  voters: number
  openedOn: string
  /** Days from the first vote to the last; not later than yesterday. */
  days: number
  /** What can be voted on, with how people see it. */
  written: readonly WrittenStatement[]
  /** The same as they stand in the conversation, with the moment when they were first shown. */
  statements: readonly ExampleStatement[]
}

/** Voters with their votes, in the order in which they came. Nobody answers everything, and few say all about themselves. */
export function exampleVoters(plan: Plan, random: Random): ExampleVoter[] {
  const joined = Array.from({ length: plan.voters }, () => whenJoined(plan, random)).sort()
  const voters = joined.map((joinedAt, index) => voter(plan, index, joinedAt, random))
  return withAuthors(plan, voters, random)
}

/** Most come in the first days; then it is quiet, until the end is announced. */
function whenJoined({ openedOn, days }: Plan, random: Random): string {
  const wave = random()
  const day =
    wave < 0.45
      ? between(random, 0, Math.min(4, days))
      : wave < 0.65
        ? between(random, Math.max(0, days - 3), days)
        : between(random, 0, days)
  const minute = random() < 0.5 ? between(random, 18 * 60, 22 * 60 + 30) : between(random, 7 * 60, 21 * 60)
  return new Date(
    Date.parse(instantOn(dayAfter(openedOn, day), minute + minutesToUtc)) + between(random, 0, 59) * 1000,
  ).toISOString()
}

function voter(plan: Plan, index: number, joinedAt: string, random: Random): ExampleVoter {
  const camp = pickWeighted(
    random,
    camps.map((one) => [one, one.share] as const),
  )
  const language = pickWeighted(random, camp.languages)
  const about: Record<string, string> = {}
  if (random() < 0.76) about.role = pickWeighted(random, camp.roles)
  if (random() < 0.62) about.school = pickWeighted(random, camp.schools)
  if (random() < 0.68) about['home-language'] = random() < 0.04 ? 'other' : homeLanguage[language]
  return {
    key: `${plan.key}-${index + 1}`,
    language,
    joinedAt,
    about,
    mail: random() < 0.19 ? `voter.${plan.key}.${index + 1}@example.org` : null,
    votes: votesOf(plan, camp, joinedAt, random),
    wrote: [],
  }
}

function votesOf(plan: Plan, camp: Camp, joinedAt: string, random: Random): ExampleVote[] {
  const there = plan.statements.filter((one) => one.state === 'shown' && one.addedAt <= joinedAt)
  const many = pickWeighted(random, [
    [between(random, 4, 9), 16],
    [between(random, 10, 18), 34],
    [between(random, 19, 28), 24],
    [there.length, 26],
  ])
  // Some agree more readily than others, some pass more readily.
  const ready = normal(random) * 0.45
  const unsure = Math.exp(normal(random) * 0.6)
  let at = Date.parse(joinedAt)
  return shuffled(random, there)
    .slice(0, many)
    .map((statement, place) => {
      const { agree, pass } = plan.written.find((one) => one.key === statement.key)!
      at += between(random, 5, 34) * 1000
      const value =
        random() < Math.min(0.85, pass * unsure) ? 0 : random() < leaning(agree, camp, ready) ? 1 : -1
      const propensity = 1 / (there.length - place)
      return { statement: statement.key, value, at: new Date(at).toISOString(), propensity }
    })
}

function leaning(agree: Leaning, { place }: Camp, ready: number): number {
  const chance = agree[place]
  const odds = Math.log(chance / (1 - chance)) + ready
  return 1 / (1 + Math.exp(-odds))
}

/** A draw from the standard normal distribution (Box and Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Whoever wrote a statement had voted before it appeared, in the language in which it is written. */
function withAuthors(plan: Plan, voters: readonly ExampleVoter[], random: Random): ExampleVoter[] {
  const writers = new Map<string, string[]>()
  for (const statement of plan.statements) {
    if (statement.origin !== 'voter') continue
    const able = voters.filter(
      (one) => one.joinedAt < statement.addedAt && one.language === statement.source && !writers.has(one.key),
    )
    const others = voters.filter((one) => one.joinedAt < statement.addedAt && !writers.has(one.key))
    const author = (able.length > 0 ? able : others)[Math.floor(random() * (able.length || others.length))]
    if (author) writers.set(author.key, [statement.key])
  }
  return voters.map((one) => ({ ...one, wrote: writers.get(one.key) ?? [] }))
}
