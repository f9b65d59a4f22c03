import { directionOf, type Language } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { mailDocument } from '../../platform/mail/template.ts'
import type { Role } from '../agencies/permission.ts'

/** Tells someone that they have a role in an agency, and how to sign in. */
export function roleGivenEmail(given: {
  language: Language
  name: string
  agency: string
  role: Role
  signInAddress: string
}) {
  const { language, name, agency } = given
  const t = speak(language)
  const title = t('people.mail.role.subject', { agency })
  const document = mailDocument({
    language,
    dir: directionOf(language),
    title,
    paragraphs: [
      {
        kind: 'paragraph',
        text: t('people.mail.role.text', { name, agency, role: t(`agencies.role.${given.role}`) }),
      },
      { kind: 'paragraph', text: t('people.mail.role.how') },
      { kind: 'button', label: t('people.mail.role.link'), url: given.signInAddress },
    ],
    footer: { lines: [t('people.mail.role.mistake')] },
  })
  return { subject: title, ...document }
}
