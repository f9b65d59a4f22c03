import type { View } from '../../ui/components.ts'

/** Shapes around the middle of a square of 20: groups differ by shape as well as by colour (WCAG 1.4.1). */
const shapes = [
  'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z',
  'M3.5 3.5h13v13h-13Z',
  'M10 1 19 10 10 19 1 10Z',
  'M10 2 18.8 17H1.2Z',
  'M10 18 1.2 3h17.6Z',
  'M7 2h6v5h5v6h-5v5H7v-5H2V7h5Z',
] as const

/** The shape of a group; for people in no group a small ring. */
export function shapeOf(position: number | null): string {
  if (position === null) return 'M10 5.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z'
  return shapes[position % shapes.length]!
}

/** The colours repeat after five groups; with the six shapes thirty groups stay apart. */
export function seriesOf(position: number | null): string {
  return position === null ? 'series-none' : `series-${position % 5}`
}

/** The shape of a group beside its name. */
export function GroupMark({ position }: { position: number }) {
  return (
    <svg
      class={`group-mark ${seriesOf(position)}`}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path class="mark" d={shapeOf(position)} />
    </svg>
  )
}

/** A group by mark and name. */
export function GroupName({ view, letter, position }: { view: View; letter: string; position: number }) {
  return (
    <span class="group-name">
      <GroupMark position={position} /> {view.t('opinion-report.group', { letter })}
    </span>
  )
}
