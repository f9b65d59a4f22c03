import { languages } from '../../platform/i18n/language.ts'
import { guarded, type OpenConversation, type OpenDataFile, standingVotes } from './open-data.ts'

type Row = (string | number)[]

/**
 * The five tables of a conversation, each with its header row first. Rows come in a fixed order (by numbers, then by time), so
 * the same conversation gives the same files.
 */
export function openDataTables(conversation: OpenConversation): Record<OpenDataFile, Iterable<Row>> {
  const counted = countUp(conversation)
  return {
    'comments.csv': commentRows(conversation, counted),
    'votes.csv': voteRows(conversation),
    'participants-votes.csv': participantRows(conversation, counted),
    'summary.csv': summaryRows(conversation, counted),
    'comment-groups.csv': groupRows(conversation, counted),
  }
}

type Tally = { agree: number; disagree: number; pass: number }

type Counted = {
  /** Rows of the log: the form counts every vote that was cast, changed ones included. */
  cast: Map<number, Tally>
  /** Votes that stand. */
  total: Map<number, Tally>
  /** Votes that stand, by group. */
  byGroup: Map<string, Map<number, Tally>>
  standing: Map<number, Map<number, number>>
  groups: string[]
  voters: number
}

function add(into: Map<number, Tally>, statement: number, value: number): void {
  let tally = into.get(statement)
  if (!tally) into.set(statement, (tally = { agree: 0, disagree: 0, pass: 0 }))
  if (value === 1) tally.agree++
  else if (value === -1) tally.disagree++
  else tally.pass++
}

function countUp({ votes, participants }: OpenConversation): Counted {
  const cast = new Map<number, Tally>()
  for (let row = 0; row < votes.at.length; row++) add(cast, votes.statement[row]!, votes.value[row]!)
  const groupOf = new Map(participants.map(({ number, group }) => [number, group]))
  const groups = [...new Set(participants.flatMap(({ group }) => group ?? []))].sort(inIdOrder)
  const byGroup = new Map(groups.map((group) => [group, new Map<number, Tally>()]))
  const total = new Map<number, Tally>()
  const standing = standingVotes(votes)
  for (const [voter, own] of standing) {
    const mine = byGroup.get(groupOf.get(voter) ?? '')
    for (const [statement, row] of own) {
      add(total, statement, votes.value[row]!)
      if (mine) add(mine, statement, votes.value[row]!)
    }
  }
  return { cast, total, byGroup, standing, groups, voters: standing.size }
}

function inIdOrder(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

const none: Tally = { agree: 0, disagree: 0, pass: 0 }

function* commentRows({ statements }: OpenConversation, { cast }: Counted): Generator<Row> {
  const inUse = languages.filter((language) => statements.some((one) => one.translations[language]))
  const told = statements.some((one) => one.language !== null)
  yield [
    'timestamp',
    'datetime',
    'comment-id',
    'author-id',
    'agrees',
    'disagrees',
    'moderated',
    'comment-body',
    'is-meta',
    'is-seed',
    ...(told ? ['language'] : []),
    ...inUse.map((language) => `comment-body-${language}`),
  ]
  for (const one of statements) {
    const { agree, disagree } = cast.get(one.number) ?? none
    yield [
      one.at,
      moment(one.at),
      one.number,
      one.author ?? '',
      agree,
      disagree,
      one.moderated,
      guarded(one.body),
      String(one.isMeta),
      String(one.isSeed),
      ...(told ? [one.language ?? ''] : []),
      ...inUse.map((language) => guarded(one.translations[language] ?? '')),
    ]
  }
}

/** The form's own dates are in the words of some server; ours are the same moment as ISO 8601. */
function moment(at: number): string {
  return new Date(at).toISOString()
}

function* voteRows({ votes }: OpenConversation): Generator<Row> {
  yield ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote']
  for (let row = 0; row < votes.at.length; row++) {
    const at = votes.at[row]!
    yield [at, moment(at), votes.statement[row]!, votes.voter[row]!, votes.value[row]!]
  }
}

function* participantRows(
  { statements, participants, votes }: OpenConversation,
  { standing, total }: Counted,
): Generator<Row> {
  const written = new Map<number, number>()
  for (const { author } of statements)
    if (author !== null) written.set(author, (written.get(author) ?? 0) + 1)
  // The form has a column for each statement that somebody voted on.
  const columns = statements.map(({ number }) => number).filter((number) => total.has(number))
  yield [
    'participant',
    'group-id',
    'n-comments',
    'n-votes',
    'n-agree',
    'n-disagree',
    ...columns.map((number) => String(number)),
  ]
  for (const { number, group } of participants) {
    const own = standing.get(number) ?? new Map<number, number>()
    const cells = columns.map((statement) => {
      const row = own.get(statement)
      return row === undefined ? '' : votes.value[row]!
    })
    yield [
      number,
      group ?? '',
      written.get(number) ?? 0,
      own.size,
      cells.filter((cell) => cell === 1).length,
      cells.filter((cell) => cell === -1).length,
      ...cells,
    ]
  }
}

function* summaryRows(
  { summary, statements }: OpenConversation,
  { voters, total, groups }: Counted,
): Generator<Row> {
  const authors = new Set(statements.flatMap(({ author }) => author ?? []))
  yield ['topic', guarded(summary.topic)]
  yield ['url', summary.url]
  yield ['views', summary.views]
  yield ['voters', voters]
  // The map rests on everyone who has voted.
  yield ['voters-in-conv', voters]
  yield ['commenters', authors.size]
  yield ['comments', total.size]
  yield ['groups', groups.length]
  yield ['conversation-description', guarded(summary.description)]
  for (const language of languages) {
    const told = summary.translations[language]
    if (!told) continue
    yield [`topic-${language}`, guarded(told.topic)]
    yield [`conversation-description-${language}`, guarded(told.description)]
  }
}

function* groupRows({ statements }: OpenConversation, { total, byGroup, groups }: Counted): Generator<Row> {
  yield [
    'comment-id',
    'comment',
    'total-votes',
    'total-agrees',
    'total-disagrees',
    'total-passes',
    ...groups.flatMap((_, index) =>
      ['votes', 'agrees', 'disagrees', 'passes'].map((what) => `group-${letter(index)}-${what}`),
    ),
    'group-informed-consensus',
  ]
  for (const { number, body } of statements) {
    const all = total.get(number)
    if (!all) continue
    const own = groups.map((group) => byGroup.get(group)?.get(number) ?? none)
    yield [
      number,
      guarded(body),
      seen(all),
      all.agree,
      all.disagree,
      all.pass,
      ...own.flatMap((tally) => [seen(tally), tally.agree, tally.disagree, tally.pass]),
      groups.length === 0
        ? ''
        : // Product over groups of (agrees + 1) / (votes + 2), methods/opinion.md 1.5.
          own.reduce((product, tally) => (product * (tally.agree + 1)) / (seen(tally) + 2), 1),
    ]
  }
}

function seen({ agree, disagree, pass }: Tally): number {
  return agree + disagree + pass
}

/** a, b, c … for the groups in the order of their ids. */
function letter(index: number): string {
  return index < 26
    ? String.fromCharCode(97 + index)
    : `${letter(Math.floor(index / 26) - 1)}${letter(index % 26)}`
}
