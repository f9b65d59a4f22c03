import { raw } from 'hono/html'
import { paths } from '../../paths.ts'
import { qrSvg } from '../../platform/documents/qr.ts'
import { type Typed, typedList, typedText } from '../../platform/http/typed.ts'
import { isLanguage } from '../../platform/i18n/language.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  Checkbox,
  DateField,
  DateTime,
  dayInWords,
  EmptyState,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  HiddenField,
  Notice,
  PageHead,
  Radios,
  Select,
  Table,
  TextArea,
  TextField,
  WorkLayout,
} from '../../ui/components.ts'
import { workFrame } from '../engagements/work-frame.ts'
import { aboutField } from './about-question.ts'
import { AboutYouFields, QuestionFields } from './comment-fields.page.tsx'
import type { Asked } from './comment-form.ts'
import { enteredChannels, type KeyingDifference, ownField, pickField } from './enter-form.ts'
import type { PaperEntry } from './paper-entry.store.ts'
import { languageName } from './public-comments.page.tsx'
import { answerField, rankField } from './question.ts'
import { shownReceipt } from './receipt.ts'
import { workPlace, type WorkPageProps } from './work-place.ts'

export type EnterPageProps = WorkPageProps & {
  asked: Asked
  typed: Typed
  faults?: readonly Fault[]
  formKey: string
  today: string
  /** Set for the second keying of a paper. */
  second?: Omit<PaperEntry, 'fields'>
  samePerson?: boolean
  notice?: string
}

/** The languages in which people here are likely to have spoken, besides those of the engagement. */
const spokenLanguages = [
  'en',
  'es',
  'ar',
  'zh',
  'vi',
  'tl',
  'ko',
  'fa',
  'ru',
  'pa',
  'hmn',
  'so',
  'fr',
  'pt',
  'ht',
  'uk',
]

/** Enters what somebody said on paper, at a meeting or by phone; the same questions as everywhere. */
export function EnterPage(props: EnterPageProps) {
  const { view, agency, engagement, asked, typed, faults, second } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const title = second
    ? t('comments-staff.paper.secondTitle', { number: second.paperNumber })
    : t('comments-staff.enter.title')
  const action = second
    ? paths.workPaperSecond.to({ ...place, entry: second.id })
    : paths.workCommentEnter.to(place)
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'comments')}
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
    >
      <PageHead
        title={title}
        lead={second ? t('comments-staff.paper.secondLead') : t('comments-staff.enter.lead')}
      />
      {props.notice && <Notice view={view} kind="success" title={props.notice} live />}
      {props.samePerson ? (
        <Notice view={view} kind="warning" title={t('comments-staff.paper.samePerson')}>
          <p>{t('comments-staff.paper.samePersonText')}</p>
        </Notice>
      ) : (
        <>
          <ErrorSummary view={view} faults={faults} />
          <Form view={view} action={action} idempotencyKey={props.formKey} label={title}>
            {second ? <HiddenField name="channel" value="paper" /> : <HowItCame {...props} />}
            <DateField
              view={view}
              name="receivedOn"
              label={t('comments-staff.enter.day')}
              hint={t('comments-staff.enter.dayHint')}
              value={typedText(typed, 'receivedOn') || (second ? '' : props.today)}
              max={props.today}
              required
              faults={faults}
            />
            <Select
              view={view}
              name="language"
              label={t('comments-staff.enter.language')}
              hint={t('comments-staff.enter.languageHint')}
              options={[...new Set<string>([...engagement.languages, ...spokenLanguages])].map((value) => ({
                value,
                label: languageName(view, value),
              }))}
              value={typedText(typed, 'language') || (second ? '' : engagement.languages[0])}
              required
              faults={faults}
            />
            <QuestionFields view={view} questions={asked.questions} typed={typed} faults={faults} />
            <AboutYouFields
              view={view}
              aboutQuestions={asked.aboutQuestions}
              typed={typed}
              faults={faults}
              agencyName={agency.name}
              minimum={agency.minimum}
            />
            <Person {...props} />
            {!second && (
              <TextField
                view={view}
                name="note"
                label={t('comments-staff.enter.note')}
                hint={t('comments-staff.enter.noteHint')}
                value={typedText(typed, 'note')}
                faults={faults}
              />
            )}
            <Buttons>
              <Button>
                {t(
                  second
                    ? 'comments-staff.paper.compare'
                    : engagement.doubleEntry
                      ? 'comments-staff.enter.saveFirst'
                      : 'comments-staff.enter.save',
                )}
              </Button>
              <ButtonLink
                kind="quiet"
                href={second ? paths.workPaperEntries.to(place) : paths.workEngagement.to(place)}
              >
                {t('comments-staff.cancel')}
              </ButtonLink>
            </Buttons>
          </Form>
        </>
      )}
    </WorkLayout>
  )
}

