import { paths } from '../../paths.ts'
import { inLanguage, nothingWritten } from '../../platform/i18n/written.ts'
import { type Typed } from '../../platform/http/typed.ts'
import {
  Button,
  Buttons,
  Card,
  Cards,
  EmptyState,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  PageHead,
  StatusTag,
  Tag,
  Tags,
  WorkLayout,
} from '../../ui/components.ts'
import { workPlace, type WorkPageProps } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { Theme, ThemeTally } from './theme.ts'
import { WrittenFields } from './written-fields.tsx'

type ThemesProps = WorkPageProps & {
  rows: readonly { theme: Theme; comments: number; tally: ThemeTally | undefined; codes: number }[]
  /** Codes that are used and belong to no theme yet. */
  loose: readonly string[]
  mayWrite: boolean
  typed?: Typed
  faults?: readonly Fault[]
}

/** What the comments have in common, as far as staff have found it. */
export function ThemesPage(props: ThemesProps) {
  const { view, agency, engagement, rows, loose, mayWrite, typed, faults } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  return (
    <WorkLayout
      view={view}
      title={t('themes.list.title')}
      {...workFrame(view, agency, engagement, 'themes')}
      faulty={faults !== undefined}
    >
      <ErrorSummary view={view} faults={faults} />
      <PageHead title={t('themes.list.title')} lead={t('themes.list.lead')} />
      {rows.length === 0 ? (
        <EmptyState title={t('themes.list.empty')} why={t('themes.list.emptyWhy')} />
      ) : (
        <Cards>
          {rows.map(({ theme, comments, tally, codes }) => {
            const title = inLanguage(theme.title, view.language)
            return (
              <Card
                level={2}
                title={title.text}
                lang={title.language === view.language ? undefined : title.language}
                href={paths.workTheme.to({ ...place, theme: theme.id })}
                above={
                  <Tags>
                    {[
                      <StatusTag view={view} status={theme.publishedAt ? 'published' : 'draft'} />,
                      ...(theme.isMinority ? [<Tag tone="sun">{t('themes.minority')}</Tag>] : []),
                    ]}
                  </Tags>
                }
              >
                <p>{t('themes.list.counts', { comments, codes })}</p>
                {tally && tally.for + tally.against > 0 && (
                  <p class="hint">{t('themes.list.stances', { for: tally.for, against: tally.against })}</p>
                )}
              </Card>
            )
          })}
        </Cards>
      )}
      {loose.length > 0 && (
        <>
          <Heading level={2}>{t('themes.list.loose')}</Heading>
          <p>{t('themes.list.looseText')}</p>
          <Tags>
            {loose.map((name) => (
              <Tag>{name}</Tag>
            ))}
          </Tags>
        </>
      )}
      {mayWrite && (
        <>
          <Heading level={2}>{t('themes.list.add')}</Heading>
          <Form view={view} action={paths.workThemes.to(place)} label={t('themes.list.add')}>
            <WrittenFields
              view={view}
              name="title"
              label={t('themes.theme.titleField')}
              hint={t('themes.theme.titleHint')}
              written={{ ...nothingWritten, source: engagement.title.source }}
              languages={engagement.languages}
              typed={typed ?? {}}
              faults={faults}
              required
            />
            <Buttons>
              <Button>{t('themes.list.addIt')}</Button>
            </Buttons>
          </Form>
        </>
      )}
    </WorkLayout>
  )
}
