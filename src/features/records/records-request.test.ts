import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { readCsv } from '../../cli/command.ts'
import { listAudit } from '../../platform/audit/audit.store.ts'
import { newId } from '../../platform/db/id.ts'
import { unpack, zipDirectory } from '../../platform/documents/zip-reader.ts'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import type { Agency } from '../agencies/agency.ts'
import { addAboutQuestion } from '../comments/about-question.store.ts'
import { blackout } from '../comments/redaction.ts'
import { findComment, listAnswers } from '../comments/comment.store.ts'
import { correctComment } from '../comments/correct-comment.action.ts'
import { addQuestion } from '../comments/question.store.ts'
import { sendComment } from '../comments/send-comment.action.ts'
import type { Engagement } from '../engagements/engagement.ts'
import {
  markOf,
  readReason,
  reasonText,
  type RedactionReason,
  releasedText,
  wholeAnswer,
  wholeEnd,
} from './records-request.ts'
import { listRedactions } from './records-request.store.ts'
import { recordsRoutes } from './records.routes.tsx'

const database = testDatabase()
const { db } = database
const { request, read, services } = testApp(database, recordsRoutes)

const inWords = (reason: RedactionReason) => reason
const cut = (start: number, end: number, reason = 'privacy') => ({ rangeStart: start, rangeEnd: end, reason })

describe('a text as it is released', () => {
  test.each([
    ['Ask Ana at Lincoln', [], 'Ask Ana at Lincoln'],
    ['Ask Ana at Lincoln', [cut(4, 7)], 'Ask ████ [privacy] at Lincoln'],
    [
      'Ask Ana at Lincoln',
      [cut(4, 7), cut(11, 18, 'student mark: FERPA')],
      'Ask ████ [privacy] at ████ [student]',
    ],
    ['Ask Ana at Lincoln', [cut(4, 9), cut(7, 18, 'student')], 'Ask ████ [privacy, student]'],
    ['Ask Ana', [cut(0, wholeEnd, 'health')], '████ [health]'],
    ['Ask Ana', [cut(4, 500)], 'Ask ████ [privacy]'],
    ['Ask Ana', [cut(90, 95)], 'Ask Ana'],
  ])('%s', (text, redactions, released) => expect(releasedText(text, redactions, inWords)).toBe(released))

  test('what is left out is nowhere in it, and its length tells nothing', () => {
    const secret = fc.stringMatching(/^[A-Z]{1,30}$/)
    const plain = fc.stringMatching(/^[a-z ]{0,30}$/)
    fc.assert(
      fc.property(plain, secret, plain, (before, hidden, after) => {
        const released = releasedText(
          before + hidden + after,
          [cut(before.length, before.length + hidden.length)],
          inWords,
        )
        expect(released).toBe(`${before}${blackout} [privacy]${after}`)
        expect(released).not.toMatch(/[A-Z]/)
      }),
    )
  })

  test('a reason keeps its ground in law', () => {
    expect(readReason(reasonText('student', 'abc_-', 'FERPA: 20 U.S.C. 1232g'))).toEqual({
      reason: 'student',
      mark: 'abc_-',
      ground: 'FERPA: 20 U.S.C. 1232g',
    })
    expect(readReason(reasonText('legal-advice', 'abc', ''))).toEqual({
      reason: 'legal-advice',
      mark: 'abc',
      ground: '',
    })
    expect(readReason('nonsense')).toEqual({ reason: 'other', mark: '', ground: '' })
  })
})

