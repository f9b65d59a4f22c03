import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import { directionOf } from '../../platform/i18n/language.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  DateTime,
  dayInWords,
  DescriptionList,
  Details,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  HiddenField,
  instantInWords,
  Notice,
  numberInWords,
  PageHead,
  Quote,
  Select,
  TextArea,
  TextField,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { AnswerTranslation } from './answer-translation.ts'
import { type Comment, counts } from './comment.ts'
import type { CommentEvent } from './comment-event.ts'
import { correctedAt } from './comment-event.ts'
import { firstWords, promiseOf } from './comment-list.ts'
import { PromiseTag, StateTag } from './comment-state.page.tsx'
import { needsReason, possibleActs } from './moderation.ts'
import { languageName } from './public-comments.page.tsx'
import { answerInWords, type KeptAnswer, type Question } from './question.ts'
import { dayIn } from './response-promise.ts'
import { sayOneOf } from './say-one-of.ts'
import type { RestsOn } from './staff-list.store.ts'
import { workPlace, type WorkPageProps } from './work-place.ts'
import { langOf, WrittenText } from './written-text.page.tsx'

/** Another comment that says nearly the same, with its first words. */
export type NearComment = { comment: Comment; words: string }

export type WorkCommentPageProps = WorkPageProps & {
  comment: Comment
  questions: readonly Question[]
  answers: readonly KeptAnswer[]
  translations: readonly AnswerTranslation[]
  events: readonly CommentEvent[]
  /** Names of staff by id. */
  names: ReadonlyMap<string, string>
  rests: RestsOn
  near: readonly NearComment[]
  /** Comments that were marked as near-duplicates of this one, and the one that it is a duplicate of. */
  duplicates: readonly NearComment[]
  head?: NearComment
  /** Open text questions of other engagements, to move it there. */
  targets: readonly { value: string; label: string }[]
  mayModerate: boolean
  maySeeThemes: boolean
  typed?: Typed
  faults?: readonly Fault[]
  notice?: { kind: 'success' | 'warning'; text: string }
}

/** One comment with everything that staff need to deal with it. */
export function WorkCommentPage(props: WorkCommentPageProps) {
  const { view, agency, engagement, comment, notice, faults, mayModerate } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const title = t('comments-staff.one.title', { when: instantInWords(view, comment.receivedAt, 'short') })
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'comments')}
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
      evidence={<RestsOnIt {...props} />}
      evidenceLabel={t('comments-staff.rests.title')}
      unlisted
    >
      <PageHead
        above={<a href={paths.workComments.to(place)}>{t('comments-staff.list.title')}</a>}
        title={title}
      >
        <p>
          <StateTag view={view} state={comment.state} />{' '}
          <PromiseTag view={view} promise={promiseNow(props)} />
        </p>
      </PageHead>
      <ErrorSummary view={view} faults={faults} />
      {notice && <Notice view={view} kind={notice.kind} title={notice.text} live />}
      <Words {...props} />
      {mayModerate && comment.state !== 'erased' && comment.state !== 'withdrawn' && <Acts {...props} />}
      <Near {...props} />
      <WhereFrom {...props} />
      <History {...props} />
    </WorkLayout>
  )
}

function promiseNow({ view, agency, engagement, comment }: WorkCommentPageProps) {
  return promiseOf(
    {
      receivedDay: dayIn(agency.timeZone, comment.receivedAt),
      answeredDay: comment.answeredAt && dayIn(agency.timeZone, comment.answeredAt),
      state: comment.state,
    },
    engagement.responseDays,
    dayIn(agency.timeZone, view.now),
  )
}

