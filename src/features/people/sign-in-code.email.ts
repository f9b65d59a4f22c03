import { directionOf, type Language } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { type Block, mailDocument } from '../../platform/mail/template.ts'
import { groupedCode } from '../../platform/session/session.ts'
import { codeRules } from './sign-in.ts'

type Mail = { subject: string; text: string; html: string }

function mail(language: Language, subject: string, paragraphs: Block[], footer: string): Mail {
  const dir = directionOf(language)
  return {
    subject,
    ...mailDocument({ language, dir, title: subject, paragraphs, footer: { lines: [footer] } }),
  }
}

/** The mail with a sign-in code. Its link opens the page with the code box and holds no secret. */
export function signInCodeEmail(given: {
  language: Language
  name: string
  code: string
  link: string
}): Mail {
  const t = speak(given.language)
  const paragraphs: Block[] = [
    { kind: 'paragraph', text: t('people.mail.code.text', { name: given.name }) },
    { kind: 'code', code: groupedCode(given.code) },
    { kind: 'paragraph', text: t('people.mail.code.rules', { minutes: codeRules.minutes }) },
    { kind: 'button', label: t('people.mail.code.link'), url: given.link },
  ]
  return mail(given.language, t('people.mail.code.subject'), paragraphs, t('people.mail.code.notYou'))
}

/** What the owner of an address hears when someone asked for a code with it and there is no account. */
export function unknownAddressEmail({ language }: { language: Language }): Mail {
  const t = speak(language)
  const paragraphs: Block[] = [
    { kind: 'paragraph', text: t('people.mail.unknown.text') },
    { kind: 'paragraph', text: t('people.mail.unknown.public') },
    { kind: 'paragraph', text: t('people.mail.unknown.staff') },
  ]
  return mail(language, t('people.mail.unknown.subject'), paragraphs, t('people.mail.unknown.notYou'))
}
