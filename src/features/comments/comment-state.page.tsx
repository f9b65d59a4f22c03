import type { Status, View } from '../../ui/components.ts'
import { dayInWords, StatusTag, Tag } from '../../ui/components.ts'
import type { CommentState } from './comment.ts'
import type { promiseOf } from './comment-list.ts'
import { sayOneOf } from './say-one-of.ts'

const looks: Record<CommentState, Status> = {
  waiting: 'next',
  published: 'published',
  held: 'held',
  spam: 'closed',
  withdrawn: 'withdrawn',
  erased: 'withdrawn',
}

/** In which state a comment is, for staff. */
export function StateTag({ view, state }: { view: View; state: CommentState }) {
  return <StatusTag view={view} status={looks[state]} label={view.t(`comments-staff.state.${state}`)} />
}

/** How a comment stands with the response promise: answered, by when, or late. Nothing for what needs no answer. */
export function PromiseTag({ view, promise }: { view: View; promise: ReturnType<typeof promiseOf> }) {
  if (!promise) return null
  const day = dayInWords(view, promise.due, 'short')
  const words = sayOneOf(view.t, `comments-staff.clock.${promise.clock}`, { day })
  if (promise.clock === 'late') {
    // The tag does not break; the day beside it may, or the list would not fit a phone.
    return (
      <>
        <StatusTag view={view} status="late" /> {words}
      </>
    )
  }
  return promise.clock === 'running' ? (
    <Tag>{words}</Tag>
  ) : (
    <StatusTag view={view} status="done" label={words} />
  )
}
