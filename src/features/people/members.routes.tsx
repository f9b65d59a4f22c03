import type { Context } from 'hono'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { type Fault, readForm, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { roles, toMay } from '../agencies/permission.ts'
import { said } from '../agencies/said.ts'
import { AddressText, NameText } from './answers.tsx'
import { endRole } from './end-role.action.ts'
import { giveRole } from './give-role.action.ts'
import { listMembers } from './member.store.ts'
import { memberNews, MembersPage } from './members.page.tsx'
import { isFresh } from './sign-in.ts'
import { needsFreshSignIn, signedIn } from './signed-in.ts'

/** Who works in an agency. */
export const memberRoutes: Route[] = [
  get(paths.workMembers, toMay('manage the agency'), (c) => showMembers(c)),
  post(paths.workMembers, toMay('manage the agency'), addMember),
  post(paths.workMemberEnd, toMay('manage the agency'), endMember),
]

type Shown = {
  typed?: { name: string; address: string; role: string }
  faults?: readonly Fault[]
  lastAdministrator?: boolean
}

function at(c: Context) {
  return { language: c.get('language'), agency: c.get('agency').slug }
}

async function showMembers(c: Context, { typed, faults, lastAdministrator }: Shown = {}): Promise<Response> {
  const agency = c.get('agency')
  const told = c.req.query('told')
  const here = paths.workMembers.to(at(c))
  const asked = (name: string) => c.req.query(name)?.slice(0, 300) ?? ''
  const confirmHref = isFresh(c.get('session'), c.get('now'))
    ? undefined
    : paths.signIn.to({ language: c.get('language') }, { next: here, confirm: 'yes' })
  const page = (
    <MembersPage
      view={c.get('view')}
      agency={agency}
      seat={c.get('seat')}
      members={await listMembers(c.get('db'), agency.id)}
      // What was typed before a confirmation was asked for comes back in the address.
      typed={typed ?? { name: asked('name'), address: asked('address'), role: asked('role') }}
      faults={faults}
      news={memberNews.find((known) => known === told)}
      lastAdministrator={lastAdministrator}
      confirmHref={confirmHref}
    />
  )
  return answerPage(c, page, lastAdministrator ? 409 : faults ? 422 : 200)
}

const MemberForm = z.object({
  name: NameText,
  address: AddressText,
  role: z.enum(roles, 'people.members.roleMissing'),
})

async function addMember(c: Context): Promise<Response> {
  const agency = c.get('agency')
  const read = await readForm(c, MemberForm)
  const typed = {
    name: typedText(read.typed, 'name'),
    address: typedText(read.typed, 'address'),
    role: typedText(read.typed, 'role'),
  }
  const stale = needsFreshSignIn(c, paths.workMembers.to(at(c), typed))
  if (stale) return stale
  if (read.outcome === 'faulty') return showMembers(c, { typed, faults: said(c, read.faults) })
  const language = c.get('language')
  const gift = {
    agency,
    ...read.value,
    language: agency.languages.includes(language) ? language : (agency.languages[0] ?? language),
    by: signedIn(c).id,
    signInAddress: c.get('config').baseUrl + paths.signIn.to({ language }),
  }
  const { outcome } = await giveRole(c.get('db'), gift, c.get('now'))
  return seeOther(c, paths.workMembers.to(at(c), { told: outcome }))
}

async function endMember(c: Context<object, typeof paths.workMemberEnd.pattern>): Promise<Response> {
  const stale = needsFreshSignIn(c, paths.workMembers.to(at(c)))
  if (stale) return stale
  const given = { agencyId: c.get('agency').id, membershipId: c.req.param('membership'), by: signedIn(c).id }
  const { outcome } = await endRole(c.get('db'), given, c.get('now'))
  switch (outcome) {
    case 'ended':
      return seeOther(c, paths.workMembers.to(at(c), { told: 'ended' }))
    case 'last-administrator':
      return showMembers(c, { lastAdministrator: true })
    case 'not-there':
      return c.notFound()
  }
}
