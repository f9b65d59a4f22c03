import { Notice, Table, type View } from '../../ui/components.ts'

/** A field that two people wrote differently. */
export type Difference = { label: string; theirs: string; yours: string }

/** Two people edited the same thing: both versions side by side, nothing overwritten, and what to do now. */
export function Conflict({ view, differences }: { view: View; differences: readonly Difference[] }) {
  const { t } = view
  return (
    <>
      <Notice view={view} kind="warning" title={t('engagements.conflict.title')} live>
        <p>{t('engagements.conflict.text')}</p>
      </Notice>
      {differences.length > 0 && (
        <Table
          view={view}
          caption={t('engagements.conflict.caption')}
          columns={[
            { label: t('engagements.conflict.field') },
            { label: t('engagements.conflict.theirs') },
            { label: t('engagements.conflict.yours') },
          ]}
          rows={differences.map(({ label, theirs, yours }) => ({
            cells: [label, <Words view={view} text={theirs} />, <Words view={view} text={yours} />],
          }))}
        />
      )}
    </>
  )
}

function Words({ view, text }: { view: View; text: string }) {
  if (text === '') return <span class="unset">{view.t('engagements.conflict.nothing')}</span>
  return (
    <span class="told" dir="auto">
      {text}
    </span>
  )
}