function HowItCame({ view, engagement, typed, faults }: EnterPageProps) {
  const { t } = view
  return (
    <>
      <Radios
        view={view}
        name="channel"
        label={t('comments-staff.enter.channel')}
        options={enteredChannels.map((value) => ({
          value,
          label: t(`comments-staff.enter.channels.${value}`),
        }))}
        value={typedText(typed, 'channel') || 'paper'}
        required
        faults={faults}
      />
      <TextField
        view={view}
        name="paperNumber"
        label={t('comments-staff.enter.paperNumber')}
        hint={t(
          engagement.doubleEntry
            ? 'comments-staff.enter.paperNumberTwice'
            : 'comments-staff.enter.paperNumberHint',
        )}
        value={typedText(typed, 'paperNumber')}
        size="medium"
        literal
        required={engagement.doubleEntry}
        faults={faults}
      />
    </>
  )
}

/** Who spoke, as far as the law asks, and where they want to hear back. */
function Person({ view, engagement, typed, faults }: EnterPageProps) {
  const { t } = view
  return (
    <>
      <Radios
        view={view}
        name="age"
        label={t('comments-staff.enter.age')}
        options={(['adult', '13-17', 'under-13'] as const).map((value) => ({
          value,
          label: t(`comments-staff.enter.ages.${value}`),
        }))}
        value={typedText(typed, 'age') || (engagement.asksStudents ? '' : 'adult')}
        required
        faults={faults}
      />
      <Checkbox
        view={view}
        name="guardianConsent"
        label={t('comments-staff.enter.consent')}
        checked={typedText(typed, 'guardianConsent') === 'yes'}
        faults={faults}
      />
      <Radios
        view={view}
        name="contact"
        label={t('comments-staff.enter.contact')}
        hint={t('comments-staff.enter.contactHint')}
        options={(['none', 'mail', 'sms'] as const).map((value) => ({
          value,
          label: t(`comments-staff.enter.contacts.${value}`),
        }))}
        value={typedText(typed, 'contact') || 'none'}
        required
        faults={faults}
      />
      <TextField
        view={view}
        name="contactMail"
        label={t('comments-staff.enter.mail')}
        type="email"
        value={typedText(typed, 'contactMail')}
        faults={faults}
      />
      <TextField
        view={view}
        name="contactPhone"
        label={t('comments-staff.enter.phone')}
        type="tel"
        size="medium"
        value={typedText(typed, 'contactPhone')}
        faults={faults}
      />
    </>
  )
}

export type EnteredPageProps = WorkPageProps & {
  receiptCode: string
  shortUrl: string
  promisedDay: string
  /** The translator and language of the person who spoke: the slip is for them. */
  theirs: { t: Translate; language: 'en' | 'es' | 'ar'; dir: 'ltr' | 'rtl' }
}

