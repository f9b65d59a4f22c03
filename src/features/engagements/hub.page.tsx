import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import {
  Bidi,
  ButtonLink,
  Buttons,
  Card,
  Day,
  Layout,
  Notice,
  PageHead,
  Quote,
  StatusTag,
  TableFromAbove,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { commentTime, type Engagement, sourceLanguage, untranslated } from './engagement.ts'
import { entryState, lastChange, nextEntry, type TimelineEntry } from './timeline.ts'
import { FollowInvitation } from './follow-invitation.page.tsx'
import { timelineFeeds } from './timeline-feeds.ts'
import { TimelineList } from './timeline-list.page.tsx'
import { whenInWords } from './timeline-words.ts'
import { LanguageNotice, langOf, Told } from './told.page.tsx'
import type { WaysIn } from './ways-in.ts'
import { OtherWays, telephone } from './ways-in.page.tsx'

/** What the features above know about an engagement. */
export type HubExtra = {
  comments: number
  /** Published decisions. */
  decided: number
  /** Of the comments whose answer was due, the share that got it in time, from 0 to 1; null or absent when none was due. */
  dueShare?: number | null
}

type Place = { language: View['language']; agency: string; engagement: string }

/** An engagement's public page: what someone sees who has scanned the poster. */
export function HubPage(props: {
  view: View
  agency: Agency
  engagement: Engagement
  entries: readonly TimelineEntry[]
  today: string
  extra: HubExtra
  /** Where one can vote on what others say. */
  conversations: Child
  ways: WaysIn
  structuredData: object | undefined
}) {
  const { view, agency, engagement, entries, today, extra } = props
  const { t, language } = view
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  const title = inLanguage(engagement.title, language)
  const purpose = inLanguage(engagement.purpose, language)
  // "Open until" already tells the last day for comments.
  const others = entries.filter((entry) => entry.startsAt !== null || entry.day !== engagement.closesOn)
  const next = nextEntry(others, today, view.now, { takesPart: true })
  return (
    <Layout
      view={view}
      title={title.text}
      description={purpose.text.slice(0, 200)}
      structuredData={props.structuredData}
      feeds={timelineFeeds(view, place)}
      lastChanged={
        [engagement.changedAt, lastChange(entries) ?? engagement.changedAt].sort(
          (a, b) => b.getTime() - a.getTime(),
        )[0]
      }
      aside={<Beside view={view} place={place} engagement={engagement} ways={props.ways} />}
      asideLabel={t('engagements.hub.person')}
    >
      {engagement.status === 'draft' && (
        <Notice view={view} kind="warning" title={t('engagements.hub.draftTitle')}>
          <p>{t('engagements.hub.draft')}</p>
        </Notice>
      )}
      <LanguageNotice
        view={view}
        source={sourceLanguage(engagement)}
        parts={untranslated(engagement, language).length}
      />
      <PageHead
        title={title.text}
        lang={langOf(view, title.language)}
        above={
          <StatusTag
            view={view}
            status={engagement.status}
            label={t(`engagements.status.${engagement.status}`)}
          />
        }
      >
        <Told view={view} text={engagement.purpose} class="lead" />
      </PageHead>
      <Invitation {...props} place={place} />
      {props.conversations}
      {next && <NextChance view={view} place={place} entry={next} />}

      <h2>{t('engagements.hub.decision')}</h2>
      <Told view={view} text={engagement.decisionQuestion} class="weighty" />
      <h3>{t('engagements.hub.decidedBy')}</h3>
      <Told view={view} text={engagement.decidedBy} />

      <h2>{t('engagements.hub.inputUse')}</h2>
      <Told view={view} text={engagement.inputUse} />
      <p>{t('engagements.hub.promise', { days: engagement.responseDays })}</p>

      {inLanguage(engagement.hardestIssue, language).text !== '' && (
        <HardestIssue view={view} agency={agency} engagement={engagement} />
      )}

      <Heard view={view} place={place} extra={extra} />

      {entries.length > 0 && (
        <>
          <h2>{t('engagements.hub.dates')}</h2>
          <TimelineList view={view} entries={around(entries, today, view.now)} today={today} brief />
          <p>
            <a href={paths.timeline.to(place)}>{t('engagements.hub.allDates')}</a>
          </p>
        </>
      )}
      <FollowInvitation view={view} place={place} />
    </Layout>
  )
}

/** The big way in, and every other one: nobody is left out for want of a browser. */
function Invitation({
  view,
  place,
  engagement,
  today,
  ways,
}: {
  view: View
  place: Place
  engagement: Engagement
  today: string
  ways: WaysIn
}) {
  const { t } = view
  const time = commentTime(engagement, today)
  if (time !== 'now') {
    return (
      <section class="invitation" aria-labelledby="invitation">
        <h2 id="invitation">{t(`engagements.hub.${time}Title`)}</h2>
        {time === 'soon' && engagement.opensOn && (
          <p>
            {t('engagements.hub.opensOn')} <Day view={view} day={engagement.opensOn} />
          </p>
        )}
        {time === 'over' && <p>{t('engagements.hub.overText')}</p>}
        {time === 'over' && (
          <Buttons>
            <ButtonLink href={paths.decisions.to(place)}>{t('engagements.hub.toDecisions')}</ButtonLink>
          </Buttons>
        )}
      </section>
    )
  }
  return (
    <section class="invitation" aria-labelledby="invitation">
      <TableFromAbove class="invitation-picture" filled={1} total={8} />
      <h2 id="invitation">{t('engagements.hub.invite')}</h2>
      <p>
        {engagement.closesOn ? (
          <>
            {t('engagements.hub.openUntil')}{' '}
            <strong>
              <Day view={view} day={engagement.closesOn} />
            </strong>
          </>
        ) : (
          t('engagements.hub.openNow')
        )}
      </p>
      <p class="buttons">
        <ButtonLink href={paths.comment.to(place)} icon="speak">
          {t('engagements.hub.comment')}
        </ButtonLink>
      </p>
      <p>{t('engagements.hub.takes')}</p>
      <OtherWays view={view} ways={ways} />
    </section>
  )
}

function NextChance({ view, place, entry }: { view: View; place: Place; entry: TimelineEntry }) {
  const { t } = view
  const title = inLanguage(entry.title, view.language)
  return (
    <Card
      title={title.text}
      lang={langOf(view, title.language)}
      level={2}
      href={`${paths.timeline.to(place)}#entry-${entry.id}`}
      above={<span class="entry-take">{t('engagements.hub.nextChance')}</span>}
    >
      <p>
        <time datetime={entry.startsAt?.toISOString() ?? entry.day}>{whenInWords(view, entry)}</time>
        {entry.place && (
          <>
            <br />
            <Bidi>{entry.place}</Bidi>
          </>
        )}
      </p>
    </Card>
  )
}

function HardestIssue({ view, agency, engagement }: { view: View; agency: Agency; engagement: Engagement }) {
  const found = inLanguage(engagement.hardestIssue, view.language)
  return (
    <>
      <h2>{view.t('engagements.hub.hardestIssue')}</h2>
      <Quote lang={langOf(view, found.language)} author={agency.name}>
        {found.text}
      </Quote>
    </>
  )
}

function Heard({ view, place, extra }: { view: View; place: Place; extra: HubExtra }) {
  const { t } = view
  return (
    <>
      <h2>{t('engagements.hub.heard')}</h2>
      <ul class="tallies">
        <li>
          <a href={paths.comments.to(place)}>{t('engagements.hub.comments', { count: extra.comments })}</a>
        </li>
        <li>
          <a href={paths.decisions.to(place)}>{t('engagements.hub.decided', { count: extra.decided })}</a>
        </li>
        {extra.dueShare !== undefined && extra.dueShare !== null && (
          <li>{t('engagements.hub.kept', { share: extra.dueShare })}</li>
        )}
      </ul>
    </>
  )
}

function Beside({
  view,
  place,
  engagement,
  ways,
}: {
  view: View
  place: Place
  engagement: Engagement
  ways: WaysIn
}) {
  const { t } = view
  return (
    <>
      <p>
        <Bidi>{ways.contactName}</Bidi>
        {ways.contactAddress && (
          <>
            <br />
            <a class="address" href={`mailto:${ways.contactAddress}`}>
              {ways.contactAddress}
            </a>
          </>
        )}
        {ways.phone && (
          <>
            <br />
            <a href={telephone(ways.phone)}>
              <bdi>{ways.phone}</bdi>
            </a>
          </>
        )}
      </p>
      {inLanguage(engagement.moderationPolicy, view.language).text !== '' && (
        <>
          <h2>{t('engagements.hub.moderation')}</h2>
          <p>{t(`engagements.hub.moderated.${engagement.moderation}`)}</p>
          <Told view={view} text={engagement.moderationPolicy} />
        </>
      )}
      <h2>{t('engagements.hub.share')}</h2>
      <ul>
        <li>
          <a href={paths.poster.to(place)}>{t('engagements.hub.poster')}</a>
        </li>
        <li>
          <a href={paths.timeline.to(place)}>{t('engagements.hub.timeline')}</a>
        </li>
      </ul>
    </>
  )
}

/** The last entry that is over and the next three, for those who want only the near. */
function around(entries: readonly TimelineEntry[], today: string, now: Date): TimelineEntry[] {
  const first = entries.findIndex((entry) => entryState(entry, today, now) !== 'past')
  const start = first === -1 ? Math.max(0, entries.length - 3) : Math.max(0, first - 1)
  return entries.slice(start, start + 4)
}
