// Writes the typed list of messages from the English catalogue: which keys there are and what each must be given.
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const target = join(root, 'src/platform/i18n/messages.generated.ts')

function collect(elements, into) {
  for (const element of elements) {
    if (element.type === TYPE.argument || element.type === TYPE.select) {
      if (!into.has(element.value)) into.set(element.value, 'string | number')
    }
    if (element.type === TYPE.number || element.type === TYPE.plural) into.set(element.value, 'number')
    if (element.type === TYPE.date || element.type === TYPE.time) into.set(element.value, 'Date')
    for (const option of Object.values(element.options ?? {})) collect(option.value, into)
  }
}

function* messages(prefix, value) {
  if (typeof value === 'string') yield [prefix, value]
  else for (const [key, inner] of Object.entries(value)) yield* messages(`${prefix}.${key}`, inner)
}

const lines = []
const folder = join(root, 'locales/en')
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  const content = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  for (const [key, text] of messages(file.slice(0, -'.json'.length), content)) {
    const values = new Map()
    collect(parse(text, { ignoreTag: true }), values)
    const type = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, kind]) => `${name}: ${kind}`)
    lines.push(`  '${key}': ${type.length ? `{ ${type.join('; ')} }` : 'Record<never, never>'}`)
  }
}
const content = `// Made by bin/messages.mjs from locales/en; do not edit.\nexport type MessageArguments = {\n${lines.join('\n')}\n}\n`
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== content) {
    console.error('The list of messages is not that of locales/en. Run: npm run messages')
    process.exitCode = 1
  }
} else {
  writeFileSync(target, content)
}
