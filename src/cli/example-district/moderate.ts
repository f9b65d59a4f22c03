import { pick, type Random } from './chance.ts'
import type { DistrictLanguage, ExampleModeration, ExampleRange } from './district-model.ts'

const moderators = ['prado', 'alcazar', 'marsh']

export type ModerationCase = 'ordinary' | 'personal' | 'held' | 'spam' | 'off-topic'

const reasons: Record<Exclude<ModerationCase, 'ordinary'>, Record<DistrictLanguage, string>> = {
  personal: {
    en: 'We took out details about a private person. Everything else is shown as you wrote it.',
    es: 'Quitamos datos de una persona particular. Todo lo demás se muestra como usted lo escribió.',
    ar: 'حذفنا معلومات عن شخص. كل ما عدا ذلك يظهر كما كتبتموه.',
  },
  held: {
    en: 'Your comment says something serious about a person. We are looking into it and will write to you within ten working days. Until then it is not shown.',
    es: 'Su comentario dice algo grave sobre una persona. Lo estamos revisando y le escribiremos en diez días hábiles. Mientras tanto no se muestra.',
    ar: 'في تعليقكم أمر خطير عن شخص. نتحقق منه وسنكتب إليكم خلال عشرة أيام عمل. لا يظهر التعليق حتى ذلك الحين.',
  },
  spam: {
    en: 'This is advertising or a test, so it is not shown.',
    es: 'Es publicidad o una prueba, así que no se muestra.',
    ar: 'هذا إعلان أو تجربة، لذلك لا يظهر.',
  },
  'off-topic': {
    en: 'Your comment is shown. It is about something else, so we have also sent it to the office in charge.',
    es: 'Su comentario se muestra. Trata de otro asunto, así que también lo enviamos a la oficina encargada.',
    ar: 'تعليقكم ظاهر. لكنه عن موضوع آخر، لذلك أرسلناه أيضًا إلى المكتب المسؤول.',
  },
}

/** What a moderator did with a comment, and what its author was told. */
export function moderated(
  about: ModerationCase,
  language: DistrictLanguage,
  at: string,
  redactions: ExampleRange[],
  random: Random,
): ExampleModeration {
  return {
    state: about === 'held' || about === 'spam' ? about : 'published',
    at,
    by: pick(random, moderators),
    reason: about === 'ordinary' ? null : reasons[about][language],
    redactions,
    offTopic: about === 'off-topic',
  }
}

const marked = /‹(name|phone|address|health):([^›]*)›/g

/** Takes the marks out of a text and says where the marked words are. */
export function readMarks(text: string, question: string): { text: string; redactions: ExampleRange[] } {
  const redactions: ExampleRange[] = []
  let plain = ''
  let from = 0
  for (const mark of text.matchAll(marked)) {
    const [whole, what, words] = mark
    plain += text.slice(from, mark.index)
    if (what === 'name' || what === 'phone' || what === 'address' || what === 'health') {
      redactions.push({ question, start: plain.length, end: plain.length + (words ?? '').length, what })
    }
    plain += words ?? ''
    from = mark.index + whole.length
  }
  return { text: plain + text.slice(from), redactions }
}
