// A made-up conversation of any size as its exported files: three planted groups, few people with many votes, few statements
// with many. Written piece by piece, so that the file may be larger than memory.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '../../src/analysis/numbers/seeded-random.ts'

/** Writes votes.csv and comments.csv; votes come in the order in which people came, or shuffled a little like a live log. */
export function writeLargeConversation(folder, { participants, statements, votesEach, seed }) {
  const random = seededRandom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  mkdirSync(folder, { recursive: true })
  const comments = ['timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body']
  const popularity = new Float64Array(statements)
  const effect = []
  for (let j = 0; j < statements; j++) {
    comments.push(`1500000000000,Fri Jul 14 02:40:00 UTC 2017,${j},0,0,0,1,Statement ${j}`)
    popularity[j] = Math.exp(0.5 * normal())
    const base = 0.3 + 0.7 * normal()
    const differs = random() < 0.5
    effect.push([0, 1, 2].map(() => base + (differs ? 1.2 * normal() : 0)))
  }
  writeFileSync(join(folder, 'comments.csv'), `${comments.join('\n')}\n`)

  const cumulative = new Float64Array(statements)
  let total = 0
  for (let j = 0; j < statements; j++) cumulative[j] = total += popularity[j]
  const draw = () => {
    const target = random() * total
    let low = 0
    let high = statements - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (cumulative[middle] > target) high = middle
      else low = middle + 1
    }
    return low
  }

  const file = openSync(join(folder, 'votes.csv'), 'w')
  let lines = ['timestamp,datetime,comment-id,voter-id,vote\n']
  let written = 0
  let time = 1_500_000_000_000
  const seen = new Uint8Array(statements)
  for (let i = 0; i < participants; i++) {
    const lot = random()
    const group = [0.5, 0.8, 1].findIndex((edge) => lot < edge)
    const shift = 0.4 * normal()
    const passRate = 1 - random() ** (1 / 8)
    const wanted = Math.round(Math.exp(Math.log(votesEach) - 0.28 + 0.75 * normal()))
    const count = Math.max(3, Math.min(Math.floor(statements * 0.9), wanted))
    const chosen = []
    while (chosen.length < count) {
      const j = draw()
      if (seen[j]) continue
      seen[j] = 1
      chosen.push(j)
    }
    for (const j of chosen) {
      seen[j] = 0
      time += 37
      const agrees = 1 / (1 + Math.exp(-(effect[j][group] + shift)))
      const vote = random() < passRate ? 0 : random() < agrees ? 1 : -1
      lines.push(`${time},Wed Jun 18 08:16:54 UTC 2014,${j},${i},${vote}\n`)
      written++
    }
    if (lines.length > 20_000) {
      writeSync(file, lines.join(''))
      lines = []
    }
  }
  writeSync(file, lines.join(''))
  closeSync(file)
  return written
}