/** After entering: a slip to print and hand over, in the language of whoever spoke. */
export function EnteredPage({
  view,
  agency,
  engagement,
  receiptCode,
  shortUrl,
  promisedDay,
  theirs,
}: EnteredPageProps) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const code = shownReceipt(receiptCode)
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'comments')}
      view={view}
      title={t('comments-staff.enter.done')}
      unlisted
      scripts={['print-page.js']}
    >
      <PageHead title={t('comments-staff.enter.done')} lead={t('comments-staff.enter.doneLead')} />
      <section class="receipt" lang={theirs.language} dir={theirs.dir}>
        <Heading level={2}>{theirs.t('comments.sent.code')}</Heading>
        <p>
          <Bidi>{agency.name}</Bidi> · <Bidi>{wordsIn(engagement.title, theirs.language)}</Bidi>
        </p>
        <p class="receipt-code">
          <Bidi>{code}</Bidi>
        </p>
        <div class="receipt-qr">
          {raw(qrSvg(shortUrl, { label: theirs.t('comments.sent.qr', { code }) }))}
        </div>
        <p>
          {theirs.t('comments.sent.address')} <Bidi>{shortUrl}</Bidi>
        </p>
        <p>
          {theirs.t('comments.sent.promise', { day: dayInWords(theirs, promisedDay), agency: agency.name })}
        </p>
        <p>{theirs.t('comments.sent.lead')}</p>
      </section>
      <Buttons>
        <button type="button" class="button button-quiet" data-print hidden>
          {t('comments.sent.print')}
        </button>
        <ButtonLink href={paths.workCommentEnter.to(place)}>{t('comments-staff.enter.another')}</ButtonLink>
      </Buttons>
    </WorkLayout>
  )
}

export type PaperEntriesPageProps = WorkPageProps & {
  entries: readonly Omit<PaperEntry, 'fields'>[]
  names: ReadonlyMap<string, string>
  readerId: string
  notice?: string
}

/** Papers that were keyed in once; another person keys them in again. */
export function PaperEntriesPage({
  view,
  agency,
  engagement,
  entries,
  names,
  readerId,
  notice,
}: PaperEntriesPageProps) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'comments')}
      view={view}
      title={t('comments-staff.paper.entries')}
    >
      <PageHead title={t('comments-staff.paper.entries')} lead={t('comments-staff.paper.entriesLead')} />
      {notice && <Notice view={view} kind="success" title={notice} live />}
      {entries.length === 0 ? (
        <EmptyState
          title={t('comments-staff.paper.none')}
          why={t('comments-staff.paper.noneWhy')}
          act={{ label: t('comments-staff.enter.link'), href: paths.workCommentEnter.to(place) }}
        />
      ) : (
        <>
          <Table
            view={view}
            caption={t('comments-staff.paper.entries')}
            captionHidden
            columns={[
              { label: t('comments-staff.paper.number') },
              { label: t('comments-staff.paper.keyedBy') },
              { label: t('comments-staff.paper.keyedAt') },
              { label: t('comments-staff.paper.act'), quiet: true },
            ]}
            rows={entries.map((entry) => ({
              cells: [
                <Bidi>{entry.paperNumber}</Bidi>,
                <Bidi>{names.get(entry.enteredBy) ?? t('comments-staff.one.someone')}</Bidi>,
                <DateTime view={view} at={entry.enteredAt} style="short" />,
                entry.enteredBy === readerId ? (
                  <Form
                    view={view}
                    action={paths.workPaperSecond.to({ ...place, entry: entry.id })}
                    label={t('comments-staff.paper.dropLabel', { number: entry.paperNumber })}
                  >
                    <span>{t('comments-staff.paper.byYou')}</span>{' '}
                    <Button kind="quiet" name="act" value="drop">
                      {t('comments-staff.paper.drop')}
                    </Button>
                  </Form>
                ) : (
                  <a href={paths.workPaperSecond.to({ ...place, entry: entry.id })}>
                    {t('comments-staff.paper.keySecond', { number: entry.paperNumber })}
                  </a>
                ),
              ],
            }))}
          />
          <Buttons>
            <ButtonLink kind="quiet" href={paths.workCommentEnter.to(place)}>
              {t('comments-staff.enter.link')}
            </ButtonLink>
          </Buttons>
        </>
      )}
    </WorkLayout>
  )
}

