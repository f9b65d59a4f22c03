import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../root.ts'
import { type Language, languages } from './language.ts'

/** Every message of one language by its full key, such as `comments.receipt.title`. */
export type Catalogue = ReadonlyMap<string, string>

function flatten(prefix: string, value: unknown, into: Map<string, string>): void {
  if (typeof value === 'string') {
    into.set(prefix, value)
    return
  }
  if (typeof value !== 'object' || value === null)
    throw new Error(`locales: ${prefix} is neither text nor a group`)
  for (const [key, inner] of Object.entries(value)) flatten(`${prefix}.${key}`, inner, into)
}

/** Reads `locales/<language>/*.json`; the file name is the first part of each key. */
export function readCatalogue(language: Language, folder = join(projectRoot, 'locales')): Catalogue {
  const messages = new Map<string, string>()
  const directory = join(folder, language)
  for (const file of readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    try {
      flatten(
        file.slice(0, -'.json'.length),
        JSON.parse(readFileSync(join(directory, file), 'utf8')),
        messages,
      )
    } catch (error) {
      throw new Error(`Could not read locales/${language}/${file}: ${String(error)}`, { cause: error })
    }
  }
  return messages
}

export function readCatalogues(folder?: string): Record<Language, Catalogue> {
  return Object.fromEntries(
    languages.map((language) => [language, readCatalogue(language, folder)]),
  ) as Record<Language, Catalogue> // as: fromEntries forgets the keys it was given
}
