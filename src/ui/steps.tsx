import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import type { View } from './view.ts'

/** `open`: can be done at any time, and nothing more is to be said of it. */
export type StepState = 'done' | 'now' | 'next' | 'late' | 'open'
/** `note` says by when or how far, in a few words. */
export type Step = { label: string; state: StepState; href?: string; note?: string }

const icons: Record<Exclude<StepState, 'next' | 'open'>, IconName> = {
  done: 'done',
  now: 'forward',
  late: 'late',
}

/**
 * Where a person is in a row of steps.
 * WCAG 1.3.1: an ordered list, so the number of steps is known. 1.4.1: each state has a mark and a word, not only a
 * colour. 2.4.8: `aria-current="step"` says where you are.
 */
export function Steps({
  view,
  steps,
  label,
  across = false,
}: {
  view: View
  steps: readonly Step[]
  label?: string
  /** In one line where there is room, for the few steps of a form. */
  across?: boolean
}) {
  return (
    <nav class={across ? 'steps steps-across' : 'steps'} aria-label={label ?? view.t('ui.steps.label')}>
      <StepList view={view} steps={steps} />
    </nav>
  )
}

function StepList({ view, steps }: { view: View; steps: readonly Step[] }) {
  return (
    <ol>
      {steps.map((step, index) => {
        const current = step.state === 'now' ? 'step' : undefined
        const inside = (
          <>
            <span class="step-mark">
              {step.state === 'next' || step.state === 'open' ? (
                // The list counts for screen readers; the number is for those who see it.
                <span aria-hidden="true">{index + 1}</span>
              ) : (
                <Icon name={icons[step.state]} mirror={step.state === 'now'} />
              )}
            </span>
            <span class="step-words">
              <span class="step-label">{step.label}</span>{' '}
              {(step.state !== 'open' || step.note) && (
                <span class="step-state">
                  {step.state !== 'open' && view.t(`ui.state.${step.state}`)}
                  {step.state !== 'open' && step.note && ' · '}
                  {step.note}
                </span>
              )}
            </span>
          </>
        )
        return (
          <li class={`step step-${step.state}`}>
            {step.href ? (
              <a href={step.href} aria-current={current}>
                {inside}
              </a>
            ) : (
              <span class="step-still" aria-current={current}>
                {inside}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** "Step 3 of 7: Comments", for headings and for the folded list on phones; empty when no step is under way. */
export function stepPosition(view: View, steps: readonly Step[]): string {
  const index = steps.findIndex((step) => step.state === 'now')
  const step = steps[index]
  return step
    ? view.t('ui.steps.position', { position: index + 1, total: steps.length, name: step.label })
    : ''
}

/**
 * The spine at the side of staff pages. On phones it folds into one line that says the position.
 * It is written twice and shown once, because a `<details>` cannot be opened by a style sheet and the page must work
 * without script; the copy that is not shown is hidden from everyone.
 */
export function StepRail({
  view,
  steps,
  label,
  head,
}: {
  view: View
  steps: readonly Step[]
  label: string
  /** Stands above the steps: what they belong to. */
  head?: Child
}) {
  return (
    <nav class="steps" aria-label={label}>
      {head}
      {steps.length > 0 && (
        <>
          <details class="rail-folded">
            <summary>{stepPosition(view, steps) || label}</summary>
            <StepList view={view} steps={steps} />
          </details>
          <div class="rail-open">
            <StepList view={view} steps={steps} />
          </div>
        </>
      )}
    </nav>
  )
}
