import { dayAfter } from './days.ts'
import type { ExampleDecision } from './district-model.ts'

/** The board's first vote, which answers each theme of the main engagement. */
export function firstVote(today: string): ExampleDecision {
  const on = (days: number) => dayAfter(today, days)
  return {
    key: 'first-vote',
    engagement: 'well-prepared',
    state: 'published',
    publishedOn: on(-1),
    decidedOn: on(-1),
    reviewOn: on(180),
    question: {
      en: 'Which steps start now, with the money we already have?',
      es: '¿Qué empieza ahora, con el dinero que ya tenemos?',
    },
    options: [
      {
        key: 'rooms-first',
        label: {
          en: 'Fill the longest-open classes first, with 14 permanent substitutes',
          es: 'Cubrir primero las clases que más han esperado, con 14 suplentes fijos',
        },
      },
      {
        key: 'bonus-first',
        label: { en: 'A one-time bonus at four schools', es: 'Un bono único en cuatro escuelas' },
      },
      { key: 'all-little', label: { en: 'A little for each school', es: 'Un poco para cada escuela' } },
    ],
    method: { kind: 'vote', for: 5, against: 2, abstained: 0 },
    result: 'rooms-first',
    resultText: {
      en: 'The board voted 5 to 2: fourteen permanent substitutes at the four schools with the longest-open classes, and those classes are filled before any other post.',
      es: 'La mesa directiva votó 5 contra 2: catorce suplentes fijos en las cuatro escuelas con las clases que más han esperado, y esas clases se cubren antes que cualquier otro puesto.',
    },
    dispositions: [
      {
        theme: 'regular-teacher',
        disposition: 'adopted',
        reason: {
          en: 'This is what most of you wrote about, and it hurts children now. The 14 permanent substitutes can stay past thirty days. Special education posts count double when we decide which class comes first. Those of you who warned against rushed hiring are right as well: nobody is hired without a lesson in front of students.',
          es: 'De esto escribió la mayoría, y está afectando a los niños ahora. Los 14 suplentes fijos pueden quedarse más de treinta días. Los puestos de educación especial cuentan doble al decidir qué clase va primero. También tienen razón quienes advirtieron contra contratar de prisa: nadie será contratado sin dar antes una clase ante alumnos.',
        },
        followUp: null,
      },
      {
        theme: 'experience',
        disposition: 'not',
        reason: {
          en: 'The board decided against moving teachers who have not asked to move, for this year. Five members think that forced moves would make people leave. The question of voluntary groups and earlier hiring goes to the vote on the plan.',
          es: 'La mesa directiva decidió no mover, por este año, a maestros que no lo hayan pedido. Cinco integrantes creen que obligar a la gente haría que se fuera. Los grupos voluntarios y la contratación temprana se verán en la votación del plan.',
        },
        followUp: null,
      },
      {
        theme: 'subject',
        disposition: 'in-part',
        reason: {
          en: 'We pay the courses and the test for up to ten teachers who add a math or science credential. We did not find a fair way to change class lists in the middle of the year.',
          es: 'Pagamos los cursos y el examen a un máximo de diez maestros que obtengan la credencial de matemáticas o ciencias. No encontramos una forma justa de cambiar los grupos a mitad del año.',
        },
        followUp: null,
      },
      {
        theme: 'staying',
        disposition: 'already',
        reason: {
          en: 'Mentors with two paid hours a week are in place since last year. You told us that not all the hours are held. We now check them each month and publish the result for each school.',
          es: 'Desde el año pasado hay mentores con dos horas pagadas por semana. Ustedes nos dijeron que no siempre se cumplen. Ahora lo revisamos cada mes y publicamos el resultado de cada escuela.',
        },
        followUp: null,
      },
      {
        theme: 'cost',
        disposition: 'out-of-scope',
        reason: {
          en: 'Salaries are set in the contract with the teachers’ union and can change only when it is negotiated next year. We have sent all your comments on pay to both sides. Housing needs a vote on the lot by the old bus yard; that is a separate question.',
          es: 'Los sueldos se fijan en el contrato con el sindicato y solo pueden cambiar cuando se negocie el próximo año. Enviamos a las dos partes todos sus comentarios sobre el sueldo. La vivienda requiere votar sobre el terreno junto al patio de camiones; es otra pregunta.',
        },
        followUp: null,
      },
      {
        theme: 'language',
        disposition: 'in-part',
        reason: {
          en: 'Four of the 14 permanent substitutes must speak Spanish or Arabic. From next month bilingual staff may not be called out of class to interpret; we hire two interpreters. Extra pay belongs to the contract. Some of you want English first: nothing changes in how English is taught.',
          es: 'Cuatro de los 14 suplentes fijos deben hablar español o árabe. Desde el próximo mes no se podrá sacar de clase al personal bilingüe para interpretar; contratamos a dos intérpretes. El pago adicional corresponde al contrato. Hay quienes quieren primero el inglés: la enseñanza del inglés no cambia.',
        },
        followUp: null,
      },
      {
        theme: 'told',
        disposition: 'already',
        reason: {
          en: 'The message within ten school days has been working since last week. A page with the numbers for each school follows in spring; we will publish no ranking.',
          es: 'El aviso en diez días de clase funciona desde la semana pasada. En primavera publicaremos una página con los números de cada escuela, sin ninguna lista de mejores y peores.',
        },
        followUp: null,
      },
    ],
    responsible: 'The superintendent; each month a report to the board',
    minority: {
      en: 'Two members voted against. One wanted to move part of the experienced teachers this year, “because the children cannot wait for volunteers”. The other wanted the same amount for each school.',
      es: 'Dos integrantes votaron en contra. Una persona quería mover este año a una parte de los maestros con experiencia, «porque los niños no pueden esperar voluntarios». La otra quería la misma cantidad para cada escuela.',
    },
  }
}
