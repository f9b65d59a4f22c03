import type { Context } from 'hono'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { type Fault, faultsOf, readTyped, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { isIssuer } from '../../platform/session/oidc.ts'
import { toMay } from '../agencies/permission.ts'
import { said } from '../agencies/said.ts'
import { NameText } from './answers.tsx'
import { listProviders } from './identity-provider.store.ts'
import { type PresetName, presetNames, presetOf } from './provider-presets.ts'
import { ProvidersPage, type TypedProvider } from './providers.page.tsx'
import { offerProvider, withdrawProvider } from './offer-provider.action.ts'
import { isFresh } from './sign-in.ts'
import { needsFreshSignIn, signedIn } from './signed-in.ts'

/** Administration of the accounts from elsewhere. */
export const providersRoutes: Route[] = [
  get(paths.workProviders, toMay('manage the agency'), (c) => showProviders(c)),
  post(paths.workProviders, toMay('manage the agency'), changeProviders),
]

const empty: TypedProvider = { preset: '', name: '', issuer: '', clientId: '', allowedDomain: '' }

async function showProviders(
  c: Context,
  typed: TypedProvider = empty,
  faults?: readonly Fault[],
): Promise<Response> {
  const [agency, language] = [c.get('agency'), c.get('language')]
  const here = paths.workProviders.to({ language, agency: agency.slug })
  const told = c.req.query('told')
  const page = (
    <ProvidersPage
      view={c.get('view')}
      agency={agency}
      seat={c.get('seat')}
      providers={await listProviders(c.get('db'), agency.id)}
      typed={typed}
      faults={faults}
      told={told === 'added' || told === 'removed' ? told : undefined}
      returnAddress={c.get('config').baseUrl + paths.signInReturn.to({})}
      confirmHref={
        isFresh(c.get('session'), c.get('now'))
          ? undefined
          : paths.signIn.to({ language }, { next: here, confirm: 'yes' })
      }
    />
  )
  return answerPage(c, page, faults ? 422 : 200)
}

const ProviderForm = z
  .object({
    preset: z.enum(presetNames as [PresetName, ...PresetName[]], 'people.providers.presetMissing'),
    name: NameText,
    issuer: z.string().trim().max(500, 'people.providers.issuerWrong').default(''),
    clientId: z
      .string('people.providers.clientIdMissing')
      .trim()
      .min(1, 'people.providers.clientIdMissing')
      .max(500, 'people.providers.clientIdMissing'),
    clientSecret: z.string().trim().max(2000, 'people.providers.secretLong').default(''),
    allowedDomain: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^([a-z0-9-]+\.)+[a-z0-9-]+$|^$/, 'people.providers.domainWrong')
      .default(''),
  })
  .transform((form) => ({
    ...form,
    issuer:
      presetOf(form.preset).issuer?.includes('{') === false ? presetOf(form.preset).issuer! : form.issuer,
  }))
  .check((context) => {
    const { preset, issuer, allowedDomain } = context.value
    const fault = (field: string, message: string) =>
      context.issues.push({ code: 'custom', input: undefined, path: [field], message })
    if (!isIssuer(issuer)) fault('issuer', 'people.providers.issuerWrong')
    // One directory, by its own id: the shared ones ("common", "organizations") would let any tenant's people in.
    else if (
      preset === 'microsoft-entra' &&
      !/^https:\/\/login\.microsoftonline\.(com|us)\/[0-9a-f-]{36}\/v2\.0$/.test(issuer)
    ) {
      fault('issuer', 'people.providers.tenantWrong')
    }
    if (presetOf(preset).addressProof === 'tenant' && allowedDomain === '')
      fault('allowedDomain', 'people.providers.domainMissing')
    if (presetOf(preset).domainClaim && allowedDomain === '')
      fault('allowedDomain', 'people.providers.domainMissing')
  })

async function changeProviders(c: Context): Promise<Response> {
  const [agency, language] = [c.get('agency'), c.get('language')]
  const at = { language, agency: agency.slug }
  const stale = needsFreshSignIn(c, paths.workProviders.to(at))
  if (stale) return stale
  const { typed } = await readTyped(c)
  const remove = typedText(typed, 'remove')
  const by = signedIn(c).id
  if (remove !== '') {
    const removed =
      z.guid().safeParse(remove).success &&
      (await withdrawProvider(c.get('db'), { agencyId: agency.id, id: remove, by }, c.get('now')))
    return removed ? seeOther(c, paths.workProviders.to(at, { told: 'removed' })) : c.notFound()
  }
  const parsed = ProviderForm.safeParse(typed)
  // What runs on this very machine is for its operator; an agency's administrator must not have us knock there.
  const onThisMachine =
    parsed.success &&
    parsed.data.issuer.startsWith('http:') &&
    !signedIn(c).isOperator &&
    !c.get('config').development
  if (!parsed.success || onThisMachine) {
    const text = (name: keyof TypedProvider) => typedText(typed, name)
    const kept = {
      preset: text('preset'),
      name: text('name'),
      issuer: text('issuer'),
      clientId: text('clientId'),
      allowedDomain: text('allowedDomain'),
    }
    const faults = parsed.success
      ? [{ field: 'issuer', message: 'people.providers.issuerWrong' }]
      : faultsOf(parsed.error)
    return showProviders(c, kept, said(c, faults))
  }
  await offerProvider(c.get('db'), { ...parsed.data, agencyId: agency.id, by }, c.get('now'))
  return seeOther(c, paths.workProviders.to(at, { told: 'added' }))
}
