import { type Typed, typedList, typedText } from '../../platform/http/form.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import {
  Checkboxes,
  type Fault,
  Fieldset,
  type Option,
  Radios,
  Select,
  TextArea,
  type View,
} from '../../ui/components.ts'
import { aboutField, type AboutQuestion } from './about-question.ts'
import { answerField, answerLimits, type Question, type QuestionOption, rankField } from './question.ts'
import { langOf } from './written-text.page.tsx'

type FieldsProps = { view: View; typed: Typed; faults?: readonly Fault[] }

/** All questions of an engagement, filled with what was typed; the same on every form that asks them. */
export function QuestionFields({ questions, ...props }: FieldsProps & { questions: readonly Question[] }) {
  return (
    <>
      {questions.map((question) => (
        <QuestionField question={question} {...props} />
      ))}
    </>
  )
}

function optionsOf(view: View, options: readonly QuestionOption[]): Option[] {
  return options.map((option) => {
    const label = inLanguage(option.label, view.language)
    return { value: option.id, label: label.text || option.id, lang: langOf(view, label.language) }
  })
}

function QuestionField({ view, question, typed, faults }: FieldsProps & { question: Question }) {
  const name = answerField(question)
  const hint = inLanguage(question.hint, view.language).text || undefined
  const field = {
    view,
    name,
    label: inLanguage(question.prompt, view.language).text,
    hint,
    faults,
    required: question.required,
  }
  switch (question.kind) {
    case 'text':
      return <TextArea {...field} value={typedText(typed, name)} maxLength={answerLimits.characters} />
    case 'single':
      return <Radios {...field} options={optionsOf(view, question.options)} value={typedText(typed, name)} />
    case 'multiple':
      return (
        <Checkboxes {...field} options={optionsOf(view, question.options)} values={typedList(typed, name)} />
      )
    case 'scale':
      return (
        <Radios
          {...field}
          options={scaleOptions(view, question.options)}
          value={typedText(typed, name)}
          across
        />
      )
    case 'ranking':
      return (
        <RankingField
          view={view}
          question={question}
          typed={typed}
          faults={faults}
          label={field.label}
          hint={hint}
        />
      )
  }
}

/** Points without a name of their own show their number. */
function scaleOptions(view: View, options: readonly QuestionOption[]): Option[] {
  return optionsOf(view, options).map((option) =>
    option.label === option.value ? option : { ...option, label: `${option.value} – ${option.label}` },
  )
}

/** A place for each option, so that it works with a keyboard, a screen reader and no script. */
function RankingField({
  view,
  question,
  typed,
  faults,
  label,
  hint,
}: FieldsProps & { question: Question; label: string; hint?: string }) {
  const places = question.options.map((_, index) => ({
    value: String(index + 1),
    label: view.t('comments.form.place', { place: index + 1 }),
  }))
  const optional = question.required ? '' : ` (${view.t('ui.form.optional')})`
  return (
    <Fieldset
      legend={label + optional}
      id={`ranking-${question.code}`}
      hint={[hint, view.t('comments.form.rankingHint')].filter(Boolean).join(' ')}
    >
      {optionsOf(view, question.options).map((option) => {
        const name = rankField(question, option.value)
        return (
          <Select
            view={view}
            name={name}
            label={option.label}
            options={places}
            value={typedText(typed, name)}
            faults={faults}
            required
          />
        )
      })}
    </Fieldset>
  )
}

/** What the agency would like to know about the person. None is required, and the legend says so once for all. */
export function AboutYouFields({
  view,
  aboutQuestions,
  typed,
  faults,
  agencyName,
  minimum,
}: FieldsProps & { aboutQuestions: readonly AboutQuestion[]; agencyName: string; minimum: number }) {
  if (aboutQuestions.length === 0) return null
  return (
    <Fieldset
      legend={view.t('comments.form.about')}
      id="about-you"
      hint={view.t('comments.form.aboutHint', { agency: agencyName, minimum })}
    >
      {aboutQuestions.map((question) => {
        const name = aboutField(question)
        return (
          <Select
            view={view}
            name={name}
            label={inLanguage(question.prompt, view.language).text}
            options={optionsOf(view, question.options)}
            value={typedText(typed, name)}
            faults={faults}
          />
        )
      })}
    </Fieldset>
  )
}
