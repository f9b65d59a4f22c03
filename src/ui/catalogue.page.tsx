import { type Samples, samples } from './catalogue-samples.ts'
import { CatalogueCharts } from './catalogue-charts.tsx'
import { CatalogueForms } from './catalogue-forms.tsx'
import {
  allStatuses,
  Bidi,
  Breadcrumbs,
  Button,
  ButtonLink,
  Buttons,
  Card,
  Cards,
  Count,
  DateTime,
  Day,
  DescriptionList,
  Details,
  EmptyState,
  inLanguage,
  Layout,
  Notice,
  PageHead,
  Pagination,
  Progress,
  Quote,
  Seats,
  type Step,
  Steps,
  StatusTag,
  SuppressedCount,
  Table,
  Tag,
  Tags,
  Thread,
  type ThreadNode,
  Timeline,
  type TimelineEntry,
  type View,
  WorkLayout,
} from './components.ts'

type Part = { view: View; words: Samples }

/** Every component in all its states, for `/_catalogue` in development; also the page that the checks look at. */
export function CataloguePage({ view }: { view: View }) {
  const words = samples[view.language]
  const here = inLanguage(view.language, view.path)
  return (
    <WorkLayout
      view={view}
      title={words.title}
      within={{ title: words.engagement, href: here }}
      steps={sampleSteps(words, here)}
      tools={words.tools.map((label, index) => ({
        label,
        href: `${here}#tool-${index}`,
        here: index === 0,
        count: index === 0 ? '24' : undefined,
      }))}
      evidence={
        <>
          <p>{words.evidence}</p>
          <Seats view={view} filled={5} total={12} />
        </>
      }
      lastChanged={view.now}
      feeds={[{ href: here, title: words.engagement, type: 'application/atom+xml' }]}
    >
      <PageHead
        above={
          <Breadcrumbs
            view={view}
            items={[
              { label: view.t('app.name'), href: inLanguage(view.language, '/') },
              { label: words.title },
            ]}
          />
        }
        title={words.title}
        lead={words.lead}
      />
      <h2 id="forms">{words.parts.forms}</h2>
      <CatalogueForms view={view} words={words} />
      <h2 id="notices">{words.parts.notices}</h2>
      <Notices view={view} words={words} />
      <h2 id="progress-part">{words.parts.progress}</h2>
      <Standing view={view} words={words} here={here} />
      <h2 id="content">{words.parts.content}</h2>
      <Content view={view} words={words} here={here} />
      <h2 id="tables">{words.parts.tables}</h2>
      <Tables view={view} words={words} here={here} />
      <h2 id="charts">{words.parts.charts}</h2>
      <CatalogueCharts view={view} words={words} />
      <h2 id="empty">{words.parts.empty}</h2>
      <EmptyState
        title={words.emptyTitle}
        why={words.emptyWhy}
        act={{ label: words.emptyAct, href: here }}
        level={3}
      />
    </WorkLayout>
  )
}

/** A public page as the components make it together: one column, the thread, the timeline, the one next act. */
export function CatalogueReadingPage({ view }: { view: View }) {
  const words = samples[view.language]
  const here = inLanguage(view.language, view.path)
  return (
    <Layout
      view={view}
      title={words.engagement}
      description={words.purpose}
      lastChanged={view.now}
      structuredData={{ '@context': 'https://schema.org', '@type': 'WebPage', name: words.engagement }}
      feeds={[{ href: here, title: words.engagement, type: 'application/atom+xml' }]}
      aside={<Steps view={view} steps={sampleSteps(words, here)} />}
      asideLabel={words.parts.progress}
    >
      <PageHead title={words.engagement} lead={words.purpose}>
        <Buttons>
          <ButtonLink href={here}>{words.comment}</ButtonLink>
        </Buttons>
      </PageHead>
      <Thread view={view} nodes={sampleThread(words, here)} />
      <Quote lang={view.language} author={words.quoteBy}>
        {words.quote}
      </Quote>
      <h2>{words.timeline[1]}</h2>
      <Timeline view={view} entries={sampleTimeline(view, words, here)} />
    </Layout>
  )
}

function sampleSteps(words: Samples, here: string): Step[] {
  const states = ['done', 'late', 'now', 'next', 'next'] as const
  return states.map((state, index) => ({
    label: words.steps[index]!,
    state,
    href: state === 'next' ? undefined : `${here}#step-${index}`,
    note: state === 'late' || state === 'now' ? words.byWhen : undefined,
  }))
}

function sampleThread(words: Samples, here: string): ThreadNode[] {
  return [
    { kind: 'comment', label: words.threadLabels[0], href: here, state: 'reached' },
    { kind: 'theme', label: words.threadLabels[1], href: here, state: 'reached' },
    { kind: 'decision', label: words.threadLabels[2], href: here, state: 'now' },
    { kind: 'action', state: 'ahead' },
    { kind: 'told', state: 'ahead' },
  ]
}

