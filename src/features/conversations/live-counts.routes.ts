import type { Context } from 'hono'
import { findShownCounts } from './shown-report.store.ts'
import type { Conversation } from './conversation.ts'

/** One look at the database for all listeners of a conversation, about so often. */
const lookEvery = 1_000
/** A line now and then, so that no proxy takes the silence for the end. */
const beatEvery = 20_000
/** After so long the browser connects again; nothing is held for ever. */
const longest = 30 * 60_000
/** More listeners than this per process see the page without its live line. */
const mostListeners = 3_000
/** All listeners together ask for the new page over so many milliseconds for each of them. */
const spreadPerListener = 6

type Seen = { participants: number; votes: number; countedAt: string }
type Listener = (seen: Seen) => void
type Room = { listeners: Set<Listener>; last: Seen | undefined; timer: ReturnType<typeof setInterval> }

const rooms = new Map<string, Room>()
let listening = 0

function enter(c: Context, { agencyId, id: conversationId }: Conversation, listener: Listener): () => void {
  const { db, log } = c.get('services')
  const minimum = c.get('agency').minimum
  let room = rooms.get(conversationId)
  if (!room) {
    const opened: Room = {
      listeners: new Set(),
      last: undefined,
      timer: setInterval(() => void look(), lookEvery),
    }
    let looking = false
    const look = async () => {
      if (looking) return
      looking = true
      try {
        const found = await findShownCounts(db, { agencyId, conversationId })
        if (!found || found.participants < minimum) return
        const seen = { ...found, countedAt: found.countedAt.toISOString() }
        if (JSON.stringify(seen) === JSON.stringify(opened.last)) return
        opened.last = seen
        for (const one of opened.listeners) one(seen)
      } catch (error) {
        // The next look is a second away; listeners just hear nothing new until then.
        log.warn({ error: String(error) }, 'live counts')
      } finally {
        looking = false
      }
    }
    opened.timer.unref()
    rooms.set(conversationId, opened)
    room = opened
    void look()
  }
  const { listeners, timer, last } = room
  listeners.add(listener)
  listening += 1
  if (last) listener(last)
  return () => {
    if (!listeners.delete(listener)) return
    listening -= 1
    if (listeners.size > 0) return
    clearInterval(timer)
    rooms.delete(conversationId)
  }
}

/**
 * New counts as server-sent events: how many people and votes, told at once, and over how many milliseconds this page's
 * readers should spread when they fetch the new report, so that a full hall does not ask in one moment.
 */
export function streamCounts(c: Context, conversation: Conversation): Response {
  if (listening >= mostListeners) return c.body(null, 204) // tells the browser not to connect again
  const encoder = new TextEncoder()
  let leave = () => undefined as void
  let beat: ReturnType<typeof setInterval>
  let limit: ReturnType<typeof setTimeout>
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string) => {
        // A reader that has stopped reading is let go instead of filling the memory.
        if ((controller.desiredSize ?? 0) < -64) return end()
        controller.enqueue(encoder.encode(text))
      }
      const end = () => {
        leave()
        clearInterval(beat)
        clearTimeout(limit)
        try {
          controller.close()
        } catch {
          // It was closed from the other side.
        }
      }
      limit = setTimeout(end, longest)
      beat = setInterval(() => say(': still here\n\n'), beatEvery)
      limit.unref()
      beat.unref()
      say('retry: 5000\n\n')
      leave = enter(c, conversation, (seen) => {
        const spread = (rooms.get(conversation.id)?.listeners.size ?? 1) * spreadPerListener
        say(`event: counted\ndata: ${JSON.stringify({ ...seen, spread })}\n\n`)
      })
    },
    cancel() {
      leave()
      clearInterval(beat)
      clearTimeout(limit)
    },
  })
  return c.body(stream, 200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
}
