import type { Db } from '../../platform/db/database.ts'
import type { DisabledReason, Delivery, Webhook } from './webhook.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    webhook: Webhook
    webhookDelivery: Delivery
  }
}

export async function listWebhooks(db: Db, agencyId: string): Promise<Webhook[]> {
  return db
    .selectFrom('webhook')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .orderBy('createdAt', 'desc')
    .execute()
}

export async function findWebhook(db: Db, agencyId: string, id: string): Promise<Webhook | undefined> {
  return db
    .selectFrom('webhook')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function addWebhook(db: Db, webhook: Webhook): Promise<void> {
  await db.insertInto('webhook').values(webhook).execute()
}

/** Switches a webhook off; false when it is off already. */
export async function disableWebhook(
  db: Db,
  agencyId: string,
  id: string,
  reason: DisabledReason,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set({ disabledAt: now, disabledReason: reason })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Switches a webhook on again; false when it is on already. */
export async function enableWebhook(db: Db, agencyId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set({ disabledAt: null, disabledReason: '' })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('disabledAt', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The webhooks of an agency that are on. */
export async function listListeners(db: Db, agencyId: string): Promise<Webhook[]> {
  return db
    .selectFrom('webhook')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('disabledAt', 'is', null)
    .execute()
}

/** Adds a delivery; false when the same one (by id) is there already. */
export async function addDelivery(db: Db, delivery: Delivery): Promise<boolean> {
  const added = await db
    .insertInto('webhookDelivery')
    .values(delivery)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function findDelivery(db: Db, agencyId: string, id: string): Promise<Delivery | undefined> {
  return db
    .selectFrom('webhookDelivery')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Notes what an attempt came to; false when this attempt was noted already. */
export async function saveAttempt(
  db: Db,
  { agencyId, id, attempts }: Pick<Delivery, 'agencyId' | 'id' | 'attempts'>,
  result: Pick<Delivery, 'status' | 'problem' | 'deliveredAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhookDelivery')
    .set({ ...result, attempts: attempts + 1 })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The newest deliveries of a webhook. */
export async function listDeliveries(
  db: Db,
  agencyId: string,
  webhookId: string,
  limit = 50,
): Promise<Delivery[]> {
  return db
    .selectFrom('webhookDelivery')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('webhookId', '=', webhookId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Whether anything reached the webhook since this moment. */
export async function hasDelivered(
  db: Db,
  agencyId: string,
  webhookId: string,
  since: Date,
): Promise<boolean> {
  const found = await db
    .selectFrom('webhookDelivery')
    .select('id')
    .where('agencyId', '=', agencyId)
    .where('webhookId', '=', webhookId)
    .where('deliveredAt', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Forgets deliveries that are older than this, over all agencies. */
export async function removeOldDeliveries(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('webhookDelivery').where('createdAt', '<', before).execute()
}