function sampleTimeline(view: View, words: Samples, here: string): TimelineEntry[] {
  return [
    {
      title: words.timeline[0]!,
      state: 'past',
      participation: true,
      when: <Day view={view} day="2027-02-04" />,
      children: <p>{words.timelineText}</p>,
    },
    {
      title: words.timeline[1]!,
      state: 'now',
      participation: true,
      href: here,
      when: <DateTime view={view} at={new Date('2027-03-05T02:00:00Z')} />,
    },
    { title: words.timeline[2]!, state: 'next', when: <Day view={view} day="2027-04-14" /> },
  ]
}

function Notices({ view, words }: Part) {
  return (
    <>
      <Notice view={view} kind="success" title={words.noticeTitle} live>
        <p>{words.noticeText}</p>
      </Notice>
      <Notice view={view}>
        <p>{words.moreText}</p>
      </Notice>
      <Notice view={view} kind="warning">
        <p>{words.warningText}</p>
      </Notice>
      <Notice view={view} kind="error">
        <p>{words.errorText}</p>
      </Notice>
    </>
  )
}

function Standing({ view, words, here }: Part & { here: string }) {
  return (
    <>
      <Thread view={view} nodes={sampleThread(words, here)} />
      <Steps view={view} steps={sampleSteps(words, here)} label={words.engagement} across />
      <Tags>
        {allStatuses.map((status) => (
          <StatusTag view={view} status={status} />
        ))}
      </Tags>
      <Seats view={view} filled={7} total={10} label={words.seat} />
      <Seats view={view} filled={0} total={4} words="taken" />
      <Progress view={view} done={1200} total={4800} label={words.working} mayLeave />
      <Timeline view={view} entries={sampleTimeline(view, words, here)} />
    </>
  )
}

function Content({ view, words, here }: Part & { here: string }) {
  const tones = ['plain', 'pine', 'clay', 'lake', 'plum', 'sun'] as const
  return (
    <>
      <Cards>
        {words.cardTitles.map((title, index) => (
          <Card
            title={title}
            href={index < 2 ? here : undefined}
            above={<StatusTag view={view} status={(['adopted', 'part', 'outside'] as const)[index]!} />}
            foot={<Count view={view} value={[48, 1200, 13][index]!} />}
          >
            <p>{words.cardText}</p>
          </Card>
        ))}
      </Cards>
      <Tags>
        {tones.map((tone) => (
          <Tag tone={tone} href={tone === 'plain' ? here : undefined}>
            {words.cardTitles[0]}
          </Tag>
        ))}
      </Tags>
      <Quote
        lang={view.language}
        author={words.quoteBy}
        source={<Day view={view} day="2027-02-04" />}
        note={words.quoteNote}
      >
        {words.quote}
      </Quote>
      <Quote lang={view.language === 'ar' ? 'en' : 'ar'}>
        {view.language === 'ar' ? samples.en.quote : samples.ar.quote}
      </Quote>
      <DescriptionList
        items={words.terms.map((term, index) => ({
          term,
          value: index === 0 ? <Bidi>{words.values[0]}</Bidi> : words.values[index],
          act: index === 2 ? undefined : { label: words.change, href: here },
        }))}
      />
      <Details summary={words.more}>
        <p>{words.moreText}</p>
      </Details>
      <Buttons>
        <Button>{words.send}</Button>
        <Button kind="quiet">{words.keep}</Button>
        <Button kind="danger">{words.withdraw}</Button>
      </Buttons>
    </>
  )
}

function Tables({ view, words, here }: Part & { here: string }) {
  const decisions = ['adopted', 'part', 'declined'] as const
  return (
    <>
      <Table
        view={view}
        caption={words.table}
        columns={words.columns.map((label, index) => ({ label, numeric: index === 1 }))}
        rows={words.schools.map((school, index) => ({
          cells: [
            <a href={here}>{school}</a>,
            index === 2 ? (
              <SuppressedCount view={view} minimum={10} />
            ) : (
              <Count view={view} value={[1200, 48][index]!} />
            ),
            words.cardTitles[index],
            <StatusTag view={view} status={decisions[index]!} />,
          ],
        }))}
        foot={<DateTime view={view} at={view.now} />}
      />
      <Table
        view={view}
        caption={words.file}
        columns={words.columns.slice(0, 2).map((label) => ({ label }))}
        rows={[]}
      />
      <Pagination view={view} previous={here} next={here} shown={{ first: 51, last: 100, total: 1200 }} />
    </>
  )
}
