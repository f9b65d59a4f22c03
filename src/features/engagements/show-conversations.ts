import type { Context } from 'hono'
import type { Child } from 'hono/jsx'

/** The conversations where one can vote, as a part of the hub; the feature that knows them draws it and hands it in. */
export type ShowConversations = (c: Context) => Promise<Child>

/** Where there are none. */
export const noConversations: ShowConversations = async () => null
