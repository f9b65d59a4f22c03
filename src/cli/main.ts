import { type Command, type CommandIo, exitCodes } from './command.ts'

/** Every command by name; each is loaded only when it is called. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serve,
  demo: async () => (await import('./demo.ts')).demo,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  export: async () => (await import('./export.ts')).exportCommand,
  audit: async () => (await import('./audit.ts')).audit,
  person: async () => (await import('./person.ts')).person,
  'mail-in': async () => (await import('./mail-in.ts')).mailIn,
  agreement: async () => (await import('./agreement.ts')).agreement,
  disclosure: async () => (await import('./disclosure.ts')).disclosure,
  opinion: async () => (await import('./opinion.ts')).opinion,
}

async function help(io: CommandIo): Promise<void> {
  const lines: string[] = []
  for (const load of Object.values(commands)) {
    const command = await load()
    lines.push(`  ${command.name.padEnd(12)} ${command.summary}`)
  }
  io.stdout(
    `Usage: longtable COMMAND [options]\n\n${lines.join('\n')}\n\nlongtable COMMAND --help says more about one of them.\n`,
  )
}

async function run(args: string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await help(io)
    return name === undefined ? exitCodes.badInput : exitCodes.done
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    io.stderr(`longtable: there is no command "${name}". Try: longtable --help\n`)
    return exitCodes.badInput
  }
  return (await load()).run(rest, io)
}

process.exitCode = await run(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  env: process.env,
  cwd: process.cwd(),
})
// What the starter (bin/longtable) holds us by must not keep a finished command alive.
if (process.connected) process.disconnect()
