import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { readCatalogues } from '../../src/platform/i18n/catalogue.ts'
import { type Language, languages } from '../../src/platform/i18n/language.ts'

const catalogues = readCatalogues()

type Facts = { names: Set<string>; plurals: { name: string; categories: string[] }[] }

function factsOf(elements: MessageFormatElement[], facts: Facts = { names: new Set(), plurals: [] }): Facts {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    if (element.type === TYPE.tag) {
      factsOf(element.children, facts)
      continue
    }
    facts.names.add(element.value)
    if (element.type === TYPE.plural)
      facts.plurals.push({ name: element.value, categories: Object.keys(element.options) })
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) factsOf(option.value, facts)
    }
  }
  return facts
}

const read = (language: Language, key: string) =>
  factsOf(parse(catalogues[language].get(key) ?? '', { ignoreTag: true }))
const keys = [...catalogues.en.keys()]

describe.each(languages)('the catalogue of %s', (language) => {
  test('has exactly the keys of the English one', () => {
    const own = catalogues[language]
    expect([...own.keys()].filter((key) => !catalogues.en.has(key))).toEqual([])
    expect(keys.filter((key) => !own.has(key))).toEqual([])
  })

  test('says something in every message', () => {
    expect(keys.filter((key) => !(catalogues[language].get(key) ?? '').trim())).toEqual([])
  })

  test('takes the same values in every message', () => {
    const wrong = keys.filter((key) => {
      const [own, english] = [read(language, key).names, read('en', key).names]
      return own.symmetricDifference(english).size > 0
    })
    expect(wrong).toEqual([])
  })

  test('has every plural form of its language', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const lacking = keys.flatMap((key) =>
      read(language, key)
        .plurals.filter(({ categories }) => !needed.every((category) => categories.includes(category)))
        .map(() => key),
    )
    expect(lacking).toEqual([])
  })
})
