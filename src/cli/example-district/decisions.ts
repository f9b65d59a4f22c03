import { dayAfter } from './days.ts'
import type { ExampleDecision } from './district-model.ts'
import { firstVote } from './first-vote.ts'

/** Five decisions: three published (one dropped in part, one done), one draft, and one that still lacks a reason. */
export function exampleDecisions(today: string): ExampleDecision[] {
  const on = (days: number) => dayAfter(today, days)
  return [
    {
      key: 'mentor-hours',
      engagement: 'mentors',
      state: 'published',
      publishedOn: on(-240),
      decidedOn: on(-241),
      reviewOn: on(-60),
      question: {
        en: 'How do we make sure that no first-year teacher is alone with the job?',
        es: '¿Cómo logramos que nadie en su primer año de maestro esté solo con el trabajo?',
      },
      options: [
        {
          key: 'two-hours',
          label: {
            en: 'Two paid hours a week with a mentor at the same school',
            es: 'Dos horas pagadas por semana con un mentor de la misma escuela',
          },
        },
        {
          key: 'coach',
          label: {
            en: 'Three full-time coaches who travel',
            es: 'Tres asesoras de tiempo completo que van de escuela en escuela',
          },
        },
        { key: 'nothing', label: { en: 'Leave it to each principal', es: 'Dejarlo a cada director' } },
      ],
      method: { kind: 'consensus', level: 'All eleven could live with it; nine fully agreed' },
      result: 'two-hours',
      resultText: {
        en: 'Each first-year teacher gets a mentor at the same school and two paid hours a week with that person.',
        es: 'Cada maestro de primer año tendrá un mentor de la misma escuela y dos horas pagadas por semana con esa persona.',
      },
      dispositions: [
        {
          theme: 'mentor-time',
          disposition: 'adopted',
          reason: {
            en: 'You told us that hours after school do not happen. The two hours are now in the timetable, and a substitute is paid for the mentor’s class.',
            es: 'Nos dijeron que las horas después de clase no se cumplen. Ahora las dos horas están en el horario y se paga una suplente para la clase del mentor.',
          },
          followUp: {
            state: 'done',
            on: on(-75),
            note: {
              en: 'It is done: 29 mentors work with 41 first-year teachers. In 34 of 41 cases the hours were really held in the first six weeks; we are working on the other seven.',
              es: 'Ya está hecho: 29 mentores trabajan con 41 maestros de primer año. En 34 de los 41 casos las horas sí se cumplieron en las primeras seis semanas; estamos atendiendo los otros siete.',
            },
          },
        },
        {
          theme: 'mentor-who',
          disposition: 'in-part',
          reason: {
            en: 'At six schools the mentor works in the same building. At Mill Street, Cottonwood and Orchard Flats there are too few experienced teachers, so five retired teachers come in twice a week.',
            es: 'En seis escuelas el mentor trabaja en el mismo edificio. En Mill Street, Cottonwood y Orchard Flats hay muy pocos maestros con experiencia, así que cinco maestras jubiladas van dos veces por semana.',
          },
          followUp: null,
        },
      ],
      responsible: 'Rosaura Alcázar-Webb, family engagement, with the nine principals',
      minority: {
        en: 'Two members of the group wanted traveling coaches, because a mentor at the same school may find it hard to speak openly to a principal.',
        es: 'Dos personas del grupo querían asesoras que fueran de escuela en escuela, porque a una mentora de la misma escuela le puede costar hablar con franqueza ante su directora.',
      },
    },
    {
      key: 'first-steps',
      engagement: 'well-prepared',
      state: 'published',
      publishedOn: on(-13),
      decidedOn: on(-14),
      reviewOn: on(45),
      question: {
        en: 'What can start at once for classes that have no regular teacher?',
        es: '¿Qué puede empezar de inmediato en las clases que no tienen maestro fijo?',
      },
      options: [
        {
          key: 'both',
          label: {
            en: 'Write to families within ten school days, and offer Saturday math',
            es: 'Avisar a las familias en diez días de clase y ofrecer matemáticas los sábados',
          },
        },
        { key: 'letter-only', label: { en: 'Only write to families', es: 'Solo avisar a las familias' } },
        { key: 'wait', label: { en: 'Wait for the plan', es: 'Esperar al plan' } },
      ],
      method: { kind: 'advisory', body: 'The team of 24 advised; the superintendent decided' },
      result: 'both',
      resultText: {
        en: 'From now on families hear within ten school days when a class has no regular teacher. Saturday math is offered at Orchard Flats as a trial.',
        es: 'Desde ahora las familias sabrán en diez días de clase cuando un grupo no tenga maestro fijo. Como prueba, hay matemáticas los sábados en Orchard Flats.',
      },
      dispositions: [
        {
          theme: 'told',
          disposition: 'adopted',
          reason: {
            en: 'Many of you learned from your child that a teacher had left. That was our fault. A text goes out in three languages within ten school days, with the name of someone who answers the phone.',
            es: 'Muchas familias supieron por sus hijos que la maestra se había ido. Fue falla nuestra. Se envía un mensaje en tres idiomas en diez días de clase, con el nombre de una persona que contesta el teléfono.',
          },
          followUp: {
            state: 'done',
            on: on(-5),
            note: {
              en: 'It is done: families of all 17 classes without a regular teacher have had the message. It will go out for each new case.',
              es: 'Ya está hecho: las familias de las 17 clases sin maestro fijo recibieron el mensaje. Se enviará en cada caso nuevo.',
            },
          },
        },
        {
          theme: 'subject',
          disposition: 'in-part',
          reason: {
            en: 'We cannot hire math teachers in the middle of the year. We try Saturday math with two credentialed teachers at Orchard Flats, where the need is greatest.',
            es: 'No podemos contratar maestros de matemáticas a mitad del año. Probamos matemáticas los sábados con dos maestras certificadas en Orchard Flats, donde hace más falta.',
          },
          followUp: {
            state: 'dropped',
            on: on(-4),
            note: {
              en: 'We stopped it. On two Saturdays, 11 and 6 of the 94 invited students came: there is no bus on Saturday and many look after younger children. The two teachers now teach an extra period on Tuesday and Thursday instead.',
              es: 'Lo suspendimos. En dos sábados vinieron 11 y 6 de los 94 alumnos invitados: los sábados no hay camión y muchos cuidan a sus hermanos. En su lugar, las dos maestras dan una hora más los martes y jueves.',
            },
          },
        },
      ],
      responsible: 'Celestina Prado, coordinator for equitable access',
      minority: {
        en: 'Three members of the team asked to try Saturday math at South Levee too. They expected few students to come to Orchard Flats without a bus.',
        es: 'Tres personas del equipo pidieron probar los sábados también en South Levee. Temían que a Orchard Flats llegaran pocos alumnos sin camión.',
      },
    },
    firstVote(today),
    {
      key: 'sharing-experience',
      engagement: 'well-prepared',
      state: 'draft',
      publishedOn: null,
      decidedOn: null,
      reviewOn: null,
      question: {
        en: 'How will experienced teachers be shared between schools in the three-year plan?',
        es: '¿Cómo se repartirán los maestros con experiencia entre las escuelas en el plan de tres años?',
      },
      options: [
        {
          key: 'groups',
          label: {
            en: 'Voluntary groups of three to five, with the right to return',
            es: 'Grupos voluntarios de tres a cinco, con derecho a regresar',
          },
        },
        {
          key: 'limit',
          label: {
            en: 'A limit of one new teacher in four for each school',
            es: 'Un límite de un maestro nuevo por cada cuatro en cada escuela',
          },
        },
        {
          key: 'early',
          label: {
            en: 'Schools with the most new teachers hire first, in February',
            es: 'Las escuelas con más maestros nuevos contratan primero, en febrero',
          },
        },
      ],
      method: { kind: 'consensus', level: 'The team looks for a proposal that all 24 can live with' },
      result: null,
      resultText: null,
      dispositions: [
        {
          theme: 'experience',
          disposition: 'in-part',
          reason: {
            en: 'The team leans towards voluntary groups and early hiring, and away from forced moves. It has not finished.',
            es: 'El equipo se inclina por los grupos voluntarios y la contratación temprana, y no por obligar a nadie. Aún no termina.',
          },
          followUp: null,
        },
        {
          theme: 'staying',
          disposition: 'in-part',
          reason: {
            en: 'A group that moves gets a principal who has promised to stay three years.',
            es: 'El grupo que se cambie tendrá una directora o un director que se comprometa a quedarse tres años.',
          },
          followUp: null,
        },
      ],
      responsible: 'Celestina Prado, for the team of 24',
      minority: null,
    },
    {
      key: 'bus-yard',
      engagement: 'well-prepared',
      state: 'draft',
      publishedOn: null,
      decidedOn: on(-2),
      reviewOn: on(120),
      question: {
        en: 'Should the lot by the old bus yard be used for housing for teachers and aides?',
        es: '¿Debe usarse el terreno junto al patio de camiones para vivienda de maestros y asistentes?',
      },
      options: [
        { key: 'study', label: { en: 'Pay for a study first', es: 'Pagar primero un estudio' } },
        { key: 'no', label: { en: 'No', es: 'No' } },
      ],
      method: { kind: 'vote', for: 4, against: 3, abstained: 0 },
      result: 'study',
      resultText: {
        en: 'The board voted 4 to 3 to pay for a study of the lot.',
        es: 'La mesa directiva votó 4 contra 3 a favor de pagar un estudio del terreno.',
      },
      dispositions: [
        {
          theme: 'cost',
          disposition: 'in-part',
          reason: {
            en: 'A study costs $40,000 and takes four months. It must say what rents would be and who could move in.',
            es: 'El estudio cuesta 40,000 dólares y toma cuatro meses. Debe decir de cuánto serían las rentas y quiénes podrían mudarse.',
          },
          followUp: null,
        },
        // Nobody has written yet what this means for aides and people from here, so it cannot be published.
        { theme: 'language', disposition: 'in-part', reason: null, followUp: null },
      ],
      responsible: 'The superintendent',
      minority: {
        en: 'Three members think that a school district should not become a landlord.',
        es: 'Tres integrantes piensan que un distrito escolar no debe ser casero.',
      },
    },
  ]
}
