import type { DistrictLanguage, ExampleAgency } from './district-model.ts'

type School = {
  key: string
  name: string
  shortName: string
  /** In Arabic letters, as Arabic-speaking families write it; follows the word for school. */
  arabicName: string
  level: 'elementary' | 'middle' | 'high'
  firstGrade: number
  lastGrade: number
  /** Whether the school finds and keeps teachers more easily than the others. */
  wellStaffed: boolean
  /** How often its people write, compared with the others. */
  weight: number
}

/** The nine schools of Riverbend; all invented. */
export const riverbendSchools: readonly School[] = [
  {
    key: 'cottonwood',
    name: 'Cottonwood Elementary School',
    shortName: 'Cottonwood',
    arabicName: 'كوتنوود',
    level: 'elementary',
    firstGrade: 1,
    lastGrade: 5,
    wellStaffed: false,
    weight: 12,
  },
  {
    key: 'heron-creek',
    name: 'Heron Creek Elementary School',
    shortName: 'Heron Creek',
    arabicName: 'هيرون كريك',
    level: 'elementary',
    firstGrade: 1,
    lastGrade: 5,
    wellStaffed: true,
    weight: 7,
  },
  {
    key: 'mill-street',
    name: 'Mill Street Elementary School',
    shortName: 'Mill Street',
    arabicName: 'ميل ستريت',
    level: 'elementary',
    firstGrade: 1,
    lastGrade: 5,
    wellStaffed: false,
    weight: 17,
  },
  {
    key: 'sycamore',
    name: 'Sycamore Elementary School',
    shortName: 'Sycamore',
    arabicName: 'سيكامور',
    level: 'elementary',
    firstGrade: 1,
    lastGrade: 5,
    wellStaffed: false,
    weight: 7,
  },
  {
    key: 'lupine-hill',
    name: 'Lupine Hill School',
    shortName: 'Lupine Hill',
    arabicName: 'لوبين هيل',
    level: 'middle',
    firstGrade: 4,
    lastGrade: 8,
    wellStaffed: false,
    weight: 8,
  },
  {
    key: 'orchard-flats',
    name: 'Orchard Flats Middle School',
    shortName: 'Orchard Flats',
    arabicName: 'أورتشارد فلاتس',
    level: 'middle',
    firstGrade: 6,
    lastGrade: 8,
    wellStaffed: false,
    weight: 17,
  },
  {
    key: 'kestrel',
    name: 'Kestrel Middle School',
    shortName: 'Kestrel',
    arabicName: 'كسترل',
    level: 'middle',
    firstGrade: 6,
    lastGrade: 8,
    wellStaffed: true,
    weight: 7,
  },
  {
    key: 'riverbend-high',
    name: 'Riverbend High School',
    shortName: 'Riverbend High',
    arabicName: 'ريفربند الثانوية',
    level: 'high',
    firstGrade: 9,
    lastGrade: 12,
    wellStaffed: true,
    weight: 9,
  },
  {
    key: 'south-levee',
    name: 'South Levee High School',
    shortName: 'South Levee',
    arabicName: 'ساوث ليفي',
    level: 'high',
    firstGrade: 9,
    lastGrade: 12,
    wellStaffed: false,
    weight: 16,
  },
]

export type { School }

const everyLanguage: DistrictLanguage[] = ['en', 'es', 'ar']
const timeZone = 'America/Los_Angeles'

/** A state agency, two districts and the schools of the larger one; all invented. */
export function exampleAgencies(): ExampleAgency[] {
  return [
    {
      key: 'westmark',
      slug: 'westmark',
      kind: 'sea',
      parent: null,
      name: 'Westmark State Education Agency',
      shortName: 'the State Agency',
      timeZone,
      languages: everyLanguage,
      minimumNumber: 10,
      contact: 'lindqvist',
      brandColor: '#3d4a6b',
    },
    {
      key: 'riverbend',
      slug: 'riverbend',
      kind: 'lea',
      parent: 'westmark',
      name: 'Riverbend Unified School District',
      shortName: 'Riverbend Unified',
      timeZone,
      languages: everyLanguage,
      minimumNumber: 10,
      contact: 'prado',
      brandColor: '#1f5f5b',
    },
    ...riverbendSchools.map((school): ExampleAgency => ({
      key: school.key,
      slug: `riverbend-${school.key}`,
      kind: 'school',
      parent: 'riverbend',
      name: school.name,
      shortName: school.shortName,
      timeZone,
      languages: everyLanguage,
      minimumNumber: 10,
      contact: 'prado',
      brandColor: '#1f5f5b',
    })),
    {
      key: 'alder-creek',
      slug: 'alder-creek',
      kind: 'lea',
      parent: 'westmark',
      name: 'Alder Creek Elementary School District',
      shortName: 'Alder Creek',
      timeZone,
      languages: ['en', 'es'],
      minimumNumber: 10,
      contact: 'fernwood',
      brandColor: '#6b4a1f',
    },
  ]
}
