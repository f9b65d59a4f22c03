import { beforeAll, describe, expect, test } from 'vitest'
import { testApp, testConfig } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeEngagement } from '../../../tests/support/make.ts'
import {
  makeColleague,
  makeStaffPlace,
  readComment,
  type StaffPlace,
} from '../../../tests/support/staff-place.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/db/id.ts'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import { findUnreachable } from '../../platform/mail/message.store.ts'
import { twilioSignature } from '../../platform/sms/twilio-signature.ts'
import { addQuestion } from './question.store.ts'
import { receiveSms } from './receive-sms.action.ts'
import { staffCommentRoutes } from './staff.routes.tsx'

const database = testDatabase()
const twilio = {
  accountSid: 'AC1',
  authToken: 'auth-token',
  from: '+15305550100',
  url: 'https://api.twilio.com',
}
const { request, read, services } = testApp(database, staffCommentRoutes)
const { db } = database
let place: StaffPlace
beforeAll(async () => {
  place = await makeStaffPlace(services, { smsKeyword: 'rooms' })
})

let serial = 5550200
const newNumber = () => `+1530${++serial}`
const text = (from: string, body: string, id = newId()) =>
  receiveSms(services, place.agency, { from, body, id, media: 0 }, services.now())
const textsTo = async (number: string) =>
  (await db.selectFrom('message').selectAll().where('toAddress', '=', number).orderBy('id').execute()).map(
    (message) => message.text,
  )

describe('a comment by text', () => {
  test('goes to the only open engagement, and the receipt comes by text', async () => {
    const number = newNumber()
    const result = await text(number, 'More mentors for new teachers, please, and soon.')
    if (result.outcome !== 'accepted') throw new Error(result.outcome)
    expect(await readComment(services, place, result.commentId)).toMatchObject({
      text: 'More mentors for new teachers, please, and soon.',
      comment: { channel: 'sms', contactAddress: number },
    })
    expect((await textsTo(number))[0]).toContain('Receipt')
    const id = newId()
    expect([(await text(number, 'Twice', id)).outcome, (await text(number, 'Twice', id)).outcome]).toEqual([
      'accepted',
      'repeated',
    ])
    expect(await textsTo(number)).toHaveLength(2)
  })

  test('goes by keyword, then by what the number texted last; without either it asks', async () => {
    const other = await makeEngagement(db, place.agency, { smsKeyword: 'buses' })
    await addQuestion(db, {
      agencyId: place.agency.id,
      engagementId: other.id,
      code: 'Q1',
      position: 1,
      kind: 'text',
      prompt: written('en', { en: 'Buses?' }),
      hint: nothingWritten,
      options: [],
      required: false,
    })
    const number = newNumber()
    expect(await text(number, 'Hello, I have an idea')).toEqual({ outcome: 'asked', reply: 'which' })
    expect((await textsTo(number))[0]).toMatch(/ROOMS: .*BUSES: |BUSES: .*ROOMS: /)
    const keyed = await text(number, 'Buses: more of them')
    if (keyed.outcome !== 'accepted') throw new Error(keyed.outcome)
    expect(await readComment(services, place, keyed.commentId)).toMatchObject({
      text: 'more of them',
      comment: { engagementId: other.id },
    })
    const last = await text(number, 'And earlier ones')
    if (last.outcome !== 'accepted') throw new Error(last.outcome)
    expect((await readComment(services, place, last.commentId)).comment.engagementId).toBe(other.id)
    expect(await text(number, 'ROOMS')).toEqual({ outcome: 'asked', reply: 'words' })
  })

  test('STOP, START and HELP are heard in English and Spanish', async () => {
    const number = newNumber()
    expect(await text(number, '¡Alto!')).toEqual({ outcome: 'stop' })
    expect(await findUnreachable(db, place.agency.id, 'sms', number)).toMatchObject({ reason: 'stopped' })
    expect(await textsTo(number)).toEqual([])
    expect(await text(number, 'iniciar')).toEqual({ outcome: 'start' })
    expect(await findUnreachable(db, place.agency.id, 'sms', number)).toBeUndefined()
    expect(await text(number, 'AYUDA')).toEqual({ outcome: 'help' })
    const texts = await textsTo(number)
    expect(texts[0]).toContain('volverá a recibir')
    expect(texts[1]).toContain('Responda ALTO')
    expect((await text(number, 'Please stop the cuts to the library')).outcome).not.toBe('stop')
  })

  test('a number that is none and one that never rests are not taken', async () => {
    expect(await text('SHORTCODE', 'Hi')).toEqual({ outcome: 'no-number' })
    const number = newNumber()
    let last
    for (let n = 0; n < 31; n++) last = await text(number, `ROOMS ${n}`)
    expect(last).toEqual({ outcome: 'too-many' })
    expect(await text(number, 'STOP')).toEqual({ outcome: 'stop' })
  })

  test('without an open engagement it says so', async () => {
    const own = await makeStaffPlace(services, { status: 'closed' })
    expect(
      await receiveSms(
        services,
        own.agency,
        { from: newNumber(), body: 'Hi', id: newId(), media: 0 },
        services.now(),
      ),
    ).toEqual({ outcome: 'asked', reply: 'closed' })
  })
})

describe('the door for texts', () => {
  test('opens for what the gateway signed', async () => {
    const gateway = testApp(database, staffCommentRoutes, { config: testConfig({ twilio }) })
    const address = paths.inboundSms.to({ agency: place.agency.slug })
    const fields = new URLSearchParams({
      From: newNumber(),
      Body: 'ROOMS through the door',
      MessageSid: 'SM1',
    })
    const send = (signature?: string, body = fields) =>
      gateway.request(address, { body, headers: signature ? { 'x-twilio-signature': signature } : {} })
    expect((await send()).status).toBe(403)
    expect((await send('made up')).status).toBe(403)
    const good = twilioSignature(twilio.authToken, `http://longtable.test${address}`, fields)
    const answer = await send(good)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8'])
    expect(await answer.text()).toContain('<Response></Response>')
    const empty = new URLSearchParams({ Body: 'x' })
    expect(
      (await send(twilioSignature(twilio.authToken, `http://longtable.test${address}`, empty), empty)).status,
    ).toBe(400)
    expect((await request(address, { body: fields })).status).toBe(403)
    // With a real gateway the simulator sends nothing.
    const page = await gateway.request(
      paths.workSmsSimulator.to({ language: 'en', agency: place.agency.slug }),
      { as: place.coordinator.id, form: { number: newNumber(), text: 'x' } },
    )
    expect(page.status).toBe(409)
  })

  test('the simulator texts like a phone and shows what would come back', async () => {
    const at = { language: 'en' as const, agency: place.agency.slug }
    const number = newNumber()
    const sent = await request(paths.workSmsSimulator.to(at), {
      as: place.coordinator.id,
      form: { number, text: 'ROOMS from the simulator', idempotencyKey: newId() },
    })
    expect(sent.status).toBe(303)
    const page = await read(sent.headers.get('location')!, { as: place.coordinator.id })
    expect(page).toContain('from the simulator')
    expect(page).toContain('Reply STOP for no more texts')
    expect(
      (
        await request(paths.workSmsSimulator.to(at), {
          as: place.coordinator.id,
          form: { number: '12', text: '' },
        })
      ).status,
    ).toBe(422)
    const analyst = await makeColleague(services, place, 'analyst')
    expect((await request(paths.workSmsSimulator.to(at), { as: analyst.id })).status).toBe(403)
  })
})
