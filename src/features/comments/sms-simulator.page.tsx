import { paths } from '../../paths.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  DateTime,
  EmptyState,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  Notice,
  PageHead,
  Quote,
  TextArea,
  TextField,
  type View,
  WorkLayout,
  type WorkLayoutProps,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { langOf } from './written-text.page.tsx'

/** One text as the phone would show it; `out` when it came from the agency. */
export type SimulatedText = {
  at: Date
  text: string
  language: string | undefined
  number: string
  state: string | undefined
  out: boolean
}

export type SimulatorPageProps = {
  view: View
  agency: Agency
  frame: Pick<WorkLayoutProps, 'within' | 'tools' | 'toolsLabel'>
  lines: readonly SimulatedText[]
  number?: string
  /** A gateway is set up: the simulator only shows. */
  real: boolean
  formKey: string
  typed?: Typed
  faults?: readonly Fault[]
  result?: string
}

const results = ['accepted', 'repeated', 'stop', 'start', 'help', 'asked', 'too-many'] as const

/** A telephone on the screen: what would be texted, and a way to text back, without a gateway and without cost. */
export function SimulatorPage({
  view,
  agency,
  frame,
  lines,
  number,
  real,
  formKey,
  typed = {},
  faults,
  result,
}: SimulatorPageProps) {
  const { t, language } = view
  const here = { language, agency: agency.slug }
  const known = results.find((one) => one === result)
  return (
    <WorkLayout
      {...frame}
      view={view}
      title={t('comments-staff.sms.title')}
      faulty={Boolean(faults?.length)}
      unlisted
    >
      <PageHead
        title={t('comments-staff.sms.title')}
        lead={t(real ? 'comments-staff.sms.leadReal' : 'comments-staff.sms.lead')}
      />
      <ErrorSummary view={view} faults={faults} />
      {known && (
        <Notice
          view={view}
          kind="info"
          title={t(`comments-staff.sms.result.${known === 'too-many' ? 'tooMany' : known}`)}
          live
        />
      )}
      {lines.length === 0 ? (
        <EmptyState title={t('comments-staff.sms.empty')} why={t('comments-staff.sms.emptyWhy')} />
      ) : (
        <>
          <Heading level={2}>
            {number ? (
              <>
                {t('comments-staff.sms.with')} <Bidi>{number}</Bidi>
              </>
            ) : (
              t('comments-staff.sms.all')
            )}
          </Heading>
          {lines.map((line) => (
            <Quote
              lang={line.language && langOf(view, line.language)}
              author={line.out ? agency.name : line.number}
              source={
                <>
                  <DateTime view={view} at={line.at} style="short" />
                  {line.out && !number && (
                    <>
                      {' · '}
                      <a href={paths.workSmsSimulator.to(here, { number: line.number })}>
                        <Bidi>{line.number}</Bidi>
                      </a>
                    </>
                  )}
                </>
              }
            >
              {line.text}
            </Quote>
          ))}
        </>
      )}
      {number && (
        <Buttons>
          <ButtonLink kind="quiet" href={paths.workSmsSimulator.to(here)}>
            {t('comments-staff.sms.all')}
          </ButtonLink>
        </Buttons>
      )}
      {!real && (
        <>
          <Heading level={2}>{t('comments-staff.sms.write')}</Heading>
          <Form
            view={view}
            action={paths.workSmsSimulator.to(here)}
            idempotencyKey={formKey}
            label={t('comments-staff.sms.write')}
          >
            <TextField
              view={view}
              name="number"
              label={t('comments-staff.sms.number')}
              hint={t('comments-staff.sms.numberHint')}
              type="tel"
              size="medium"
              value={typedText(typed, 'number') || number || ''}
              required
              faults={faults}
            />
            <TextArea
              view={view}
              name="text"
              label={t('comments-staff.sms.text')}
              hint={t('comments-staff.sms.textHint')}
              value={typedText(typed, 'text')}
              rows={3}
              required
              faults={faults}
            />
            <Button>{t('comments-staff.sms.send')}</Button>
          </Form>
        </>
      )}
    </WorkLayout>
  )
}