/** What was said, in the language it was said in; its translations one click away, each with who made it. */
function Words({
  view,
  agency,
  engagement,
  comment,
  questions,
  answers,
  translations,
  mayModerate,
}: WorkCommentPageProps) {
  const { t } = view
  const asked = new Map(questions.map((question) => [question.id, question]))
  const given = answers.filter(
    (answer) => answer.text !== null || answer.choices !== null || answer.number !== null,
  )
  const here = { ...workPlace(view, agency, engagement), comment: comment.id }
  if (comment.state === 'erased') return <p>{t('comments-staff.one.erased')}</p>
  return (
    <section>
      {given.map((answer) => {
        const question = asked.get(answer.questionId)
        if (!question) return null
        const own = translations.filter((translation) => translation.answerId === answer.id)
        return (
          <>
            <Heading level={2}>
              {question.code}: <WrittenText view={view} text={question.prompt} />
            </Heading>
            <Quote
              lang={answer.text === null ? undefined : langOf(view, comment.language)}
              note={answer.redacted ? t('comments.list.redacted') : undefined}
            >
              {paragraphs(answerInWords(question, answer, view.language))}
            </Quote>
            {own.map((translation) => (
              <Details
                summary={t(`comments-staff.one.translated.${translation.origin}`, {
                  language: languageName(view, translation.language),
                })}
                open={translation.language === view.language && comment.language !== view.language}
              >
                <div lang={langOf(view, translation.language)} dir={directionOf(translation.language)}>
                  {paragraphs(translation.text)}
                </div>
              </Details>
            ))}
          </>
        )
      })}
      {mayModerate && given.some((answer) => answer.text !== null) && (
        <Buttons>
          <ButtonLink kind="quiet" href={paths.workCommentRedact.to(here)}>
            {t('comments-staff.redact.link')}
          </ButtonLink>
          <ButtonLink kind="quiet" href={paths.workCommentTranslate.to(here)}>
            {t('comments-staff.translate.link')}
          </ButtonLink>
        </Buttons>
      )}
    </section>
  )
}

