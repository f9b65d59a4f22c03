import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { assetHref, assets } from './assets.ts'
import { brandRule } from './brand.ts'
import { instantInWords } from './date-time.tsx'
import { Icon } from './icon.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'
import { type Step, StepRail, Steps } from './steps.tsx'
import type { View } from './view.ts'

export type FeedLink = {
  href: string
  title: string
  type: 'application/atom+xml' | 'text/calendar' | 'text/csv'
}

export type LayoutProps = {
  view: View
  /** The page in a few words; agency and product are added. */
  title: string
  description?: string
  /** `reading` for one calm column (default), `work` for staff pages that need the whole width. */
  width?: 'reading' | 'work'
  /** The side column: where am I, what is next, what does this rest on. */
  aside?: Child
  /** The heading of the side column, shown above `aside`; "What this rests on" when left out. */
  asideLabel?: string
  /** With `work` the rail at the side; with `reading` a line above the text. */
  steps?: readonly Step[]
  stepsLabel?: string
  /** Stands above and below the steps in the rail, on wide and narrow screens. */
  railHead?: Child
  railFoot?: Child
  children: Child
  /** schema.org data; written as JSON-LD. */
  structuredData?: object
  feeds?: readonly FeedLink[]
  lastChanged?: Date
  /** The page shows faults of a form: the title says so first (WCAG 2.4.2, 3.3.1). */
  faulty?: boolean
  /** Names of browser scripts that make this page smoother, such as `keep-draft.js`; the page works without them. */
  scripts?: readonly string[]
  /** Keeps a page with personal content, such as a receipt, out of search engines. */
  unlisted?: boolean
}

/** JSON that cannot end the script element that it stands in. */
function safeJson(value: object): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}

/**
 * The frame of every page, with its doctype.
 * WCAG 2.4.1 skip link first · 2.4.2 title from special to general · 3.1.1 language and direction of the page ·
 * 1.3.1 one header, one main, one footer · 1.4.10 no zoom is blocked.
 */
export function Layout(props: LayoutProps) {
  const { view, title, width = 'reading', aside, steps, children } = props
  const { t, agency } = view
  const fullTitle = [props.faulty ? t('ui.form.titleFault', { title }) : title, agency?.name, t('app.name')]
    .filter((part) => part !== undefined)
    .join(' – ')
  const brand = brandRule(agency?.brandColor)
  const railed = width === 'work' && (steps ?? props.railHead ?? props.railFoot) !== undefined
  const stepsLabel = props.stepsLabel ?? t('ui.steps.label')
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={view.language} dir={view.dir}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{fullTitle}</title>
          {props.description && <meta name="description" content={props.description} />}
          {props.unlisted && <meta name="robots" content="noindex" />}
          <meta name="color-scheme" content="light dark" />
          <meta name="theme-color" content="#FBF8F2" media="(prefers-color-scheme: light)" />
          <meta name="theme-color" content="#151A18" media="(prefers-color-scheme: dark)" />
          <link rel="stylesheet" href={assetHref('longtable.css')} />
          <link
            rel="icon"
            href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Crect x='1' y='9' width='22' height='6' rx='3' fill='%230B5D4B'/%3E%3Ccircle cx='7' cy='4.5' r='2.5' fill='%230B5D4B'/%3E%3Ccircle cx='17' cy='4.5' r='3' fill='%23E3A72F'/%3E%3Ccircle cx='7' cy='19.5' r='2.5' fill='%230B5D4B'/%3E%3Ccircle cx='17' cy='19.5' r='2.5' fill='%230B5D4B'/%3E%3C/svg%3E"
          />
          {props.feeds?.map((feed) => (
            <link rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
          ))}
          {brand && <style nonce={view.nonce} dangerouslySetInnerHTML={{ __html: brand }} />}
          {props.structuredData && (
            <script
              type="application/ld+json"
              nonce={view.nonce}
              dangerouslySetInnerHTML={{ __html: safeJson(props.structuredData) }}
            />
          )}
          {props.scripts
            ?.filter((name) => assets.has(name))
            .map((name) => (
              <script type="module" nonce={view.nonce} src={assetHref(name)} />
            ))}
        </head>
        <body>
          <SiteHeader view={view} />
          <div class={`page page-${width}${railed ? ' page-railed' : ''}${aside ? ' page-sided' : ''}`}>
            {railed && (
              <div class="rail">
                {(steps || props.railHead) && (
                  <StepRail view={view} steps={steps ?? []} label={stepsLabel} head={props.railHead} />
                )}
                {props.railFoot}
              </div>
            )}
            <main id="main" tabindex={-1}>
              {steps && !railed && <Steps view={view} steps={steps} label={stepsLabel} across />}
              {children}
              <PageFoot {...props} />
            </main>
            {aside && (
              // On staff pages it scrolls by itself beside the work, so the keyboard must reach it (WCAG 2.1.1).
              <aside class="side" aria-labelledby="side-title" tabindex={width === 'work' ? 0 : undefined}>
                <h2 id="side-title">{props.asideLabel ?? t('ui.work.evidence')}</h2>
                {aside}
              </aside>
            )}
          </div>
          <SiteFooter view={view} />
        </body>
      </html>
    </>
  )
}

/** Public pages say when they last changed, and how to follow them. */
function PageFoot({ view, feeds, lastChanged }: LayoutProps) {
  if (!lastChanged && !feeds?.length) return null
  return (
    <div class="page-foot">
      {lastChanged && <p>{view.t('ui.footer.changed', { when: instantInWords(view, lastChanged) })}</p>}
      {feeds && feeds.length > 0 && (
        <ul>
          {feeds.map((feed) => (
            <li>
              <a href={feed.href}>
                <Icon name="feed" />
                {view.t('ui.footer.feed', { title: feed.title })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
