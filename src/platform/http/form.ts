import type { Context } from 'hono'
import type { z } from 'zod'
import type { Fault, Typed } from './typed.ts'

export * from './typed.ts'

export type ReadForm<Value> =
  | { outcome: 'valid'; value: Value; typed: Typed; files: ReadonlyMap<string, File> }
  | { outcome: 'faulty'; faults: Fault[]; typed: Typed; files: ReadonlyMap<string, File> }

/**
 * Reads a posted form and checks it. The schema's messages are message keys (`comments.form.textMissing`); the page says
 * them in the reader's language. NUL characters, which PostgreSQL cannot keep, are dropped, and line ends become `\n`.
 */
export async function readForm<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<ReadForm<z.output<Schema>>> {
  const { typed, files } = await readTyped(c)
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { outcome: 'valid', value: parsed.data, typed, files }
  return { outcome: 'faulty', faults: faultsOf(parsed.error), typed, files }
}

/** The fields and files of a posted form, unchecked. */
export async function readTyped(c: Context): Promise<{ typed: Typed; files: Map<string, File> }> {
  const body = await c.req.parseBody({ all: true }).catch(() => ({}))
  const typed: Record<string, string | string[]> = Object.create(null)
  const files = new Map<string, File>()
  for (const [field, value] of Object.entries(body)) {
    const values = Array.isArray(value) ? value : [value]
    const texts: string[] = []
    for (const one of values) {
      if (one instanceof File) files.set(field, one)
      else if (typeof one === 'string') texts.push(clean(one))
    }
    if (texts.length) typed[field] = texts.length === 1 ? texts[0]! : texts
  }
  return { typed, files }
}

function clean(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\r\n?/g, '\n').toWellFormed()
}

/** One fault per field, in the order of the schema. */
export function faultsOf(error: z.ZodError): Fault[] {
  const first = new Map<string, Fault>()
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.')
    if (!first.has(field)) first.set(field, { field, message: issue.message })
  }
  return [...first.values()]
}
