import { buffer } from 'node:stream/consumers'
import { receiveMail, type ReceiveMail } from '../features/comments/receive-mail.action.ts'
import { inboundLimits } from '../platform/mail/inbound.ts'
import { openServices } from '../services.ts'
import { type Command, exitCodes, readArguments } from './command.ts'
import { withDatabase } from './with-database.ts'

/** What became of a mail, for the log of the mail server that passed it on. */
const said: Record<ReceiveMail['outcome'], string> = {
  accepted: 'taken as a comment',
  repeated: 'was taken before',
  refused: 'not taken; its sender is told why',
  bounce: 'a delivery report, noted',
  automatic: 'written by a program, ignored',
  'no-such-address': 'there is no engagement at this address',
  'too-large': 'too large',
  unreadable: 'cannot be read as a mail',
  'not-set-up': 'inbound mail is not set up; set INBOUND_MAIL_ADDRESS and INBOUND_MAIL_TOKEN',
}

const answers: Record<ReceiveMail['outcome'], number> = {
  accepted: exitCodes.done,
  repeated: exitCodes.done,
  refused: exitCodes.done,
  bounce: exitCodes.done,
  automatic: exitCodes.done,
  'no-such-address': exitCodes.no,
  'too-large': exitCodes.badInput,
  unreadable: exitCodes.badInput,
  'not-set-up': exitCodes.badInput,
}

/** `longtable mail-in`: one mail on standard input, as a mail server's pipe gives it. */
export const mailIn: Command = {
  name: 'mail-in',
  summary: 'Takes one mail from standard input, as a mail server passes it on',
  usage:
    '[--json] < message\n\n  --json  prints what became of it as JSON\n\nExit 0: dealt with. 1: no engagement has this address. 2: not a readable mail, or not set up.',
  async run(args, io) {
    const given = readArguments(mailIn, args, io, { options: { json: 'flag' }, positionals: [] })
    if (given.outcome === 'answered') return given.code
    const raw = await readStandardInput()
    if (raw.length === 0 || raw.length > inboundLimits.bytes) {
      io.stderr(
        raw.length === 0
          ? 'mail-in: there is no mail on standard input\n'
          : 'mail-in: the mail is larger than 20 MB\n',
      )
      return exitCodes.badInput
    }
    return withDatabase(io, async ({ db, pool, config, log, close }) => {
      const result = await receiveMail(openServices(config, { db, pool, close }, log), raw, new Date())
      if (given.values.json) io.stdout(`${JSON.stringify(snakeCase(result))}\n`)
      else io.stderr(`mail-in: ${said[result.outcome]}\n`)
      return answers[result.outcome]
    })
  },
}

/** The receipt's code goes to the author, not into the log of a mail server. */
function snakeCase(result: ReceiveMail): Record<string, string> {
  if (result.outcome === 'accepted') return { outcome: result.outcome, comment_id: result.commentId }
  return result.outcome === 'refused'
    ? { outcome: result.outcome, reason: result.reason }
    : { outcome: result.outcome }
}

async function readStandardInput(): Promise<Buffer> {
  return buffer(process.stdin)
}
