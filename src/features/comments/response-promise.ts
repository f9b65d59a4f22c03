import { dayIn } from '../engagements/agency-time.ts'

export { dayIn }

/** A calendar day as text, such as '2027-03-01'. */
type Day = string

/**
 * The last day on which an answer keeps the promise: `workingDays` days from Monday to Friday after the day of receipt.
 * A comment of Saturday or Sunday counts from there on: one working day after it is Monday. Public holidays differ from place
 * to place and are counted as working days, so the promise is never told later than it is.
 */
export function dueDay(received: Day, workingDays: number): Day {
  const day = new Date(`${received}T12:00:00Z`)
  for (let left = workingDays; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1)
    const weekday = day.getUTCDay()
    if (weekday !== 0 && weekday !== 6) left--
  }
  return day.toISOString().slice(0, 10)
}

/** By when a comment is promised an answer, as a day where the agency is. */
export function promisedDay(
  comment: { receivedAt: Date },
  engagement: { responseDays: number },
  timeZone: string,
): Day {
  return dueDay(dayIn(timeZone, comment.receivedAt), engagement.responseDays)
}

export type ClockState = 'answered' | 'answered-late' | 'running' | 'late'

/** How a comment stands with the promise today. */
export function clockState(received: Day, answered: Day | null, workingDays: number, today: Day): ClockState {
  const due = dueDay(received, workingDays)
  if (answered !== null) return answered <= due ? 'answered' : 'answered-late'
  return today <= due ? 'running' : 'late'
}

/** How many comments came on a day and were answered on another; null while they wait. */
export type PromiseTally = { received: Day; answered: Day | null; count: number }

/**
 * Of the comments whose promise has come due or was kept early: how many were answered in time. Comments that still run are in
 * neither number. `share` is undefined when nothing has come due.
 */
export function shareKept(
  tallies: readonly PromiseTally[],
  workingDays: number,
  today: Day,
): { kept: number; due: number; running: number; share: number | undefined } {
  const counted: Record<ClockState, number> = { answered: 0, 'answered-late': 0, running: 0, late: 0 }
  for (const tally of tallies)
    counted[clockState(tally.received, tally.answered, workingDays, today)] += tally.count
  const due = counted.answered + counted['answered-late'] + counted.late
  return {
    kept: counted.answered,
    due,
    running: counted.running,
    share: due === 0 ? undefined : counted.answered / due,
  }
}