/** A text with its own line breaks. */
export function paragraphs(text: string): Child {
  return text.split(/\n{2,}/).map((paragraph) => (
    <p>
      {paragraph.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </p>
  ))
}

function ActForm({
  view,
  props,
  act,
  title,
  children,
}: {
  view: View
  props: WorkCommentPageProps
  act?: string
  title: string
  children: Child
}) {
  const action = paths.workCommentModerate.to({
    ...workPlace(view, props.agency, props.engagement),
    comment: props.comment.id,
  })
  return (
    <Form view={view} action={action} label={title}>
      <HiddenField name="version" value={String(props.comment.version)} />
      {act && <HiddenField name="act" value={act} />}
      {children}
    </Form>
  )
}

/** What staff may do: answer, change the state, move. Each act is its own form, so that nothing is sent by accident. */
function Acts(props: WorkCommentPageProps) {
  const { view, comment, engagement, typed = {}, faults, questions, answers, targets } = props
  const { t } = view
  const contact =
    comment.contactChannel === null
      ? t('comments-staff.one.noContact')
      : t(`comments-staff.one.contact.${comment.contactChannel}`)
  const acts = possibleActs(comment)
  const free = questions.filter(
    (question) =>
      question.kind === 'text' &&
      question.removedAt === null &&
      !answers.some((answer) => answer.questionId === question.id),
  )
  const words = answers.filter((answer) => answer.text !== null)
  return (
    <section>
      {counts(comment) && (
        <>
          <Heading level={2}>{t('comments-staff.answer.title')}</Heading>
          <ActForm view={view} props={props} act="answer" title={t('comments-staff.answer.title')}>
            <TextArea
              view={view}
              name="answer"
              label={t('comments-staff.answer.words')}
              hint={`${t('comments-staff.answer.hint')} ${contact}`}
              value={typedText(typed, 'answer')}
              rows={4}
              faults={faults}
            />
            <Buttons>
              <Button>
                {t(
                  comment.answeredAt === null ? 'comments-staff.answer.send' : 'comments-staff.answer.again',
                )}
              </Button>
            </Buttons>
          </ActForm>
          {comment.answeredAt !== null && (
            <ActForm view={view} props={props} act="reopen" title={t('comments-staff.answer.reopen')}>
              <Button kind="quiet">{t('comments-staff.answer.reopen')}</Button>
            </ActForm>
          )}
        </>
      )}
      <Heading level={2}>{t('comments-staff.moderate.title')}</Heading>
      <p>
        {t(
          engagement.moderation === 'before'
            ? 'comments-staff.moderate.before'
            : 'comments-staff.moderate.after',
        )}
      </p>
      <ActForm view={view} props={props} title={t('comments-staff.moderate.title')}>
        <TextField
          view={view}
          name="reason"
          label={t('comments-staff.moderate.reason')}
          hint={t('comments-staff.moderate.reasonHint')}
          value={typedText(typed, 'reason')}
          required={acts.every(needsReason)}
          faults={faults}
        />
        <TextField
          view={view}
          name="note"
          label={t('comments-staff.moderate.note')}
          value={typedText(typed, 'note')}
          faults={faults}
        />
        <Buttons>
          {acts.map((act) => (
            <Button
              kind={act === 'approve' || act === 'release' ? 'primary' : 'quiet'}
              name="act"
              value={act}
            >
              {t(`comments-staff.moderate.${act}`)}
            </Button>
          ))}
        </Buttons>
      </ActForm>
      {(targets.length > 0 || (free.length > 0 && words.length > 0)) && counts(comment) && (
        <Details
          summary={t('comments-staff.move.title')}
          open={faults?.some((fault) => fault.field === 'target')}
        >
          <ActForm view={view} props={props} act="move" title={t('comments-staff.move.title')}>
            <Select
              view={view}
              name="target"
              label={t('comments-staff.move.where')}
              hint={t('comments-staff.move.hint')}
              value={typedText(typed, 'target')}
              required
              faults={faults}
              options={[
                ...words.flatMap((answer) =>
                  free.map((question) => ({
                    value: `${answer.id}:${question.id}`,
                    label: t('comments-staff.move.question', {
                      from: questions.find((one) => one.id === answer.questionId)?.code ?? '',
                      to: `${question.code} ${wordsIn(question.prompt, view.language)}`,
                    }),
                  })),
                ),
                ...targets,
              ]}
            />
            <TextField
              view={view}
              name="moveReason"
              label={t('comments-staff.moderate.reason')}
              value={typedText(typed, 'moveReason')}
              faults={faults}
            />
            <Button kind="quiet">{t('comments-staff.move.do')}</Button>
          </ActForm>
        </Details>
      )}
    </section>
  )
}

/** Comments that say nearly the same: staff see them beside each other and say whether they belong together. */
function Near(props: WorkCommentPageProps) {
  const { view, agency, engagement, near, duplicates, head, mayModerate, comment } = props
  const { t } = view
  if (near.length === 0 && duplicates.length === 0 && !head) return null
  const place = workPlace(view, agency, engagement)
  const line = ({ comment: other, words }: NearComment, act?: Child) => (
    <li>
      <a
        href={paths.workComment.to({ ...place, comment: other.id })}
        lang={langOf(view, other.language)}
        dir="auto"
      >
        {firstWords(words, 120) || t('comments-staff.list.noWords')}
      </a>{' '}
      (<DateTime view={view} at={other.receivedAt} style="short" />) {act}
    </li>
  )
  return (
    <section>
      <Heading level={2}>{t('comments-staff.near.title')}</Heading>
      <p>{t('comments-staff.near.lead')}</p>
      {head && (
        <>
          <p>{t('comments-staff.near.head')}</p>
          <ul>{line(head)}</ul>
          {mayModerate && (
            <ActForm view={view} props={props} act="not-duplicate" title={t('comments-staff.near.unmark')}>
              <Button kind="quiet">{t('comments-staff.near.unmark')}</Button>
            </ActForm>
          )}
        </>
      )}
      {duplicates.length > 0 && (
        <>
          <p>{t('comments-staff.near.under', { count: duplicates.length })}</p>
          <ul>{duplicates.map((one) => line(one))}</ul>
        </>
      )}
      {near.length > 0 && (
        <>
          <p>{t('comments-staff.near.found', { count: near.length })}</p>
          <ul>
            {near.map((one, index) =>
              line(
                one,
                mayModerate && counts(comment) && (
                  <ActForm
                    view={view}
                    props={props}
                    act="duplicate"
                    title={`${t('comments-staff.near.mark')} (${numberInWords(view, index + 1)})`}
                  >
                    <HiddenField name="head" value={one.comment.id} />
                    <Button kind="quiet">{t('comments-staff.near.mark')}</Button>
                  </ActForm>
                ),
              ),
            )}
          </ul>
        </>
      )}
    </section>
  )
}

function WhereFrom({ view, agency, engagement, comment, names }: WorkCommentPageProps) {
  const { t } = view
  const promise = promiseOf(
    { receivedDay: dayIn(agency.timeZone, comment.receivedAt), answeredDay: null, state: 'published' },
    engagement.responseDays,
    dayIn(agency.timeZone, view.now),
  )
  const items: { term: string; value: Child }[] = [
    { term: t('comments-staff.from.channel'), value: t(`comments.channel.${comment.channel}`) },
    { term: t('comments-staff.from.received'), value: <DateTime view={view} at={comment.receivedAt} /> },
    { term: t('comments-staff.from.language'), value: <Bidi>{languageName(view, comment.language)}</Bidi> },
    { term: t('comments-staff.from.due'), value: promise ? dayInWords(view, promise.due) : '' },
  ]
  if (comment.enteredBy !== null) {
    const name = names.get(comment.enteredBy) ?? t('comments-staff.one.someone')
    items.push({
      term: t('comments-staff.from.entered'),
      value: t(comment.channel === 'paper' ? 'comments-staff.from.paperBy' : 'comments-staff.from.by', {
        name,
      }),
    })
  }
  if (comment.enteredNote !== '')
    items.push({ term: t('comments-staff.from.note'), value: <Bidi>{comment.enteredNote}</Bidi> })
  for (const [key, value] of Object.entries(comment.provenance)) {
    if (value === null || value === '' || key === 'formKey') continue
    const known = provenanceWords.find((word) => word === key)
    items.push({ term: known ? t(`comments-staff.from.${known}`) : key, value: <Bidi>{String(value)}</Bidi> })
  }
  return (
    <section>
      <Heading level={2}>{t('comments-staff.from.title')}</Heading>
      <DescriptionList items={items} />
    </section>
  )
}

/** What is written with a comment about where it came from, as far as there are words for it. */
const provenanceWords = [
  'file',
  'row',
  'reference',
  'paperNumber',
  'secondBy',
  'meeting',
  'attachments',
  'charsetInDoubt',
  'messageId',
] as const

function History({ view, agency, events, names }: WorkCommentPageProps) {
  if (events.length === 0) return null
  const { t } = view
  return (
    <section>
      <Heading level={2}>{t('comments-staff.one.history')}</Heading>
      <ol>
        {events.map((event) => (
          <li>
            {sayOneOf(t, `comments.acts.${event.act === 'not-duplicate' ? 'notDuplicate' : event.act}`, {
              agency: agency.name,
            })}{' '}
            (
            <DateTime view={view} at={event.at} style="short" />
            {event.byPerson !== null && (
              <>
                , <Bidi>{names.get(event.byPerson) ?? t('comments-staff.one.someone')}</Bidi>
              </>
            )}
            )
            {event.reason && (
              <>
                {': '}
                <Bidi>{event.reason}</Bidi>
              </>
            )}
            {event.note && (
              <small class="hint"> {t('comments-staff.one.noteLine', { note: event.note })}</small>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The evidence column: what stands on this comment, so that nobody takes its words away unknowingly. */
function RestsOnIt({ view, agency, engagement, rests, events, maySeeThemes }: WorkCommentPageProps) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const corrected = correctedAt(events)
  const nothing = rests.readings === 0 && rests.themes.length === 0 && rests.decisions.length === 0
  return (
    <>
      {nothing && <p>{t('comments-staff.rests.nothing')}</p>}
      {corrected && !nothing && (
        <Notice view={view} kind="warning">
          <p>{t('comments-staff.rests.corrected', { when: instantInWords(view, corrected, 'short') })}</p>
        </Notice>
      )}
      {rests.readings > 0 && (
        <p>
          {t('comments-staff.rests.read', { count: rests.readings })}
          {rests.codes.length > 0 && (
            <>
              {' '}
              {t('comments-staff.rests.codes', { codes: rests.codes.map((code) => code.name).join(', ') })}
            </>
          )}
        </p>
      )}
      {rests.themes.length > 0 && (
        <>
          <Heading level={3}>{t('comments-staff.rests.themes')}</Heading>
          <ul>
            {rests.themes.map((theme) => (
              <li>
                {maySeeThemes ? (
                  <a href={paths.workTheme.to({ ...place, theme: theme.id })}>
                    {wordsIn(theme.title, view.language)}
                  </a>
                ) : (
                  wordsIn(theme.title, view.language)
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {rests.decisions.length > 0 && (
        <>
          <Heading level={3}>{t('comments-staff.rests.decisions')}</Heading>
          <ul>
            {rests.decisions.map((decision) => (
              <li>
                {decision.publishedAt ? (
                  <a href={paths.decision.to({ ...place, decision: decision.id })}>
                    {wordsIn(decision.question, view.language)}
                  </a>
                ) : (
                  wordsIn(decision.question, view.language)
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
