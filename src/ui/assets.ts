import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../platform/root.ts'

export type Asset = { body: string; type: string; etag: string; hash: string }

/** The order matters: later parts may refine earlier ones, and print comes last. */
const styleParts = [
  'tokens',
  'base',
  'layout',
  'forms',
  'content',
  'tables',
  'thread',
  'charts',
  'engagements',
  'coding',
  'comments',
  'conversations',
  'print',
]

/** Takes out comments and needless white space. Keeps every space that can carry meaning, such as those in `calc()`. */
export function minifyStyles(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim()
}

function asset(body: string, type: string): Asset {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
  return { body, type, hash, etag: `"${hash}"` }
}

function readAssets(): Map<string, Asset> {
  const found = new Map<string, Asset>()
  const styles = styleParts.map((part) =>
    readFileSync(join(projectRoot, 'src/ui/styles', `${part}.css`), 'utf8'),
  )
  found.set('longtable.css', asset(minifyStyles(styles.join('\n')), 'text/css; charset=utf-8'))
  const scripts = join(projectRoot, 'build/browser')
  if (!existsSync(scripts)) return found
  for (const name of readdirSync(scripts).filter((file) => file.endsWith('.js'))) {
    found.set(name, asset(readFileSync(join(scripts, name), 'utf8'), 'text/javascript; charset=utf-8'))
  }
  return found
}

/** The style sheet and the browser scripts by name, read once at start; served from `/assets/:hash/:name` for ever. */
export const assets: ReadonlyMap<string, Asset> = readAssets()

/** The address of an asset. It holds the hash of the content, so that browsers may keep it for good. */
export function assetHref(name: string): string {
  const found = assets.get(name)
  if (!found) throw new Error(`No asset ${name}; there are ${[...assets.keys()].join(', ')}`)
  return `/assets/${found.hash}/${name}`
}
