import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedList, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { nothingWritten } from '../../platform/i18n/written.ts'
import type { Fault } from '../../ui/components.ts'
import { may, toMay } from '../agencies/permission.ts'
import { listAboutQuestions } from '../comments/about-question.store.ts'
import { pageProps, placeOf } from '../comments/work-place.ts'
import { signedIn } from '../people/signed-in.ts'
import { chooseQuote, dropQuote } from './choose-quote.action.ts'
import { countCodeUses, listCodes } from './code.store.ts'
import { listCodedQuotes, listQuotes } from './quote.store.ts'
import { beginTheme, changeTheme } from './save-theme.action.ts'
import { sayFaults } from './say-faults.ts'
import { countThemeParts, findTheme, listThemeCodes, listThemes, tallyThemes } from './theme.store.ts'
import { inSight, themeLimits, type Theme } from './theme.ts'
import type { ShowEvidence } from './theme-evidence.ts'
import { allParts } from './theme-parts.ts'
import { QuotesPage, ThemePage } from './theme.page.tsx'
import { ThemesPage } from './themes.page.tsx'
import { readWritten } from './written-field.ts'

/** The themes as staff work on them. */
export function workThemeRoutes(showEvidence: ShowEvidence): Route[] {
  return [
    get(paths.workThemes, toMay('read comments'), (c) => answerThemes(c)),
    post(paths.workThemes, toMay('write themes'), begin),
    get(paths.workTheme, toMay('read comments'), (c) => answerTheme(c, showEvidence, c.req.param('theme'))),
    post(paths.workTheme, toMay('write themes'), (c) => change(c, showEvidence)),
    get(paths.workQuotes, toMay('write themes'), (c) => answerQuotes(c, c.req.param('theme'))),
    post(paths.workQuotes, toMay('write themes'), choose),
  ]
}

function ids(c: Context): { agencyId: string; engagementId: string } {
  return { agencyId: c.get('agency').id, engagementId: c.get('engagement').id }
}

async function answerThemes(c: Context, typed?: Typed, faults?: readonly Fault[]): Promise<Response> {
  const db = c.get('db')
  const { agencyId, engagementId } = ids(c)
  const [themes, tallies, links, codes, uses] = await Promise.all([
    listThemes(db, agencyId, engagementId),
    tallyThemes(db, agencyId, engagementId),
    listThemeCodes(db, agencyId, engagementId),
    listCodes(db, agencyId, engagementId, { retired: true }),
    countCodeUses(db, agencyId, engagementId),
  ])
  const rows = themes.map((theme) => {
    const tally = tallies.find((one) => one.themeId === theme.id)
    return {
      theme,
      tally,
      comments: tally?.comments ?? 0,
      codes: links.filter((link) => link.themeId === theme.id).length,
    }
  })
  const linked = new Set(links.map((link) => link.codeId))
  const loose = codes
    .filter((code) => !linked.has(code.id) && (uses.get(code.id) ?? 0) > 0)
    .map((code) => code.name)
  const mayWrite = may(c.get('seat'), 'write themes')
  const page = (
    <ThemesPage
      {...pageProps(c)}
      rows={inSight(rows)}
      loose={loose}
      mayWrite={mayWrite}
      typed={typed}
      faults={faults}
    />
  )
  return answerPage(c, page, faults ? 422 : 200)
}

async function begin(c: Context<object, typeof paths.workThemes.pattern>): Promise<Response> {
  const engagement = c.get('engagement')
  const { typed } = await readTyped(c)
  const before = { ...nothingWritten, source: engagement.title.source }
  const rule = { name: 'title', before, most: themeLimits.title, missing: 'themes.fault.themeTitle' }
  const { value, faults } = readWritten(typed, rule, engagement.languages)
  if (faults.length > 0) return answerThemes(c, typed, sayFaults(c.get('t'), faults))
  const theme = await beginTheme(c.get('db'), { ...ids(c), by: signedIn(c).id }, value, c.get('now'))
  return seeOther(c, paths.workTheme.to({ ...placeOf(c), theme }))
}

type Trouble = { typed: Typed; faults?: readonly Fault[]; meanwhile?: Theme }

