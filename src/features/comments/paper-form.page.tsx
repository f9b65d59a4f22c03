import { raw } from 'hono/html'
import { qrSvg } from '../../platform/documents/qr.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { inLanguage, wordsIn, type Written } from '../../platform/i18n/written.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { Asked } from './comment-form.ts'
import type { Question, QuestionOption } from './question.ts'

/**
 * The style of the paper: black on white for any printer, letter format, room for handwriting. It stands in the page, because
 * the paper is a document of its own and not a page of the site.
 */
const style = `
@page { size: letter; margin: 16mm 15mm 14mm }
* { box-sizing: border-box }
html { font: 11.5pt/1.4 system-ui, sans-serif; color: #000; background: #fff; color-scheme: light }
html.large { font-size: 18pt }
body { margin: 0 auto; max-width: 7.2in; padding: 1rem }
h1 { font: 600 1.6rem/1.15 ui-serif, Charter, Georgia, serif; margin: 0 0 .4rem }
h2 { font: 600 1.1rem/1.25 ui-serif, Charter, Georgia, serif; margin: 0 0 .2rem }
p { margin: 0 0 .45rem }
.bar { display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; padding: .7rem 1rem; margin: 0 0 1rem; border: 1px solid #555; border-radius: 6px; font-size: 1rem }
.bar a { color: #0b5d4b }
.sheet + .sheet { break-before: page; border-block-start: 2px dashed #999; padding-block-start: 1rem; margin-block-start: 2rem }
.head { display: flex; gap: 1rem; justify-content: space-between; align-items: flex-start }
.head svg { flex: none; inline-size: 1.15in; block-size: 1.15in }
.number { font-variant-numeric: tabular-nums; border: 1.5px solid #000; padding: .1rem .5rem; display: inline-block; margin: 0 0 .4rem }
.small { font-size: .88rem }
.question { break-inside: avoid; margin: .9rem 0 0; padding: .6rem 0 0; border-block-start: 1px solid #777 }
.code { display: inline-block; min-inline-size: 2.2rem; font-weight: 700 }
ol, ul { margin: .2rem 0; padding: 0; list-style: none }
li { margin: .15rem 0; display: flex; gap: .5rem; align-items: baseline }
.box { flex: none; inline-size: 1em; block-size: 1em; border: 1.5px solid #000; align-self: center }
.round { border-radius: 50% }
.place { flex: none; inline-size: 2.2em; block-size: 1.5em; border: 1.5px solid #000 }
.across { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem }
.letter { font-weight: 700; min-inline-size: 1.2em }
.lines { margin-block-start: .3rem }
.lines i { display: block; block-size: 2rem; border-block-end: 1px solid #777 }
.large .lines i { block-size: 2.6rem }
.foot { break-inside: avoid; margin: 1rem 0 0; padding: .6rem 0 0; border-block-start: 2px solid #000 }
.write { display: inline-block; min-inline-size: 3in; border-block-end: 1px solid #777 }
@media print { .bar { display: none } body { max-width: none; padding: 0 } .sheet + .sheet { border: 0; padding: 0; margin: 0 } }
`

export type PaperFormProps = {
  /** The translator and language of the paper, whatever language the reader's pages are in. */
  t: Translate
  language: Language
  dir: 'ltr' | 'rtl'
  nonce: string
  agency: Agency
  engagement: Engagement
  asked: Asked
  /** One number for each copy. */
  numbers: readonly string[]
  /** The absolute address of the web form. */
  webForm: string
  large: boolean
  /** What stands above the paper on the screen only: other languages, large print, back. */
  bar: { label: string; links: readonly { label: string; href: string; lang?: string }[] }
}

/** The questions of an engagement on paper, with the short codes by which they are keyed in. */
export function PaperForm(props: PaperFormProps) {
  const { t, language, dir, nonce, engagement, numbers, large, bar } = props
  const title = `${t('comments-staff.form.title')}: ${wordsIn(engagement.title, language)}`
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={language} dir={dir} class={large ? 'large' : undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{title}</title>
          <style nonce={nonce} dangerouslySetInnerHTML={{ __html: style }} />
        </head>
        <body>
          <nav class="bar" aria-label={bar.label}>
            {bar.links.map((link) => (
              <a href={link.href} lang={link.lang}>
                {link.label}
              </a>
            ))}
          </nav>
          <main>
            {numbers.map((number, index) => (
              <Sheet {...props} number={number} first={index === 0} />
            ))}
          </main>
        </body>
      </html>
    </>
  )
}

