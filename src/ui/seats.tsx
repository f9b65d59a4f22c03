import type { View } from './view.ts'

type Shape = { rows: [number, number]; width: number; height: number }

function tableFor(total: number): Shape {
  const above = Math.ceil(total / 2)
  return { rows: [above, total - above], width: Math.max(above, 2) * 16 + 8, height: 40 }
}

/**
 * A long table seen from above: a rounded bar with seats on both sides, the filled ones in sun.
 * Filled seats are also larger and have no gap, so that they differ without colour (WCAG 1.4.1).
 */
export function TableFromAbove({
  filled,
  total,
  class: name,
}: {
  filled: number
  total: number
  class?: string
}) {
  const { rows, width, height } = tableFor(total)
  const seats: { x: number; y: number; taken: boolean }[] = []
  let position = 0
  for (const [row, count] of rows.entries()) {
    for (let i = 0; i < count; i++) {
      const x = width / 2 + (i - (count - 1) / 2) * 16
      seats.push({ x, y: row === 0 ? 5.5 : height - 5.5, taken: position++ < filled })
    }
  }
  return (
    <svg
      class={name}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      <rect class="table-top" x="2" y="13" width={width - 4} height={height - 26} rx="7" />
      {seats.map(({ x, y, taken }) => (
        <circle class={taken ? 'seat seat-filled' : 'seat'} cx={x} cy={y} r={taken ? 4.5 : 3.5} />
      ))}
    </svg>
  )
}

/** More seats than this are told in words only: nobody counts forty circles. */
const drawnSeats = 40

/**
 * How many seats are filled, drawn as a table and told in words.
 * WCAG 1.1.1: the words carry everything; the picture is decoration. 1.4.1: never by colour alone.
 */
export function Seats({
  view,
  filled,
  total,
  label,
  words = 'filled',
}: {
  view: View
  filled: number
  total: number
  /** What the seats stand for, such as a seat category. */
  label?: string
  words?: 'filled' | 'taken'
}) {
  return (
    <p class="seats">
      {total > 0 && total <= drawnSeats && (
        <TableFromAbove class="seats-picture" filled={filled} total={total} />
      )}
      <span>
        {label && (
          <>
            <b>{label}</b>
            <br />
          </>
        )}
        {words === 'filled'
          ? view.t('ui.seats.filled', { filled, total })
          : view.t('ui.seats.taken', { filled, total })}
      </span>
    </p>
  )
}
