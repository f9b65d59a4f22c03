import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedList, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { isLanguage, type Language } from '../../platform/i18n/language.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import type { Fault } from '../../ui/components.ts'
import { may, toMay } from '../agencies/permission.ts'
import { listEngagements } from '../engagements/engagement.store.ts'
import { listPeople } from '../people/person.store.ts'
import { signedIn } from '../people/signed-in.ts'
import { listTranslations } from './answer-translation.store.ts'
import { type Comment, counts } from './comment.ts'
import { listCommentEvents } from './comment-event.store.ts'
import {
  findComment,
  listAnswers,
  listCommentsById,
  listDuplicates,
  listNearDuplicates,
} from './comment.store.ts'
import { nearDuplicateBits } from './fingerprint.ts'
import {
  answerComment,
  changeState,
  markDuplicate,
  type Moderate,
  reopenComment,
  type StaffAct,
  unmarkDuplicate,
} from './moderate-comment.action.ts'
import { isStateAct, longestReason, needsReason } from './moderation.ts'
import { type MoveComment, moveToEngagement, moveToQuestion } from './move-comment.action.ts'
import { listQuestions } from './question.store.ts'
import { redactComment } from './redact-comment.action.ts'
import { redactFields, RedactPage } from './redact.page.tsx'
import { mergedRanges, type Range, rangesOf, readRange, suggestRedactions, rangeText } from './redaction.ts'
import { listWhatRests } from './staff-list.store.ts'
import { askForMachineTranslation, saveHumanTranslation } from './translate-comment.action.ts'
import { translationField, TranslatePage } from './translate.page.tsx'
import { type NearComment, WorkCommentPage, type WorkCommentPageProps } from './work-comment.page.tsx'
import { wordsOf } from './work-comments.routes.tsx'
import { pageProps, placeOf } from './work-place.ts'

const moderate = toMay('moderate comments')

/** One comment and what staff do with it. */
export const workCommentRoutes: Route[] = [
  get(paths.workComment, toMay('read comments'), showComment),
  post(paths.workCommentModerate, moderate, moderateComment),
  get(paths.workCommentRedact, moderate, showRedact),
  post(paths.workCommentRedact, moderate, redact),
  get(paths.workCommentTranslate, moderate, showTranslate),
  post(paths.workCommentTranslate, moderate, translate),
]

// Four addresses share these handlers' way in; each names the comment.
type CommentContext = Context

async function commentHere(c: CommentContext): Promise<Comment | undefined> {
  const { agencyId, id } = c.get('engagement')
  const commentId = c.req.param('comment')
  const comment = commentId === undefined ? undefined : await findComment(c.get('db'), agencyId, commentId)
  return comment?.engagementId === id ? comment : undefined
}

async function contentOf(c: CommentContext, comment: Comment) {
  const [questions, answers] = await Promise.all([
    listQuestions(c.get('db'), comment.agencyId, comment.engagementId, { removed: true }),
    listAnswers(c.get('db'), comment.agencyId, [comment.id]),
  ])
  return { questions, answers }
}

const notices = {
  done: { kind: 'success', key: 'comments-staff.saved' },
  answered: { kind: 'success', key: 'comments-staff.done.answered' },
  redacted: { kind: 'success', key: 'comments-staff.done.redacted' },
  translated: { kind: 'success', key: 'comments-staff.done.translated' },
} as const

async function showComment(c: CommentContext) {
  const comment = await commentHere(c)
  if (!comment) return c.notFound()
  const done = c.req.query('done')
  const notice =
    done !== undefined && Object.hasOwn(notices, done) ? notices[done as keyof typeof notices] : undefined // as: hasOwn said so
  return commentPage(
    c,
    comment,
    { notice: notice && { kind: notice.kind, text: c.get('t')(notice.key) } },
    200,
  )
}

