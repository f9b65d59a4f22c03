import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

function findRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`No package.json above ${import.meta.dirname}`)
    folder = parent
  }
  return folder
}

/** The folder that holds package.json, migrations and locales; the same from the sources and from the bundle. */
export const projectRoot = findRoot()
