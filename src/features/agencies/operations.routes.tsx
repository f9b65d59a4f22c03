import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { type Fault, readForm, type Typed } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { listFailedJobs, queueLag } from '../../platform/jobs/jobs.ts'
import { addNewAgency } from './add-agency.action.ts'
import { NewAgencyForm } from './agency-form.ts'
import { listAgencies } from './agency.store.ts'
import { newsOf, OperationsPage } from './operations.page.tsx'
import { databaseFacts, diskFacts } from './operations.store.ts'
import { daysBehind } from './operations.ts'
import { retryJob } from './retry-job.action.ts'
import { said } from './said.ts'
import './context.ts'

/** For whoever runs the installation. */
export const operationsRoutes: Route[] = [
  get(paths.operations, 'operator', (c) => showOperations(c)),
  post(paths.operationsJobRetry, 'operator', retry),
  get(paths.operationsAgencies, 'operator', (c) =>
    seeOther(c, paths.operations.to({ language: c.get('language') })),
  ),
  post(paths.operationsAgencies, 'operator', add),
]

async function showOperations(c: Context, typed?: Typed, faults?: readonly Fault[]): Promise<Response> {
  const [db, now] = [c.get('db'), c.get('now')]
  const database = await databaseFacts(db)
  const page = (
    <OperationsPage
      view={c.get('view')}
      failures={await listFailedJobs(db)}
      lag={await queueLag(db)}
      database={database}
      daysBehind={daysBehind(database.version, now)}
      disk={await diskFacts(c.get('config').dataFolder)}
      mails={c.get('services').mail !== undefined}
      agencies={await listAgencies(db)}
      typed={typed}
      faults={faults}
      news={newsOf(c.req.query('told'))}
    />
  )
  return answerPage(c, page, faults ? 422 : 200)
}

async function retry(c: Context<object, typeof paths.operationsJobRetry.pattern>): Promise<Response> {
  const by = c.get('person')!.id // the route's need guarantees an operator
  const { outcome } = await retryJob(c.get('db'), { jobId: c.req.param('job'), by }, c.get('now'))
  if (outcome === 'not-failed') return c.notFound()
  return seeOther(c, paths.operations.to({ language: c.get('language') }, { told: 'retried' }))
}

async function add(c: Context): Promise<Response> {
  const read = await readForm(c, NewAgencyForm)
  const again = (faults: readonly Fault[]) => showOperations(c, read.typed, said(c, faults))
  if (read.outcome === 'faulty') return again(read.faults)
  const by = c.get('person')! // the route's need guarantees an operator
  const { outcome } = await addNewAgency(c.get('db'), { agency: read.value, by }, c.get('now'))
  switch (outcome) {
    case 'added':
      return seeOther(c, paths.operations.to({ language: c.get('language') }, { told: 'agency-added' }))
    case 'name-taken':
      return again([{ field: 'name', message: 'agencies.faults.nameTaken' }])
    case 'not-a-parent':
      return again([{ field: 'parentId', message: 'agencies.faults.parent' }])
  }
}
