/** How far a worksheet reaches, and its XML without cells and rows that hold nothing. */
export type SheetExtent = { xml: string; rows: number; columns: number }

const attributes = String.raw`(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*`
const emptyCells = new RegExp(String.raw`<(?:\w+:)?c${attributes}/>`, 'g')
const emptyRows = new RegExp(String.raw`<(?:\w+:)?row${attributes}(?:/>|>\s*</(?:\w+:)?row\s*>)`, 'g')
const rowOrCell = new RegExp(String.raw`<(?:\w+:)?(row|c)(?=[\s/>])(${attributes})/?>`, 'g')
const anyRowOrCell = /<(?:\w+:)?(?:row|c)(?=[\s/>])/g

/**
 * Measures a worksheet before a library builds it as a grid: two cells in far corners would otherwise ask for
 * seventeen thousand million cells. Undefined when the XML is not what spreadsheet programs write.
 */
export function sheetExtent(source: string): SheetExtent | undefined {
  const xml = source.replace(emptyCells, '').replace(emptyRows, '')
  let row = 0
  let column = 0
  let rows = 0
  let columns = 0
  let seen = 0
  for (const [, kind, tagAttributes] of xml.matchAll(rowOrCell)) {
    seen += 1
    const place = /\sr\s*=\s*["']([^"']*)["']/.exec(tagAttributes ?? '')?.[1]
    if (kind === 'row') {
      if (place !== undefined && !/^\d{1,7}$/.test(place)) return undefined
      row = place === undefined ? row + 1 : Number(place)
      column = 0
    } else {
      const address = place === undefined ? undefined : /^([A-Z]{1,3})(\d{1,7})$/.exec(place)
      if (address === null) return undefined
      column = address ? columnNumber(address[1] ?? '') : column + 1
      if (address) row = Math.max(row, Number(address[2]))
    }
    rows = Math.max(rows, row)
    columns = Math.max(columns, column)
  }
  // A tag that only a lenient parser understands would escape the measuring.
  if (seen !== (xml.match(anyRowOrCell)?.length ?? 0)) return undefined
  return { xml, rows, columns }
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
