import { describe, expect, test } from 'vitest'
import { memoryFiles, testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { prepareJobs } from '../../platform/jobs/jobs.ts'
import { written } from '../../platform/i18n/written.ts'
import type { Role } from '../agencies/permission.ts'
import { conversationWorkRoutes } from './conversations-work.routes.tsx'
import { listConversations } from './conversation.store.ts'
import { checkArchive, importConversation } from './import-conversation.action.ts'
import { listStatements } from './statement.store.ts'

const database = testDatabase()
const { db } = database
const web = testApp(database, conversationWorkRoutes, { files: memoryFiles() })

const form = {
  'question-en': 'What keeps good teachers here?',
  'question-es': '¿Qué hace que se queden los buenos docentes?',
  'introduction-en': 'The board decides in May.',
  whoAdds: 'voters',
  statementLength: '200',
  moderation: 'before',
  'moderationPolicy-en': 'We read every statement.',
  resultsShown: 'after-voting',
  embedOrigins: 'https://www.example.org',
}

async function place(roles: Role[] = ['coordinator']) {
  await prepareJobs(database.pool)
  const agency = await makeAgency(db)
  const engagement = await makeEngagement(db, agency)
  const person = await makePerson(db, { agencyId: agency.id, roles })
  const base = `/en/work/${agency.slug}/engagements/${engagement.slug}/conversations`
  return { agency, engagement, person, as: person.id, base }
}

async function begun(statements = 'Pay more\nGive more time\nSmaller classes') {
  const at = await place()
  await web.request(`${at.base}/new`, { as: at.as, form })
  const [conversation] = await listConversations(db, at.agency.id, at.engagement.id, { drafts: true })
  const here = `${at.base}/${conversation!.id}`
  if (statements !== '')
    await web.request(`${here}/statements`, { as: at.as, form: { act: 'write', 'words-en': statements } })
  return { ...at, conversation: conversation!, here }
}

describe('staff', () => {
  test('find an empty list that says what will be there, and begin', async () => {
    const { base, as } = await place()
    const list = await web.read(base, { as })
    expect(list).toContain('Conversations will stand here')
    const page = await web.read(`${base}/new`, { as })
    expect(page).toContain('We never leave out a statement because of the opinion in it')
    expect(page).toContain('Nunca dejamos fuera una frase')
  })

  test('who typed something wrong find it again with the faults', async () => {
    const { base, as } = await place()
    const answer = await web.request(`${base}/new`, {
      as,
      form: { ...form, statementLength: '7', 'question-en': '' },
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Write the question.')
    expect(page).toContain('Give a whole number from 40 to 1,000.')
    expect(page).toContain('¿Qué hace que se queden los buenos docentes?')
  })

  test('go from a draft to statements, open it, and get the link, the code and the frame', async () => {
    const { here, as, conversation } = await begun('')
    expect(await web.read(here, { as })).toContain('Write the first statements')
    const refused = await web.request(`${here}/status`, { as, form: { to: 'open' } })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Write at least three statements.')
    const written = await web.request(`${here}/statements`, {
      as,
      form: { act: 'write', 'words-en': 'Pay more\nGive more time\nSmaller classes' },
    })
    expect(written.headers.get('location')).toContain('written=3')
    const list = await web.read(`${here}/statements?written=3`, { as })
    expect(list).toContain('3 statements were added.')
    expect(list).toContain('From the agency')
    expect(list).toContain('Translation missing or outdated: Español')
    expect((await web.request(`${here}/status`, { as, form: { to: 'open' } })).status).toBe(303)
    const page = await web.read(here, { as })
    expect(page).toContain(`/conversations/${conversation.id}/embed`)
    expect(page).toContain('&lt;iframe')
    expect(page).toContain('It works on: https://www.example.org.')
    expect(page).toContain('Code that leads to the conversation')
  })

  test('close only knowingly, and for good', async () => {
    const { here, as } = await begun()
    await web.request(`${here}/status`, { as, form: { to: 'open' } })
    const unsure = await web.request(`${here}/status`, { as, form: { to: 'closed' } })
    expect(unsure.status).toBe(422)
    expect(await unsure.text()).toContain('Tick the box: closing cannot be undone.')
    const closed = await web.request(`${here}/status`, { as, form: { to: 'closed', sure: 'yes' } })
    expect(closed.headers.get('location')).toContain('done=closed')
    expect((await web.request(`${here}/status`, { as, form: { to: 'open' } })).status).toBe(409)
    expect((await web.request(`${here}/edit`, { as })).status).toBe(409)
    const more = { act: 'write', 'words-en': 'One more' }
    expect((await web.request(`${here}/statements`, { as, form: more })).status).toBe(409)
  })

  test('who save after somebody else see both versions', async () => {
    const { here, as } = await begun()
    const save = (changes: Record<string, string>) =>
      web.request(`${here}/edit`, { as, form: { ...form, version: '1', ...changes } })
    expect((await save({ 'introduction-en': 'Theirs' })).status).toBe(303)
    const second = await save({ 'introduction-en': 'Yours' })
    expect(second.status).toBe(409)
    const page = await second.text()
    expect(page).toContain('Someone else saved while you were writing')
    expect(page).toContain('Theirs')
    expect(page).toContain('Yours')
    expect(page).toContain('name="version" value="2"')
  })

  test('decide on many statements at once, and need a reason to leave some out', async () => {
    const { here, as, agency, conversation } = await begun()
    const chosen = (await listStatements(db, agency.id, conversation.id)).map(
      ({ id, version }) => `${id}:${version}`,
    )
    const reject = (more: Record<string, string | string[]>) =>
      web.request(`${here}/statements?state=shown`, { as, form: { act: 'reject', ...more } })
    const none = await reject({ reason: 'x' })
    expect(await none.text()).toContain('Choose at least one statement.')
    const without = await reject({ chosen })
    expect(without.status).toBe(422)
    const page = await without.text()
    expect(page).toContain('Say why, in words for its author and for the public log.')
    expect(page.match(/ checked/g)).toHaveLength(3)
    expect(
      (await reject({ chosen: chosen.slice(0, 2), reason: 'Off the question' })).headers.get('location'),
    ).toContain('done=2')
    expect(await web.read(`${here}/statements?state=rejected`, { as })).toContain('Reason: Off the question')
    // Enter in the field of the reason presses the first button.
    const slip = await web.request(`${here}/statements`, {
      as,
      form: { act: 'approve', chosen: chosen[2]!, reason: 'Names a person' },
    })
    expect(slip.status).toBe(422)
  })

  test('look at one statement, translate it and undo a decision', async () => {
    const { here, as, agency, conversation } = await begun()
    const [statement] = await listStatements(db, agency.id, conversation.id)
    const one = `${here}/statements/${statement!.id}`
    expect(await web.read(one, { as })).toContain('Statement 1')
    const saved = await web.request(one, {
      as,
      form: { version: '1', 'words-en': 'Pay more', 'words-es': 'Pagar más' },
    })
    expect(saved.status).toBe(303)
    const late = await web.request(one, { as, form: { version: '1', 'words-es': 'Otra cosa' } })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Pagar más')
    const reject = { version: '2', act: 'reject', reason: 'Twice' }
    expect((await web.request(`${one}/moderate`, { as, form: reject })).status).toBe(303)
    expect(await web.read(one, { as })).toContain('Undo the decision')
    await web.request(`${one}/moderate`, { as, form: { version: '3', act: 'undo' } })
    expect((await listStatements(db, agency.id, conversation.id))[0]?.state).toBe('shown')
  })

  test('take a conversation out and bring it in again as another', async () => {
    const { here, base, as, agency, engagement } = await begun()
    const sent = await web.request(`${here}/open-data.zip`, { as })
    expect(sent.headers.get('content-type')).toBe('application/zip')
    const archive = new File([await sent.arrayBuffer()], 'export.zip', { type: 'application/zip' })
    const uploaded = await web.request(`${base}/import`, { as, form: { archive } })
    const address = uploaded.headers.get('location')!
    expect(await web.read(address, { as })).toContain('The archive is being read')
    const fileId = new URL(address, 'http://x').searchParams.get('file')!
    await checkArchive(web.services, { agencyId: agency.id, fileId })
    expect(await web.read(address, { as })).toContain('What keeps good teachers here?')
    const faulty = await web.request(address, {
      as,
      form: { step: 'bring-in', question: '', language: 'en' },
    })
    expect(faulty.status).toBe(422)
    const wish = { question: 'Once more?', language: 'en' as const, over: false }
    await web.request(address, { as, form: { step: 'bring-in', ...wish, over: 'no' } })
    expect(await web.read(address, { as })).toContain('The conversation is being brought in')
    await importConversation(web.services, { agencyId: agency.id, fileId, personId: as, wish }, testNow)
    expect((await web.request(address, { as })).headers.get('location')).toContain('done=imported')
    const all = await listConversations(db, agency.id, engagement.id, { drafts: true })
    expect(all.map(({ question }) => question.texts.en?.text)).toEqual([
      'What keeps good teachers here?',
      'Once more?',
    ])
  })

  test('of another engagement find nothing under its address', async () => {
    const { conversation, agency, as } = await begun()
    const other = await makeEngagement(db, agency, { title: written('en', { en: 'Other' }) })
    const address = `/en/work/${agency.slug}/engagements/${other.slug}/conversations/${conversation.id}`
    for (const path of ['', '/edit', '/statements', '/open-data.zip'])
      expect((await web.request(address + path, { as })).status).toBe(404)
  })

  test('every page reads in Spanish and Arabic', async () => {
    const { here, base, as } = await begun()
    for (const language of ['es', 'ar'])
      for (const path of [
        base,
        `${base}/new`,
        `${base}/import`,
        here,
        `${here}/edit`,
        `${here}/statements`,
      ]) {
        const answer = await web.request(path.replace('/en/', `/${language}/`), { as })
        expect(answer.status).toBe(200)
        expect(await answer.text()).toContain(`lang="${language}"`)
      }
  })
})

describe('the roles', () => {
  test('members see how a conversation stands, and change nothing', async () => {
    const { here, agency } = await begun()
    const member = await makePerson(db, { agencyId: agency.id, roles: ['member'] })
    const page = await web.read(here, { as: member.id })
    expect(page).toContain('What keeps good teachers here?')
    expect(page).not.toContain('<form method="post" action="/en/work')
    for (const path of ['/edit', '/statements', '/open-data.zip'])
      expect((await web.request(here + path, { as: member.id })).status).toBe(403)
  })

  test('analysts read statements, but neither write nor decide', async () => {
    const { here, agency } = await begun()
    const analyst = await makePerson(db, { agencyId: agency.id, roles: ['analyst'] })
    expect(await web.read(`${here}/statements`, { as: analyst.id })).not.toContain('name="act"')
    for (const act of ['write', 'reject'])
      expect(
        (await web.request(`${here}/statements`, { as: analyst.id, form: { act, 'words-en': 'x y' } }))
          .status,
      ).toBe(404)
  })
})
