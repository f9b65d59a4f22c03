import type { Language } from '../../platform/i18n/language.ts'
import type { Written, WrittenStatus } from '../../platform/i18n/written.ts'

/** One text of a form in one language, and whether someone who speaks the language says that it is right. */
export type TypedText = { language: Language; text: string; checked: boolean }

/**
 * A text as a form with every language gives it. A translation whose words were left alone keeps its status; when the source
 * has changed under it, it becomes stale, unless someone has just checked it.
 */
export function retell(before: Written, source: Language, typed: readonly TypedText[]): Written {
  const sourceBefore = before.texts[before.source]?.text ?? ''
  const sourceNow =
    typed.find(({ language }) => language === source)?.text ?? before.texts[source]?.text ?? ''
  const sourceChanged = sourceBefore !== '' && (before.source !== source || sourceBefore !== sourceNow)
  const texts: Written['texts'] = {}
  for (const [language, kept] of Object.entries(before.texts) as [
    Language,
    NonNullable<Written['texts'][Language]>,
  ][]) {
    // as: the keys of a Written are languages. What the form did not show stays.
    if (typed.some((one) => one.language === language)) continue
    texts[language] = sourceChanged ? { ...kept, status: 'stale' } : kept
  }
  for (const { language, text, checked } of typed) {
    if (text === '') continue
    if (language === source) {
      texts[language] = { text, status: 'source' }
      continue
    }
    const was = before.texts[language]
    texts[language] = { text, status: translationStatus(was, text, checked, sourceChanged) }
  }
  return { source, texts }
}

function translationStatus(
  was: { text: string; status: WrittenStatus } | undefined,
  text: string,
  checked: boolean,
  sourceChanged: boolean,
): WrittenStatus {
  if (was?.text !== text) return checked ? 'reviewed' : 'human'
  // The box comes ticked for what was reviewed before, so it says nothing about a source that has changed since.
  const newlyChecked = checked && was.status !== 'reviewed'
  if (newlyChecked) return 'reviewed'
  if (sourceChanged) return 'stale'
  if (was.status === 'reviewed' && !checked) return 'human'
  return was.status === 'source' ? 'human' : was.status
}

export type TranslationState = WrittenStatus | 'missing'

/** How a text stands in a language: its status, or that it is not there yet. */
export function translationState(written: Written, language: Language): TranslationState {
  const own = written.texts[language]
  if (!own?.text) return 'missing'
  return language === written.source ? 'source' : own.status
}

/** How many texts of these are missing, stale or machine-made in a language; texts without a source count nowhere. */
export function translationWork(
  texts: readonly Written[],
  language: Language,
): { missing: number; stale: number; machine: number } {
  const work = { missing: 0, stale: 0, machine: 0 }
  for (const written of texts) {
    if (language === written.source || !written.texts[written.source]?.text) continue
    const state = translationState(written, language)
    if (state === 'missing' || state === 'stale' || state === 'machine') work[state]++
  }
  return work
}