async function commentPage(
  c: CommentContext,
  comment: Comment,
  extra: Pick<WorkCommentPageProps, 'typed' | 'faults' | 'notice'>,
  status: 200 | 409 | 422,
) {
  const db = c.get('db')
  const { agencyId, engagementId } = comment
  const { questions, answers } = await contentOf(c, comment)
  const [translations, events, rests, near, duplicates, heads, targets] = await Promise.all([
    listTranslations(
      db,
      agencyId,
      answers.map((answer) => answer.id),
    ),
    listCommentEvents(db, agencyId, comment.id),
    listWhatRests(db, agencyId, comment.id),
    counts(comment) ? listNearDuplicates(db, comment, nearDuplicateBits, 8) : [],
    listDuplicates(db, agencyId, [comment.id], ['waiting', 'published', 'held']),
    listCommentsById(db, agencyId, comment.duplicateOf === null ? [] : [comment.duplicateOf]),
    moveTargets(c, engagementId),
  ])
  const people = new Set([
    ...events.map((event) => event.byPerson),
    comment.enteredBy,
    String(comment.provenance['secondBy'] ?? ''),
  ])
  const staff = await listPeople(
    db,
    [...people].filter((id): id is string => id !== null && /^[0-9a-f-]{36}$/.test(id)),
  )
  const names = new Map(staff.map((person) => [person.id, person.name]))
  const others = new Map([...near, ...duplicates, ...heads].map((other) => [other.id, other]))
  const otherAnswers = Map.groupBy(
    await listAnswers(db, agencyId, [...others.keys()]),
    (answer) => answer.commentId,
  )
  const withWords = (other: Comment): NearComment => ({
    comment: other,
    words: wordsOf(otherAnswers.get(other.id) ?? [], questions, c.get('language')),
  })
  const together = new Set([...duplicates, ...heads].map((other) => other.id))
  const secondBy = comment.provenance['secondBy']
  return answerPage(
    c,
    <WorkCommentPage
      {...pageProps(c)}
      comment={
        typeof secondBy === 'string'
          ? { ...comment, provenance: { ...comment.provenance, secondBy: names.get(secondBy) ?? secondBy } }
          : comment
      }
      questions={questions}
      answers={answers}
      translations={translations}
      events={events}
      names={names}
      rests={rests}
      near={near
        .filter(
          (other) =>
            !together.has(other.id) &&
            (other.duplicateOf === null || other.duplicateOf !== comment.duplicateOf),
        )
        .map(withWords)}
      duplicates={duplicates.map(withWords)}
      head={heads[0] && withWords(heads[0])}
      targets={targets}
      mayModerate={may(c.get('seat'), 'moderate comments')}
      maySeeThemes={may(c.get('seat'), 'see the work')}
      {...extra}
    />,
    status,
  )
}

/** Where a comment could be moved to: the open text questions of the agency's other engagements. */
async function moveTargets(c: CommentContext, engagementId: string) {
  const db = c.get('db')
  const language = c.get('language')
  const others = (await listEngagements(db, c.get('agency').id))
    .filter((other) => other.id !== engagementId && other.status !== 'draft')
    .slice(0, 20)
  const lists = await Promise.all(others.map((other) => listQuestions(db, other.agencyId, other.id)))
  return others.flatMap((other, index) =>
    (lists[index] ?? [])
      .filter((question) => question.kind === 'text')
      .map((question) => ({
        value: question.id,
        label: `${wordsIn(other.title, language)}: ${question.code} ${wordsIn(question.prompt, language)}`,
      })),
  )
}

/** Two forms of the page ask for a reason; each has a field of its own, so that no id stands twice (WCAG 1.3.1). */
function reasonField(typed: Typed): 'reason' | 'moveReason' {
  return typedText(typed, 'act') === 'move' ? 'moveReason' : 'reason'
}

function words(typed: Typed): { reason: string; note: string } {
  return {
    reason: typedText(typed, reasonField(typed)).trim(),
    note: typedText(typed, 'note').trim().slice(0, longestReason),
  }
}

