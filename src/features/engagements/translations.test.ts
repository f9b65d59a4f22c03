import { describe, expect, test } from 'vitest'
import type { Written, WrittenStatus } from '../../platform/i18n/written.ts'
import { retell, translationState, translationWork } from './translations.ts'

function text(source: string, spanish?: [string, WrittenStatus]): Written {
  return {
    source: 'en',
    texts: {
      en: { text: source, status: 'source' },
      ...(spanish && { es: { text: spanish[0], status: spanish[1] } }),
    },
  }
}

describe('a translation keeps, loses or gains its status', () => {
  const cases: [string, Written, { en: string; es: string; checked?: boolean }, WrittenStatus | undefined][] =
    [
      ['a new one is by a person', text('One'), { en: 'One', es: 'Uno' }, 'human'],
      [
        'a new one that was checked is reviewed',
        text('One'),
        { en: 'One', es: 'Uno', checked: true },
        'reviewed',
      ],
      [
        'left alone, a machine draft stays one',
        text('One', ['Uno', 'machine']),
        { en: 'One', es: 'Uno' },
        'machine',
      ],
      [
        'left alone, a stale one stays stale',
        text('One', ['Uno', 'stale']),
        { en: 'One', es: 'Uno' },
        'stale',
      ],
      [
        'under a changed source it becomes stale',
        text('One', ['Uno', 'human']),
        { en: 'Two', es: 'Uno' },
        'stale',
      ],
      [
        'a tick from before does not vouch for a new source',
        text('One', ['Uno', 'reviewed']),
        { en: 'Two', es: 'Uno', checked: true },
        'stale',
      ],
      [
        'a new tick does',
        text('One', ['Uno', 'machine']),
        { en: 'Two', es: 'Uno', checked: true },
        'reviewed',
      ],
      [
        'changed together with the source it is new',
        text('One', ['Uno', 'stale']),
        { en: 'Two', es: 'Dos' },
        'human',
      ],
      [
        'without its tick it is no longer reviewed',
        text('One', ['Uno', 'reviewed']),
        { en: 'One', es: 'Uno' },
        'human',
      ],
      ['emptied it is gone', text('One', ['Uno', 'human']), { en: 'One', es: '' }, undefined],
    ]
  test.each(cases)('%s', (_, before, typed, status) => {
    const after = retell(before, 'en', [
      { language: 'en', text: typed.en, checked: false },
      { language: 'es', text: typed.es, checked: typed.checked ?? false },
    ])
    expect(after.texts.es?.status).toBe(status)
    expect(after.texts.en).toEqual({ text: typed.en, status: 'source' })
  })
})

test('a language that the form did not show is kept, and becomes stale with the source', () => {
  const before: Written = {
    source: 'en',
    texts: { en: { text: 'One', status: 'source' }, ar: { text: 'واحد', status: 'human' } },
  }
  const same = retell(before, 'en', [{ language: 'en', text: 'One', checked: false }])
  expect(same.texts.ar).toEqual({ text: 'واحد', status: 'human' })
  const changed = retell(before, 'en', [{ language: 'en', text: 'Two', checked: false }])
  expect(changed.texts.ar).toEqual({ text: 'واحد', status: 'stale' })
})

test('the work left in a language counts what is missing, stale and machine-made', () => {
  const texts = [
    text('One'),
    text('One', ['Uno', 'stale']),
    text('One', ['Uno', 'machine']),
    text('One', ['Uno', 'human']),
    text(''),
  ]
  expect(translationWork(texts, 'es')).toEqual({ missing: 1, stale: 1, machine: 1 })
  expect(translationWork(texts, 'en')).toEqual({ missing: 0, stale: 0, machine: 0 })
  expect(translationState(text('One'), 'es')).toBe('missing')
  expect(translationState(text('One'), 'en')).toBe('source')
})
