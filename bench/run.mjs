// npm run bench: what the README says about speed and size, measured in one run on the machine at hand. Only the sizes of
// pages, which do not depend on the machine, can make it fail; speed is printed as it is.
import autocannon from 'autocannon'
import { randomUUID } from 'node:crypto'
import { cpus } from 'node:os'
import { gzipSync } from 'node:zlib'
import { startProgram } from './program.mjs'

const engagement = '/en/at/riverbend/well-prepared-teacher'
const seconds = Number(process.env.BENCH_SECONDS ?? 10)
const budget = { html: 30_000, css: 15_000, script: 15_000, firstView: 100_000 }
const sentences = [
  'My daughter has had three teachers in fourth grade this year and the substitutes do not know the children.',
  'Our math class is taught by someone who says he is learning it with us. He is kind, but we need more than kind.',
  'Please pay the mentors. I was alone in my first year and I nearly left.',
  'En la escuela de mi hijo los maestros cambian cada año y nadie nos avisa.',
]

/** An address of its own for each person, so that the rate limits do what they do for many people, not for one. */
const somebody = () =>
  `10.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`

function comment() {
  return new URLSearchParams({
    'q-Q1': `${sentences[Math.floor(Math.random() * sentences.length)]} ${randomUUID().slice(0, 8)}`,
    age: 'adult',
    idempotencyKey: randomUUID(),
    opened: String(Date.now() - 60_000),
  }).toString()
}

function load(address, connections, options = {}) {
  return new Promise((resolve, reject) => {
    autocannon({ url: address, connections, duration: seconds, ...options }, (error, result) =>
      error ? reject(error) : resolve(result),
    )
  })
}

async function countComments(program) {
  const answer = await fetch(`${program.address}/api/v1/agencies/riverbend/engagements/well-prepared-teacher`)
  return (await answer.json()).comments
}

function row(...cells) {
  console.log(
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(34) : String(cell).padStart(13))).join(''),
  )
}

async function measureIntake(program) {
  row(
    'comments sent by the web form',
    'connections',
    'per second',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'refused',
    'lost',
  )
  for (const connections of [1, 8, 32]) {
    const before = await countComments(program)
    let accepted = 0
    let refused = 0
    const latencies = []
    const result = await load(`${program.address}${engagement}/comment`, connections, {
      method: 'POST',
      requests: [
        {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          setupRequest: (request) => ({
            ...request,
            body: comment(),
            headers: { ...request.headers, 'x-forwarded-for': somebody() },
          }),
          onResponse: (status) => (status === 303 ? accepted++ : refused++),
        },
      ],
      setupClient: (client) =>
        client.on('response', (_status, _bytes, milliseconds) => latencies.push(milliseconds)),
    })
    latencies.sort((a, b) => a - b)
    const at = (share) =>
      latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]?.toFixed(1)
    const after = await countComments(program)
    // Requests that were on their way when the time was up may have been kept without an answer: that is no loss.
    row(
      '',
      connections,
      Math.round(accepted / (result.duration || seconds)),
      at(0.5),
      at(0.95),
      at(0.99),
      refused,
      Math.max(0, accepted - (after - before)),
    )
  }
}

async function measurePages(program) {
  const pages = {
    'public hub': engagement,
    'what we decided (ledger)': `${engagement}/decisions`,
    comments: `${engagement}/comments`,
    'comment form': `${engagement}/comment`,
  }
  console.log(`\nwith ${await countComments(program)} comments`)
  row('page', 'connections', 'per second', 'p50 ms', 'p95 ms', 'failed')
  for (const [name, path] of Object.entries(pages)) {
    for (const connections of [1, 32]) {
      const latencies = []
      const result = await load(program.address + path, connections, {
        headers: { 'x-forwarded-for': somebody() },
        setupClient: (client) =>
          client.on('response', (_status, _bytes, milliseconds) => latencies.push(milliseconds)),
      })
      latencies.sort((a, b) => a - b)
      const at = (share) => latencies[Math.floor(latencies.length * share)]?.toFixed(1)
      row(
        name,
        connections,
        Math.round(result.requests.average),
        at(0.5),
        at(0.95),
        result.non2xx + result.errors,
      )
    }
  }
}

async function measureBytes(program) {
  console.log('')
  row('bytes, gzip', 'html', 'css', 'script', 'first view', 'within')
  let within = true
  for (const path of [
    engagement,
    `${engagement}/decisions`,
    `${engagement}/comments`,
    `${engagement}/comment`,
    `${engagement}/timeline`,
  ]) {
    const html = await (await fetch(program.address + path)).text()
    const size = async (found) => {
      let sum = 0
      for (const [, href] of found)
        sum += gzipSync(Buffer.from(await (await fetch(program.address + href)).arrayBuffer())).length
      return sum
    }
    const css = await size(html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g))
    const script = await size(html.matchAll(/<script[^>]* src="([^"]+)"/g))
    const page = gzipSync(html).length
    const ok =
      page <= budget.html &&
      css <= budget.css &&
      script <= budget.script &&
      page + css + script <= budget.firstView
    within &&= ok
    row(path.replace(engagement, '') || '(hub)', page, css, script, page + css + script, ok ? 'yes' : 'NO')
  }
  return within
}

console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}; load generator, program and database share them; ${seconds} s a line\n`,
)
const program = await startProgram()
try {
  await measureIntake(program)
  await measurePages(program)
  if (!(await measureBytes(program))) process.exitCode = 1
} finally {
  await program.stop()
}
