import { kappaOfTwo } from '../analysis/agreement/code-agreement.ts'
import { type Scale, scales } from '../analysis/agreement/difference.ts'
import { krippendorffsAlpha } from '../analysis/agreement/krippendorffs-alpha.ts'
import { type Rating, type Unit, countPairable } from '../analysis/agreement/ratings.ts'
import {
  type Command,
  type CsvTable,
  type Fault,
  exitCodes,
  quoted,
  readArguments,
  readCsvFile,
  refuseFile,
} from './command.ts'

/** `longtable agreement`: how far coders agree, from a file of their codings. */
export const agreement: Command = {
  name: 'agreement',
  summary: "How far coders agree: Cohen's kappa (two coders) and Krippendorff's alpha.",
  usage: `FILE.csv [--json]

FILE.csv has the header unit,coder1,coder2,… and one row per unit. An empty cell is a missing value.
  --json    one JSON document on standard output`,

  async run(args, io) {
    const given = readArguments(agreement, args, io, { options: { json: 'flag' }, positionals: ['FILE.csv'] })
    if (given.outcome === 'answered') return given.code
    const [file = ''] = given.positionals

    const reading = await readCsvFile(file, io)
    if (reading.outcome === 'faulty') return refuseFile(io, file, reading.faults)
    const codings = readCodings(reading.table)
    if (codings.outcome === 'faulty') return refuseFile(io, file, codings.faults)

    const report = describeAgreement(codings.coders, codings.units)
    io.stdout(given.values.json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report))
    return exitCodes.done
  },
}

type Codings = { outcome: 'read'; coders: string[]; units: Unit[] } | { outcome: 'faulty'; faults: Fault[] }

/** Codings from a table of units and coders. Values that are all numbers are taken as numbers, so that 1 and 1.0 agree. */
export function readCodings({ header, rows }: CsvTable): Codings {
  const faults: Fault[] = []
  const [first = '', ...coders] = header
  if (first.toLowerCase() !== 'unit') {
    faults.push({ row: 1, column: 1, message: `the first column is named "unit", not ${quoted(first)}` })
  }
  if (coders.length === 0) faults.push({ row: 1, column: 2, message: 'there is no column for a coder' })
  for (const [place, coder] of coders.entries()) {
    const column = place + 2
    if (coder === '') faults.push({ row: 1, column, message: 'the coder has no name' })
    else if (coders.indexOf(coder) < place) {
      faults.push({ row: 1, column, message: `the coder ${quoted(coder)} is named twice` })
    }
  }
  const seen = new Map<string, number>()
  for (const { row, cells } of rows) {
    const [unit = ''] = cells
    const before = seen.get(unit)
    if (unit === '') faults.push({ row, column: 1, message: 'the unit has no name' })
    else if (before !== undefined) {
      faults.push({ row, column: 1, message: `the unit ${quoted(unit)} is already in row ${before}` })
    } else seen.set(unit, row)
  }
  if (faults.length > 0) return { outcome: 'faulty', faults }

  const values = rows.map(({ cells }) => cells.slice(1).map((cell) => (cell === '' ? null : cell)))
  const numeric = values.every((unit) => unit.every((value) => value === null || isNumber(value)))
  // Adding zero makes −0 and 0 one value.
  const toRating = (value: string | null): Rating | null =>
    value !== null && numeric ? Number(value) + 0 : value
  return { outcome: 'read', coders, units: values.map((unit) => unit.map(toRating)) }
}

function isNumber(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text))
}

type Report = {
  kappa: number | null
  alpha: Record<Scale, number | null>
  units: number
  coders: number
  pairable_values: number
}

function describeAgreement(coders: readonly string[], units: readonly Unit[]): Report {
  const alpha = Object.fromEntries(scales.map((scale) => [scale, krippendorffsAlpha(units, scale)]))
  return {
    kappa: coders.length === 2 ? kappaOfTwo(units) : null,
    alpha: alpha as Report['alpha'], // made from the list of all scales
    units: units.length,
    coders: coders.length,
    pairable_values: countPairable(units),
  }
}

function inWords(report: Report): string {
  const number = (value: number | null) => (value === null ? 'cannot be said' : value.toFixed(3))
  const lines = [
    `${report.units} units, ${report.coders} coders, ${report.pairable_values} values that can be compared`,
    ...(report.coders === 2 ? [`Cohen's kappa: ${number(report.kappa)}`] : []),
    ...scales.map((scale) => `Krippendorff's alpha, ${scale}: ${number(report.alpha[scale])}`),
  ]
  return `${lines.join('\n')}\n`
}
