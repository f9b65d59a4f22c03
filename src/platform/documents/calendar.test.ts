import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type Calendar, type CalendarEvent, calendarFeed } from './calendar.ts'

const calendar: Calendar = {
  name: 'Timeline',
  product: '-//Longtable//Timeline//EN',
  language: 'en',
  events: [],
}
const event: CalendarEvent = {
  uid: 'timeline-1@longtable.example',
  sequence: 2,
  stamp: new Date('2027-01-02T03:04:05Z'),
  when: { start: new Date('2027-03-23T18:00:00-07:00'), end: new Date('2027-03-23T20:00:00-07:00') },
  title: 'Open meeting; bring questions, please',
}

function eventsOf(text: string): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
}

/** What a calendar keeps of a text: one kind of line end, no control characters. */
function kept(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
}

describe('calendar', () => {
  test('times are in UTC, lines end in CRLF, text is escaped', () => {
    const text = calendarFeed({ ...calendar, events: [event] })
    expect(text).toContain('\r\nDTSTART:20270324T010000Z\r\nDTEND:20270324T030000Z\r\n')
    expect(text).toContain('\r\nSUMMARY;LANGUAGE=en:Open meeting\\; bring questions\\, please\r\n')
    expect(text).toContain('\r\nMETHOD:PUBLISH\r\n')
    expect(text).toContain('\r\nSEQUENCE:2\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('whole days end on the day after the last', () => {
    const days = (firstDay: string, lastDay?: string) =>
      calendarFeed({ ...calendar, events: [{ ...event, when: { firstDay, lastDay } }] })
    expect(days('2028-02-28')).toContain('DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280229\r\n')
    expect(days('2027-12-30', '2027-12-31')).toContain('DTEND;VALUE=DATE:20280101\r\n')
  })

  test('a name with a comma, a colon or a quotation mark is quoted as a parameter', () => {
    const organizer = { name: 'Ruiz, Ana: "the chair"', email: 'ana@example.org' }
    const text = calendarFeed({ ...calendar, events: [{ ...event, organizer }] })
    const property = eventsOf(text)[0]?.getFirstProperty('organizer')
    expect(property?.getParameter('cn')).toBe(organizer.name)
    expect(property?.getFirstValue()).toBe('mailto:ana@example.org')
  })

  test('a line break in an address cannot begin a property', () => {
    const text = calendarFeed({ ...calendar, events: [{ ...event, url: 'https://a.example/\r\nATTACH:x' }] })
    expect(text).not.toMatch(/^ATTACH/m)
  })

  test('2,000 random events are read back equal by an independent parser, in lines of at most 75 octets', () => {
    const words = fc.string({ unit: 'binary', maxLength: 120 })
    const instant = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    const second = instant.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000))
    const when = fc.oneof(
      fc
        .tuple(second, fc.integer({ min: 1, max: 1e6 }))
        .map(([start, length]) => ({ start, end: new Date(start.getTime() + length * 1000) })),
      fc.tuple(second, fc.integer({ min: 0, max: 40 })).map(([start, length]) => ({
        firstDay: start.toISOString().slice(0, 10),
        lastDay: new Date(Date.parse(start.toISOString().slice(0, 10)) + length * 86_400_000)
          .toISOString()
          .slice(0, 10),
      })),
    )
    const anyEvent = fc.record({
      uid: fc.uuid(),
      sequence: fc.nat(1000),
      stamp: second,
      when,
      title: words,
      description: words,
      location: words,
      organizer: fc.record({ name: words, email: fc.emailAddress() }),
      // ical.js takes the comma after an escaped backslash for an escaped comma, so a category has none here.
      categories: fc.array(
        fc.string({ minLength: 1, maxLength: 10 }).map((text) => text.replaceAll('\\', '/')),
        { minLength: 1, maxLength: 3 },
      ),
    })
    fc.assert(
      fc.property(anyEvent, (event) => {
        const text = calendarFeed({ ...calendar, events: [event] })
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(text.isWellFormed()).toBe(true)
        const [read] = eventsOf(text)
        const value = (name: string) => String(read?.getFirstPropertyValue(name) ?? '')
        expect(value('uid')).toBe(event.uid)
        expect(value('sequence')).toBe(String(event.sequence))
        expect(value('summary')).toBe(kept(event.title))
        expect(value('description')).toBe(kept(event.description))
        expect(value('location')).toBe(kept(event.location))
        expect(read?.getFirstProperty('organizer')?.getParameter('cn')).toBe(kept(event.organizer.name))
        expect(read?.getFirstProperty('categories')?.getValues()).toEqual(event.categories.map(kept))
        const start = read?.getFirstPropertyValue('dtstart') as ICAL.Time
        const end = read?.getFirstPropertyValue('dtend') as ICAL.Time
        if ('firstDay' in event.when) {
          expect(start.isDate).toBe(true)
          expect(start.toString()).toBe(event.when.firstDay)
          end.adjust(-1, 0, 0, 0)
          expect(end.toString()).toBe(event.when.lastDay)
        } else {
          expect(start.toJSDate()).toEqual(event.when.start)
          expect(end.toJSDate()).toEqual(event.when.end)
        }
      }),
      { numRuns: 2000 },
    )
  }, 60_000)
})
