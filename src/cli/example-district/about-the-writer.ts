import type { Author } from './author.ts'
import { between, pick, pickWeighted, shuffled, type Random } from './chance.ts'
import type { ExampleChannel, ExampleContact } from './district-model.ts'

const homeLanguage = { en: 'english', es: 'spanish', ar: 'arabic' } as const

/** What people tell about themselves; nobody has to, and by mail or text message nobody is asked. */
export function aboutYou(
  author: Author,
  channel: ExampleChannel,
  codes: readonly string[],
  random: Random,
): Record<string, string> {
  const answers = { role: 0.9, school: 0.84, 'home-language': 0.76, group: 0.55 }
  const willing = { web: 1, paper: 0.93, meeting: 0.75, phone: 0.8, mail: 0, sms: 0 }[channel]
  const about: Record<string, string> = {}
  const answered = (key: keyof typeof answers) => random() < answers[key] * willing
  if (answered('role')) about.role = author.voice
  if (answered('school')) about.school = author.school.key
  if (answered('home-language'))
    about['home-language'] = random() < 0.05 ? 'other' : homeLanguage[author.language]
  if (answered('group') && (author.voice === 'parent' || author.voice === 'grandparent')) {
    if (codes.includes('special-education') && random() < 0.85) about.group = 'special-education'
    else
      about.group = pickWeighted(random, [
        ['none', author.language === 'en' ? 66 : 34],
        ['learning-english', author.language === 'en' ? 5 : 44],
        ['special-education', 17],
        ['foster', 5],
        ['moving', author.language === 'es' ? 12 : 3],
      ])
  }
  return about
}

/** Answers to the questions with given options, leaning towards what the comment is about. */
export function chosenAnswers(
  author: Author,
  channel: ExampleChannel,
  codes: readonly string[],
  random: Random,
): Record<string, string[]> {
  if (channel === 'mail' || channel === 'sms') return {}
  const answered = (often: number) =>
    random() < (channel === 'web' ? often : channel === 'paper' ? often * 0.9 : often * 0.35)
  const has = (...wanted: string[]) => wanted.some((code) => codes.includes(code))
  const rough = !author.school.wellStaffed
  const choices: Record<string, string[]> = {}
  if (answered(0.93)) {
    choices['empty-class'] = [
      pickWeighted(random, [
        ['yes', (rough ? 56 : 17) + (has('substitutes', 'special-education') ? 60 : 0)],
        ['no', rough ? 18 : 58],
        ['not-sure', 26],
      ]),
    ]
  }
  if (answered(0.86)) {
    const weights: [string, number][] = [
      ['mentor', has('mentoring', 'new-teachers') ? 60 : 24],
      ['pay', has('pay') ? 65 : 30],
      ['housing', has('housing-drive') ? 60 : 17],
      ['time', author.voice === 'teacher' ? 50 : 15],
      ['principal', has('turnover') ? 42 : 18],
      ['respect', has('working-conditions') ? 55 : 27],
      ['degree', has('from-here') || author.voice === 'aide' ? 50 : 12],
    ]
    const chosen = new Set<string>()
    const count = between(random, 1, 3)
    while (chosen.size < count) chosen.add(pickWeighted(random, weights))
    choices.stay = [...chosen]
  }
  if (answered(0.88)) {
    const low = has('not-told') || author.language !== 'en'
    choices.informed = [
      pickWeighted(random, [
        ['1', low ? 38 : rough ? 20 : 6],
        ['2', low ? 30 : rough ? 28 : 14],
        ['3', 26],
        ['4', low ? 8 : rough ? 18 : 34],
        ['5', low ? 3 : rough ? 7 : 21],
      ]),
    ]
  }
  if (answered(0.7)) {
    const pull: Record<string, number> = {
      fill: has('substitutes', 'special-education') ? 2 : rough ? 1 : 0.5,
      share: has('moving-teachers', 'new-teachers') && rough ? 1.4 : rough ? 0.6 : 0.1,
      support: 0.8,
      pay: has('pay') ? 1.5 : 0.5,
      tell: has('not-told') ? 1.6 : 0.5,
    }
    choices.order = Object.entries(pull)
      .map(([key, weight]) => ({ key, at: random() * 1.6 + weight }))
      .sort((a, b) => b.at - a.at)
      .map(({ key }) => key)
  }
  return choices
}

const given = [
  'alma',
  'bruno',
  'celia',
  'dario',
  'elodie',
  'farid',
  'greta',
  'hana',
  'ivo',
  'jonah',
  'kaia',
  'lucio',
  'mona',
  'nestor',
  'odette',
  'paz',
  'quinn',
  'rami',
  'saoirse',
  'tomas',
  'ursula',
  'vito',
  'wanda',
  'yara',
  'zeno',
]
const family = [
  'alderbrook',
  'briarcliff',
  'cantero',
  'dunleaf',
  'espinar',
  'fallowfield',
  'guijarro',
  'hazelrigg',
  'istanboulli',
  'juncal',
  'kirkmoss',
  'larkhill',
  'morales-fern',
  'netherby',
  'olmedo',
  'pinewick',
  'quarrie',
  'robleda',
  'saddlebrook',
  'tarik-vale',
  'umberly',
  'valverde-oak',
  'willowmere',
  'yarrowby',
  'zarzal',
]
const areaCodes = ['209', '530', '559', '916']

/** Addresses that reach nobody, each used once: mail at example.org and numbers in the range kept for fiction. */
export function contactBook(random: Random): (channel: ExampleChannel) => ExampleContact | null {
  const addresses = shuffled(
    random,
    given.flatMap((name) => family.map((surname) => `${name}.${surname}@example.org`)),
  )
  const numbers = shuffled(
    random,
    areaCodes.flatMap((area) => Array.from({ length: 100 }, (_, line) => `+1${area}5550${100 + line}`)),
  )
    // These two belong to the district itself.
    .filter((number) => number !== '+12095550142' && number !== '+12095550143')
  const byMail = (): ExampleContact | null => take(addresses, 'mail')
  const bySms = (): ExampleContact | null => take(numbers, 'sms')
  return (channel) => {
    if (channel === 'mail') return byMail()
    if (channel === 'sms') return random() < 0.93 ? bySms() : null
    const wants = random() < { web: 0.58, paper: 0.34, meeting: 0.36, phone: 0.55 }[channel]
    const numberShare = channel === 'web' ? 0.2 : 0.55
    if (!wants) return null
    return random() < numberShare ? bySms() : byMail()
  }
}

function take(from: string[], by: 'mail' | 'sms'): ExampleContact | null {
  const address = from.pop()
  return address === undefined ? null : { by, address }
}

/** Who keyed in a form or wrote down what was said. */
export function whoEntered(channel: ExampleChannel, random: Random): string | null {
  if (channel === 'paper') return pick(random, ['haddad', 'marsh', 'marsh', 'milagro', 'milagro', 'milagro'])
  if (channel === 'meeting') return pick(random, ['haddad', 'marsh', 'alcazar'])
  if (channel === 'phone') return pick(random, ['haddad', 'alcazar'])
  return null
}