async function moderateComment(c: CommentContext) {
  const comment = await commentHere(c)
  if (!comment) return c.notFound()
  const { typed } = await readTyped(c)
  const t = c.get('t')
  const act = typedText(typed, 'act')
  const by = staffAct(c, comment, typed)
  const { reason, note } = words(typed)
  const refuse = (field: string, message: string) =>
    commentPage(c, comment, { typed, faults: [{ field, message }] }, 422)
  if (reason.length > longestReason)
    return refuse(reasonField(typed), t('comments-staff.faults.reasonLong', { most: longestReason }))
  if (isStateAct(act)) {
    if (needsReason(act) && reason === '') return refuse('reason', t('comments-staff.faults.reasonMissing'))
    return afterAct(
      c,
      comment,
      typed,
      await changeState(c.get('services'), by, act, { reason, note }, c.get('now')),
    )
  }
  switch (act) {
    case 'answer': {
      const answer = typedText(typed, 'answer').trim()
      if (answer.length > 5000) return refuse('answer', t('comments-staff.faults.reasonLong', { most: 5000 }))
      return afterAct(
        c,
        comment,
        typed,
        await answerComment(c.get('services'), by, answer, note, c.get('now')),
        'answered',
      )
    }
    case 'reopen':
      return afterAct(c, comment, typed, await reopenComment(c.get('services'), by, c.get('now')))
    case 'duplicate': {
      const head = typedText(typed, 'head')
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(head))
        return refuse('', t('comments-staff.faults.doesNotFit'))
      return afterAct(c, comment, typed, await markDuplicate(c.get('services'), by, head, c.get('now')))
    }
    case 'not-duplicate':
      return afterAct(c, comment, typed, await unmarkDuplicate(c.get('services'), by, c.get('now')))
    case 'move':
      return move(c, comment, typed, by)
    default:
      return refuse('', t('comments-staff.faults.noAct'))
  }
}

function staffAct(c: Context, comment: Comment, typed: Typed): StaffAct {
  const version = Number(typedText(typed, 'version'))
  return {
    agency: c.get('agency'),
    engagement: c.get('engagement'),
    commentId: comment.id,
    version: Number.isSafeInteger(version) ? version : -1,
    actorId: signedIn(c).id,
  }
}

async function afterAct(
  c: CommentContext,
  comment: Comment,
  typed: Typed,
  result: Moderate,
  done: keyof typeof notices = 'done',
) {
  const t = c.get('t')
  switch (result.outcome) {
    case 'done':
      return seeOther(c, paths.workComment.to({ ...placeOf(c), comment: comment.id }, { done }))
    case 'not-there':
      return c.notFound()
    case 'changed-meanwhile':
      return commentPage(
        c,
        comment,
        { typed, notice: { kind: 'warning', text: t('comments-staff.faults.changed') } },
        409,
      )
    case 'does-not-fit':
      return commentPage(
        c,
        comment,
        { typed, notice: { kind: 'warning', text: t('comments-staff.faults.doesNotFit') } },
        409,
      )
  }
}

async function move(c: CommentContext, comment: Comment, typed: Typed, by: StaffAct) {
  const target = typedText(typed, 'target')
  const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
  const inside = new RegExp(`^(${uuid}):(${uuid})$`).exec(target)
  let result: MoveComment = { outcome: 'no-such-target' }
  if (inside)
    result = await moveToQuestion(
      c.get('services'),
      by,
      { answerId: inside[1]!, questionId: inside[2]! },
      words(typed),
      c.get('now'),
    )
  else if (new RegExp(`^${uuid}$`).test(target))
    result = await moveToEngagement(c.get('services'), by, { questionId: target }, words(typed), c.get('now'))
  const t = c.get('t')
  switch (result.outcome) {
    case 'moved':
      return seeOther(
        c,
        paths.workComment.to(
          { ...placeOf(c), engagement: result.engagement.slug, comment: comment.id },
          { done: 'done' },
        ),
      )
    case 'not-there':
      return c.notFound()
    case 'changed-meanwhile':
      return commentPage(
        c,
        comment,
        { typed, notice: { kind: 'warning', text: t('comments-staff.faults.changed') } },
        409,
      )
    case 'coded':
      return commentPage(
        c,
        comment,
        { typed, faults: [{ field: 'target', message: t('comments-staff.faults.coded') }] },
        422,
      )
    case 'choices-only':
      return commentPage(
        c,
        comment,
        { typed, faults: [{ field: 'target', message: t('comments-staff.faults.choicesOnly') }] },
        422,
      )
    case 'held':
      return commentPage(
        c,
        comment,
        { typed, faults: [{ field: 'target', message: t('comments-staff.faults.held') }] },
        422,
      )
    case 'no-such-target':
      return commentPage(
        c,
        comment,
        { typed, faults: [{ field: 'target', message: t('comments-staff.faults.noTarget') }] },
        422,
      )
  }
}

