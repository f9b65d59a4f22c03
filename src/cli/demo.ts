import { savePerson } from '../features/people/person.store.ts'
import { needsSetUp } from '../features/people/set-up.store.ts'
import { findAgency } from '../features/agencies/agency.store.ts'
import { exampleSlug } from '../features/people/set-up.action.ts'
import { issueCode } from '../features/people/issue-code.action.ts'
import { groupedCode } from '../platform/session/session.ts'
import { type Command, exitCodes, readArguments } from './command.ts'
import { loadExample } from './example-district/load-example.job.ts'
import { runProgram } from './serve.ts'
import { withDatabase } from './with-database.ts'

const visitor = 'celestina.prado@example.org'

export const demo: Command = {
  name: 'demo',
  summary: 'The example district, loaded and running',
  usage: '[--load-only]\n\n  --load-only  fills the database and ends',
  async run(args, io) {
    const given = readArguments(demo, args, io, { options: { 'load-only': 'flag' }, positionals: [] })
    if (given.outcome === 'answered') return given.code
    if (given.values['load-only']) {
      return withDatabase(io, async ({ db, config, log }) => {
        await prepareExample({ db, config, log, now: () => new Date() }, io.stderr)
        return exitCodes.done
      })
    }
    return runProgram(io, { web: true, worker: true }, async ({ services, address }) => {
      await prepareExample(services, io.stderr)
      const code = await issueCode(services.db, visitor, services.now())
      io.stdout(`\nThe example district is ready: ${address}/en/at/${exampleSlug}/well-prepared-teacher\n`)
      if (code.outcome === 'issued') {
        io.stdout(
          `To see the work behind it, sign in at ${address}/en/sign-in as ${visitor} with the code ${groupedCode(code.code)}\n`,
        )
      }
      io.stdout('Stop with Ctrl+C.\n\n')
    })
  },
}

/** Loads the example district unless it is there, and lets its coordinator run an installation that nobody runs yet. */
async function prepareExample(
  services: Parameters<typeof loadExample>[0],
  say: (text: string) => void,
): Promise<void> {
  if (!(await findAgency(services.db, exampleSlug))) {
    say('Loading the example district …\n')
    const loaded = await loadExample(services)
    if (await needsSetUp(services.db))
      await savePerson(services.db, loaded.coordinatorId, { isOperator: true })
  }
}
