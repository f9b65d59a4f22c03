import { readCatalogues } from './catalogue.ts'
import { type Language, languages } from './language.ts'
import { type Translate, translator } from './translate.ts'

const catalogues = readCatalogues()
const translators = new Map(
  languages.map((code) => [code, translator(code, catalogues[code], catalogues.en)]),
)

/** The translator for a language, from the catalogues in `locales/`. */
export function speak(language: Language): Translate {
  const t = translators.get(language)
  if (!t) throw new Error(`No catalogue for ${language}`)
  return t
}
