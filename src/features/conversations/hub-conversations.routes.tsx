import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import type { ShowConversations } from '../engagements/show-conversations.ts'
import { countConversations } from './conversation-count.store.ts'
import { nothingCounted } from './conversation-counts.ts'
import { openFirst } from './conversation.ts'
import { listConversations } from './conversation.store.ts'
import { HubConversations } from './conversations.page.tsx'

/** As many as the hub shows; the rest is one click away. */
const mostOnHub = 2

/** The conversations of an engagement on its hub, those first in which one can vote. */
export const showHubConversations: ShowConversations = async (c): Promise<Child> => {
  const [db, agency, engagement, view] = [c.get('db'), c.get('agency'), c.get('engagement'), c.get('view')]
  const listed = await listConversations(db, agency.id, engagement.id)
  if (listed.length === 0) return null
  const shown = openFirst(listed).slice(0, mostOnHub)
  const counts = await countConversations(
    db,
    agency.id,
    shown.map((conversation) => conversation.id),
  )
  const place = { language: view.language, agency: agency.slug, engagement: engagement.slug }
  return (
    <HubConversations
      view={view}
      agency={agency}
      engagement={engagement}
      conversations={shown.map((conversation) => ({
        conversation,
        counts: counts.get(conversation.id) ?? nothingCounted,
      }))}
      all={listed.length > shown.length ? paths.conversations.to(place) : undefined}
    />
  )
}
