import { beforeAll, describe, expect, test } from 'vitest'
import { loadExample } from '../../src/cli/example-district/load-example.job.ts'
import type { LoadedExample } from '../../src/cli/example-district/load-example.store.ts'
import { verifyAudit } from '../../src/platform/audit/audit.store.ts'
import { routes } from '../../src/routes.ts'
import { testApp } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'

const database = testDatabase()
const { db } = database
const { services, read } = testApp(database, routes, { now: () => new Date('2026-11-21T20:00:00Z') })
let loaded: LoadedExample

beforeAll(async () => {
  loaded = await loadExample(services)
}, 120_000)

describe('the example district, loaded', () => {
  test('has 1,200 comments of the main engagement and those of the earlier one', () => {
    expect(loaded.comments).toBe(1216)
  })

  test('every author of an answered theme was told exactly once per decision, and messages wait for those who left an address', async () => {
    const told = await db
      .selectFrom('told')
      .select(['commentId', 'decisionId', 'occasion', 'dispositionId'])
      .execute()
    const lines = told.map(
      (line) => `${line.commentId} ${line.decisionId} ${line.occasion} ${line.dispositionId}`,
    )
    expect(told.length).toBeGreaterThan(500)
    expect(new Set(lines).size).toBe(lines.length)
    const messages = await db.selectFrom('message').select('id').where('aboutKind', '=', 'comment').execute()
    expect(messages.length).toBeGreaterThan(100)
  })

  test('the thread resolves from receipts in all three languages to the reason', async () => {
    for (const language of ['en', 'es', 'ar'] as const) {
      const { receiptCode } = await db
        .selectFrom('comment')
        .innerJoin('told', (join) =>
          join.onRef('told.agencyId', '=', 'comment.agencyId').onRef('told.commentId', '=', 'comment.id'),
        )
        .select('comment.receiptCode')
        .where('comment.language', '=', language)
        .where('told.occasion', '=', 'published')
        .executeTakeFirstOrThrow()
      const page = await read(`/${language}/receipts/${receiptCode}`)
      expect(page).toMatch(/class="[^"]*thread/)
      const reason = { en: 'Why:', es: 'Por qué:', ar: 'السبب' }[language]
      expect(page, language).toContain(reason)
    }
  })

  test('has a conversation with opinion groups and one of one mind, both with common ground', async () => {
    const [closed, open] = await db
      .selectFrom('conversation')
      .innerJoin('conversationResult', 'conversationResult.conversationId', 'conversation.id')
      .select(['conversation.id', 'conversation.status', 'summary', 'provisional'])
      .orderBy('conversation.position')
      .execute()
    expect([closed!.status, closed!.provisional, closed!.summary.clear_groups]).toEqual([
      'closed',
      false,
      false,
    ])
    expect([open!.status, open!.provisional, open!.summary.clear_groups]).toEqual(['open', false, true])
    expect(open!.summary.k).toBeGreaterThan(1)
    const reports = await db.selectFrom('conversationReport').select(['conversationId', 'content']).execute()
    expect(reports.map((report) => report.conversationId)).toEqual([closed!.id])
    expect(reports[0]!.content.commonGround.length).toBeGreaterThan(4)
    const statements = await db.selectFrom('statement').select(['state', 'origin']).execute()
    const count = (state: string) => statements.filter((one) => one.state === state).length
    expect([count('shown'), count('waiting'), count('rejected')]).toEqual([46, 5, 2])
  })

  test('took common ground into themes, and voters who asked were told once of each decision', async () => {
    const taken = await db.selectFrom('themeStatement').select(['figures', 'themeId']).execute()
    expect(taken).toHaveLength(12)
    expect(taken.filter((one) => one.figures.commonGround === 'agree').length).toBeGreaterThanOrEqual(9)
    const told = await db.selectFrom('toldVoter').selectAll().execute()
    expect(told.filter((one) => one.channel === 'mail').length).toBeGreaterThan(30)
    const lines = told.map((one) => `${one.voterId} ${one.decisionId} ${one.dispositionId}`)
    expect(new Set(lines).size).toBe(lines.length)
    const messages = await db
      .selectFrom('message')
      .select('toAddress')
      .where('aboutKind', '=', 'voter')
      .execute()
    expect(messages.length).toBe(told.filter((one) => one.channel === 'mail').length)
    expect(messages.every((message) => message.toAddress.endsWith('@example.org'))).toBe(true)
  })

  test('its audit log holds', async () => {
    expect((await verifyAudit(db)).faults).toEqual([])
  })
})
