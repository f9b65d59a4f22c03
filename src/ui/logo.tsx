/**
 * The mark: a long table from above with seats around it, one of them filled in sun.
 * WCAG 1.1.1: beside it stands the name in text, so the drawing itself is hidden.
 */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 48 32" width="48" height="32" aria-hidden="true" focusable="false">
      <rect class="table-top" x="3" y="11" width="42" height="10" rx="5" />
      <circle class="seat" cx="12" cy="5" r="3" />
      <circle class="seat" cx="24" cy="5" r="3" />
      <circle class="seat seat-filled" cx="36" cy="5" r="4" />
      <circle class="seat" cx="12" cy="27" r="3" />
      <circle class="seat" cx="24" cy="27" r="3" />
      <circle class="seat" cx="36" cy="27" r="3" />
    </svg>
  )
}
