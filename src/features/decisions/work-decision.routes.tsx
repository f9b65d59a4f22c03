import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedList, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { nothingWritten } from '../../platform/i18n/written.ts'
import type { Fault } from '../../ui/components.ts'
import { may, toMay } from '../agencies/permission.ts'
import { pageProps, placeOf } from '../comments/work-place.ts'
import { signedIn } from '../people/signed-in.ts'
import { sayFaults } from '../themes/say-faults.ts'
import { listThemes } from '../themes/theme.store.ts'
import { readWritten } from '../themes/written-field.ts'
import { findDecision, listDecisions, listDispositions } from './decision.store.ts'
import {
  type Decision,
  decisionLimits,
  missingBeforePublication,
  readDay,
  readMethod,
  readOptions,
} from './decision.ts'
import { countToldVoters } from './told-voter.store.ts'
import { countTold } from './told.store.ts'
import { WorkDecisionPage } from './work-decision.page.tsx'
import { WorkDecisionsPage } from './work-decisions.page.tsx'
import { beginDecision, type DecisionWords, writeDecision } from './write-decision.action.ts'

export const workDecisionRoutes: Route[] = [
  get(paths.workDecisions, toMay('see the work'), (c) => answerDecisions(c)),
  post(paths.workDecisions, toMay('decide'), begin),
  get(paths.workDecision, toMay('see the work'), (c) => answerDecision(c, c.req.param('decision'))),
  post(paths.workDecision, toMay('decide'), change),
]

function ids(c: Context): { agencyId: string; engagementId: string } {
  return { agencyId: c.get('agency').id, engagementId: c.get('engagement').id }
}

async function answerDecisions(c: Context, typed?: Typed, faults?: readonly Fault[]): Promise<Response> {
  const db = c.get('db')
  const { agencyId, engagementId } = ids(c)
  const [decisions, themes] = await Promise.all([
    listDecisions(db, agencyId, engagementId),
    listThemes(db, agencyId, engagementId),
  ])
  const dispositions = Map.groupBy(
    await listDispositions(
      db,
      agencyId,
      decisions.map((decision) => decision.id),
    ),
    (one) => one.decisionId,
  )
  const answered = new Set([...dispositions.values()].flat().map((one) => one.themeId))
  const rows = decisions.map((decision) => {
    const own = dispositions.get(decision.id) ?? []
    const missing = decision.status === 'published' ? 0 : missingBeforePublication(decision, own).length
    return { decision, themes: own.length, missing }
  })
  const page = (
    <WorkDecisionsPage
      {...pageProps(c)}
      rows={rows}
      unanswered={themes.filter((theme) => !answered.has(theme.id))}
      mayDecide={may(c.get('seat'), 'decide')}
      typed={typed}
      faults={faults}
    />
  )
  return answerPage(c, page, faults ? 422 : 200)
}

async function begin(c: Context<object, typeof paths.workDecisions.pattern>): Promise<Response> {
  const engagement = c.get('engagement')
  const { typed } = await readTyped(c)
  const before = { ...nothingWritten, source: engagement.title.source }
  const rule = {
    name: 'question',
    before,
    most: decisionLimits.question,
    missing: 'decisions.fault.question',
  }
  const { value, faults } = readWritten(typed, rule, engagement.languages)
  if (faults.length > 0) return answerDecisions(c, typed, sayFaults(c.get('t'), faults))
  const decision = await beginDecision(c.get('db'), { ...ids(c), by: signedIn(c).id }, value, c.get('now'))
  return seeOther(c, paths.workDecision.to({ ...placeOf(c), decision }))
}

type Trouble = { typed: Typed; faults?: readonly Fault[]; meanwhile?: Decision }

