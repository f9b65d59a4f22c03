import { raw } from 'hono/html'
import type { OpinionDocument } from '../../analysis/opinion/opinion-document.ts'
import { directionOf, type Language } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { written } from '../../platform/i18n/written.ts'
import { assets } from '../../ui/assets.ts'
import { PageHead, type View } from '../../ui/components.ts'
import { splitDocument } from './conversation-result.ts'
import { leadOf } from './opinion-report.page.tsx'
import { makeOpinionReport } from './opinion-report.ts'
import { ReportBody } from './report-body.tsx'

export type RenderReportOptions = {
  /** The words of each statement by its id; a statement without words is shown by its id. */
  texts: ReadonlyMap<string, string> | Readonly<Record<string, string>>
  title: string
  language?: Language
  /** No group of people smaller than this is shown. */
  minimum?: number
  /** When the page says that it was counted. */
  now?: Date
  /** Ids of statements that are moderated out or about the person; they stay out of the report. */
  leftOut?: ReadonlySet<string>
}

/**
 * The public report of an opinion document as one page that needs nothing else: no network, no script, readable by
 * everyone, printable. The same parts as the product's own page.
 */
export function renderReport(
  document: OpinionDocument,
  { texts, title, language = 'en', minimum = 10, now = new Date(0), leftOut }: RenderReportOptions,
): string {
  const textOf = (id: string) =>
    texts instanceof Map ? texts.get(id) : (texts as Record<string, string>)[id] // as: not a map
  const t = speak(language)
  const view: View = {
    t,
    language,
    dir: directionOf(language),
    now,
    timeZone: 'UTC',
    nonce: '',
    csrf: '',
    path: '/',
    viewer: undefined,
    agency: undefined,
    draftLanguage: false,
  }
  const report = makeOpinionReport({
    question: written(language, { [language]: title }),
    minimum,
    ...splitDocument(document),
    provisional: false,
    countedAt: now,
    statements: Object.keys(document.statement_stats)
      .filter((id) => !leftOut?.has(id))
      .map((id, position) => ({
        id,
        number: /^\d{1,9}$/.test(id) ? Number(id) : position + 1,
        words: written(language, { [language]: textOf(id)?.trim() || id }),
        origin: null,
      }))
      .sort((a, b) => a.number - b.number),
  })
  const css = assets.get('longtable.css')!.body
  const page = (
    <html lang={language} dir={view.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="Longtable" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <div class="page page-reading">
          <main id="main">
            <PageHead above={t('opinion-report.above')} title={title} lead={leadOf(view, report)} />
            <ReportBody view={view} report={report} />
            <div class="page-foot">
              <p>{t('opinion-report.file.made')}</p>
            </div>
          </main>
        </div>
      </body>
    </html>
  )
  return `${String(raw('<!DOCTYPE html>'))}\n${String(page)}\n`
}
