import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { type AtomEntry, atomFeed } from '../../platform/documents/atom.ts'
import { csvStream } from '../../platform/documents/csv-writer.ts'
import { answerRecentPage } from '../../platform/http/public-answer.tsx'
import { answerRevalidated } from '../../platform/http/revalidated.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { inLanguage, wordsIn } from '../../platform/i18n/written.ts'
import { countHeard } from './count-heard.store.ts'
import { DecisionPage, LedgerPage } from './ledger.page.tsx'
import { type LedgerPoint, type LedgerRow, readDecided, readLedger } from './ledger.store.ts'
import { methodInWords } from './method-in-words.tsx'

export const ledgerRoutes: Route[] = [
  get(paths.decisions, 'anyone', showLedger),
  get(paths.decision, 'anyone', showDecision),
  get(paths.decisionsAtom, 'anyone', feed),
  get(paths.decisionsCsv, 'anyone', table),
]

function idsOf(c: Context): { agencyId: string; engagementId: string; minimum: number; now: Date } {
  const agency = c.get('agency')
  return {
    agencyId: agency.id,
    engagementId: c.get('engagement').id,
    minimum: agency.minimum,
    now: c.get('now'),
  }
}

function frameOf(c: Context) {
  return { view: c.get('view'), agency: c.get('agency'), engagement: c.get('engagement') }
}

function showLedger(c: Context<object, typeof paths.decisions.pattern>): Promise<Response> {
  return answerRecentPage(c, async () => {
    const [db, ids] = [c.get('db'), idsOf(c)]
    const [ledger, heard] = await Promise.all([
      readLedger(db, ids),
      countHeard(db, ids.agencyId, ids.engagementId),
    ])
    return <LedgerPage {...frameOf(c)} {...ledger} comments={heard.comments} />
  })
}

function showDecision(c: Context<object, typeof paths.decision.pattern>): Promise<Response> {
  return answerRecentPage(c, async () => {
    const row = await readDecided(c.get('db'), idsOf(c), c.req.param('decision'))
    return row && <DecisionPage {...frameOf(c)} row={row} />
  })
}

function publicPlace(c: Context) {
  return { language: c.get('language'), agency: c.get('agency').slug, engagement: c.get('engagement').slug }
}

async function feed(c: Context<object, typeof paths.decisionsAtom.pattern>): Promise<Response> {
  const { rows, lastChanged } = await readLedger(c.get('db'), idsOf(c))
  const { t, language } = c.get('view')
  const [place, engagement, baseUrl] = [publicPlace(c), c.get('engagement'), c.get('config').baseUrl]
  const entries = rows.map(({ decision, points }): AtomEntry => {
    const question = inLanguage(decision.question, language)
    const answers = points.map(
      (point) =>
        `${wordsIn(point.theme.title, language)}: ${point.outcome ? t(`decisions.outcome.${point.outcome}`) : ''}`,
    )
    return {
      id: `urn:uuid:${decision.id}`,
      title: question.text,
      url: baseUrl + paths.decision.to({ ...place, decision: decision.id }),
      updated: decision.changedAt,
      published: decision.publishedAt ?? undefined,
      summary: [wordsIn(decision.result, language), ...answers].join('\n'),
      language: question.language === language ? undefined : question.language,
    }
  })
  const body = atomFeed({
    id: `urn:uuid:${engagement.id}:decisions:${language}`,
    title: `${t('decisions.ledger.title')}: ${wordsIn(engagement.title, language)}`,
    language,
    author: c.get('agency').name,
    selfUrl: baseUrl + paths.decisionsAtom.to(place),
    pageUrl: baseUrl + paths.decisions.to(place),
    updated: lastChanged ?? engagement.createdAt,
    entries,
  })
  return answerRevalidated(c, body, 'application/atom+xml; charset=utf-8')
}

async function table(c: Context<object, typeof paths.decisionsCsv.pattern>): Promise<Response> {
  const { rows } = await readLedger(c.get('db'), idsOf(c))
  const view = c.get('view')
  const { t, language } = view
  const [place, baseUrl, minimum] = [publicPlace(c), c.get('config').baseUrl, c.get('agency').minimum]
  type Line = { decision: LedgerRow['decision']; point: LedgerPoint | undefined }
  const lines = rows.flatMap(({ decision, points }): Line[] =>
    points.length > 0 ? points.map((point) => ({ decision, point })) : [{ decision, point: undefined }],
  )
  const quotesOf = (point: LedgerPoint | undefined, stance: 'for' | 'against') =>
    (point?.quotes ?? [])
      .filter((quote) => quote.stance === stance)
      .map((quote) => `“${quote.words}”`)
      .join(' ')
  const columns = [
    {
      name: t('decisions.field.question'),
      value: ({ decision }: Line) => wordsIn(decision.question, language),
    },
    { name: t('decisions.field.result'), value: ({ decision }: Line) => wordsIn(decision.result, language) },
    {
      name: t('decisions.field.theme'),
      value: ({ point }: Line) => point && wordsIn(point.theme.title, language),
    },
    {
      name: t('themes.parts.comments'),
      value: ({ point }: Line) =>
        point?.count.shown ? point.count.value : point && t('ui.count.fewer', { minimum }),
    },
    {
      name: t('decisions.mail.outcome'),
      value: ({ point }: Line) => point?.outcome && t(`decisions.outcome.${point.outcome}`),
    },
    {
      name: t('decisions.answer.reason'),
      value: ({ point }: Line) => point && wordsIn(point.reason, language),
    },
    {
      name: t('decisions.follow.what'),
      value: ({ point }: Line) => point?.followUp && t(`decisions.followUp.${point.followUp}`),
    },
    {
      name: t('decisions.follow.note'),
      value: ({ point }: Line) => point && wordsIn(point.followUpNote, language),
    },
    {
      name: t('opinion-thread.title'),
      value: ({ point }: Line) =>
        (point?.statements ?? []).map((one) => `“${wordsIn(one.words, language)}”`).join(' '),
    },
    { name: t('themes.voices.for'), value: ({ point }: Line) => quotesOf(point, 'for') },
    { name: t('themes.voices.against'), value: ({ point }: Line) => quotesOf(point, 'against') },
    { name: t('decisions.fact.how'), value: ({ decision }: Line) => methodInWords(view, decision) },
    { name: t('decisions.fact.responsible'), value: ({ decision }: Line) => decision.responsible },
    { name: t('decisions.fact.decidedOn'), value: ({ decision }: Line) => decision.decidedOn },
    { name: t('decisions.fact.reviewOn'), value: ({ decision }: Line) => decision.reviewOn },
    {
      name: t('decisions.minority'),
      value: ({ decision }: Line) => wordsIn(decision.minorityStatement, language),
    },
    {
      name: t('decisions.ledger.address'),
      value: ({ decision }: Line) => baseUrl + paths.decision.to({ ...place, decision: decision.id }),
    },
  ]
  const name = `decisions-${c.get('engagement').slug}-${language}.csv`
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  }
  return c.body(csvStream(columns, lines), 200, headers)
}
