import { riverbendSchools, type School } from './agencies.ts'
import { between, pick, pickWeighted, type Random } from './chance.ts'
import type { DistrictLanguage } from './district-model.ts'
import type { ExampleVoice } from './phrase.ts'
import type { Slots } from './say-line.ts'
import { wordsOf } from './words.ts'

/** Someone who writes: who they are, which school they speak of, and the words that their sentences are filled with. */
export type Author = {
  voice: ExampleVoice
  language: DistrictLanguage
  school: School
  boy: boolean
  slots: Slots
}

const voices: Record<DistrictLanguage, readonly (readonly [ExampleVoice, number])[]> = {
  en: [
    ['parent', 50],
    ['grandparent', 7],
    ['student', 4],
    ['teacher', 17],
    ['principal', 2],
    ['aide', 6],
    ['community', 14],
  ],
  es: [
    ['parent', 73],
    ['grandparent', 8],
    ['student', 3],
    ['teacher', 4],
    ['aide', 5],
    ['community', 5],
  ],
  ar: [
    ['parent', 84],
    ['grandparent', 6],
    ['community', 10],
  ],
}

/** Months of a school year in which something can have begun, as seen from `month` (1 to 12): at least one month ago. */
function monthsBefore(month: number): number[] {
  const schoolYear = [8, 9, 10, 11, 12, 1, 2, 3, 4]
  const now = schoolYear.indexOf(month)
  const past = now === -1 ? schoolYear : schoolYear.slice(0, now)
  return past.length > 0 ? past.slice(-5) : [1, 2, 3]
}

/** What is already known about an author. */
export type Known = { voice?: ExampleVoice; school?: School }

/** Invents an author. `month` is when the person writes. */
export function inventAuthor(
  random: Random,
  language: DistrictLanguage,
  month: number,
  known: Known = {},
): Author {
  const voice = known.voice ?? pickWeighted(random, voices[language])
  // Students answer from 13 on, so none of them is at an elementary school.
  const schools = riverbendSchools.filter((school) => voice !== 'student' || school.lastGrade >= 8)
  const school =
    known.school ??
    pickWeighted(
      random,
      schools.map((each) => [each, each.weight] as const),
    )
  const words = wordsOf[language]
  const grade =
    voice === 'student'
      ? Math.max(8, between(random, school.firstGrade, school.lastGrade))
      : between(random, school.firstGrade, school.lastGrade)
  const boy = random() < 0.5
  const better = riverbendSchools.find((other) => other.wellStaffed && other.level === school.level)
  const nameOf = (each: School) => (language === 'ar' ? each.arabicName : each.shortName)
  const slots: Record<string, string> = {
    school: nameOf(school),
    grade: words.grades[grade] ?? '',
    lastGrade: words.grades[grade - 1] ?? '',
    age: words.ages[grade] ?? '',
    n: pick(random, words.several),
    n2: words.two,
    months: pick(random, words.spans),
    years: pick(random, words.years),
    month: words.months[pick(random, monthsBefore(month)) - 1] ?? '',
    role: words.roles[voice],
  }
  if (better && !school.wellStaffed) slots.better = nameOf(better)
  // People move house only for a school that keeps its teachers.
  if (school.wellStaffed) slots.proud = nameOf(school)
  if (school.level !== 'elementary') slots.subject = pick(random, words.subjects)
  if (voice === 'parent') slots.kid = pick(random, boy ? words.sons : words.daughters)
  if (voice === 'grandparent') slots.kid = boy ? words.grandson : words.granddaughter
  return { voice, language, school, boy, slots }
}
