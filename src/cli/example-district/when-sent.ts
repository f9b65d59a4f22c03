import { between, pick, pickWeighted, type Random } from './chance.ts'
import { dayAfter, instantOn } from './days.ts'
import type { ExampleChannel } from './district-model.ts'
import { listeningEvenings } from './main-timeline.ts'

const firstDay = -38
const lastDay = -4

/** Pacific standard time is eight hours behind UTC; an hour more or less in summer does not matter to an example. */
const minutesToUtc = 8 * 60

/** When a comment came in: many in the first days, after each listening evening, and before the first reading. */
export function whenSent(
  channel: ExampleChannel,
  today: string,
  random: Random,
): { sentAt: string; day: number } {
  const day =
    channel === 'meeting'
      ? pickWeighted(random, [
          [listeningEvenings[0] ?? firstDay, 56],
          [listeningEvenings[1] ?? firstDay, 44],
        ])
      : dayOf(random)
  const [from, to] = hours[channel]
  // The middle of the stretch is likelier than its ends, except in the evening, when most people write.
  const at =
    channel === 'web' && random() < 0.45
      ? between(random, 19 * 60, 23 * 60)
      : Math.round((between(random, from, to) + between(random, from, to)) / 2)
  return { sentAt: instantOn(dayAfter(today, day), at + minutesToUtc), day }
}

const hours: Record<ExampleChannel, readonly [number, number]> = {
  web: [5 * 60 + 30, 23 * 60],
  paper: [7 * 60 + 30, 17 * 60],
  meeting: [18 * 60 + 20, 19 * 60 + 40],
  phone: [9 * 60, 18 * 60],
  mail: [6 * 60, 22 * 60],
  sms: [7 * 60, 21 * 60],
}

function dayOf(random: Random): number {
  const wave = random()
  if (wave < 0.26) return firstDay + between(random, 0, 6)
  if (wave < 0.42) return pick(random, listeningEvenings) + between(random, 1, 3)
  if (wave < 0.6) return lastDay - between(random, 0, 6)
  return between(random, firstDay, lastDay)
}

/** Some time after an instant, but no later than the end of the day before yesterday. */
export function someTimeAfter(
  sentAt: string,
  hoursFrom: number,
  hoursTo: number,
  today: string,
  random: Random,
): string {
  const at = Date.parse(sentAt) + between(random, hoursFrom * 60, hoursTo * 60) * 60_000
  const latest = Date.parse(instantOn(dayAfter(today, -2), 23 * 60))
  return new Date(Math.min(at, latest)).toISOString()
}
