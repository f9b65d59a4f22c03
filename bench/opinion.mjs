// npm run bench:opinion: the table of bars of the opinion engine, measured in one run on the machine at hand. Numbers of bars
// as arguments run only those (node bench/opinion.mjs 1 12); --quick makes fewer worlds and permuted sets do (bars 7 and 11,
// which take many minutes). Speed is as good as the machine is idle.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { pinnedNode } from '../bin/prepare.mjs'

const isQuick = process.argv.includes('--quick')
const wanted = process.argv
  .slice(2)
  .filter((argument) => argument !== '--quick')
  .map(Number)

if (Number(process.versions.node.split('.')[0]) < 24) {
  // The engine is read as it is written, which older versions cannot do.
  const { status } = spawnSync(pinnedNode(), [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}

const { bars } = await import('./opinion/bars.mjs')
const line = (...cells) =>
  console.log(cells.map((cell, at) => String(cell).padEnd([4, 54, 9][at] ?? 0)).join(''))
line('#', 'bar', 'met', 'measured')
for (const { number, bar, measure } of bars) {
  if (wanted.length > 0 && !wanted.includes(number)) continue
  const { met, figure } = await measure(isQuick)
  line(number, bar, met ? 'yes' : 'no', figure)
  if (!met) process.exitCode = 1
}
