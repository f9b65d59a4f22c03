import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { languageNames } from '../../platform/i18n/language.ts'
import type { Fault } from '../../ui/components.ts'
import { toMay } from '../agencies/permission.ts'
import { signedIn } from '../people/signed-in.ts'
import type { Difference } from './conflict.page.tsx'
import { EditEngagementPage } from './edit.page.tsx'
import { type Engagement, engagementTexts } from './engagement.ts'
import {
  differingFields,
  engagementFields,
  fieldOfNeed,
  formLanguages,
  readEngagementForm,
} from './engagement-form.ts'
import { textField } from './form-fields.ts'
import { said } from './said.routes.ts'
import { saveEngagementChanges } from './save-engagement.action.ts'

/** Writing everything that an engagement says about itself. */
export const editRoutes: Route[] = [
  get(paths.workEngagementEdit, toMay('run engagements'), (c) =>
    showEdit(c, engagementFields(c.get('engagement'))),
  ),
  post(paths.workEngagementEdit, toMay('run engagements'), save),
]

function showEdit(
  c: Context,
  typed: Typed,
  {
    faults,
    differences,
    engagement = c.get('engagement'),
  }: { faults?: Fault[]; differences?: Difference[]; engagement?: Engagement } = {},
): Promise<Response> {
  const page = (
    <EditEngagementPage
      view={c.get('view')}
      agency={c.get('agency')}
      engagement={engagement}
      typed={typed}
      faults={faults}
      differences={differences}
    />
  )
  return answerPage(c, page, differences ? 409 : faults ? 422 : 200)
}

async function save(c: Context): Promise<Response> {
  const engagement = c.get('engagement')
  const { typed } = await readTyped(c)
  const form = readEngagementForm(engagement, typed, c.get('now'))
  if (form.outcome === 'faulty') return showEdit(c, typed, { faults: said(c, form.problems) })
  const version = Number(/^\d{1,9}$/.exec(typedText(typed, 'version'))?.[0] ?? 0)
  const wish = { engagement, version, changes: form.changes, personId: signedIn(c).id }
  const result = await saveEngagementChanges(c.get('db'), wish, c.get('now'))
  switch (result.outcome) {
    case 'saved':
      return seeOther(
        c,
        paths.workEngagement.to({
          language: c.get('language'),
          agency: c.get('agency').slug,
          engagement: engagement.slug,
        }),
      )
    case 'keyword-taken':
      return showEdit(c, typed, { faults: said(c, [{ field: 'smsKeyword', problem: 'keywordTaken' }]) })
    case 'incomplete': {
      const t = c.get('t')
      const faults = result.missing.map((need) => ({
        field: fieldOfNeed(engagement, need),
        message: t(`engagements.need.${need}`),
      }))
      return showEdit(c, typed, { faults })
    }
    case 'changed-meanwhile':
      return showEdit(
        c,
        { ...typed, version: String(result.current.version) },
        {
          differences: differencesOf(c, typed, result.current),
          engagement: result.current,
        },
      )
  }
}

const plainFields = [
  'languages',
  'contactName',
  'contactAddress',
  'contactPhone',
  'opensOn',
  'closesOn',
  'responseDays',
  'moderation',
  'smsKeyword',
  'doubleEntry',
  'asksStudents',
  'protectedTopics',
  'protectedTopicsChecked',
  'frameworks',
] as const

/** What the other person saved beside what was typed, field by field, with the names that the form gives them. */
function differencesOf(c: Context, typed: Typed, current: Engagement): Difference[] {
  const t = c.get('t')
  const labels = new Map<string, string>()
  for (const field of engagementTexts) {
    for (const language of formLanguages(current)) {
      labels.set(
        textField(field, language),
        `${t(`engagements.edit.label.${field}`)} (${languageNames[language]})`,
      )
    }
  }
  for (const field of plainFields) labels.set(field, t(`engagements.edit.label.${field}`))
  // The form does not send the source language, which is always among the languages.
  const now = {
    ...engagementFields(current),
    languages: current.languages.filter((language) => language !== current.title.source),
  }
  const words = (text: string) => (text === 'yes' ? t('engagements.overview.yes') : text)
  return differingFields(typed, now, [...labels.keys()]).map(({ field, typed: yours, now: theirs }) => ({
    label: labels.get(field) ?? field,
    theirs: words(theirs),
    yours: words(yours),
  }))
}
