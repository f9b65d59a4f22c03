import { raw } from 'hono/html'
import { paths } from '../../paths.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { languageNames, languages } from '../../platform/i18n/language.ts'
import { brandRule } from '../../ui/brand.ts'
import { assetHref, assets } from '../../ui/assets.ts'
import { type ConversationPageProps, HowItWorks, OwnWords, placeOf } from './conversation.page.tsx'
import { Voting } from './voting-card.page.tsx'

/**
 * The conversation inside a page of somebody else: only what voting needs, and every way out opens the full page in a tab of
 * its own. Works where the browser keeps no cookie for us there, because the forms carry the code.
 */
export function VotingEmbedPage(props: ConversationPageProps) {
  const { view, agency, engagement, conversation } = props
  const { t, language } = view
  const place = placeOf(view, agency, engagement, conversation)
  const brand = brandRule(agency.brandColor)
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={language} dir={view.dir}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${wordsIn(conversation.question, language)} – ${agency.name}`}</title>
          <meta name="robots" content="noindex" />
          <meta name="color-scheme" content="light dark" />
          <link rel="stylesheet" href={assetHref('longtable.css')} />
          {brand && <style nonce={view.nonce} dangerouslySetInnerHTML={{ __html: brand }} />}
          {assets.has('vote.js') && <script type="module" nonce={view.nonce} src={assetHref('vote.js')} />}
        </head>
        <body>
          <main id="main" class="embed" tabindex={-1}>
            <h1 class="embed-question">
              <OwnWords view={view} text={conversation.question} />
            </h1>
            {!props.open && <p>{t('voting.closed.title')}</p>}
            <p class="visually-hidden" role="status" data-vote-said></p>
            <Voting {...props} place={place} agencyName={agency.name} />
            <HowItWorks view={view} agency={agency} conversation={conversation} />
            <p class="hint">
              <a href={paths.conversation.to(place)} target="_blank">
                {t('voting.embed.open', { agency: agency.name })}
              </a>{' '}
              {languages
                .filter((code) => code !== language)
                .map((code) => (
                  <>
                    {'· '}
                    <a
                      href={paths.conversationEmbed.to({ ...place, language: code })}
                      lang={code}
                      hreflang={code}
                    >
                      {languageNames[code]}
                    </a>{' '}
                  </>
                ))}
            </p>
          </main>
        </body>
      </html>
    </>
  )
}
