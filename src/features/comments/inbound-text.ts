/** A text message as the gateway hands it over. */
export type InboundText = { from: string; body: string; id: string; media: number }

/** The part of a text behind its first word, when that word is one of these keywords; case and signs around it do not matter. */
export function afterKeyword(
  body: string,
  keywords: readonly string[],
): { keyword: string; rest: string } | undefined {
  const found = /^[\s"'“”¿¡(]*([\p{L}\p{N}_-]+)[\s"'“”:.,;!?)–—-]*/u.exec(body)
  if (!found) return undefined
  const word = plainKeyword(found[1]!)
  const keyword = keywords.find((one) => one !== '' && plainKeyword(one) === word)
  return keyword === undefined ? undefined : { keyword, rest: body.slice(found[0].length).trim() }
}

/** A keyword as it is compared: without case and accents, because phones correct both. */
export function plainKeyword(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
