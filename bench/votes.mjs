// npm run bench:votes: how many votes a second are taken, how long each waits, and whether any is lost, while the worker counts
// what comes in. The load generator, the program and PostgreSQL share the machine. Speed is printed as it is; a vote that was
// acknowledged and is not there, a voter without a vote or a failed first vote makes the run fail.
import autocannon from 'autocannon'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startProgram } from './program.mjs'

const seconds = Number(process.env.BENCH_SECONDS ?? 10)
const place = '/en/at/riverbend/well-prepared-teacher/conversations'
const statementsCount = 60
const knownVoters = 2000
const alphabet = '34679ACDEFGHJKMNPQRTWXY'

const chance = (below) => Math.floor(Math.random() * below)
const newCode = () => Array.from({ length: 12 }, () => alphabet[chance(alphabet.length)]).join('')
/** An address of its own for each person, so that the rate limits do what they do for many people, not for one. */
const somebody = () => `10.${chance(256)}.${chance(256)}.${chance(256)}`

function newId() {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = (bytes[6] & 0x0f) | 0x70
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Reaches the database of the program beside it: its first file says on which socket it listens. */
async function openDatabase(data) {
  const [, , , port, host] = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')
  const client = new pg.Client({ host, port: Number(port), user: 'longtable', database: 'longtable' })
  await client.connect()
  return client
}

/** A conversation of its own with sixty statements. */
async function makeConversation(db) {
  const { rows } = await db.query(
    `select engagement.agency_id, engagement.id from engagement join agency on agency.id = engagement.agency_id
     where agency.slug = 'riverbend' and engagement.slug = 'well-prepared-teacher'`,
  )
  const { agency_id: agency, id: engagement } = rows[0]
  const written = (text) => JSON.stringify({ source: 'en', texts: { en: { text, status: 'source' } } })
  const id = newId()
  await db.query(
    `insert into conversation (agency_id, id, engagement_id, position, status, question, introduction, who_adds, statement_length,
       moderation, moderation_policy, results_shown, created_at, changed_at)
     values ($1, $2, $3, 99, 'open', $4, $5, 'voters', 140, 'before', $5, 'after-voting', now(), now())`,
    [
      agency,
      id,
      engagement,
      written('What would help good teachers stay?'),
      written('Tell us where you stand.'),
    ],
  )
  const statements = Array.from({ length: statementsCount }, newId)
  for (const [i, statement] of statements.entries()) {
    const words = written(
      `Statement ${i + 1}: mentors, planning time and fair placement would keep good teachers here.`,
    )
    await db.query(
      `insert into statement (agency_id, id, conversation_id, number, words, origin, state, fingerprint, added_at)
       values ($1, $2, $3, $4, $5, $6, 'shown', $7, now())`,
      [agency, statement, id, i + 1, words, i % 4 === 3 ? 'import' : 'agency', `bench-${i}`],
    )
  }
  return { id, statements }
}

const cookieOf = (conversation, code) => `vote-${conversation.id.replaceAll('-', '')}=${code}`
const form = { 'content-type': 'application/x-www-form-urlencoded' }

function vote(conversation, more = {}) {
  const fields = {
    statement: conversation.statements[chance(statementsCount)],
    vote: ['agree', 'disagree', 'pass'][chance(3)],
  }
  return new URLSearchParams({ ...fields, ...more }).toString()
}

/** A load with the wait of each answer; `accepted` are those with the status that says that the vote is kept. */
async function load(address, connections, { request, accepts, duration = seconds }) {
  const waits = []
  let accepted = 0
  let refused = 0
  const result = await new Promise((resolve, reject) => {
    autocannon(
      {
        url: address,
        connections,
        duration,
        requests: [
          {
            setupRequest: (given) => ({ ...given, ...request(given) }),
            onResponse: (status) => (accepts(status) ? accepted++ : refused++),
          },
        ],
        setupClient: (client) =>
          client.on('response', (_status, _bytes, milliseconds) => waits.push(milliseconds)),
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    )
  })
  waits.sort((a, b) => a - b)
  const at = (share) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? NaN
  return {
    accepted,
    refused: refused + result.errors + result.timeouts,
    perSecond: Math.round(accepted / (result.duration || duration)),
    p50: at(0.5).toFixed(1),
    p95: at(0.95).toFixed(1),
    p99: at(0.99).toFixed(1),
  }
}

function row(name, ...cells) {
  console.log(String(name).padEnd(44) + cells.map((cell) => String(cell).padStart(12)).join(''))
}

async function tally(db, conversation) {
  const { rows } = await db.query(
    `select (select count(*)::int from vote where conversation_id = $1) as logged,
       (select count(*)::int from latest_vote where conversation_id = $1) as standing,
       (select count(*)::int from voter where conversation_id = $1) as voters,
       (select count(*)::int from voter where conversation_id = $1 and not exists
         (select from vote where vote.agency_id = voter.agency_id and vote.voter_id = voter.id)) as orphans,
       (select count(*)::int from (select from voter where conversation_id = $1 and number is not null
         group by number having count(*) > 1) twice) as twice`,
    [conversation.id],
  )
  return rows[0]
}

/** Votes of people who have voted before; with script the answer is the next statement, without it the way there. */
async function measureVotes(program, db, conversation, codes) {
  const address = `${program.address}${place}/${conversation.id}/vote`
  for (const [name, headers, status] of [
    ['known people, without script (303)', {}, 303],
    ['known people, with script (next statement)', { 'x-longtable-part': '1' }, 200],
  ]) {
    for (const connections of [1, 8, 32]) {
      const request = (given) => ({
        method: 'POST',
        headers: {
          ...given.headers,
          ...form,
          ...headers,
          cookie: cookieOf(conversation, codes[chance(codes.length)]),
        },
        body: vote(conversation),
      })
      const got = await load(address, connections, { request, accepts: (code) => code === status })
      row(name, connections, got.perSecond, got.p50, got.p95, got.p99, got.refused)
      if (got.refused > 0) process.exitCode = 1
    }
  }
}

/** First votes: each request is somebody new. */
async function measureJoins(program, db, conversation) {
  const address = `${program.address}${place}/${conversation.id}/vote`
  for (const connections of [1, 8, 32]) {
    const before = await tally(db, conversation)
    const request = (given) => ({
      method: 'POST',
      headers: { ...given.headers, ...form, 'x-forwarded-for': somebody() },
      body: vote(conversation, { voter: newCode(), join: '1' }),
    })
    const got = await load(address, connections, { request, accepts: (code) => code === 303 })
    const after = await tally(db, conversation)
    row('first votes of new people', connections, got.perSecond, got.p50, got.p95, got.p99, got.refused)
    // What was on its way when the time was up may have been kept without an answer: that is no loss.
    const lost = Math.max(0, got.accepted - (after.voters - before.voters))
    if (got.refused > 0 || lost > 0 || after.orphans > 0 || after.twice > 0) {
      console.log(
        `  failed ${got.refused}, lost ${lost}, voters without a vote ${after.orphans}, numbers twice ${after.twice}`,
      )
      process.exitCode = 1
    }
  }
}

async function measurePages(program, conversation, codes) {
  for (const [name, path] of [
    [`list of ${statementsCount} statements`, '/statements'],
    ['one statement', ''],
  ]) {
    for (const connections of [1, 8, 32]) {
      const request = (given) => ({
        method: 'GET',
        headers: { ...given.headers, cookie: cookieOf(conversation, codes[chance(codes.length)]) },
      })
      const got = await load(`${program.address}${place}/${conversation.id}${path}`, connections, {
        request,
        accepts: (code) => code === 200,
      })
      row(name, connections, got.perSecond, got.p50, got.p95, got.p99, got.refused)
    }
  }
}

/** The people who are known: each casts a first vote through the front door. */
async function joinMany(program, conversation) {
  const codes = Array.from({ length: knownVoters }, newCode)
  const address = `${program.address}${place}/${conversation.id}/vote`
  for (let first = 0; first < codes.length; first += 50) {
    await Promise.all(
      codes.slice(first, first + 50).map(async (code) => {
        const answer = await fetch(address, {
          method: 'POST',
          redirect: 'manual',
          headers: { ...form, 'x-forwarded-for': somebody() },
          body: vote(conversation, { voter: code, join: '1' }),
        })
        if (answer.status !== 303) throw new Error(`A first vote was answered with ${answer.status}`)
        await answer.arrayBuffer()
      }),
    )
  }
  return codes
}

/** How far the counts are behind: the newest vote against the newest count, once the worker has settled. */
async function measureRecount(db, conversation) {
  const { rows } = await db.query(
    `select count(*)::int as jobs, count(*) filter (where state = 'completed')::int as done,
       count(*) filter (where state = 'failed')::int as failed
     from pgboss.job where name = 'recount-conversation' and data->>'conversationId' = $1`,
    [conversation.id],
  )
  const { rows: counted } = await db.query(
    'select votes::int, took_ms from conversation_result where conversation_id = $1',
    [conversation.id],
  )
  const { jobs, done, failed } = rows[0]
  console.log(
    `\nrecounts asked for ${jobs}, done ${done}, failed ${failed}` +
      (counted[0]
        ? `; the last one counted ${counted[0].votes} votes in ${counted[0].took_ms} ms`
        : '; none was kept'),
  )
}

const load1 = loadavg()[0].toFixed(1)
console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}; load generator, program, counting worker and database share them; ${seconds} s a line; load average before the run ${load1}\n`,
)
const program = await startProgram()
let db
try {
  db = await openDatabase(program.data)
  const conversation = await makeConversation(db)
  const codes = await joinMany(program, conversation)
  row(
    `${knownVoters} people, ${statementsCount} statements`,
    'connections',
    'per second',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'failed',
  )
  await measureVotes(program, db, conversation, codes)
  await measureJoins(program, db, conversation)
  await measurePages(program, conversation, codes)
  const { logged, standing, voters, orphans, twice } = await tally(db, conversation)
  console.log(
    `\n${voters} voters, ${logged} votes in the log, ${standing} standing; voters without a vote ${orphans}, numbers given twice ${twice}`,
  )
  await measureRecount(db, conversation)
  console.log(`load average after the run ${loadavg()[0].toFixed(1)}`)
} finally {
  await db?.end()
  await program.stop()
}