async function answerTheme(
  c: Context,
  showEvidence: ShowEvidence,
  id: string,
  trouble?: Trouble,
): Promise<Response> {
  const db = c.get('db')
  const { agencyId, engagementId } = ids(c)
  const theme = await findTheme(db, agencyId, engagementId, id)
  if (!theme) return c.notFound()
  const [codes, links, tallies, counted, aboutQuestions, quotes, evidence] = await Promise.all([
    listCodes(db, agencyId, engagementId, { retired: true }),
    listThemeCodes(db, agencyId, engagementId),
    tallyThemes(db, agencyId, engagementId),
    countThemeParts(db, agencyId, engagementId, id),
    listAboutQuestions(db, agencyId, engagementId),
    listQuotes(db, agencyId, [id]),
    showEvidence(c, theme, 'staff'),
  ])
  const codeIds = links.filter((link) => link.themeId === id).map((link) => link.codeId)
  const page = (
    <ThemePage
      {...pageProps(c)}
      theme={theme}
      codes={codes.filter((code) => code.retiredAt === null || codeIds.includes(code.id))}
      codeIds={codeIds}
      tally={tallies.find((tally) => tally.themeId === id)}
      counts={allParts(counted, aboutQuestions, { minimum: c.get('agency').minimum })}
      aboutQuestions={aboutQuestions}
      quotes={quotes}
      evidence={evidence}
      mayWrite={may(c.get('seat'), 'write themes')}
      {...trouble}
    />
  )
  return answerPage(c, page, trouble?.meanwhile ? 409 : trouble ? 422 : 200)
}

async function change(
  c: Context<object, typeof paths.workTheme.pattern>,
  showEvidence: ShowEvidence,
): Promise<Response> {
  const db = c.get('db')
  const id = c.req.param('theme')
  const { agencyId, engagementId } = ids(c)
  const theme = await findTheme(db, agencyId, engagementId, id)
  if (!theme) return c.notFound()
  const { typed } = await readTyped(c)
  const { languages } = c.get('engagement')
  const title = readWritten(
    typed,
    { name: 'title', before: theme.title, most: themeLimits.title, missing: 'themes.fault.themeTitle' },
    languages,
  )
  const summary = readWritten(
    typed,
    { name: 'summary', before: theme.summary, most: themeLimits.summary },
    languages,
  )
  const faults = [...title.faults, ...summary.faults]
  if (faults.length > 0)
    return answerTheme(c, showEvidence, id, { typed, faults: sayFaults(c.get('t'), faults) })
  const seen = new Date(typedText(typed, 'seen'))
  const done = await changeTheme(
    db,
    {
      agencyId,
      engagementId,
      by: signedIn(c).id,
      id,
      seen: Number.isNaN(seen.getTime()) ? new Date(0) : seen,
      title: title.value,
      summary: summary.value,
      isMinority: typedText(typed, 'minority') === 'yes',
      isPublic: typedText(typed, 'public') === 'yes',
      codeIds: typedList(typed, 'code'),
    },
    c.get('now'),
  )
  switch (done.outcome) {
    case 'saved':
      return seeOther(c, paths.workTheme.to({ ...placeOf(c), theme: id }))
    case 'changed-meanwhile':
      return answerTheme(c, showEvidence, id, { typed, meanwhile: done.theme })
    case 'not-there':
      return c.notFound()
  }
}

async function answerQuotes(
  c: Context,
  id: string,
  problem?: 'words-changed' | 'too-many',
): Promise<Response> {
  const db = c.get('db')
  const { agencyId, engagementId } = ids(c)
  const theme = await findTheme(db, agencyId, engagementId, id)
  if (!theme) return c.notFound()
  const [chosen, coded] = await Promise.all([
    listQuotes(db, agencyId, [id]),
    listCodedQuotes(db, agencyId, id),
  ])
  return answerPage(
    c,
    <QuotesPage {...pageProps(c)} theme={theme} chosen={chosen} coded={coded} problem={problem} />,
    problem ? 409 : 200,
  )
}

async function choose(c: Context<object, typeof paths.workQuotes.pattern>): Promise<Response> {
  const db = c.get('db')
  const { agencyId, engagementId } = ids(c)
  const themeId = c.req.param('theme')
  if (!(await findTheme(db, agencyId, engagementId, themeId))) return c.notFound()
  const { typed } = await readTyped(c)
  const by = signedIn(c).id
  const here = paths.workQuotes.to({ ...placeOf(c), theme: themeId })
  const quoteId = typedText(typed, 'drop')
  if (/^[0-9a-f-]{36}$/.test(quoteId)) {
    await dropQuote(db, { agencyId, themeId, quoteId, by }, c.get('now'))
    return seeOther(c, here)
  }
  const choice = {
    agencyId,
    engagementId,
    themeId,
    codingId: typedText(typed, 'choose'),
    stance: typedText(typed, 'stance'),
    by,
  }
  const done = await chooseQuote(db, choice, c.get('now'))
  switch (done.outcome) {
    case 'chosen':
    case 'not-there':
      return seeOther(c, here)
    case 'words-changed':
    case 'too-many':
      return answerQuotes(c, themeId, done.outcome)
  }
}
