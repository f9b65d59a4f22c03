import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Theme } from './theme.ts'

/** What a theme rests on beside comments, as a part of its page; the features above know it and hand it in. */
export type ShowEvidence = (c: Context, theme: Theme, reader: 'everyone' | 'staff') => Promise<Child>

/** Where nothing else is known. */
export const noEvidence: ShowEvidence = async () => null
