import { paths } from '../../paths.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  DateTime,
  Details,
  EmptyState,
  Form,
  Notice,
  PageHead,
  Pagination,
  Select,
  Table,
  Tag,
  Tags,
  TextField,
  WorkLayout,
} from '../../ui/components.ts'
import { workFrame } from '../engagements/work-frame.ts'
import { type Comment, channels, type CommentState, commentStates } from './comment.ts'
import { firstWords, isNarrowed, type ListWish, promiseFilters, promiseOf } from './comment-list.ts'
import { PromiseTag, StateTag } from './comment-state.page.tsx'
import { languageName } from './public-comments.page.tsx'
import type { Question } from './question.ts'
import { dayIn } from './response-promise.ts'
import { workPlace, type WorkPageProps } from './work-place.ts'
import { langOf } from './written-text.page.tsx'

/** A line of the list: the comment and its first words; without own words, what was chosen. */
export type ListedComment = { comment: Comment; words: string; inOwnWords: boolean }

export type WorkCommentsPageProps = WorkPageProps & {
  wish: ListWish
  comments: readonly ListedComment[]
  counts: Readonly<Record<CommentState, number>>
  found: number
  late: number
  questions: readonly Question[]
  languages: readonly { language: string; count: number }[]
  next?: string
  first?: string
  may: { enter: boolean; bringIn: boolean; takeOut: boolean }
}

/** Every comment of an engagement, whatever way it came, narrowed as staff wish. */
export function WorkCommentsPage(props: WorkCommentsPageProps) {
  const { view, agency, engagement, wish, comments, counts, next, first } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const total = commentStates.reduce((sum, state) => sum + counts[state], 0)
  const today = dayIn(agency.timeZone, view.now)
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'comments')}
      view={view}
      title={t('comments-staff.list.title')}
    >
      <PageHead
        title={t('comments-staff.list.title')}
        lead={t('comments-staff.list.lead', { count: total })}
      />
      {props.late > 0 && (
        <Notice view={view} kind="warning" title={t('comments-staff.list.late', { count: props.late })}>
          <p>
            <a href={paths.workComments.to(place, { promise: 'late' })}>
              {t('comments-staff.list.showLate')}
            </a>
          </p>
        </Notice>
      )}
      <Tags>
        {commentStates.map((state) => (
          <Tag href={paths.workComments.to(place, { state })} tone={wish.state === state ? 'pine' : 'plain'}>
            {t('comments-staff.list.stateCount', {
              state: t(`comments-staff.state.${state}`),
              count: counts[state],
            })}
          </Tag>
        ))}
      </Tags>
      <WaysIn {...props} />
      {total > 0 && <Filters {...props} />}
      {isNarrowed(wish) && <p role="status">{t('comments-staff.list.found', { count: props.found })}</p>}
      {total === 0 ? (
        <EmptyState
          title={t('comments-staff.list.empty')}
          why={t('comments-staff.list.emptyWhy')}
          act={{ label: t('comments-staff.list.openForm'), href: paths.comment.to(place) }}
        />
      ) : (
        <Table
          view={view}
          caption={t('comments-staff.list.title')}
          captionHidden
          empty={t('comments-staff.list.nothingFits')}
          columns={[
            { label: t('comments-staff.list.comment') },
            { label: t('comments-staff.list.received') },
            { label: t('comments-staff.list.channel') },
            { label: t('comments-staff.list.stateColumn') },
            { label: t('comments-staff.list.promise') },
          ]}
          rows={comments.map(({ comment, words, inOwnWords }) => ({
            key: `comment-${comment.id}`,
            cells: [
              <>
                <a
                  href={paths.workComment.to({ ...place, comment: comment.id })}
                  lang={inOwnWords ? langOf(view, comment.language) : undefined}
                  dir="auto"
                >
                  {firstWords(words) || t('comments-staff.list.noWords')}
                </a>
                {comment.duplicateOf !== null && (
                  <small class="hint"> {t('comments-staff.list.duplicate')}</small>
                )}
              </>,
              <DateTime view={view} at={comment.receivedAt} style="short" />,
              <>
                {t(`comments.channel.${comment.channel}`)}
                {comment.language !== view.language && (
                  <>
                    {' '}
                    · <Bidi>{languageName(view, comment.language)}</Bidi>
                  </>
                )}
              </>,
              <StateTag view={view} state={comment.state} />,
              <PromiseTag
                view={view}
                promise={promiseOf(
                  {
                    receivedDay: dayIn(agency.timeZone, comment.receivedAt),
                    answeredDay: comment.answeredAt && dayIn(agency.timeZone, comment.answeredAt),
                    state: comment.state,
                  },
                  engagement.responseDays,
                  today,
                )}
              />,
            ],
          }))}
        />
      )}
      <Pagination view={view} previous={first} next={next} />
    </WorkLayout>
  )
}

