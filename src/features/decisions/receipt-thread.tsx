import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import { instantInWords, StatusTag, type ThreadNode, type View } from '../../ui/components.ts'
import { foreignLanguage, InWords } from '../themes/written-fields.tsx'
import type { PublicPlace } from './decided.tsx'
import { endsHere, statusOf } from './disposition.ts'
import type { CommentThread } from './thread.store.ts'

/** A station of a comment's way, with what belongs to it. */
export type ThreadStation = ThreadNode & { detail?: Child }

/** The way of a comment as its receipt shows it: its themes, each decision with the reasons, what was done, and being told. */
export function receiptThread(
  view: View,
  place: PublicPlace,
  { themes, answers, told }: CommentThread,
): ThreadStation[] {
  const short = (at: Date) => instantInWords(view, at, 'short')
  const stations: ThreadStation[] = themes.map((theme) => {
    const title = inLanguage(theme.title, view.language)
    return {
      kind: 'theme',
      label: title.text,
      lang: foreignLanguage(view, title.language),
      href: paths.publicTheme.to({ ...place, theme: theme.id }),
      state: answers.some((answer) => answer.theme.id === theme.id) ? 'reached' : 'now',
    }
  })
  for (const group of Map.groupBy(answers, (answer) => answer.decision.id).values()) {
    const { decision } = group[0]!
    const question = inLanguage(decision.question, view.language)
    stations.push({
      kind: 'decision',
      label: question.text,
      lang: foreignLanguage(view, question.language),
      href: paths.decision.to({ ...place, decision: decision.id }),
      state: group.every((answer) => endsHere(answer.disposition)) ? 'stopped' : 'reached',
      when: decision.publishedAt ? short(decision.publishedAt) : undefined,
      detail: <Answers view={view} place={place} group={group} />,
    })
    for (const { disposition, theme } of group) {
      if (disposition.followUp === null || disposition.followedUpAt === null) continue
      stations.push({
        kind: 'action',
        label: inLanguage(theme.title, view.language).text,
        lang: foreignLanguage(view, inLanguage(theme.title, view.language).language),
        state: disposition.followUp === 'done' ? 'reached' : 'stopped',
        when: short(disposition.followedUpAt),
        detail: (
          <p>
            <strong>{view.t(`decisions.followUp.${disposition.followUp}`)}</strong>:{' '}
            <InWords view={view} text={disposition.followUpNote} />
          </p>
        ),
      })
    }
  }
  const last = told.at(-1)
  if (last) {
    stations.push({
      kind: 'told',
      label: view.t(`decisions.toldBy.${last.channel}`),
      state: 'reached',
      when: short(last.at),
    })
  }
  return stations
}

/** What one decision says about themes: the result, and for each theme the outcome with its reason. */
export function Answers({
  view,
  place,
  group,
}: {
  view: View
  place: PublicPlace
  group: CommentThread['answers']
}) {
  const { decision } = group[0]!
  return (
    <>
      <p>
        <strong>{view.t('decisions.decided')}</strong> <InWords view={view} text={decision.result} />
      </p>
      {group.map(({ theme, disposition }) => (
        <div class="outcome">
          <p>
            <InWords view={view} text={theme.title} />{' '}
            {disposition.outcome && <StatusTag view={view} status={statusOf[disposition.outcome]} />}
          </p>
          <p>
            <strong>{view.t('decisions.why')}</strong> <InWords view={view} text={disposition.reason} />
          </p>
        </div>
      ))}
      <p>
        <a href={paths.decision.to({ ...place, decision: decision.id })}>{view.t('decisions.readAll')}</a>
      </p>
    </>
  )
}
