import { paths } from '../../paths.ts'
import { languageNames } from '../../platform/i18n/language.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import { type Typed, typedList, typedText } from '../../platform/http/typed.ts'
import {
  Button,
  Buttons,
  Checkboxes,
  DateField,
  Form,
  Heading,
  HiddenField,
  Radios,
  TextArea,
  TextField,
} from '../../ui/components.ts'
import { workPlace } from '../comments/work-place.ts'
import { foreignLanguage, WrittenFields } from '../themes/written-fields.tsx'
import type { AnsweredTheme } from './decision.store.ts'
import { type Decision, decisionLimits, methods, thresholds } from './decision.ts'

import type { DecisionProps } from './work-decision.page.tsx'
/** The words of a decision; once it is public, only their translations. */
export function DecisionForm(props: DecisionProps) {
  const { view, agency, engagement, decision, themes, dispositions, typed, faults, meanwhile } = props
  const { t } = view
  const published = decision.status === 'published'
  const { languages } = engagement
  const shared = { view, languages, typed, faults, sourceStays: published }
  const { source } = decision.question
  const others = [source, ...languages.filter((language) => language !== source)].filter(
    (language) => !published || language !== source,
  )
  // Nothing but translations can change once it is public; with one language there is nothing to show.
  if (published && others.length === 0) return null
  const now = typed ?? typedDecision(decision, dispositions)
  return (
    <>
      <Heading level={2}>{t(published ? 'decisions.work.translations' : 'decisions.work.words')}</Heading>
      <Form
        view={view}
        action={paths.workDecision.to({ ...workPlace(view, agency, engagement), decision: decision.id })}
        label={t(published ? 'decisions.work.translations' : 'decisions.work.words')}
      >
        <HiddenField name="version" value={String((meanwhile ?? decision).version)} />
        <WrittenFields
          {...shared}
          name="question"
          label={t('decisions.field.question')}
          hint={t('decisions.field.questionHint')}
          written={decision.question}
          required
        />
        {others.map((language) => (
          <TextArea
            view={view}
            name={`options-${language}`}
            label={
              languages.length > 1
                ? t('themes.written.label', {
                    label: t('decisions.options'),
                    language: languageNames[language],
                  })
                : t('decisions.options')
            }
            hint={language === source ? t('decisions.field.optionsHint') : undefined}
            value={
              typed
                ? typedText(typed, `options-${language}`)
                : decision.options
                    .map((option) => option.label.texts[language]?.text ?? '')
                    .join('\n')
                    .trim()
            }
            rows={3}
            lang={language}
            faults={faults}
          />
        ))}
        {!published && <MethodFields {...props} typed={now} />}
        <WrittenFields
          {...shared}
          name="result"
          label={t('decisions.field.result')}
          hint={t('decisions.field.resultHint')}
          written={decision.result}
          rows={4}
        />
        <WrittenFields
          {...shared}
          name="minority"
          label={t('decisions.minority')}
          hint={t('decisions.field.minorityHint')}
          written={decision.minorityStatement}
          rows={3}
        />
        {!published && (
          <>
            <TextField
              view={view}
              name="responsible"
              label={t('decisions.fact.responsible')}
              hint={t('decisions.field.responsibleHint')}
              value={typedText(now, 'responsible')}
              faults={faults}
            />
            <DateField
              view={view}
              name="decidedOn"
              label={t('decisions.fact.decidedOn')}
              value={typedText(now, 'decidedOn')}
              faults={faults}
            />
            <DateField
              view={view}
              name="reviewOn"
              label={t('decisions.fact.reviewOn')}
              value={typedText(now, 'reviewOn')}
              faults={faults}
            />
            {themes.length > 0 && (
              <Checkboxes
                view={view}
                name="theme"
                label={t('decisions.field.themes')}
                hint={t('decisions.field.themesHint')}
                options={themes.map((theme) => {
                  const title = inLanguage(theme.title, view.language)
                  return { value: theme.id, label: title.text, lang: foreignLanguage(view, title.language) }
                })}
                values={typedList(now, 'theme')}
                faults={faults}
              />
            )}
          </>
        )}
        <Buttons>
          <Button>{t('decisions.work.save')}</Button>
        </Buttons>
      </Form>
    </>
  )
}

function typedDecision(decision: Decision, dispositions: readonly AnsweredTheme[]): Typed {
  const { method, methodDetail: detail, responsible, decidedOn, reviewOn } = decision
  const count = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    method,
    level: detail.level ?? '',
    body: detail.body ?? '',
    for: count(detail.for),
    against: count(detail.against),
    abstained: count(detail.abstained),
    threshold: detail.threshold ?? 'majority',
    responsible,
    decidedOn: decidedOn ?? '',
    reviewOn: reviewOn ?? '',
    theme: dispositions.map((one) => one.themeId),
  }
}

function MethodFields({ view, typed, faults }: DecisionProps & { typed: Typed }) {
  const { t } = view
  const shared = { view, faults }
  return (
    <>
      <Radios
        {...shared}
        name="method"
        label={t('decisions.fact.how')}
        options={methods.map((method) => ({
          value: method,
          label: t(`decisions.method.${method}`),
          hint: t(`decisions.method.${method}Hint`),
        }))}
        value={typedText(typed, 'method')}
        required
      />
      <TextField
        {...shared}
        name="level"
        label={t('decisions.field.level')}
        hint={t('decisions.field.levelHint')}
        value={typedText(typed, 'level')}
        maxLength={decisionLimits.line}
      />
      <fieldset class="fieldset">
        <legend>{t('decisions.field.vote')}</legend>
        <TextField
          {...shared}
          name="for"
          label={t('themes.stance.for')}
          value={typedText(typed, 'for')}
          inputmode="numeric"
          size="short"
        />
        <TextField
          {...shared}
          name="against"
          label={t('themes.stance.against')}
          value={typedText(typed, 'against')}
          inputmode="numeric"
          size="short"
        />
        <TextField
          {...shared}
          name="abstained"
          label={t('decisions.field.abstained')}
          value={typedText(typed, 'abstained')}
          inputmode="numeric"
          size="short"
        />
        <Radios
          {...shared}
          name="threshold"
          label={t('decisions.field.threshold')}
          options={thresholds.map((threshold) => ({
            value: threshold,
            label: t(`decisions.threshold.${threshold}`),
          }))}
          value={typedText(typed, 'threshold') || 'majority'}
        />
      </fieldset>
      <TextField
        {...shared}
        name="body"
        label={t('decisions.field.body')}
        hint={t('decisions.field.bodyHint')}
        value={typedText(typed, 'body')}
        maxLength={decisionLimits.line}
      />
    </>
  )
}