function Sheet({
  t,
  language,
  agency,
  engagement,
  asked,
  webForm,
  number,
  first,
}: PaperFormProps & { number: string; first: boolean }) {
  const title = <Words language={language} text={engagement.title} />
  return (
    <section class="sheet">
      <div class="head">
        <div>
          <p class="number">
            {t('comments-staff.form.number')} <bdi>{number}</bdi>
          </p>
          {first ? (
            <h1>{title}</h1>
          ) : (
            <p>
              <b>{title}</b>
            </p>
          )}
          <p>
            <bdi>{agency.name}</bdi>. <Words language={language} text={engagement.purpose} />
          </p>
        </div>
        {raw(qrSvg(webForm, { label: t('comments-staff.form.qr') }))}
      </div>
      <p>
        <b>{t('comments.form.inputUse')}:</b> <Words language={language} text={engagement.inputUse} />
      </p>
      <p class="small">{t('comments-staff.form.rights', { agency: agency.name })}</p>
      <p class="small">
        {t('comments-staff.form.online')} <bdi>{webForm}</bdi>
      </p>
      {asked.questions.map((question) => (
        <PaperQuestion t={t} language={language} question={question} />
      ))}
      {asked.aboutQuestions.length > 0 && (
        <section class="question">
          <h2>{t('comments.form.about')}</h2>
          <p class="small">
            {t('comments.form.aboutHint', { agency: agency.name, minimum: agency.minimum })}
          </p>
          {asked.aboutQuestions.map((question) => (
            <>
              <p>
                <span class="code">{question.key.toUpperCase()}</span>{' '}
                <Words language={language} text={question.prompt} />
              </p>
              <Choices language={language} options={question.options} round />
            </>
          ))}
        </section>
      )}
      <section class="foot">
        <h2>{t('comments.form.who')}</h2>
        <ul class="across">
          {(['adult', 'teen', 'child'] as const).map((age) => (
            <li>
              <span class="box round"></span>
              {t(`comments.form.${age}`)}
            </li>
          ))}
        </ul>
        <p class="small">{t('comments-staff.form.children')}</p>
        <ul>
          <li>
            <span class="box"></span>
            {t('comments.form.consent')}
          </li>
        </ul>
        <h2>{t('comments.form.tell')}</h2>
        <p>
          {t('comments-staff.form.reach')} <span class="write">&nbsp;</span>
        </p>
        <p class="small">
          {t('comments-staff.form.giveBack', {
            name: engagement.contactName,
            address: engagement.contactAddress,
          })}
        </p>
      </section>
    </section>
  )
}

function PaperQuestion({ t, language, question }: { t: Translate; language: Language; question: Question }) {
  const hint = <Words language={language} text={question.hint} />
  return (
    <section class="question">
      <h2>
        <span class="code">{question.code}</span> <Words language={language} text={question.prompt} />
      </h2>
      <p class="small">
        {t(`comments-staff.form.how.${question.kind}`)} {hint}
      </p>
      {question.kind === 'text' && (
        <div class="lines">
          {Array.from({ length: 7 }, () => (
            <i></i>
          ))}
        </div>
      )}
      {question.kind === 'single' && <Choices language={language} options={question.options} round />}
      {question.kind === 'multiple' && <Choices language={language} options={question.options} />}
      {question.kind === 'scale' && (
        <ul class="across">
          {question.options.map((option) => {
            const label = wordsIn(option.label, language)
            return (
              <li>
                <span class="box round"></span>
                <span>
                  {label.startsWith(option.id) ? (
                    label
                  ) : (
                    <>
                      <b>{option.id}</b> {label}
                    </>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      {question.kind === 'ranking' && (
        <ul>
          {question.options.map((option, index) => (
            <li>
              <span class="place"></span>
              <span class="letter">{optionLetter(index)}</span>
              <Words language={language} text={option.label} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Choices({
  language,
  options,
  round = false,
}: {
  language: Language
  options: readonly QuestionOption[]
  round?: boolean
}) {
  return (
    <ul>
      {options.map((option, index) => (
        <li>
          <span class={round ? 'box round' : 'box'}></span>
          <span class="letter">{optionLetter(index)}</span>
          <Words language={language} text={option.label} />
        </li>
      ))}
    </ul>
  )
}

/** Words of the agency in the language of the paper, or in their own with their own direction when there is no translation. */
function Words({ language, text }: { language: Language; text: Written }) {
  const found = inLanguage(text, language)
  return <bdi lang={found.language === language ? undefined : found.language}>{found.text}</bdi>
}

/** The letter of an option on paper: A, B, … Z, AA. */
export function optionLetter(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : optionLetter(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))
}
