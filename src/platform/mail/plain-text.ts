/**
 * Text as it can be stored and shown: line feeds only, well-formed, without the control characters that PostgreSQL or a page
 * refuses. Direction marks stay, Arabic needs them.
 */
export function plainText(text: string): string {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
  while (lines.length > 0 && lines[0] === '') lines.shift()
  while (lines.length > 0 && lines.at(-1) === '') lines.pop()
  // More than two empty lines in a row say nothing; mail made from HTML is full of them.
  return lines.filter((line, i) => !(line === '' && lines[i - 1] === '' && lines[i - 2] === '')).join('\n')
}

/** A header's text on one line, cut after so many characters. */
export function oneLine(text: string, longest: number): string {
  const line = plainText(text).replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  // A pair of surrogates that was cut in two goes altogether.
  return `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
