import { beforeAll, describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { makeCode, makeComment, makeQuestion, makeReading, makeTheme } from '../../../tests/support/coded.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { paths } from '../../paths.ts'
import { written } from '../../platform/i18n/written.ts'
import { eraseComment } from '../comments/erase-comment.action.ts'
import { addAboutQuestion } from '../comments/about-question.store.ts'
import { addCommentEvent } from '../comments/comment-event.store.ts'
import type { Comment } from '../comments/comment.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { chooseQuote } from './choose-quote.action.ts'
import { listCodes } from './code.store.ts'
import { listCodedQuotes, listQuotes } from './quote.store.ts'
import { listAdjudications } from './adjudication.store.ts'
import { listReadComments, listReadings } from './reading.store.ts'
import { readComment } from './read-comment.action.ts'
import { settledCodes } from './settled-codes.ts'
import { themeRoutes } from './theme.routes.tsx'
import { countThemeParts, findTheme, listThemesOfComment, publishThemes, tallyThemes } from './theme.store.ts'

const database = testDatabase()
const { db } = database
const app = testApp(database, themeRoutes())

let agency: Agency
let ada: string
let ben: string
let member: string

beforeAll(async () => {
  agency = await makeAgency(db)
  ada = (await makePerson(db, { agencyId: agency.id, roles: ['analyst'], name: 'Ada' })).id
  ben = (await makePerson(db, { agencyId: agency.id, roles: ['facilitator'], name: 'Ben' })).id
  member = (await makePerson(db, { agencyId: agency.id, roles: ['member'] })).id
})

async function place(changes: Partial<Engagement> = {}) {
  const engagement = await makeEngagement(db, agency, changes)
  const question = await makeQuestion(db, engagement)
  const here = { language: 'en' as const, agency: agency.slug, engagement: engagement.slug }
  return { engagement, question, here }
}

const ids = (engagement: Engagement) => [agency.id, engagement.id] as const

describe('the codebook', () => {
  test('takes a code, refuses one without a meaning and keeps what was typed', async () => {
    const { engagement, here } = await place()
    const added = await app.request(paths.workCodebook.to(here), {
      as: ada,
      form: { name: 'Mentor time', definition: 'Hours with a mentor' },
    })
    expect(added.status).toBe(303)
    const refused = await app.request(paths.workCodebook.to(here), {
      as: ada,
      form: { name: 'Pay & <more>', definition: ' ' },
    })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('Pay &amp; &lt;more&gt;')
    expect(html).toContain('Say what the code means')
    const again = await app.request(paths.workCodebook.to(here), {
      as: ada,
      form: { name: 'mentor TIME', definition: 'Other' },
    })
    expect(again.status).toBe(422)
    expect((await listCodes(db, ...ids(engagement))).map((code) => code.name)).toEqual(['Mentor time'])
  })

  test('a code in use changes its meaning only with a note, which stays readable', async () => {
    const { engagement, question, here } = await place()
    const code = await makeCode(db, engagement, 'Pay')
    const comment = await makeComment(db, engagement, question, 'Pay more.')
    await makeReading(db, comment, ada, [{ codeId: code }])
    const address = paths.workCode.to({ ...here, code })
    const silent = await app.request(address, {
      as: ada,
      form: { name: 'Pay', definition: 'Wages and housing' },
    })
    expect(silent.status).toBe(422)
    const noted = await app.request(address, {
      as: ada,
      form: { name: 'Pay', definition: 'Wages and housing', note: 'Housing belongs here too' },
    })
    expect(noted.status).toBe(303)
    expect(await app.read(address, { as: ada })).toContain('Housing belongs here too')
    expect((await app.request(address, { as: ada, form: { act: 'retire' } })).status).toBe(303)
    expect(await listCodes(db, ...ids(engagement))).toEqual([])
  })

  test('is read by coders, written by analysts, and not seen by members', async () => {
    const { here } = await place()
    expect((await app.request(paths.workCodebook.to(here), { as: ben })).status).toBe(200)
    expect(
      (await app.request(paths.workCodebook.to(here), { as: ben, form: { name: 'x', definition: 'y' } }))
        .status,
    ).toBe(403)
    expect((await app.request(paths.workCodebook.to(here), { as: member })).status).toBe(403)
  })

  test('an address that is no code is not there', async () => {
    const { here } = await place()
    expect((await app.request(paths.workCode.to({ ...here, code: 'nothing' }), { as: ada })).status).toBe(404)
  })
})

describe('the workbench', () => {
  test('saves codes with stance and quote, and goes on to the next comment', async () => {
    const { engagement, question, here } = await place()
    const code = await makeCode(db, engagement, 'Substitutes')
    const first = await makeComment(db, engagement, question, 'Three substitutes in one year!')
    const second = await makeComment(db, engagement, question, 'All is well.')
    const start = await app.read(paths.workCoding.to(here), { as: ada })
    expect(start).toContain('Read 2 comments that nobody has read')
    const saved = await app.request(paths.workCodingComment.to({ ...here, comment: first.id }), {
      as: ada,
      form: {
        code,
        [`stance-${code}`]: 'against',
        [`quote-${code}`]: 'three substitutes',
        memo: 'clear',
        round: 'first',
      },
    })
    expect(saved.status).toBe(303)
    expect(saved.headers.get('location')).toContain(second.id)
    const [reading] = await listReadings(db, agency.id, first.id)
    expect(reading).toMatchObject({
      coderId: ada,
      memo: 'clear',
      given: [{ codeId: code, stance: 'against', quote: { start: 0, end: 17 } }],
    })
    const none = await app.request(paths.workCodingComment.to({ ...here, comment: second.id }), {
      as: ada,
      form: { round: 'first' },
    })
    expect(none.headers.get('location')).toBe(paths.workCoding.to(here))
    expect(await app.read(paths.workCoding.to(here), { as: ada })).toContain(
      'Everything that you can read is read',
    )
  })

  test('keeps what was typed when the quote is not in the comment', async () => {
    const { engagement, question, here } = await place()
    const code = await makeCode(db, engagement, 'Noise')
    const comment = await makeComment(db, engagement, question, 'Quiet.')
    const answer = await app.request(paths.workCodingComment.to({ ...here, comment: comment.id }), {
      as: ada,
      form: { code, [`quote-${code}`]: 'never said this', memo: 'kept memo' },
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('never said this')
    expect(html).toContain('kept memo')
    expect(await listReadings(db, agency.id, comment.id)).toEqual([])
  })

  test('a second coder does not see what the first gave', async () => {
    const { engagement, question, here } = await place()
    const code = await makeCode(db, engagement, 'Hidden')
    const comment = await makeComment(db, engagement, question, 'Something to find.')
    await makeReading(db, comment, ada, [{ codeId: code, words: 'to find' }])
    const html = await app.read(
      paths.workCodingComment.to({ ...here, comment: comment.id }, { round: 'second' }),
      { as: ben },
    )
    expect(html).toMatch(/<input type="checkbox"[^>]*name="code"/)
    expect(html).not.toMatch(/<input type="checkbox"[^>]*name="code"[^>]*checked/)
    expect(html).not.toContain('value="to find"')
    expect(html).not.toContain('Ada')
    expect(
      (await app.request(paths.workAdjudicate.to({ ...here, comment: comment.id, code }), { as: ada }))
        .status,
    ).toBe(404)
  })

  test('a reading that stands beside another is compared, not changed, until the words change', async () => {
    const { engagement, question, here } = await place()
    const code = await makeCode(db, engagement, 'Later')
    const comment = await makeComment(db, engagement, question, 'First words.')
    await makeReading(db, comment, ada, [{ codeId: code }])
    await makeReading(db, comment, ben, [])
    const given = {
      agencyId: agency.id,
      engagementId: engagement.id,
      commentId: comment.id,
      coderId: ben,
      memo: '',
      given: [{ codeId: code, stance: 'for' as const, quote: null }],
    }
    expect(await readComment(db, given, testNow)).toEqual({ outcome: 'compared-already' })
    await addCommentEvent(
      db,
      { agencyId: agency.id, engagementId: engagement.id, commentId: comment.id, act: 'corrected' },
      new Date(testNow.getTime() + 1000),
    )
    expect(
      await app.read(paths.workCodingComment.to({ ...here, comment: comment.id }), { as: ben }),
    ).toContain('The words changed since you read them')
    expect(await app.read(paths.workCoding.to(here), { as: ben })).toContain(
      '1 comment that you read has changed since',
    )
    expect(await readComment(db, given, new Date(testNow.getTime() + 2000))).toEqual({ outcome: 'read' })
  })

  test('what is spam or withdrawn is not read', async () => {
    const { engagement, question, here } = await place()
    await makeCode(db, engagement, 'Any')
    const spam = await makeComment(db, engagement, question, 'Buy now', { state: 'spam' })
    expect(
      (await app.request(paths.workCodingComment.to({ ...here, comment: spam.id }), { as: ada })).status,
    ).toBe(404)
    expect(
      (await app.request(paths.workCodingComment.to({ ...here, comment: spam.id }), { as: ada, form: {} }))
        .status,
    ).toBe(404)
  })
})

describe('agreement', () => {
  test('shows κ, α and n, warns below thirty, and lists differences until they are settled', async () => {
    const { engagement, question, here } = await place()
    const code = await makeCode(db, engagement, 'Transfers')
    const other = await makeCode(db, engagement, 'Unused')
    const comments: Comment[] = []
    for (let i = 0; i < 10; i++) {
      const comment = await makeComment(db, engagement, question, `Comment number ${i}`)
      comments.push(comment)
      const given = (has: boolean) => (has ? [{ codeId: code }] : [])
      await makeReading(db, comment, ada, given(i < 4 || i === 8))
      await makeReading(db, comment, ben, given(i < 4 || i === 9))
    }
    const html = await app.read(paths.workAgreement.to(here), { as: ada })
    expect(html).toContain('0.60')
    expect(html).toContain('0.62')
    expect(html).toContain('Only 10 comments were read twice')
    expect(html).toContain('cannot be said')
    expect(html).toContain('2 differences are left to settle')
    expect(html).toContain('Comment number 8')
    expect((await app.request(paths.workAgreement.to(here), { as: ben })).status).toBe(403)

    const address = paths.workAdjudicate.to({ ...here, comment: comments[8]!.id, code })
    expect(await app.read(address, { as: ada })).toContain('Ben')
    expect((await app.request(address, { as: ada, form: { note: 'x' } })).status).toBe(422)
    expect(
      (await app.request(address, { as: ada, form: { applies: 'yes', note: 'It names the move' } })).status,
    ).toBe(303)
    expect(await app.read(paths.workAgreement.to(here), { as: ada })).toContain(
      '1 difference is left to settle',
    )

    // The query and the rule say the same of each comment.
    const theme = await makeTheme(db, engagement, 'Moves', [code, other])
    const readings = Map.groupBy(
      await listReadComments(db, ...ids(engagement)),
      (reading) => reading.commentId,
    )
    const settlements = await listAdjudications(db, ...ids(engagement))
    const byRule = comments.filter((comment) => {
      const own = settlements.filter((settlement) => settlement.commentId === comment.id)
      return settledCodes(readings.get(comment.id)!, own).settled.length > 0
    })
    expect(byRule).toHaveLength(5)
    expect(await tallyThemes(db, ...ids(engagement))).toEqual([
      { themeId: theme, comments: 5, for: 0, against: 0 },
    ])
    for (const comment of comments) {
      const { themes } = await listThemesOfComment(db, comment)
      expect(themes.length > 0, comment.id).toBe(byRule.includes(comment))
    }
  })
})

describe('a theme', () => {
  test('counts its comments by stance and channel, and leaves out what is withdrawn', async () => {
    const { engagement, question } = await place()
    const code = await makeCode(db, engagement, 'Stipends')
    const theme = await makeTheme(db, engagement, 'Pay for hard places', [code])
    const make = async (stance: 'for' | 'against', changes: Partial<Comment> = {}) =>
      makeReading(db, await makeComment(db, engagement, question, 'Stipends', changes), ada, [
        { codeId: code, stance },
      ])
    await make('for')
    await make('for', { channel: 'paper' })
    await make('against')
    await make('for', { state: 'withdrawn' })
    expect(await tallyThemes(db, ...ids(engagement))).toEqual([
      { themeId: theme, comments: 3, for: 2, against: 1 },
    ])
    const parts = await countThemeParts(db, ...ids(engagement), theme)
    expect(parts.total).toBe(3)
    expect(Object.fromEntries(parts.channels.parts.map(({ key, count }) => [key, count]))).toEqual({
      web: 2,
      paper: 1,
    })
  })

  test('its public page tells no number below the minimum, by group or in total, and shows the voices of each side', async () => {
    const { engagement, question, here } = await place()
    const label = (en: string) => written('en', { en })
    const role = (await addAboutQuestion(db, {
      agencyId: agency.id,
      engagementId: engagement.id,
      key: 'role',
      position: 1,
      prompt: label('Who are you?'),
      options: ['parent', 'teacher', 'principal'].map((id) => ({ id, label: label(`Role ${id}`) })),
    }))!
    const code = await makeCode(db, engagement, 'Class size')
    const theme = await makeTheme(db, engagement, 'Smaller classes', [code])
    const say = async (value: string, stance: 'for' | 'against' = 'for') => {
      const comment = await makeComment(
        db,
        engagement,
        question,
        `Thirty-four children, says a ${value}.`,
        {},
        [{ aboutQuestionId: role, value }],
      )
      await makeReading(db, comment, ada, [{ codeId: code, stance, words: 'Thirty-four children' }])
    }
    const address = paths.publicTheme.to({ ...here, theme })
    expect((await app.request(address)).status).toBe(404)
    await publishThemes(db, agency.id, [theme], testNow)
    for (let i = 0; i < 22; i++) await say('parent')
    for (let i = 0; i < 15; i++) await say('teacher', 'against')
    for (let i = 0; i < 4; i++) await say('principal')
    const choose = async (stance: 'for' | 'against') => {
      const [coded] = await listCodedQuotes(db, agency.id, theme, { stance })
      const choice = {
        agencyId: agency.id,
        engagementId: engagement.id,
        themeId: theme,
        codingId: coded!.id,
        stance,
        by: ada,
      }
      expect(await chooseQuote(db, choice, testNow)).toEqual({ outcome: 'chosen' })
      return coded!
    }
    await choose('for')
    await choose('against')
    const html = await app.read(address)
    expect(html).toContain('>41<')
    expect(html).toMatch(/fewer than 10|withheld/)
    expect(html).not.toMatch(/<bdi class="number">[1-9]<\/bdi>/)
    // 22 and 15 of 41 beside each other would tell the four.
    const roles = html.slice(html.indexOf('Who are you?'))
    expect(roles.includes('>22<') && roles.includes('>15<')).toBe(false)
    expect(roles).toContain('Role principal')
    expect(html).toContain('Voices against it')
    expect(html).toContain('Thirty-four children')
    const staff = await app.read(paths.workTheme.to({ ...here, theme }), { as: ada })
    expect(staff).not.toMatch(/Role principal<\/span><\/th><td[^>]*><div class="cell"><bdi class="number">4/)
  })

  test('a quote goes from the public page when its author changes the words or erases them', async () => {
    const { engagement, question, here } = await place()
    const code = await makeCode(db, engagement, 'Buses')
    const theme = await makeTheme(db, engagement, 'Later buses', [code])
    await publishThemes(db, agency.id, [theme], testNow)
    const quoted: Comment[] = []
    for (const words of ['The bus leaves too early', 'We miss the last bus']) {
      const comment = await makeComment(db, engagement, question, words)
      await makeReading(db, comment, ada, [{ codeId: code, stance: 'for', words }])
      quoted.push(comment)
    }
    for (const coded of await listCodedQuotes(db, agency.id, theme)) {
      await chooseQuote(
        db,
        {
          agencyId: agency.id,
          engagementId: engagement.id,
          themeId: theme,
          codingId: coded.id,
          stance: 'for',
          by: ada,
        },
        testNow,
      )
    }
    expect(await listQuotes(db, agency.id, [theme])).toHaveLength(2)
    const read = () => app.read(paths.publicTheme.to({ ...here, theme }))
    expect(await read()).toContain('The bus leaves too early')
    const later = new Date(testNow.getTime() + 60_000)
    await addCommentEvent(
      db,
      { agencyId: agency.id, engagementId: engagement.id, commentId: quoted[0]!.id, act: 'corrected' },
      later,
    )
    await eraseComment(db, { agencyId: agency.id, commentId: quoted[1]!.id, reason: 'author' }, later)
    const html = await read()
    expect(html).not.toContain('The bus leaves too early')
    expect(html).not.toContain('We miss the last bus')
    expect(await app.read(paths.workTheme.to({ ...here, theme }), { as: ada })).toContain(
      'not shown until you choose it anew',
    )
  })

  test('two people who write at once see each other; nothing is overwritten', async () => {
    const { engagement, here } = await place()
    const theme = await makeTheme(db, engagement, 'Shared', [])
    const address = paths.workTheme.to({ ...here, theme })
    const { changedAt } = (await findTheme(db, ...ids(engagement), theme))!
    const later = testApp(database, themeRoutes(), { now: () => new Date(testNow.getTime() + 5000) })
    const seen = changedAt.toISOString()
    expect(
      (
        await later.request(address, {
          as: ada,
          form: { seen, 'title-en': 'First wins', 'summary-en': 'By Ada' },
        })
      ).status,
    ).toBe(303)
    const second = await later.request(address, {
      as: ada,
      form: { seen, 'title-en': 'Second', 'summary-en': 'Typed by the second' },
    })
    expect(second.status).toBe(409)
    const html = await second.text()
    expect(html).toContain('First wins')
    expect(html).toContain('Typed by the second')
    expect((await findTheme(db, ...ids(engagement), theme))!.title.texts.en!.text).toBe('First wins')
  })

  test('begins with a title, and needs one', async () => {
    const { here } = await place()
    expect(
      (await app.request(paths.workThemes.to(here), { as: ada, form: { 'title-en': '', 'title-es': 'Sí' } }))
        .status,
    ).toBe(422)
    const begun = await app.request(paths.workThemes.to(here), {
      as: ada,
      form: { 'title-en': 'Begun', 'title-es': 'Empezado' },
    })
    expect(begun.status).toBe(303)
    expect(await app.read(begun.headers.get('location')!, { as: ada })).toContain('Begun')
    expect(await app.read(paths.workThemes.to({ ...here, language: 'es' }), { as: ada })).toContain(
      'Empezado',
    )
  })

  test('of one engagement is not found in another', async () => {
    const [one, two] = [await place(), await place()]
    const theme = await makeTheme(db, one.engagement, 'Mine', [])
    expect((await app.request(paths.workTheme.to({ ...two.here, theme }), { as: ada })).status).toBe(404)
    expect(
      (await app.request(paths.workQuotes.to({ ...two.here, theme }), { as: ada, form: { drop: 'x' } }))
        .status,
    ).toBe(404)
  })
})
