import type { View } from './view.ts'

export type ThreadKind =
  | 'comment'
  | 'statement'
  | 'gap'
  | 'theme'
  | 'cause'
  | 'strategy'
  | 'action'
  | 'measure'
  | 'decision'
  | 'told'
export type ThreadNode = {
  kind: ThreadKind
  /** What it is called, such as the theme's name; without it only the kind stands there. */
  label?: string
  lang?: string
  href?: string
  /** `stopped`: the way ends here, for instance with a point that was not adopted. */
  state: 'reached' | 'now' | 'ahead' | 'stopped'
  /** A short date. */
  when?: string
}

/** The thread as one line of text, for mail, paper and the text version on screen. */
export function threadInWords(view: View, nodes: readonly ThreadNode[]): string {
  return nodes
    .map((node) => {
      const kind = view.t(`ui.thread.kind.${node.kind}`)
      const state = view.t(`ui.thread.state.${node.state}`)
      const when = node.when ? `${state} (${node.when})` : state
      return node.label
        ? view.t('ui.thread.node', { kind, label: node.label, state: when })
        : `${kind}: ${when}`
    })
    .join(view.dir === 'rtl' ? ' ← ' : ' → ')
}

/**
 * The way of what was said, from the comment to what came of it, drawn the same everywhere: small labelled nodes on one
 * line, each a link, the one that it has reached filled.
 * WCAG 1.3.1: an ordered list. 1.4.1: state in words besides fill and shape. 1.4.10: upright on small screens.
 * 2.5.8: each link is at least 44 px high. 1.1.1: the text version says the same in one sentence.
 */
export function Thread({ view, nodes, label }: { view: View; nodes: readonly ThreadNode[]; label?: string }) {
  return (
    <div class={nodes.length > 5 ? 'thread thread-long' : 'thread thread-short'}>
      <nav aria-label={label ?? view.t('ui.thread.label')}>
        <ol>
          {nodes.map((node) => (
            <li class={`node node-${node.state} node-${node.kind}`}>
              <ThreadLink view={view} node={node} />
            </li>
          ))}
        </ol>
      </nav>
      <details class="thread-words">
        <summary>{view.t('ui.thread.words')}</summary>
        <p>{threadInWords(view, nodes)}</p>
      </details>
    </div>
  )
}

function ThreadLink({ view, node }: { view: View; node: ThreadNode }) {
  const inside = (
    <>
      <span class="node-kind">{view.t(`ui.thread.kind.${node.kind}`)}</span>{' '}
      {node.label && (
        <span class="node-label" lang={node.lang} dir="auto">
          {node.label}
        </span>
      )}{' '}
      <span class="node-state">
        {view.t(`ui.thread.state.${node.state}`)}
        {node.when && <> · {node.when}</>}
      </span>
    </>
  )
  const current = node.state === 'now' ? 'step' : undefined
  return node.href ? (
    <a href={node.href} aria-current={current}>
      {inside}
    </a>
  ) : (
    <span class="node-still" aria-current={current}>
      {inside}
    </span>
  )
}
