/** The page colour of the light scheme, LOOK's paper: the darkest ground on which a brand colour stands as text. */
const paper = '#FBF8F2'

function channel(part: string): number {
  const value = parseInt(part, 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** Relative luminance of `#rrggbb`, from 0 (black) to 1 (white). WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [red, green, blue] = [hex.slice(1, 3), hex.slice(3, 5), hex.slice(5, 7)].map(channel)
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** Contrast of two `#rrggbb` colours, from 1 to 21. WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

/** `#rgb` or `#rrggbb` in any case, as `#RRGGBB`; undefined for anything else. */
export function parseColor(text: string): string | undefined {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]
  if (!hex) return undefined
  const six = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
  return `#${six.toUpperCase()}`
}

/**
 * Whether an agency's colour can stand in for pine: as text on paper and as a ground under white text.
 * 4.5:1, WCAG 1.4.3. The ratio is rounded down to two places, so that 4.499 never reads as 4.5; 0 when it is no colour.
 */
export function brandContrast(hex: string): { ok: boolean; ratio: number } {
  const color = parseColor(hex)
  if (!color) return { ok: false, ratio: 0 }
  const ratio = Math.floor(Math.min(contrast(color, paper), contrast(color, '#FFFFFF')) * 100) / 100
  return { ok: ratio >= 4.5, ratio }
}

/**
 * The style rule that puts an agency's colour in the place of pine, or undefined when the colour does not pass.
 * Only on light ground: a colour chosen for white paper seldom stands on the dark one.
 */
export function brandRule(hex: string | null | undefined): string | undefined {
  const color = hex ? parseColor(hex) : undefined
  if (!color || !brandContrast(color).ok) return undefined
  return `@media (prefers-color-scheme:light){:root{--pine:${color};--pine-pressed:color-mix(in srgb,${color} 78%,#000)}}`
}
