import type { Agency } from '../../src/features/agencies/agency.ts'
import type { Role } from '../../src/features/agencies/permission.ts'
import { addAboutQuestion } from '../../src/features/comments/about-question.store.ts'
import { addQuestion, listQuestions } from '../../src/features/comments/question.store.ts'
import type { Question, QuestionKind } from '../../src/features/comments/question.ts'
import { listAnswers, findComment } from '../../src/features/comments/comment.store.ts'
import { type IncomingComment, sendComment } from '../../src/features/comments/send-comment.action.ts'
import type { Engagement } from '../../src/features/engagements/engagement.ts'
import type { Person } from '../../src/features/people/person.ts'
import { newId } from '../../src/platform/db/id.ts'
import { nothingWritten, written } from '../../src/platform/i18n/written.ts'
import type { Services } from '../../src/platform/services.ts'
import { testNow } from './app.ts'
import { makeAgency, makeEngagement, makePerson } from './make.ts'

/** An agency with an open engagement that asks one question of every kind, and a coordinator. */
export type StaffPlace = {
  agency: Agency
  engagement: Engagement
  coordinator: Person
  questions: Record<QuestionKind, Question>
  aboutId: string
}

const label = (en: string, es: string) => written('en', { en, es })

export async function makeStaffPlace(
  services: Pick<Services, 'db'>,
  changes: Partial<Engagement> = {},
  agencyChanges: Partial<Agency> = {},
): Promise<StaffPlace> {
  const { db } = services
  const agency = await makeAgency(db, agencyChanges)
  const engagement = await makeEngagement(db, agency, changes)
  const coordinator = await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })
  const kinds: { kind: QuestionKind; prompt: [string, string]; options?: [string, string, string][] }[] = [
    { kind: 'text', prompt: ['What should change?', '¿Qué debería cambiar?'] },
    {
      kind: 'single',
      prompt: ['Which matters most?', '¿Qué importa más?'],
      options: [
        ['a', 'Smaller classes', 'Clases más pequeñas'],
        ['b', 'Experienced teachers', 'Docentes con experiencia'],
      ],
    },
    {
      kind: 'multiple',
      prompt: ['What helps?', '¿Qué ayuda?'],
      options: [
        ['a', 'Mentors', 'Mentores'],
        ['b', 'Time', 'Tiempo'],
        ['c', 'Pay', 'Salario'],
      ],
    },
    {
      kind: 'scale',
      prompt: ['How fair is it today?', '¿Qué tan justo es hoy?'],
      options: [
        ['1', 'Not at all', 'Nada'],
        ['2', '', ''],
        ['3', '', ''],
        ['4', '', ''],
        ['5', 'Very', 'Mucho'],
      ],
    },
    {
      kind: 'ranking',
      prompt: ['Put these in order', 'Ponga esto en orden'],
      options: [
        ['a', 'Reading', 'Lectura'],
        ['b', 'Math', 'Matemáticas'],
        ['c', 'Art', 'Arte'],
      ],
    },
  ]
  for (const [index, { kind, prompt, options = [] }] of kinds.entries()) {
    await addQuestion(db, {
      agencyId: agency.id,
      engagementId: engagement.id,
      code: `Q${index + 1}`,
      position: index + 1,
      kind,
      prompt: label(...prompt),
      hint: nothingWritten,
      options: options.map(([id, en, es]) => ({ id, label: label(en, es) })),
      required: false,
    })
  }
  const all = await listQuestions(db, agency.id, engagement.id)
  const aboutId = await addAboutQuestion(db, {
    agencyId: agency.id,
    engagementId: engagement.id,
    key: 'a1',
    position: 1,
    prompt: label('You are', 'Usted es'),
    options: [
      { id: 'a', label: label('A parent', 'Madre o padre') },
      { id: 'b', label: label('A teacher', 'Docente') },
    ],
  })
  return {
    agency,
    engagement,
    coordinator,
    questions: Object.fromEntries(
      all.map((question) => [question.kind, question]),
    ) as StaffPlace['questions'],
    aboutId: aboutId!,
  }
}

export async function makeColleague(
  services: Pick<Services, 'db'>,
  { agency }: StaffPlace,
  role: Role,
): Promise<Person> {
  return makePerson(services.db, { agencyId: agency.id, roles: [role] })
}

/** A comment in words, as the web form brings it. */
export async function makeComment(
  services: Pick<Services, 'db' | 'config'>,
  { agency, engagement, questions }: StaffPlace,
  text: string,
  changes: Partial<IncomingComment> = {},
): Promise<{ id: string; receiptCode: string }> {
  const sent = await sendComment(
    services,
    {
      agency,
      engagement,
      channel: 'web',
      answers: [{ questionId: questions.text.id, text, choices: null, number: null }],
      submissionKey: newId(),
      ...changes,
    },
    changes.receivedAt ?? testNow,
  )
  if (sent.outcome !== 'accepted') throw new Error(`The comment was not accepted: ${JSON.stringify(sent)}`)
  return { id: sent.commentId, receiptCode: sent.receiptCode }
}

/** A comment as it is kept, with the words of its first answer in words. */
export async function readComment(services: Pick<Services, 'db'>, { agency }: StaffPlace, id: string) {
  const comment = await findComment(services.db, agency.id, id)
  if (!comment) throw new Error(`There is no comment ${id}`)
  const answers = await listAnswers(services.db, agency.id, [id])
  return { comment, answers, text: answers.find((answer) => answer.text !== null)?.text ?? null }
}