/** The other channels, and the ways out. */
function WaysIn({ view, agency, engagement, may }: WorkCommentsPageProps) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  return (
    <>
      <Buttons>
        {may.enter && (
          <ButtonLink href={paths.workCommentEnter.to(place)} icon="edit">
            {t('comments-staff.enter.link')}
          </ButtonLink>
        )}
        {may.bringIn && (
          <ButtonLink kind="quiet" href={paths.workImport.to(place)}>
            {t('comments-staff.import.link')}
          </ButtonLink>
        )}
        {may.enter && (
          <ButtonLink kind="quiet" href={paths.workPaperForm.to(place)}>
            {t('comments-staff.paper.formLink')}
          </ButtonLink>
        )}
        {may.enter && engagement.doubleEntry && (
          <ButtonLink kind="quiet" href={paths.workPaperEntries.to(place)}>
            {t('comments-staff.paper.entriesLink')}
          </ButtonLink>
        )}
      </Buttons>
      <Details summary={t('comments-staff.list.out')}>
        <ul>
          {may.takeOut && (
            <>
              <li>
                <a href={paths.workCommentsXlsx.to(place)}>{t('comments-staff.list.xlsx')}</a>
              </li>
              <li>
                <a href={paths.workCommentsCsv.to(place)}>{t('comments-staff.list.csv')}</a>
              </li>
              <li>
                <a href={paths.workCommentsCsv.to(place, { dictionary: 1 })}>
                  {t('comments-staff.list.dictionary')}
                </a>
              </li>
            </>
          )}
          <li>
            <a href={paths.moderationLog.to(place)}>{t('comments-staff.list.log')}</a>
          </li>
          <li>
            <a href={paths.comments.to(place)}>{t('comments-staff.list.public')}</a>
          </li>
        </ul>
      </Details>
    </>
  )
}

function Filters({ view, agency, engagement, wish, questions, languages }: WorkCommentsPageProps) {
  const { t } = view
  const action = paths.workComments.to(workPlace(view, agency, engagement))
  return (
    <Details summary={t('comments-staff.list.filter')} open={isNarrowed(wish)}>
      <Form view={view} method="get" action={action} label={t('comments-staff.list.filter')}>
        <TextField
          view={view}
          name="search"
          label={t('comments-staff.list.search')}
          type="search"
          value={wish.search}
        />
        <Select
          view={view}
          name="state"
          label={t('comments-staff.list.stateColumn')}
          value={wish.state}
          options={commentStates.map((value) => ({ value, label: t(`comments-staff.state.${value}`) }))}
        />
        <Select
          view={view}
          name="promise"
          label={t('comments-staff.list.promise')}
          value={wish.promise}
          options={promiseFilters.map((value) => ({ value, label: t(`comments-staff.promise.${value}`) }))}
        />
        <Select
          view={view}
          name="channel"
          label={t('comments-staff.list.channel')}
          value={wish.channel}
          options={channels.map((value) => ({ value, label: t(`comments.channel.${value}`) }))}
        />
        <Select
          view={view}
          name="language"
          label={t('comments-staff.list.language')}
          value={wish.language}
          options={languages.map(({ language: value }) => ({ value, label: languageName(view, value) }))}
        />
        <Select
          view={view}
          name="question"
          label={t('comments-staff.list.question')}
          value={wish.question}
          options={questions.map((question) => ({
            value: question.id,
            label: `${question.code}: ${wordsIn(question.prompt, view.language)}`,
          }))}
        />
        <Buttons>
          <Button>{t('comments-staff.list.show')}</Button>
          {isNarrowed(wish) && (
            <ButtonLink kind="quiet" href={action}>
              {t('comments-staff.list.all')}
            </ButtonLink>
          )}
        </Buttons>
      </Form>
    </Details>
  )
}