describe('a request for records', () => {
  let agency: Agency
  let engagement: Engagement
  let officer: string
  let base: string
  let questionId: string
  let ana: string

  async function say(text: string, receivedAt: Date, key = newId()): Promise<string> {
    const [aboutQuestionId] = abouts
    const sent = await sendComment(
      services,
      {
        agency,
        engagement,
        channel: 'meeting',
        answers: [
          { questionId, text, choices: null, number: null },
          { questionId: choiceId, text: null, choices: ['a'], number: null },
        ],
        aboutYou: [{ aboutQuestionId: aboutQuestionId!, value: 'parent' }],
        contact: { channel: 'mail', address: 'covert-author@example.org' },
        enteredBy: officer,
        enteredNote: 'covert note of staff',
        provenance: { file: 'covert-file.csv' },
        submissionKey: key,
        receivedAt,
      },
      testNow,
    )
    if (sent.outcome !== 'accepted') throw new Error(JSON.stringify(sent))
    return sent.commentId
  }
  let abouts: string[] = []
  let choiceId: string

  beforeAll(async () => {
    agency = await makeAgency(db)
    engagement = await makeEngagement(db, agency)
    officer = (await makePerson(db, { agencyId: agency.id, roles: ['records-officer'] })).id
    base = `/en/work/${agency.slug}/engagements/${engagement.slug}/records`
    const own = { agencyId: agency.id, engagementId: engagement.id, hint: nothingWritten, required: false }
    questionId = (await addQuestion(db, {
      ...own,
      code: 'Q1',
      position: 1,
      kind: 'text',
      prompt: written('en', { en: 'What?' }),
      options: [],
    }))!
    const options = [{ id: 'a', label: written('en', { en: 'Mentors' }) }]
    choiceId = (await addQuestion(db, {
      ...own,
      code: 'Q2',
      position: 2,
      kind: 'single',
      prompt: written('en', { en: 'Which?' }),
      options,
    }))!
    const parent = [{ id: 'parent', label: written('en', { en: 'covert role' }) }]
    abouts = [
      (await addAboutQuestion(db, {
        agencyId: agency.id,
        engagementId: engagement.id,
        key: 'role',
        position: 1,
        prompt: written('en', { en: 'covert question' }),
        options: parent,
      }))!,
    ]
    await say('Too early to be asked for.', new Date('2027-02-10T20:00:00Z'))
    // Late in the evening of the last day where the agency is.
    ana = await say(
      'My daughter Ana Secretname is alone. Call 555-201-3344. =SUM(A1)',
      new Date('2027-02-21T07:30:00Z'),
    )
    await say('Ask Ana Secretname again, says ana secretname.', new Date('2027-02-15T20:00:00Z'))
  })

  const address = (id: string) => `${base}/${id}`
  const openRequest = async () => {
    const answer = await request(base, {
      as: officer,
      form: { askedBy: 'The Daily Paper', fromDay: '2027-02-15', toDay: '2027-02-20', note: '' },
    })
    return /records\/([0-9a-f-]{36})\?/.exec(answer.headers.get('location') ?? '')![1]!
  }
  const wordsOf = async (commentId: string) =>
    (await listAnswers(db, agency.id, [commentId])).find((answer) => answer.questionId === questionId)!

  async function leaveOut(
    id: string,
    answerId: string,
    words: string,
    fields: Record<string, string | string[]> = {},
  ) {
    const named = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [`${name}-${answerId}`, value]),
    )
    return request(`${address(id)}/redact`, {
      as: officer,
      form: { answerId, mark: markOf(words), [`reason-${answerId}`]: 'student', ...named },
    })
  }

  async function release(id: string): Promise<Map<string, string>> {
    const answer = await request(`${address(id)}/release`, { as: officer, form: {} })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return new Map(
      zipDirectory(bytes)!.map((file) => [
        file.path,
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(unpack(bytes, file)),
      ]),
    )
  }

  test('a request that makes no sense comes back with what was typed', async () => {
    const good = { askedBy: 'The Daily Paper', fromDay: '2027-02-15', toDay: '2027-02-20', note: '' }
    for (const wrong of [
      { askedBy: ' ' },
      { fromDay: 'yesterday' },
      { toDay: '2027-02-30' },
      { toDay: '2027-02-14' },
      { note: 'x'.repeat(2001) },
      { fromDay: '0001-01-01' },
    ]) {
      const answer = await request(base, { as: officer, form: { ...good, ...wrong } })
      expect([wrong, answer.status]).toEqual([wrong, 422])
    }
  })

  test('it gathers the comments of its days where the agency is, oldest first, and nothing about their authors', async () => {
    const id = await openRequest()
    const page = await read(address(id), { as: officer })
    expect(page).toContain('2 comments')
    expect(page.indexOf('Ask Ana')).toBeLessThan(page.indexOf('My daughter'))
    expect(page).not.toContain('Too early')
    expect(page).not.toContain('covert')
  })

  test('what is left out is in none of the files, and its reasons are', async () => {
    const id = await openRequest()
    const answer = await wordsOf(ana)
    expect(
      (await leaveOut(id, answer.id, answer.text!, { words: 'Ana Secretname', ground: 'FERPA' })).status,
    ).toBe(303)
    const phone = answer.text!.indexOf('555')
    expect(
      (await leaveOut(id, answer.id, answer.text!, { ranges: [`${phone}-${phone + 12}`], reason: 'privacy' }))
        .status,
    ).toBe(303)
    const page = await read(address(id), { as: officer })
    const second = /answer-([0-9a-f-]{36})/.exec(page)![1]!
    const other = (await listAnswers(db, agency.id, [(await wordsOf(ana)).commentId])).find(
      (one) => one.questionId === choiceId,
    )!
    expect(
      (
        await leaveOut(id, second, 'Ask Ana Secretname again, says ana secretname.', {
          words: 'ana secretname',
        })
      ).status,
    ).toBe(303)
    expect((await leaveOut(id, other.id, 'Mentors', { reason: 'health' })).status).toBe(303)

    const files = await release(id)
    expect([...files.keys()]).toEqual(['comments.csv', 'left-out.csv', 'README.txt', 'SHA256SUMS'])
    for (const [path, text] of files) {
      expect([path, /secretname|555-201|covert|@/i.test(text)]).toEqual([path, false])
      if (path !== 'SHA256SUMS')
        expect(files.get('SHA256SUMS')).toContain(
          `${createHash('sha256').update(text).digest('hex')}  ${path}`,
        )
    }
    const comments = readCsv(Buffer.from(files.get('comments.csv')!))
    expect(
      comments.outcome === 'read' &&
        comments.table.rows.map(({ cells }) => [cells[0], cells[2], cells[6], cells[8]]),
    ).toEqual([
      [
        '1',
        '2027-02-15',
        'Q1',
        'Ask ████ [education record of a student] again, says ████ [education record of a student].',
      ],
      ['1', '2027-02-15', 'Q2', 'Mentors'],
      [
        '2',
        '2027-02-20',
        'Q1',
        'My daughter ████ [education record of a student] is alone. Call ████ [personal information]. =SUM(A1)',
      ],
      ['2', '2027-02-20', 'Q2', '████ [health or disability]'],
    ])
    const log = readCsv(Buffer.from(files.get('left-out.csv')!))
    expect(
      log.outcome === 'read' && log.table.rows.map(({ cells }) => [cells[0], ...cells.slice(2)]),
    ).toEqual([
      ['1', 'Q1', 'Part of the answer', 'education record of a student', '', '2027-03-03'],
      ['1', 'Q1', 'Part of the answer', 'education record of a student', '', '2027-03-03'],
      ['2', 'Q1', 'Part of the answer', 'education record of a student', 'FERPA', '2027-03-03'],
      ['2', 'Q1', 'Part of the answer', 'personal information', '', '2027-03-03'],
      ['2', 'Q2', 'Whole answer', 'health or disability', '', '2027-03-03'],
    ])
    const [line] = await listAudit(db, agency.id, 1)
    expect(line).toMatchObject({
      act: 'records released',
      actorId: officer,
      details: { comments: 2, left_out: 5 },
    })
    expect(line!.contentHash).toEqual(createHash('sha256').update(files.get('SHA256SUMS')!).digest())
    // The comment itself is as it was.
    expect((await wordsOf(ana)).text).toContain('Ana Secretname')
  })

  test('what was left out can be put back', async () => {
    const id = await openRequest()
    const answer = await wordsOf(ana)
    await leaveOut(id, answer.id, answer.text!, { whole: 'yes' })
    const [redaction] = await listRedactions(db, agency.id, id)
    expect([redaction!.rangeStart, redaction!.rangeEnd]).toEqual([wholeAnswer.start, wholeAnswer.end])
    expect((await release(id)).get('comments.csv')).not.toContain('daughter')
    expect(
      (
        await request(`${address(id)}/redact`, {
          as: officer,
          form: { putBack: redaction!.id, answerId: answer.id },
        })
      ).status,
    ).toBe(303)
    expect((await release(id)).get('comments.csv')).toContain('daughter')
  })

  test('words that do not stand there, no wish, no reason, and words that changed meanwhile are faults', async () => {
    const id = await openRequest()
    const answer = await wordsOf(ana)
    const wrong: Record<string, string | string[]>[] = [
      { words: 'Somebody Else' },
      { words: 'Ana\nSomebody Else' },
      {},
      { words: 'Ana', reason: 'because' },
      { ranges: ['9-3'] },
      { ranges: ['900-950'] },
      { words: 'Ana', ground: 'x'.repeat(201) },
    ]
    for (const fields of wrong) {
      expect([fields, (await leaveOut(id, answer.id, answer.text!, fields)).status]).toEqual([fields, 422])
    }
    expect((await leaveOut(id, answer.id, 'other words', { words: 'Ana' })).status).toBe(422)
    expect((await leaveOut(id, newId(), '', { words: 'Ana' })).status).toBe(404)
    expect(await listRedactions(db, agency.id, id)).toEqual([])
  })

  test('an answer that its author corrected afterwards stops the release until someone has looked again', async () => {
    const commentId = await say('I am Bela Secretname.', new Date('2027-02-16T20:00:00Z'))
    const id = await openRequest()
    const answer = await wordsOf(commentId)
    await leaveOut(id, answer.id, answer.text!, { words: 'Bela Secretname' })
    const comment = (await findComment(db, agency.id, commentId))!
    await correctComment(
      db,
      {
        engagement,
        commentId,
        version: comment.version,
        answers: [{ questionId, text: 'Well, I am Bela Secretname.', choices: null, number: null }],
        aboutYou: [],
        language: 'en',
        actorId: undefined,
      },
      testNow,
    )
    const refused = await request(`${address(id)}/release`, { as: officer, form: {} })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('These words have changed')
    expect(
      (await request(`${address(id)}/redact`, { as: officer, form: { putBackAnswer: answer.id } })).status,
    ).toBe(303)
    await leaveOut(id, answer.id, 'Well, I am Bela Secretname.', { words: 'Bela Secretname' })
    expect((await release(id)).get('comments.csv')).not.toMatch(/bela/i)
  })

  test('those who only see the work see no request', async () => {
    const member = (await makePerson(db, { agencyId: agency.id, roles: ['member'] })).id
    const page = await read(base, { as: member })
    expect(page).not.toContain('The Daily Paper')
    expect(page).not.toContain('<form method="post" action="/en/work')
  })
})