async function showRedact(c: CommentContext) {
  const comment = await commentHere(c)
  if (!comment || comment.state === 'erased') return c.notFound()
  const content = await contentOf(c, comment)
  // What is surely personal is ticked beforehand; staff take the tick away where it is not.
  const typed = Object.fromEntries(
    content.answers.flatMap((answer) => {
      const sure = suggestRedactions(answer.text ?? '').filter(
        (one) => one.kind === 'mail' || one.kind === 'phone',
      )
      return sure.length ? [[redactFields.suggested(answer.id), sure.map(rangeText)]] : []
    }),
  )
  return answerPage(c, <RedactPage {...pageProps(c)} comment={comment} {...content} typed={typed} />)
}

async function redact(c: CommentContext) {
  const comment = await commentHere(c)
  if (!comment || comment.state === 'erased') return c.notFound()
  const { typed } = await readTyped(c)
  const t = c.get('t')
  const content = await contentOf(c, comment)
  const step = typedText(typed, 'step')
  const props = { ...pageProps(c), comment, ...content, typed }
  const version = Number(typedText(typed, 'version'))
  if (version !== comment.version) {
    return answerPage(
      c,
      <RedactPage {...props} faults={[{ field: '', message: t('comments-staff.faults.changed') }]} />,
      409,
    )
  }
  if (step === 'change') return answerPage(c, <RedactPage {...props} />)
  const { reason, note } = words(typed)
  const chosen = new Map<string, Range[]>()
  const faults: Fault[] = []
  for (const answer of content.answers) {
    if (answer.text === null) continue
    const ranges =
      step === 'redact'
        ? readRanges(typedList(typed, redactFields.chosen(answer.id)))
        : chosenIn(answer.text, answer.id, typed)
    for (const missing of step === 'redact'
      ? []
      : wordsTyped(answer.id, typed).filter((one) => rangesOf(answer.text ?? '', one).length === 0)) {
      faults.push({
        field: redactFields.words(answer.id),
        message: t('comments-staff.faults.wordsNotFound', { words: missing }),
      })
    }
    if (ranges.length > 0) chosen.set(answer.id, mergedRanges(ranges, answer.text.length))
  }
  if (chosen.size === 0 && faults.length === 0) {
    const first = content.answers.find((answer) => answer.text !== null)
    faults.push({
      field: first ? redactFields.words(first.id) : '',
      message: t('comments-staff.faults.nothingChosen'),
    })
  }
  if (reason === '') faults.push({ field: 'reason', message: t('comments-staff.faults.reasonMissing') })
  if (reason.length > longestReason)
    faults.push({ field: 'reason', message: t('comments-staff.faults.reasonLong', { most: longestReason }) })
  if (faults.length > 0) return answerPage(c, <RedactPage {...props} faults={faults} />, 422)
  if (step !== 'redact') return answerPage(c, <RedactPage {...props} chosen={chosen} />)
  const result = await redactComment(
    c.get('services'),
    staffAct(c, comment, typed),
    chosen,
    { reason, note },
    c.get('now'),
  )
  switch (result.outcome) {
    case 'redacted':
      return seeOther(c, paths.workComment.to({ ...placeOf(c), comment: comment.id }, { done: 'redacted' }))
    case 'not-there':
      return c.notFound()
    case 'changed-meanwhile':
      return answerPage(
        c,
        <RedactPage {...props} faults={[{ field: '', message: t('comments-staff.faults.changed') }]} />,
        409,
      )
    case 'nothing-chosen':
      return answerPage(
        c,
        <RedactPage {...props} faults={[{ field: '', message: t('comments-staff.faults.nothingChosen') }]} />,
        422,
      )
  }
}

