import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { OpinionDocument } from '../analysis/opinion/opinion-document.ts'
import type { OpinionInput, OpinionOptions } from '../analysis/opinion/opinion-input.ts'
import { drawOpinionMap } from '../analysis/opinion/opinion-map.ts'
import { type Command, exitCodes, quoted, readArguments, refuse, refuseFile } from './command.ts'
import { opinionInWords } from './opinion/opinion-words.ts'
import { type Conversation, readConversation, readLabels, readTopic } from './opinion/read-conversation.ts'

/** `longtable opinion`: groups of opinion and what they share, from the exported files of a conversation. */
export const opinion: Command = {
  name: 'opinion',
  summary: 'Where people agree, across groups that differ, from the votes of a conversation.',
  usage: `DIR [--json] [options]

DIR holds votes.csv (timestamp, comment-id, voter-id, vote: 1, 0 or -1) and comments.csv (comment-id, moderated;
is-meta and comment-body when known; without it every statement counts as accepted).
  --json               one JSON document on standard output
  --mode MODE          best (default), or compat: the reference algorithm, to compare with other engines
  --groups K           K groups, whether or not they are clear
  --cluster kmeans     groups by plain k-means on the map
  --labels FILE        groups are given: columns participant and group-id (empty: in no group)
  --seed N             for whatever is drawn by lot (default 1)
  --slate N            length of the short list (default 5)
  --holdout SHARE      hide this share of the votes and say how well they are foretold
  --route PARTICIPANT  the next statement for this person, and its probability
  --repeat R           analyse R times more and tell the least processor time
  --report FILE.html   write the public report as a page`,

  async run(args, io) {
    const started = performance.now()
    const given = readArguments(opinion, args, io, {
      options: {
        json: 'flag',
        mode: 'text',
        groups: 'text',
        cluster: 'text',
        labels: 'text',
        seed: 'text',
        slate: 'text',
        holdout: 'text',
        route: 'text',
        repeat: 'text',
        report: 'text',
      },
      positionals: ['DIR'],
    })
    if (given.outcome === 'answered') return given.code
    const [folder = ''] = given.positionals
    const settings = readSettings(given.values)
    if (settings.outcome === 'faulty') return refuse(opinion, io, settings.faults)
    const { options, repeat } = settings

    // Only the search for near duplicates asks when votes were cast.
    const reading = readConversation(folder, io.cwd, options.mode === 'best')
    if (reading.outcome === 'faulty') return refuseFile(io, reading.file, reading.faults)
    const { input, texts, notes } = reading.conversation
    if (options.route !== undefined && !input.matrix.participants.includes(options.route)) {
      return refuse(opinion, io, [`--route: nobody with the id ${quoted(options.route)} has voted`])
    }
    if (given.values.labels !== undefined) {
      const labels = readLabels(given.values.labels, io.cwd, input.matrix.participants)
      if (labels.outcome === 'faulty') return refuseFile(io, labels.file, labels.faults)
      options.labels = labels.labels
      notes.push(...labels.notes)
    }
    const parsed = performance.now()

    const document = drawOpinionMap(input, options)
    const analysed = performance.now()
    document.timings_ms = {
      parse_csv: rounded(parsed - started),
      ...document.timings_ms,
      analysis: rounded(analysed - parsed),
      total: rounded(performance.now() - started),
    }
    if (repeat > 0) document.timings_ms.warm = leastProcessorTime(input, options, repeat)
    document.memory_mb = rounded((process.resourceUsage().maxRSS * 1024) / 1e6)
    if (given.values.report !== undefined) {
      const file = given.values.report
      const page = await renderPage(document, reading.conversation, readTopic(folder, io.cwd))
      try {
        writeFileSync(resolve(io.cwd, file), page)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
        return refuseFile(io, file, [{ message: `cannot be written (${code})` }])
      }
    }
    for (const note of notes) io.stderr(`${note}\n`)
    io.stdout(given.values.json ? `${JSON.stringify(document)}\n` : opinionInWords(document, texts))
    return exitCodes.done
  },
}

/** The public report; only what shows it loads the pages of the product. */
async function renderPage(
  document: OpinionDocument,
  conversation: Conversation,
  title: string,
): Promise<string> {
  const { renderReport } = await import('../features/conversations/render-report.tsx')
  const { input, texts, lastVoteAt } = conversation
  const leftOut = new Set(input.matrix.statements.filter((_, j) => input.modOut[j]))
  return renderReport(document, { texts, title, leftOut, now: new Date(lastVoteAt ?? 0) })
}

type Settings =
  { outcome: 'read'; options: OpinionOptions; repeat: number } | { outcome: 'faulty'; faults: string[] }

function readSettings(values: Record<string, string | boolean | undefined>): Settings {
  const faults: string[] = []
  const whole = (name: string, least: number, most: number): number | undefined => {
    const text = values[name]
    if (typeof text !== 'string') return undefined
    const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN
    if (number >= least && number <= most) return number
    faults.push(`--${name} is a whole number from ${least} to ${most}, not ${quoted(text)}`)
    return undefined
  }
  const { mode = 'best', cluster, labels, holdout, route } = values
  if (mode !== 'best' && mode !== 'compat')
    faults.push(`--mode is best or compat, not ${quoted(String(mode))}`)
  if (cluster !== undefined && cluster !== 'kmeans') {
    faults.push(`--cluster is kmeans, not ${quoted(String(cluster))}`)
  }
  const groups = whole('groups', 1, 100)
  const seed = whole('seed', 0, Number.MAX_SAFE_INTEGER) ?? 1
  const slate = whole('slate', 1, 1000) ?? 5
  const repeat = whole('repeat', 1, 1000) ?? 0
  let share: number | undefined
  if (typeof holdout === 'string') {
    share = /^(\d+\.?\d*|\.\d+)$/.test(holdout) ? Number(holdout) : NaN
    if (!(share > 0 && share < 1)) faults.push(`--holdout is a share between 0 and 1, not ${quoted(holdout)}`)
  }
  if (labels !== undefined && (groups !== undefined || cluster !== undefined)) {
    faults.push('--labels gives the groups; --groups and --cluster do not go with it')
  }
  if (faults.length > 0) return { outcome: 'faulty', faults }
  const options: OpinionOptions = { mode: mode as 'best' | 'compat', seed, slate } // anything else is a fault above
  if (groups !== undefined) options.groups = groups
  if (cluster !== undefined) options.cluster = 'kmeans'
  if (share !== undefined) options.holdout = share
  if (typeof route === 'string') options.route = route
  return { outcome: 'read', options, repeat }
}

/** Milliseconds of processor time of the quickest of some further analyses. */
function leastProcessorTime(input: OpinionInput, options: OpinionOptions, times: number): number {
  let least = Infinity
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage()
    drawOpinionMap(input, options)
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return rounded(least)
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000
}
