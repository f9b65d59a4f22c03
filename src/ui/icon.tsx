/** One weight, 24 units square, drawn with round ends. */
const drawings = {
  info: 'M12 11v6M12 7.2v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  done: 'm5 12.5 4.6 4.6L19.2 7',
  warning:
    'M12 9.5v4.5M12 17.2v.1M10.5 4.3 2.9 17.6A1.7 1.7 0 0 0 4.4 20h15.2a1.7 1.7 0 0 0 1.5-2.4L13.5 4.3a1.7 1.7 0 0 0-3 0Z',
  error: 'M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2L8.2 3ZM12 7.5v5.5M12 16.4v.1',
  late: 'M12 7v5.2l3.4 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  next: 'M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z',
  stop: 'M6 6l12 12M18 6 6 18',
  forward: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5a7.5 7.5 0 0 1 15 0',
  feed: 'M5 11a8 8 0 0 1 8 8M5 5a14 14 0 0 1 14 14M6 18.4v.1',
  edit: 'M4 20l1-4.5L16.2 4.3a2 2 0 0 1 2.8 0l.7.7a2 2 0 0 1 0 2.8L8.5 19 4 20Z',
  pause: 'M9 6v12M15 6v12',
  speak: 'M4 5.5h16v10.5h-8.5L7 20v-4H4V5.5Z',
} as const

export type IconName = keyof typeof drawings

/**
 * A small drawing that always stands beside a word, so it is hidden from assistive technology.
 * WCAG 1.1.1: decoration is ignored. 1.4.11: drawn in the text's own colour, so at least 3:1 with the ground.
 */
export function Icon({ name, mirror }: { name: IconName; mirror?: boolean }) {
  return (
    <svg
      class={mirror ? 'icon icon-mirror' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
