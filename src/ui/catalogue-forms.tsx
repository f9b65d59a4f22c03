import type { Samples } from './catalogue-samples.ts'
import {
  Button,
  Buttons,
  Checkbox,
  Checkboxes,
  DateField,
  ErrorSummary,
  FileField,
  Fieldset,
  Form,
  inLanguage,
  Radios,
  Select,
  TextArea,
  TextField,
  type View,
} from './components.ts'

/** The forms of the catalogue: one at rest, one with faults. */
export function CatalogueForms({ view, words }: { view: View; words: Samples }) {
  const action = inLanguage(view.language, view.path)
  const options = (labels: readonly string[]) => labels.map((label, index) => ({ value: `${index}`, label }))
  const faults = [
    { field: 'email', message: words.emailFault },
    { field: 'topics', message: words.topicFault },
  ]
  return (
    <>
      <Form view={view} action={action} idempotencyKey="01HZX" label={words.comment} draft="catalogue" files>
        <TextArea
          view={view}
          name="comment"
          label={words.comment}
          hint={words.commentHint}
          value={words.typed}
          maxLength={4000}
          required
          large
        />
        <Fieldset legend={words.about} hint={words.aboutHint} id="about">
          <Radios
            view={view}
            name="role"
            label={words.role}
            options={options(words.roles).map((o, i) => ({
              ...o,
              hint: i === 0 ? words.roleHint : undefined,
            }))}
            value="0"
          />
          <Select view={view} name="school" label={words.school} options={options(words.schools)} value="1" />
          <TextField view={view} name="name" label={words.name} autocomplete="name" size="medium" />
          <Radios
            view={view}
            name="scale"
            label={words.scale}
            options={options(['1', '2', '3', '4', '5'])}
            value="3"
            across
          />
        </Fieldset>
        <DateField view={view} name="day" label={words.day} value="2027-03-12" required />
        <TextArea view={view} name="story" label={words.quote} words={{ least: 300, most: 400 }} rows={3} />
        <FileField
          view={view}
          name="file"
          label={words.file}
          kinds={words.fileKinds}
          size="20 MB"
          accept=".csv,.xlsx"
        />
        <Checkbox view={view} name="consent" label={words.consent} checked />
        <Buttons>
          <Button icon="speak">{words.send}</Button>
          <Button kind="quiet" name="keep" value="yes">
            {words.keep}
          </Button>
        </Buttons>
      </Form>
      <ErrorSummary view={view} faults={faults} />
      <Form view={view} action={action} label={words.email}>
        <TextField
          view={view}
          name="email"
          type="email"
          label={words.email}
          hint={words.emailHint}
          value={words.emailTyped}
          autocomplete="email"
          faults={faults}
          required
        />
        <Checkboxes
          view={view}
          name="topics"
          label={words.topics}
          options={options(words.cardTitles)}
          faults={faults}
          required
        />
        <Buttons>
          <Button>{words.send}</Button>
        </Buttons>
      </Form>
    </>
  )
}