function readRanges(texts: readonly string[]): Range[] {
  return texts.slice(0, 500).flatMap((text) => readRange(text) ?? [])
}

/** The words that were typed for an answer, apart by semicolons. */
function wordsTyped(answerId: string, typed: Typed): string[] {
  return typedText(typed, redactFields.words(answerId))
    .split(/[;؛]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, 50)
}

function chosenIn(text: string, answerId: string, typed: Typed): Range[] {
  return [
    ...readRanges(typedList(typed, redactFields.suggested(answerId))),
    ...wordsTyped(answerId, typed).flatMap((one) => rangesOf(text, one)),
  ]
}

function targetsOf(c: Context, comment: Comment): Language[] {
  return [...new Set([...c.get('engagement').languages, c.get('language')])].filter(
    (language) => language !== comment.language,
  )
}

async function translatePage(
  c: CommentContext,
  comment: Comment,
  to: Language,
  { faults, typed }: { faults?: Fault[]; typed?: Typed } = {},
  status: 200 | 409 | 422 = 200,
) {
  const content = await contentOf(c, comment)
  const translations = await listTranslations(
    c.get('db'),
    comment.agencyId,
    content.answers.map((answer) => answer.id),
    to,
  )
  return answerPage(
    c,
    <TranslatePage
      {...pageProps(c)}
      comment={comment}
      {...content}
      translations={translations}
      to={to}
      targets={targetsOf(c, comment)}
      machine={c.get('config').translation !== undefined}
      asked={c.req.query('asked') !== undefined}
      typed={typed}
      faults={faults}
    />,
    status,
  )
}

async function showTranslate(c: CommentContext) {
  const comment = await commentHere(c)
  if (!comment || comment.state === 'erased') return c.notFound()
  const wish = c.req.query('to')
  const targets = targetsOf(c, comment)
  const to = isLanguage(wish) ? wish : targets.includes(c.get('language')) ? c.get('language') : targets[0]
  return to && to !== comment.language ? translatePage(c, comment, to) : c.notFound()
}

async function translate(c: CommentContext) {
  const comment = await commentHere(c)
  if (!comment || comment.state === 'erased') return c.notFound()
  const { typed } = await readTyped(c)
  const language = typedText(typed, 'to')
  if (!isLanguage(language) || language === comment.language) return c.notFound()
  const by = { engagement: c.get('engagement'), commentId: comment.id, language, actorId: signedIn(c).id }
  const here = { ...placeOf(c), comment: comment.id }
  if (typedText(typed, 'by') === 'machine' && c.get('config').translation) {
    await askForMachineTranslation(c.get('db'), by, c.get('now'))
    return seeOther(c, paths.workCommentTranslate.to(here, { to: language, asked: 1 }))
  }
  const { answers } = await contentOf(c, comment)
  const texts = new Map(
    answers.map((answer) => [answer.id, typedText(typed, translationField(answer.id)).slice(0, 50_000)]),
  )
  const { version } = staffAct(c, comment, typed)
  const saved = await saveHumanTranslation(c.get('db'), { ...by, version, texts }, c.get('now'))
  switch (saved.outcome) {
    case 'saved':
      return seeOther(c, paths.workComment.to(here, { done: 'translated' }))
    case 'not-there':
      return c.notFound()
    case 'nothing-written': {
      const first = answers.find((answer) => answer.text !== null)
      const field = first ? translationField(first.id) : ''
      const message = c.get('t')('comments-staff.faults.nothingTranslated')
      return translatePage(c, comment, language, { faults: [{ field, message }] }, 422)
    }
    case 'changed-meanwhile': {
      const fresh = await commentHere(c)
      if (!fresh || fresh.state === 'erased') return c.notFound()
      const faults = [{ field: '', message: c.get('t')('comments-staff.faults.changed') }]
      return translatePage(c, fresh, language, { faults, typed }, 409)
    }
  }
}