async function answerDecision(c: Context, id: string, trouble?: Trouble): Promise<Response> {
  const db = c.get('db')
  const { agencyId, engagementId } = ids(c)
  const decision = await findDecision(db, agencyId, engagementId, id)
  if (!decision) return c.notFound()
  const [dispositions, themes, told, toldVoters] = await Promise.all([
    listDispositions(db, agencyId, [id]),
    listThemes(db, agencyId, engagementId),
    countTold(db, agencyId, id),
    countToldVoters(db, agencyId, id),
  ])
  const page = (
    <WorkDecisionPage
      {...pageProps(c)}
      decision={decision}
      dispositions={dispositions}
      themes={themes}
      missing={missingBeforePublication(decision, dispositions)}
      told={told}
      toldVoters={toldVoters}
      mayDecide={may(c.get('seat'), 'decide')}
      {...trouble}
    />
  )
  return answerPage(c, page, trouble?.meanwhile ? 409 : trouble ? 422 : 200)
}

/** The words of a decision as they were typed. */
export function readDecision(
  typed: Typed,
  before: Decision,
  languages: readonly Decision['question']['source'][],
): { words: DecisionWords; faults: Fault[] } {
  const sourceStays = before.status === 'published'
  const { source } = before.question
  const text = (name: string, written: Decision['question'], most: number, missing?: string) =>
    readWritten(typed, { name, before: written, most, missing, sourceStays }, languages)
  const question = text('question', before.question, decisionLimits.question, 'decisions.fault.question')
  // The source stays of a published decision is not on the form; its lines are taken from what was decided.
  const sourceLines = before.options.map((option) => option.label.texts[source]?.text ?? '').join('\n')
  const optionsTyped = sourceStays ? { ...typed, [`options-${source}`]: sourceLines } : typed
  const options = readOptions(optionsTyped, before.options, source, [...new Set([source, ...languages])])
  const method = readMethod(typed)
  const result = text('result', before.result, decisionLimits.result)
  const minority = text('minority', before.minorityStatement, decisionLimits.minority)
  const faults = [
    ...question.faults,
    ...options.faults,
    ...method.faults,
    ...result.faults,
    ...minority.faults,
  ]
  const responsible = typedText(typed, 'responsible').trim()
  if (responsible.length > decisionLimits.line)
    faults.push({ field: 'responsible', message: 'themes.fault.long' })
  const [decidedOn, reviewOn] = [
    readDay(typedText(typed, 'decidedOn')),
    readDay(typedText(typed, 'reviewOn')),
  ]
  if (decidedOn === undefined) faults.push({ field: 'decidedOn', message: 'decisions.fault.day' })
  if (reviewOn === undefined) faults.push({ field: 'reviewOn', message: 'decisions.fault.day' })
  const words = {
    question: question.value,
    options: options.options,
    method: method.method,
    methodDetail: method.methodDetail,
    result: result.value,
    minorityStatement: minority.value,
    responsible,
    decidedOn: decidedOn ?? null,
    reviewOn: reviewOn ?? null,
  }
  return { words, faults }
}

async function change(c: Context<object, typeof paths.workDecision.pattern>): Promise<Response> {
  const db = c.get('db')
  const id = c.req.param('decision')
  const { agencyId, engagementId } = ids(c)
  const before = await findDecision(db, agencyId, engagementId, id)
  if (!before) return c.notFound()
  const { typed } = await readTyped(c)
  const { words, faults } = readDecision(typed, before, c.get('engagement').languages)
  if (faults.length > 0) return answerDecision(c, id, { typed, faults: sayFaults(c.get('t'), faults) })
  const version = Number(typedText(typed, 'version')) || 0
  const change = {
    agencyId,
    engagementId,
    by: signedIn(c).id,
    id,
    version,
    words,
    themeIds: typedList(typed, 'theme'),
  }
  const done = await writeDecision(db, change, c.get('now'))
  switch (done.outcome) {
    case 'saved':
      return seeOther(c, paths.workDecision.to({ ...placeOf(c), decision: id }))
    case 'changed-meanwhile':
      return answerDecision(c, id, { typed, meanwhile: done.decision })
    case 'not-there':
      return c.notFound()
  }
}
