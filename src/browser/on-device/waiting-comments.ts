/** A comment that waits on this device, as the form would have sent it. */
export type WaitingComment = {
  /** The form's own key: sent twice, it counts once. */
  key: string
  /** Where the form goes. */
  action: string
  /** Its fields, form-encoded. */
  body: string
  /** The server's last word: it needs a change, or comments are closed. */
  refused?: 'faulty' | 'closed'
}

/** A comment that went out from here; its code stays until its owner removes it, and never on a device of many. */
export type SentReceipt = { code: string; href: string }

type Store = 'waiting' | 'receipts'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('longtable', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('waiting', { keyPath: 'key' })
      request.result.createObjectStore('receipts', { keyPath: 'code' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function inStore<Result>(
  store: Store,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode)
      const request = work(transaction.objectStore(store))
      // Only when the whole transaction is done is it on the device.
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

export function listWaiting(): Promise<WaitingComment[]> {
  return inStore('waiting', 'readonly', (store) => store.getAll() as IDBRequest<WaitingComment[]>)
}

export async function keepWaiting(comment: WaitingComment): Promise<void> {
  await inStore('waiting', 'readwrite', (store) => store.put(comment))
}

export async function removeWaiting(key: string): Promise<void> {
  await inStore('waiting', 'readwrite', (store) => store.delete(key))
}

export function listReceipts(): Promise<SentReceipt[]> {
  return inStore('receipts', 'readonly', (store) => store.getAll() as IDBRequest<SentReceipt[]>)
}

export async function keepReceipt(receipt: SentReceipt): Promise<void> {
  await inStore('receipts', 'readwrite', (store) => store.put(receipt))
}

export async function removeReceipt(code: string): Promise<void> {
  await inStore('receipts', 'readwrite', (store) => store.delete(code))
}

/** Whether a form was shown on a device that many people use. */
export function isOfMany(action: string): boolean {
  return new URL(action).searchParams.get('kiosk') === '1'
}

/**
 * Sends what waits, one after the other, and gives the receipts. Stops when the network or the server is away or asks for
 * patience: what has not gone out stays. A comment leaves the device only when the server has said that it has it.
 */
export async function sendWaiting(): Promise<SentReceipt[]> {
  const receipts: SentReceipt[] = []
  for (const comment of await listWaiting()) {
    if (comment.refused) continue
    const answer = await fetch(comment.action, {
      method: 'POST',
      // Whoever is signed in on this device now need not be the author.
      credentials: 'omit',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: comment.body,
    }).catch(() => undefined)
    if (!answer) break
    if (answer.ok) {
      const sent = (await answer.json()) as { receipt_code: string; receipt: string } // as: our own form's answer
      const receipt = { code: sent.receipt_code, href: sent.receipt }
      receipts.push(receipt)
      if (!isOfMany(comment.action)) await keepReceipt(receipt)
      await removeWaiting(comment.key)
    } else if (answer.status === 409 || answer.status === 422) {
      await keepWaiting({ ...comment, refused: answer.status === 409 ? 'closed' : 'faulty' })
    } else break
  }
  return receipts
}
