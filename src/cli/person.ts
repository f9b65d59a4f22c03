import { findAgency } from '../features/agencies/agency.store.ts'
import { type Role, roles } from '../features/agencies/permission.ts'
import { listHeldRoles } from '../features/people/account.store.ts'
import { giveRole } from '../features/people/give-role.action.ts'
import { issueCode } from '../features/people/issue-code.action.ts'
import { addPersonByHand } from '../features/people/add-person.action.ts'
import { findPersonByAddress } from '../features/people/person.store.ts'
import { codeRules } from '../features/people/sign-in.ts'
import { paths } from '../paths.ts'
import type { Db } from '../platform/db/database.ts'
import { isLanguage, languages } from '../platform/i18n/language.ts'
import { parseAddress } from '../platform/mail/address.ts'
import { groupedCode } from '../platform/session/session.ts'
import { type Command, type CommandIo, exitCodes, quoted, readArguments, refuse } from './command.ts'
import { withDatabase } from './with-database.ts'

/** `longtable person`: accounts from the command line, above all a sign-in code before mail works. */
export const person: Command = {
  name: 'person',
  summary: 'Gives a sign-in code, adds people and roles',
  usage: `code ADDRESS [--json]
       longtable person add ADDRESS --name NAME [--language en] [--operator] [--agency SLUG --role ROLE]
       longtable person roles ADDRESS [--json]

code   prints a sign-in code for someone who has an account: good once, for ${codeRules.minutes} minutes, in any browser
add    adds someone, or gives a role to someone who is there
roles  lists what someone may do

  --name NAME      the person's name
  --language CODE  ${languages.join(', ')}
  --operator       may run the whole installation
  --agency SLUG    the agency's part of the address, such as riverbend
  --role ROLE      ${roles.join(', ')}
  --json           one JSON document on standard output`,

  async run(args, io) {
    const given = readArguments(person, args, io, {
      options: {
        name: 'text',
        language: 'text',
        operator: 'flag',
        agency: 'text',
        role: 'text',
        json: 'flag',
      },
      positionals: ['ACT', 'ADDRESS'],
    })
    if (given.outcome === 'answered') return given.code
    const [act = '', typed = ''] = given.positionals
    const parsed = parseAddress(typed)
    const { name = '', language = 'en', agency, role, operator, json } = given.values
    const knownRole = roles.find((known) => known === role)
    const faults: string[] = []
    if (!['code', 'add', 'roles'].includes(act))
      faults.push(`it can "code", "add" or show "roles", not ${quoted(act)}`)
    if (!parsed.ok) faults.push(`${quoted(typed)} is not a mail address`)
    if (act === 'add') {
      if (!isLanguage(language)) faults.push(`--language is one of ${languages.join(', ')}`)
      if ((agency === undefined) !== (role === undefined)) faults.push('--agency and --role belong together')
      if (role !== undefined && !knownRole) faults.push(`--role is one of ${roles.join(', ')}`)
    }
    if (faults.length > 0 || !parsed.ok) return refuse(person, io, faults)
    const { address } = parsed
    return withDatabase(io, async ({ db, config }) => {
      if (act === 'code') return giveCode(db, io, address, json, config.baseUrl)
      if (act === 'roles') return showRoles(db, io, address, json)
      const wish = { address, name: name.trim(), language: isLanguage(language) ? language : 'en', operator }
      return add(db, io, { ...wish, agency, role: knownRole, baseUrl: config.baseUrl })
    })
  },
}

async function giveCode(
  db: Db,
  io: CommandIo,
  address: string,
  json: boolean,
  baseUrl: string,
): Promise<number> {
  const issued = await issueCode(db, address, new Date())
  if (issued.outcome === 'no-such-person') return unknown(io, address)
  const page = baseUrl + paths.signIn.to({ language: issued.person.language })
  if (json)
    io.stdout(
      `${JSON.stringify({ address: issued.person.address, code: issued.code, minutes: codeRules.minutes, page })}\n`,
    )
  else {
    io.stdout(`${groupedCode(issued.code)}\n`)
    io.stderr(
      `Good once, for ${codeRules.minutes} minutes. Enter ${issued.person.address} at ${page}, then this code.\n`,
    )
  }
  return exitCodes.done
}

function unknown(io: CommandIo, address: string): number {
  io.stderr(`Nobody has an account with ${address}. Add them: longtable person add ${address} --name NAME\n`)
  return exitCodes.no
}

async function showRoles(db: Db, io: CommandIo, address: string, json: boolean): Promise<number> {
  const found = await findPersonByAddress(db, address)
  if (!found) return unknown(io, address)
  const held = (await listHeldRoles(db, found.id)).filter((role) => role.endedAt === null)
  if (json) {
    const rows = held.map(({ slug, agency, role }) => ({ agency: slug, agency_name: agency, role }))
    io.stdout(
      `${JSON.stringify({ name: found.name, address: found.address, operator: found.isOperator, roles: rows })}\n`,
    )
    return exitCodes.done
  }
  io.stdout(`${found.name} <${found.address}>${found.isOperator ? ', operator of the installation' : ''}\n`)
  for (const { role, agency, slug } of held) io.stdout(`  ${role}, ${agency} (${slug})\n`)
  if (held.length === 0) io.stdout('  holds no role in any agency\n')
  return exitCodes.done
}

type Addition = {
  address: string
  name: string
  language: (typeof languages)[number]
  operator: boolean
  agency: string | undefined
  role: Role | undefined
  baseUrl: string
}

async function add(db: Db, io: CommandIo, addition: Addition): Promise<number> {
  const now = new Date()
  const agency = addition.agency === undefined ? undefined : await findAgency(db, addition.agency)
  if (addition.agency !== undefined && !agency)
    return refuse(person, io, [`there is no agency ${quoted(addition.agency)}`])
  const known = await findPersonByAddress(db, addition.address)
  if (!known && addition.name === '') return refuse(person, io, ['--name is missing'])
  const { outcome } = await addPersonByHand(db, addition, now)
  if (agency && addition.role) {
    const { address, name, language, role } = addition
    const signInAddress = addition.baseUrl + paths.signIn.to({ language })
    await giveRole(db, { agency, name, address, role, language, by: null, signInAddress }, now)
  }
  io.stdout(
    `${addition.address} ${outcome === 'added' ? 'was added' : 'was there already'}${agency ? ` and is ${addition.role} at ${agency.name}` : ''}.\n`,
  )
  return exitCodes.done
}
