import { encode } from 'uqr'
import { escapeXml } from './xml-text.ts'

// ISO/IEC 18004 asks for four light modules on every side.
const quietZone = 4

/**
 * A QR code as an accessible SVG: one path, dark on white whatever the page's colours (scanners need it), named by `label`.
 * `moduleSize` is the printed size of a module in CSS pixels.
 */
export function qrSvg(
  text: string,
  { label, moduleSize = 4 }: { label: string; moduleSize?: number },
): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const side = size + 2 * quietZone
  const name = escapeXml(label)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${name}" viewBox="0 0 ${side} ${side}" ` +
    `width="${side * moduleSize}" height="${side * moduleSize}" shape-rendering="crispEdges">` +
    `<title>${name}</title><path fill="#fff" d="M0 0h${side}v${side}H0z"/>` +
    `<path fill="#000" d="${darkRuns(data)}"/></svg>`
  )
}

/** Whether a QR code can hold this text at medium error correction: 2,331 bytes at most. */
export function fitsQr(text: string): boolean {
  return new TextEncoder().encode(text).length <= 2331
}

function darkRuns(data: boolean[][]): string {
  let path = ''
  for (const [y, row] of data.entries()) {
    let x = 0
    while (x < row.length) {
      if (!row[x]) {
        x += 1
        continue
      }
      const start = x
      while (x < row.length && row[x]) x += 1
      path += `M${start + quietZone} ${y + quietZone}h${x - start}v1h-${x - start}z`
    }
  }
  return path
}
