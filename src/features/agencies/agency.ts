import type { Language } from '../../platform/i18n/language.ts'

export const agencyKinds = ['sea', 'lea', 'school'] as const
export type AgencyKind = (typeof agencyKinds)[number]

/** A state education agency, a district, or a school; they form a tree. */
export type Agency = {
  id: string
  parentId: string | null
  kind: AgencyKind
  slug: string
  name: string
  languages: Language[]
  timeZone: string
  /** No number of people below this is ever shown. */
  minimum: number
  contactName: string
  contactAddress: string
  contactPhone: string
  brandColor: string | null
  isExample: boolean
  createdAt: Date
  archivedAt: Date | null
}

/** Which kinds may stand directly below which. */
const below: Record<AgencyKind, readonly AgencyKind[]> = {
  sea: ['lea', 'school'],
  lea: ['school'],
  school: [],
}

export function mayStandBelow(kind: AgencyKind, parent: AgencyKind): boolean {
  return below[parent].includes(kind)
}

/** An address part made from a name: "Riverbend Unified" → "riverbend-unified"; at most 60 characters. */
export function slugFrom(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}
