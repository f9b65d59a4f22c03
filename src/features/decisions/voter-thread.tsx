import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import { Heading, instantInWords, Thread, type ThreadNode, type View } from '../../ui/components.ts'
import type { VoteValue } from '../conversations/voter.ts'
import { foreignLanguage, InWords } from '../themes/written-fields.tsx'
import type { PublicPlace } from './decided.tsx'
import { endsHere } from './disposition.ts'
import { Answers } from './receipt-thread.tsx'
import type { VoterThread } from './voter-thread.store.ts'

const voteWords = { '1': 'agree', '-1': 'disagree', '0': 'pass' } as const satisfies Record<
  `${VoteValue}`,
  string
>

/** What came of what someone voted on or wrote: theme by theme their statements, the decision with its reason, and being told. */
export function VoterWay({ view, place, thread }: { view: View; place: PublicPlace; thread: VoterThread }) {
  const { t } = view
  return (
    <section>
      <Heading level={2}>{t('opinion-thread.way.title')}</Heading>
      <p>{t(thread.length === 0 ? 'opinion-thread.way.nothing' : 'opinion-thread.way.lead')}</p>
      {thread.map((part) => {
        const title = inLanguage(part.theme.title, view.language)
        const decisions = Map.groupBy(part.answers, (answer) => answer.decision.id)
        return (
          <section class="station">
            <Heading level={3} lang={foreignLanguage(view, title.language)}>
              {title.text}
            </Heading>
            <Thread view={view} nodes={wayOfVotes(view, place, part)} label={title.text} />
            <ul>
              {part.statements.map((one) => (
                <li>
                  <InWords view={view} text={one.words} />{' '}
                  <span class="hint">
                    {[
                      ...(one.isOwn ? [t('opinion-thread.way.wrote')] : []),
                      ...(one.value === null
                        ? []
                        : [
                            t('opinion-thread.way.voted', {
                              vote: t(`opinion-thread.way.votes.${voteWords[`${one.value}`]}`),
                            }),
                          ]),
                    ].join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            {[...decisions.values()].map((group) => (
              <Answers
                view={view}
                place={place}
                group={group.map((answer) => ({ ...answer, theme: part.theme }))}
              />
            ))}
          </section>
        )
      })}
    </section>
  )
}

/** The stations of one theme: the statement, the theme, what was decided and done, and when its voter was told. */
export function wayOfVotes(view: View, place: PublicPlace, part: VoterThread[number]): ThreadNode[] {
  const { t } = view
  const short = (at: Date) => instantInWords(view, at, 'short')
  const title = inLanguage(part.theme.title, view.language)
  const first = part.statements[0]
  const nodes: ThreadNode[] = [
    {
      kind: 'statement',
      label: part.statements.map((one) => t('opinion-thread.number', { number: one.number })).join(', '),
      state: 'reached',
      when: first && short(first.takenAt),
    },
    {
      kind: 'theme',
      label: title.text,
      lang: foreignLanguage(view, title.language),
      href: paths.publicTheme.to({ ...place, theme: part.theme.id }),
      state: part.answers.length > 0 ? 'reached' : 'now',
    },
  ]
  for (const { decision, disposition } of part.answers) {
    const question = inLanguage(decision.question, view.language)
    nodes.push({
      kind: 'decision',
      label: question.text,
      lang: foreignLanguage(view, question.language),
      href: paths.decision.to({ ...place, decision: decision.id }),
      state: endsHere(disposition) ? 'stopped' : 'reached',
      when: decision.publishedAt ? short(decision.publishedAt) : undefined,
    })
    if (disposition.followUp === null || disposition.followedUpAt === null) continue
    nodes.push({
      kind: 'action',
      label: t(`decisions.followUp.${disposition.followUp}`),
      state: disposition.followUp === 'done' ? 'reached' : 'stopped',
      when: short(disposition.followedUpAt),
    })
  }
  if (part.answers.length === 0) nodes.push({ kind: 'decision', state: 'ahead' })
  const last = part.told.at(-1)
  nodes.push(
    last
      ? {
          kind: 'told',
          label: t(`opinion-thread.way.toldBy.${last.channel}`),
          state: 'reached',
          when: short(last.toldAt),
        }
      : { kind: 'told', state: 'ahead' },
  )
  return nodes
}