export type SettlePageProps = WorkPageProps & {
  asked: Asked
  entry: PaperEntry
  differences: readonly KeyingDifference[]
  /** The second keying, which travels along until it is settled. */
  typed: Typed
  formKey: string
  faults?: readonly Fault[]
}

/** Where two people read a paper differently: side by side, with the paper in hand, one of them or a third is picked. */
export function SettlePage({
  view,
  agency,
  engagement,
  asked,
  entry,
  differences,
  typed,
  formKey,
  faults,
}: SettlePageProps) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const title = t('comments-staff.paper.differences', { count: differences.length })
  const carried = Object.keys(typed).filter(
    (field) => !/^(csrf|idempotencyKey|act|step|pick-.*|own-.*)$/.test(field),
  )
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'comments')}
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
      unlisted
    >
      <PageHead
        above={t('comments-staff.paper.secondTitle', { number: entry.paperNumber })}
        title={title}
        lead={t('comments-staff.paper.settleLead')}
      />
      <ErrorSummary view={view} faults={faults} />
      <Form
        view={view}
        action={paths.workPaperSecond.to({ ...place, entry: entry.id })}
        idempotencyKey={formKey}
        label={title}
      >
        {carried.flatMap((field) =>
          typedList(typed, field).map((value) => <HiddenField name={field} value={value} />),
        )}
        {differences.map(({ field, first, second }) => {
          const label = fieldLabel(view.t, asked, field, view.language)
          const say = (values: readonly string[]) =>
            values.map((value) => valueLabel(asked, field, value, view.language)).join('; ') ||
            t('comments-staff.paper.left')
          const isText = asked.questions.some(
            (question) => question.kind === 'text' && answerField(question) === field,
          )
          return (
            <>
              <Radios
                view={view}
                name={pickField(field)}
                label={label}
                options={[
                  { value: 'first', label: say(first), hint: t('comments-staff.paper.first') },
                  { value: 'second', label: say(second), hint: t('comments-staff.paper.second') },
                  ...(isText ? [{ value: 'own', label: t('comments-staff.paper.own') }] : []),
                ]}
                value={typedText(typed, pickField(field))}
                required
                faults={faults}
              />
              {isText && (
                <TextArea
                  view={view}
                  name={ownField(field)}
                  label={t('comments-staff.paper.ownWords')}
                  value={typedText(typed, ownField(field)) || typedText(entry.fields, field)}
                  rows={3}
                  faults={faults}
                />
              )}
            </>
          )
        })}
        <Buttons>
          <Button name="step" value="settle">
            {t('comments-staff.paper.settle')}
          </Button>
        </Buttons>
      </Form>
    </WorkLayout>
  )
}

/** What a field is called, for the person who compares. */
export function fieldLabel(t: Translate, asked: Asked, field: string, language: 'en' | 'es' | 'ar'): string {
  for (const question of asked.questions) {
    if (answerField(question) === field) return `${question.code}: ${wordsIn(question.prompt, language)}`
    const option = question.options.find((one) => rankField(question, one.id) === field)
    if (option) return `${question.code}: ${wordsIn(option.label, language)}`
  }
  const about = asked.aboutQuestions.find((question) => aboutField(question) === field)
  if (about) return wordsIn(about.prompt, language)
  const known = (
    ['receivedOn', 'language', 'age', 'guardianConsent', 'contact', 'contactMail', 'contactPhone'] as const
  ).find((one) => one === field)
  return known ? t(`comments-staff.paper.fields.${known}`) : field
}

function valueLabel(asked: Asked, field: string, value: string, language: 'en' | 'es' | 'ar'): string {
  const question =
    asked.questions.find((one) => answerField(one) === field) ??
    asked.aboutQuestions.find((one) => aboutField(one) === field)
  const option = question?.options.find((one) => one.id === value)
  if (option) return wordsIn(option.label, language) || value
  return field === 'language' && isLanguage(value) ? languageName({ language }, value) : value
}
