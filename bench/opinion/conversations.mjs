// The shared conversations as the program reads them, with their reference figures.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConversation, readLabels } from '../../src/cli/opinion/read-conversation.ts'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/data/opinion')
const names = ['15-per-hour-seattle', 'scoop-hivemind.biodiversity', 'vtaiwan.uberx']

/** Every conversation that is here: its input, its production labels, its reference. */
export function sharedConversations() {
  return names
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => {
      const reading = readConversation(name, folder, true)
      if (reading.outcome === 'faulty') throw new Error(`${reading.file} cannot be read`)
      const { input } = reading.conversation
      const labels = readLabels(join(name, 'participants-votes.csv'), folder, input.matrix.participants)
      if (labels.outcome === 'faulty') throw new Error(`${labels.file} cannot be read`)
      const reference = JSON.parse(readFileSync(join(folder, name, 'reference.json'), 'utf8'))
      return { name, input, labels: labels.labels, reference }
    })
}
