import { raw } from 'hono/html'
import { paths } from '../../paths.ts'
import { qrSvg } from '../../platform/documents/qr.ts'
import { type Typed, typedText } from '../../platform/http/form.ts'
import { inLanguage, wordsIn } from '../../platform/i18n/written.ts'
import {
  Bidi,
  ButtonLink,
  Buttons,
  dayInWords,
  DescriptionList,
  Heading,
  Layout,
  Notice,
  PageHead,
  Quote,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { CommentState } from './comment.ts'
import { ContactPerson } from './comment-form.page.tsx'
import { OnThisDevice } from './on-this-device.page.tsx'
import { answerField, type Question } from './question.ts'
import { shownReceipt } from './receipt.ts'

/** The receipt right after sending: the code large, as QR and to print, and what happens next by when. */
export function CommentSentPage(props: {
  view: View
  agency: Agency
  engagement: Engagement
  receiptCode: string
  state: CommentState
  /** The absolute address that the QR code holds. */
  shortUrl: string
  promisedDay: string
  /** Whether the author is told by mail or text. */
  told: boolean
  kiosk: boolean
}) {
  const { view, agency, engagement, receiptCode, shortUrl } = props
  const { t, language } = view
  const code = shownReceipt(receiptCode)
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  const who = inLanguage(engagement.decidedBy, language).text
  return (
    <Layout
      view={view}
      title={t('comments.sent.title')}
      scripts={['keep-draft.js', 'send-later.js', 'print-page.js']}
      unlisted
    >
      <PageHead title={t('comments.sent.title')} lead={t('comments.sent.lead')} />
      <section class="receipt" data-draft-sent={props.kiosk ? '*' : `${agency.slug}/${engagement.slug}`}>
        <Heading level={2}>{t('comments.sent.code')}</Heading>
        <p class="receipt-code">
          <Bidi>{code}</Bidi>
        </p>
        <div class="receipt-qr">{raw(qrSvg(shortUrl, { label: t('comments.sent.qr', { code }) }))}</div>
        <p>
          {t('comments.sent.address')} <Bidi>{shortUrl}</Bidi>
        </p>
        <p>{t('comments.sent.printHint')}</p>
        <Buttons>
          <ButtonLink href={paths.receipt.to({ language, code: receiptCode })}>
            {t('comments.sent.open')}
          </ButtonLink>
          <button type="button" class="button button-quiet" data-print hidden>
            {t('comments.sent.print')}
          </button>
        </Buttons>
      </section>
      <OnThisDevice view={view} kiosk={props.kiosk} />
      <Heading level={2}>{t('comments.sent.next')}</Heading>
      <ol>
        <li>{firstStep(view, props.state)}</li>
        <li>{t('comments.sent.read', { agency: agency.name })}</li>
        <li>{t('comments.sent.decide', { who })}</li>
        <li>
          {t('comments.sent.promise', { day: dayInWords(view, props.promisedDay), agency: agency.name })}{' '}
          {props.told && t('comments.sent.told')}
        </li>
      </ol>
      <Buttons>
        <ButtonLink kind="quiet" href={paths.comment.to(place, { kiosk: props.kiosk ? 1 : undefined })}>
          {t('comments.sent.another')}
        </ButtonLink>
        <ButtonLink kind="quiet" href={paths.comments.to(place)}>
          {t('comments.sent.all')}
        </ButtonLink>
      </Buttons>
    </Layout>
  )
}

function firstStep({ t }: View, state: CommentState): string {
  if (state === 'published') return t('comments.sent.published')
  return state === 'waiting' ? t('comments.sent.waiting') : t('comments.sent.looked')
}

/** When comments are not taken: since when or from when, what to do instead, and what was typed, so that it is not lost. */
export function CommentsClosedPage(props: {
  view: View
  agency: Agency
  engagement: Engagement
  today: string
  questions?: readonly Question[]
  typed?: Typed
}) {
  const { view, agency, engagement, questions = [], typed = {} } = props
  const { t, language } = view
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  const kept = questions.filter((question) => typedText(typed, answerField(question)) !== '')
  return (
    <Layout view={view} title={t('comments.closed.title')} scripts={['send-later.js']}>
      <PageHead
        above={wordsIn(engagement.title, language)}
        title={t('comments.closed.title')}
        lead={closedWords(view, engagement, props.today)}
      />
      {kept.length > 0 && (
        <Notice view={view} kind="warning" title={t('comments.closed.kept')}>
          {kept.map((question) => (
            <Quote author={wordsIn(question.prompt, language)}>
              {typedText(typed, answerField(question))}
            </Quote>
          ))}
        </Notice>
      )}
      <OnThisDevice view={view} />
      <DescriptionList
        items={[{ term: t('comments.form.contact'), value: <ContactPerson engagement={engagement} /> }]}
      />
      <Buttons>
        <ButtonLink href={paths.comments.to(place)}>{t('comments.closed.read')}</ButtonLink>
        <ButtonLink kind="quiet" href={paths.hub.to(place)}>
          {t('comments.closed.hub')}
        </ButtonLink>
      </Buttons>
    </Layout>
  )
}

function closedWords(view: View, { status, opensOn, closesOn }: Engagement, today: string): string {
  if (status === 'open' && opensOn !== null && today < opensOn) {
    return view.t('comments.closed.notYet', { day: dayInWords(view, opensOn) })
  }
  return closesOn !== null && closesOn < today
    ? view.t('comments.closed.over', { day: dayInWords(view, closesOn) })
    : view.t('comments.closed.overSimple')
}
