import { wilsonInterval } from '../../analysis/numbers/wilson-interval.ts'
import type { Direction } from '../../analysis/opinion/bridging.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import { numberInWords, type View } from '../../ui/components.ts'
import { GroupName } from './group-mark.tsx'
import type { OpinionReport, ReportStatement, Share } from './opinion-report.ts'

/** A share in whole percent, as the reader writes it. */
export function percent(view: Pick<View, 'language'>, share: number): string {
  return numberInWords(view, share, { style: 'percent', maximumFractionDigits: 0 })
}

/** A bound in percent, rounded down, so that "more than" stays true. */
export function percentDown(view: Pick<View, 'language'>, share: number): string {
  return percent(view, Math.floor(share * 100 + 1e-9) / 100)
}

/** A statement's words with its number and whose they are, so that nobody takes a neighbour's words for the agency's. */
export function StatementWords({
  view,
  statement,
  quiet = false,
  note,
}: {
  view: View
  statement: ReportStatement
  /** Without its origin, where that stands nearby. */
  quiet?: boolean
  /** A few words beside its number. */
  note?: string
}) {
  const { text, language } = inLanguage(statement.words, view.language)
  return (
    <div class="statement-words">
      <q lang={language === view.language ? undefined : language} dir="auto">
        {text}
      </q>{' '}
      <small>
        <a href={`#s${statement.number}`}>
          {view.t('opinion-report.statement', { number: statement.number })}
        </a>
        {note && ` · ${note}`}
        {!quiet && statement.origin && ` · ${view.t(`opinion-report.origin.${statement.origin}`)}`}
      </small>
    </div>
  )
}

/** The pattern of disagreement, once per page. */
export function VotePatterns() {
  return (
    <svg class="chart-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="votes-against"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="votes-ground" width="6" height="6" />
          <path class="votes-line" d="M1.5 0v6" />
        </pattern>
      </defs>
    </svg>
  )
}

/** What the parts of the bars are; stands once above them. */
export function VoteKey({ view }: { view: View }) {
  const { t } = view
  const part = (name: 'agree' | 'pass' | 'disagree') => (
    <li>
      <svg width="28" height="14" aria-hidden="true" focusable="false">
        <VotePart kind={name} x="1" width="26" height={12} />
      </svg>{' '}
      {t(`opinion-report.bar.${name}`)}
    </li>
  )
  return (
    <ul class="votes-key">
      {part('agree')}
      {part('pass')}
      {part('disagree')}
    </ul>
  )
}

function VotePart({
  kind,
  x,
  width,
  height = 18,
}: {
  kind: 'agree' | 'pass' | 'disagree'
  x: string
  width: string
  height?: number
}) {
  return (
    <rect
      class={`votes-${kind}`}
      x={x}
      y="1"
      width={width}
      height={height}
      fill={kind === 'disagree' ? 'url(#votes-against)' : undefined}
    />
  )
}

/**
 * How each group voted on a statement: its name, a bar of agree, pass and disagree with the interval of the share that
 * agrees, and the figures in words. The figures are text, so the bars are decoration (WCAG 1.1.1).
 */
export function VoteBars({
  view,
  report,
  statement,
  direction = 'agree',
}: {
  view: View
  report: OpinionReport
  statement: ReportStatement
  /** The share whose interval is drawn. */
  direction?: Direction
}) {
  const grouped = report.groups.length > 0
  const shares = grouped ? statement.groups : [statement.all]
  return (
    <ul class="votes">
      {shares.map((share, g) => (
        <li>
          <span class="votes-who">
            {grouped ? (
              <GroupName view={view} letter={report.groups[g]!.letter} position={g} />
            ) : (
              view.t('opinion-report.everyone')
            )}
          </span>
          <VoteBar share={share} rtl={view.dir === 'rtl'} direction={direction} />
          <span class="votes-figures">
            <ShareInWords view={view} share={share} direction={direction} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** "84% agree · 6% pass · 10% disagree · 120 votes" */
export function ShareInWords({
  view,
  share,
  direction = 'agree',
}: {
  view: View
  share: Share
  /** The share that is set in bold. */
  direction?: Direction
}) {
  const { t } = view
  if (share === null) return <span class="suppressed">{t('opinion-report.fewVotes')}</span>
  const of = (count: number) => percent(view, count / share.seen)
  const agree = t('opinion-report.percentAgree', { share: of(share.agree) })
  const disagree = t('opinion-report.percentDisagree', { share: of(share.disagree) })
  return (
    <>
      {direction === 'agree' ? <b>{agree}</b> : agree}
      {' · '}
      {t('opinion-report.percentPass', { share: of(share.pass) })}
      {' · '}
      {direction === 'disagree' ? <b>{disagree}</b> : disagree}
      <small> · {t('opinion-report.ofVotes', { votes: share.seen })}</small>
    </>
  )
}

const inPercent = (share: number) => `${(share * 100).toFixed(1)}%`

function VoteBar({ share, rtl, direction }: { share: Share; rtl: boolean; direction: Direction }) {
  if (share === null)
    return (
      <svg class="votes-bar" width="100%" height="20" aria-hidden="true" focusable="false">
        <rect class="bar-hidden" x="0.5" y="1.5" width="99%" height="17" fill="none" />
      </svg>
    )
  const [agree, pass] = [share.agree / share.seen, share.pass / share.seen]
  const disagree = Math.max(0, 1 - agree - pass)
  // In a right-to-left page the bars grow from the right.
  const at = (from: number, width: number) => inPercent(rtl ? 1 - from - width : from)
  const { low, high } = wilsonInterval(share[direction], share.seen)!
  // Disagreement is measured from the other end.
  const [from, to] = direction === 'agree' ? [at(low, 0), at(high, 0)] : [at(1 - high, 0), at(1 - low, 0)]
  return (
    <svg class="votes-bar" width="100%" height="20" aria-hidden="true" focusable="false">
      <VotePart kind="agree" x={at(0, agree)} width={inPercent(agree)} />
      <VotePart kind="pass" x={at(agree, pass)} width={inPercent(pass)} />
      <VotePart kind="disagree" x={at(agree + pass, disagree)} width={inPercent(disagree)} />
      <line class="votes-half" x1="50%" x2="50%" y1="-3" y2="1" />
      <line class="votes-half" x1="50%" x2="50%" y1="19" y2="23" />
      <line class="votes-sure-ground" x1={from} x2={to} y1="10" y2="10" />
      <line class="votes-sure" x1={from} x2={to} y1="10" y2="10" />
      <line class="votes-sure" x1={from} x2={from} y1="6" y2="14" />
      <line class="votes-sure" x1={to} x2={to} y1="6" y2="14" />
    </svg>
  )
}
