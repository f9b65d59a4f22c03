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

  test('its audit log holds', async () => {
    expect((await verifyAudit(db)).faults).toEqual([])
  })
})
