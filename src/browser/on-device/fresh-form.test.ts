import { expect, test } from 'vitest'
import { speak } from '../../platform/i18n/speak.ts'
import { pluralForms } from '../../features/comments/on-this-device.page.tsx'
import { freshForm, pluralOf } from './fresh-form.ts'

test('a form from the cache gets a key and a moment of its own, and nothing else changes', () => {
  const form =
    '<form><input type="hidden" name="idempotencyKey" value="old-key"/><input type="hidden" name="opened" value="1"/><input name="q-Q1" value="1"/></form>'
  expect(freshForm(form, 'new-key', 99)).toBe(
    '<form><input type="hidden" name="idempotencyKey" value="new-key"/><input type="hidden" name="opened" value="99"/><input name="q-Q1" value="1"/></form>',
  )
})

test.each([
  ['en', 1, '1 comment waits'],
  ['en', 12, '12 comments wait'],
  ['es', 1, '1 comentario espera'],
  ['es', 5, '5 comentarios esperan'],
  ['ar', 1, 'ينتظر تعليق واحد'],
  ['ar', 2, 'ينتظر تعليقان'],
  ['ar', 5, 'تنتظر 5 تعليقات'],
  ['ar', 15, 'ينتظر 15 تعليقًا'],
  ['ar', 100, 'ينتظر 100 تعليق '],
] as const)('in %s, %i: %s', (language, count, words) => {
  const forms = pluralForms({ language }, (count) => speak(language)('comments.offline.waiting', { count }))
  expect(pluralOf(forms, language, count)).toContain(words)
})
