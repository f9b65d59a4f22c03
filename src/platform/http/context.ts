import type { Config } from '../../config.ts'
import type { View } from '../../ui/view.ts'
import type { Db } from '../db/database.ts'
import type { Language } from '../i18n/language.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Log } from '../log/log.ts'
import type { Services } from '../services.ts'

declare module 'hono' {
  /** What a handler finds with `c.get(…)`. Features add their own beside the code that sets it. */
  interface ContextVariableMap {
    services: Services
    db: Db
    config: Config
    log: Log
    /** The moment of this request, the same throughout it. */
    now: Date
    requestId: string
    /** Lets our own style and script elements pass the content security policy. */
    nonce: string
    /** What the forms of this session carry; empty for whoever is not signed in. */
    csrf: string
    /** The caller's network, for rate limits only; see `networkOf`. */
    network: string
    /** The origins of other sites that may show this answer in a frame; nobody may unless a handler says so. */
    framedBy: readonly string[] | undefined
    language: Language
    t: Translate
    /** The language of the page, its nonce, its reader: what every page is given first. */
    view: View
  }
}
