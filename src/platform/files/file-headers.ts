/**
 * Headers under which a file that somebody uploaded may be handed out: saved and not shown, its type not guessed, and
 * without any right if a browser shows it all the same.
 */
export function sandboxedFileHeaders(name: string, type: string): Record<string, string> {
  return {
    'Content-Type': /^[\w.+-]+\/[\w.+-]+(; ?charset=[\w-]+)?$/.test(type) ? type : 'application/octet-stream',
    'Content-Disposition': attachment(name),
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-cache',
  }
}

/** A download under this name: an ASCII form for old programs, the true one by RFC 5987 (as RFC 6266 asks). */
export function attachment(name: string): string {
  const safe = safeFileName(name)
  const ascii = safe
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7E]/g, '_')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii.trim() || 'file'}"; filename*=UTF-8''${encoded}`
}

/** A name without folders, control characters and marks that turn the reading direction, which can hide a true ending. */
export function safeFileName(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .trim()
    .replace(/^\.+/, '')
  if (clean === '') return 'file'
  const characters = [...clean]
  if (characters.length <= 120) return clean
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ''
  return characters.slice(0, 120 - ending.length).join('') + ending
}
