import { Bidi } from './bidi.tsx'
import { Layout, type LayoutProps } from './layout.tsx'

export type WorkLink = { label: string; href: string; here?: boolean; count?: string }

export type WorkLayoutProps = Omit<
  LayoutProps,
  'width' | 'aside' | 'asideLabel' | 'railHead' | 'railFoot'
> & {
  /** The engagement (or other whole) that this work belongs to; heads the rail. */
  within?: { title: string; href: string; lang?: string }
  /** Pages beside the steps, such as settings, exports, records. */
  tools?: readonly WorkLink[]
  toolsLabel?: string
  /** What the work in the middle rests on; stands at the side, below the work on small screens. */
  evidence?: LayoutProps['aside']
  /** The heading above the evidence. */
  evidenceLabel?: string
}

/**
 * Staff pages: the engagement's steps as the spine in a quiet rail, the work in the middle, its evidence at the side.
 * WCAG 1.3.2: in the source the rail comes first, then the work, then the evidence, in the order of reading.
 * 2.4.5: steps and tools are there on every page, besides links in the text.
 */
export function WorkLayout({
  within,
  tools,
  toolsLabel,
  evidence,
  evidenceLabel,
  ...props
}: WorkLayoutProps) {
  const { view } = props
  const head = within && (
    <p class="rail-head">
      <a href={within.href}>
        <Bidi lang={within.lang}>{within.title}</Bidi>
      </a>
    </p>
  )
  const foot = tools && tools.length > 0 && (
    <nav class="rail-tools" aria-label={toolsLabel ?? view.t('ui.work.tools')}>
      <ul>
        {tools.map((tool) => (
          <li>
            <a href={tool.href} aria-current={tool.here ? 'page' : undefined}>
              {tool.label}
              {tool.count !== undefined && <span class="rail-count">{tool.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
  return (
    <Layout
      {...props}
      width="work"
      aside={evidence}
      asideLabel={evidenceLabel ?? view.t('ui.work.evidence')}
      stepsLabel={props.stepsLabel ?? view.t('ui.work.spine')}
      railHead={head || undefined}
      railFoot={foot || undefined}
    />
  )
}
