import { z } from 'zod'
import { languages } from '../../platform/i18n/language.ts'
import { parseAddress } from '../../platform/mail/address.ts'
import { brandContrast, parseColor } from '../../ui/brand.ts'
import { agencyKinds } from './agency.ts'
import { isTimeZone } from './time-zones.ts'

const name = z
  .string('agencies.faults.name')
  .trim()
  .min(1, 'agencies.faults.name')
  .max(120, 'agencies.faults.nameLong')
const spoken = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z
    .array(z.enum(languages, 'agencies.faults.languages'))
    .min(1, 'agencies.faults.languages')
    .max(10, 'agencies.faults.languages'),
)
const timeZone = z.string('agencies.faults.timeZone').refine(isTimeZone, 'agencies.faults.timeZone')
const parentId = z
  .union([z.literal(''), z.guid()], 'agencies.faults.parent')
  .default('')
  .transform((id) => id || null)

const line = (longest: number) => z.string().trim().max(longest, 'agencies.faults.tooLong').default('')
const mailAddress = line(320).transform((typed, context) => {
  if (typed === '') return ''
  const parsed = parseAddress(typed)
  if (parsed.ok) return parsed.address
  context.addIssue({ code: 'custom', message: 'agencies.faults.address' })
  return z.NEVER
})

/** A colour as typed; kept in lower case, and only when text in it can be read. */
const brandColor = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    if (typed === '') return null
    const color = parseColor(typed)
    if (color && brandContrast(color).ok) return color.toLowerCase()
    context.addIssue({
      code: 'custom',
      message: color ? 'agencies.faults.contrast' : 'agencies.faults.color',
    })
    return z.NEVER
  })

/** What an agency's administrators may change. */
export const SettingsForm = z.object({
  name,
  languages: spoken,
  timeZone,
  minimum: z.coerce
    .number('agencies.faults.minimum')
    .int('agencies.faults.minimum')
    .min(3, 'agencies.faults.minimum')
    .max(100, 'agencies.faults.minimum'),
  contactName: line(120),
  contactAddress: mailAddress,
  contactPhone: line(60),
  brandColor,
  parentId,
})

/** A new agency, as the operator adds it. */
export const NewAgencyForm = z.object({
  name,
  kind: z.enum(agencyKinds, 'agencies.faults.kind'),
  languages: spoken,
  timeZone,
  parentId,
})
