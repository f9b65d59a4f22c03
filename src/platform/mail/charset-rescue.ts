/** Whether most of what should be letters with accents, or Arabic, came out as the sign for "unreadable byte". */
export function looksMisread(text: string): boolean {
  const unreadable = countOf(text, /\ufffd/g)
  // One broken character in sound UTF-8 is a cut, not a wrong charset; guessing would spoil all the others.
  return unreadable > 0 && unreadable >= countOf(text, /[\u0080-\ufffc]/g)
}

/**
 * The same mail with another charset written over the one it claims: some programs send 8-bit text and name no charset, or a
 * wrong one. Arabic text has more foreign bytes than Latin letters, Spanish far fewer; that decides between Windows-1256 and Windows-1252.
 */
export function withGuessedCharset(raw: Buffer, misread: string): Buffer {
  const lines = misread
    .split('\n')
    .filter((line) => line.includes('\ufffd'))
    .join('\n')
  const arabic = countOf(lines, /\ufffd/g) > countOf(lines, /[a-z]/gi)
  const charset = arabic ? 'windows-1256' : 'windows-1252'
  const bytes = raw.toString('latin1')
  const bodyStart = /\r?\n\r?\n/.exec(bytes)?.index ?? bytes.length
  const head = bytes.slice(0, bodyStart)
  const typed = /^content-type:/im.test(head) ? '' : `Content-Type: text/plain; charset=${charset}\r\n`
  const headBytes = Buffer.from(head, 'latin1')
  // The first of two charset parameters wins, so the claimed one may stay.
  const claim = (part: string) =>
    part.replace(/^content-type:\s*text\/(?:plain|html)/gim, `$&; charset=${charset}`)
  return Buffer.concat([
    Buffer.from(
      typed +
        claim(isUtf8Bytes(headBytes) ? headBytes.toString() : new TextDecoder(charset).decode(headBytes)),
    ),
    Buffer.from(claim(bytes.slice(bodyStart)), 'latin1'),
  ])
}

function isUtf8Bytes(bytes: Buffer): boolean {
  return !bytes.toString('utf8').includes('\ufffd')
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0
  for (const _ of text.matchAll(pattern)) count++
  return count
}
