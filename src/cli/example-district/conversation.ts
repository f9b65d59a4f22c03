import type { Random } from './chance.ts'
import { closedStatements } from './conversation-closed.ts'
import type { ExampleConversation, ExampleStatement, WrittenStatement } from './conversation-model.ts'
import { openStatements, rejectedStatements, waitingStatements } from './conversation-open.ts'
import { exampleVoters } from './conversation-votes.ts'
import { dayAfter, instantOn } from './days.ts'
import type { Texts } from './district-model.ts'

const opened = { open: -20, closed: -34 } as const
/** The closed conversation ended here; the decision that rests on it was published five days later. */
const closedDay = -19

/** How Riverbend treats statements: read before they are shown, because everyone is asked to vote on them. */
const statementPolicy: Texts = {
  en: 'We read each statement before others vote on it, within one working day. We never turn one down for its opinion. We turn down what points at a private person, insults, advertises, or says what another statement says already, and we tell its author why.',
  es: 'Leemos cada afirmación antes de que otras personas voten sobre ella, en un día hábil. Nunca rechazamos una por la opinión que da. Rechazamos lo que señala a un particular, insulta, anuncia algo o repite otra afirmación, y le decimos por qué a quien la escribió.',
  ar: 'نقرأ كل عبارة قبل أن يصوّت عليها الآخرون، خلال يوم عمل واحد. لا نرفض عبارة بسبب الرأي الذي فيها. نرفض ما يشير إلى شخص بعينه، أو يسيء، أو يعلن عن شيء، أو يكرر عبارة أخرى، ونخبر كاتبها بالسبب.',
}

/** The two conversations of the main engagement: one is over and its common ground became part of a decision, one goes on. */
export function exampleConversations(today: string, random: Random): ExampleConversation[] {
  return [closedConversation(today, random), openConversation(today, random)]
}

function statementsOf(openedOn: string, all: readonly WrittenStatement[]): ExampleStatement[] {
  return all.map(({ key, origin, source, texts, isMeta = false, day = 0 }, index) => ({
    key,
    origin,
    source,
    texts,
    state: 'shown',
    reason: '',
    isMeta,
    // Those of the district are there when it opens, in the morning; voters' own appear when they have been read.
    addedAt: instantOn(dayAfter(openedOn, day), origin === 'agency' ? 14 * 60 : 18 * 60 + index),
  }))
}

function closedConversation(today: string, random: Random): ExampleConversation {
  const openedOn = dayAfter(today, opened.closed)
  const statements = statementsOf(openedOn, closedStatements)
  const plan = {
    key: 'told',
    openedOn,
    days: closedDay - opened.closed - 1,
    written: closedStatements,
    statements,
  }
  return {
    key: 'how-told',
    engagement: 'well-prepared',
    state: 'closed',
    question: {
      en: 'How should families hear when a class has no regular teacher?',
      es: '¿Cómo deberían enterarse las familias cuando una clase no tiene maestro fijo?',
      ar: 'كيف يجب أن يعرف الأهالي عندما لا يكون للصف معلم ثابت؟',
    },
    introduction: {
      en: 'Many of you told us that you learned it from your child. Two weeks of votes, and then we decide what the message looks like.',
      es: 'Muchas familias nos contaron que se enteraron por sus hijos. Dos semanas para votar, y después decidimos cómo será el aviso.',
      ar: 'أخبرنا كثير منكم أنهم عرفوا ذلك من أطفالهم. أسبوعان للتصويت، ثم نقرر كيف ستكون الرسالة.',
    },
    moderationPolicy: statementPolicy,
    openedOn,
    closesOn: dayAfter(today, closedDay),
    resultsShown: 'after-voting',
    statements,
    voters: exampleVoters({ ...plan, voters: 168 }, random),
    taken: ['text-message', 'our-language', 'someone-to-call', 'no-child-interpreters'].map((statement) => ({
      statement,
      theme: 'told',
      on: dayAfter(today, closedDay + 1),
      note: 'Staff, families and neighbors agree; the comments ask for the same.',
    })),
  }
}

function openConversation(today: string, random: Random): ExampleConversation {
  const openedOn = dayAfter(today, opened.open)
  const shown = statementsOf(openedOn, openStatements)
  const unseen = [
    ...rejectedStatements.map((one) => ({ ...one, state: 'rejected' as const })),
    ...waitingStatements.map((one) => ({ ...one, state: 'waiting' as const, reason: '' })),
  ].map(({ key, source, texts, day, state, reason = '' }, index): ExampleStatement => {
    const addedAt = instantOn(dayAfter(openedOn, Math.min(day, 19)), 15 * 60 + 7 * index)
    return { key, origin: 'voter', source, texts, state, reason, isMeta: false, addedAt }
  })
  const statements = [...shown, ...unseen]
  const plan = { key: 'teacher', openedOn, days: -opened.open - 1, written: openStatements, statements }
  const takenOn = dayAfter(today, -2)
  return {
    key: 'what-it-takes',
    engagement: 'well-prepared',
    state: 'open',
    question: {
      en: 'What would it take for every child to have a well-prepared teacher?',
      es: '¿Qué haría falta para que cada niño tenga una maestra o un maestro bien preparado?',
      ar: 'ما الذي يلزم ليكون لكل طفل معلم مؤهل؟',
    },
    introduction: {
      en: 'These sentences come from your comments, from the listening evenings, and from people who take part here. Say whether you agree. You can stop at any time, and add a sentence of your own.',
      es: 'Estas frases vienen de sus comentarios, de las noches para escuchar y de quienes participan aquí. Díganos si está de acuerdo. Puede parar cuando quiera y agregar una frase suya.',
      ar: 'هذه الجمل من تعليقاتكم ومن أمسيات الاستماع وممن يشاركون هنا. قولوا هل توافقون. يمكنكم التوقف في أي وقت وإضافة جملة من عندكم.',
    },
    moderationPolicy: statementPolicy,
    openedOn,
    closesOn: dayAfter(today, 12),
    resultsShown: 'always',
    statements,
    voters: exampleVoters({ ...plan, voters: 420 }, random),
    taken: [
      ['mentor', 'staying', 'All groups agree. The comments about help for new teachers say why.'],
      ['principal', 'staying', 'Agreed by staff and families alike.'],
      ['no-semester-of-substitutes', 'regular-teacher', 'Families and staff agree on the limit.'],
      [
        'special-education-first',
        'regular-teacher',
        'Agreed across groups; the comments about open posts say the same.',
      ],
      ['aides', 'language', 'The common ground in an area where comments differ.'],
      ['move-required', 'experience', 'Shows where groups differ most; stands beside the next one.'],
      ['own-choice', 'experience', 'The other side of the same question.'],
      ['move-together', 'experience', 'A way that all three groups could live with.'],
    ].map(([statement, theme, note]) => ({ statement: statement!, theme: theme!, on: takenOn, note: note! })),
  }
}
