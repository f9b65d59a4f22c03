/** A form that was filled in faster than this was not filled in by a person. */
export const fewestSeconds = 3
/** More links than this in one comment is advertising more often than not. */
export const mostLinks = 4

/** The field that people do not see and programs fill in. */
export const trapField = 'website'
/** The field that holds the moment at which the form was shown, in milliseconds. */
export const openedField = 'opened'

const link = /\bhttps?:\/\/|\bwww\.|\[url[=\]]|<a\s/gi

/**
 * Whether a comment looks like spam. It is then set aside for staff and gets its receipt like any other: a person who was
 * taken for a machine loses nothing. `opened` that cannot be read says nothing, because old browsers and saved pages exist.
 */
export function looksLikeSpam(
  { trap, opened, text }: { trap: string; opened: string; text: string },
  now: Date,
): boolean {
  if (trap.trim() !== '') return true
  const shown = /^\d{10,15}$/.test(opened) ? Number(opened) : undefined
  if (shown !== undefined && shown <= now.getTime() && now.getTime() - shown < fewestSeconds * 1000)
    return true
  return (text.match(link)?.length ?? 0) > mostLinks
}
