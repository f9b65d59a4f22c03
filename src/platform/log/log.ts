import { pino, type DestinationStream } from 'pino'

/** Structured lines on standard output; never bodies, addresses, codes or tokens. */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

const secret = ['address', 'code', 'token', 'cookie', 'authorization', 'text', 'phone', 'secret', 'password']

/** A JSON log with the fields that could name a person blotted out, one level deep. */
export function openLog(level: string = 'info', destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: [...secret, ...secret.map((key) => `*.${key}`)], censor: '[redacted]' },
    },
    destination ?? pino.destination({ fd: 2, sync: true }),
  )
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
