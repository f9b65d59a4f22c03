import type { ExampleCode, ExampleTheme } from './district-model.ts'

const main = 'well-prepared'

/** The themes of the main engagement. Each summary says what those who are for it ask, so that for and against are clear. */
export function exampleThemes(): ExampleTheme[] {
  return [
    {
      key: 'experience',
      engagement: main,
      codes: ['new-teachers', 'moving-teachers'],
      title: {
        en: 'Share experienced teachers fairly',
        es: 'Repartir con justicia a los maestros con experiencia',
      },
      summary: {
        en: 'New teachers are gathered in the same few schools. Many ask that experienced teachers work where they are needed most. Others warn against moving anyone who does not want to move, and speak up for new teachers.',
        es: 'Los maestros nuevos se juntan en las mismas pocas escuelas. Muchas personas piden que los de más experiencia trabajen donde más se necesitan. Otras advierten que no hay que mover a quien no quiere, y defienden a los maestros nuevos.',
      },
    },
    {
      key: 'regular-teacher',
      engagement: main,
      codes: ['substitutes', 'special-education'],
      title: { en: 'A regular teacher in every class', es: 'Un maestro fijo en cada clase' },
      summary: {
        en: 'Classes that wait for months for a teacher, above all in special education. Many ask to fill the longest-open posts first and to give the lost time back. Others prefer a good substitute to a rushed hire.',
        es: 'Clases que esperan meses por un maestro, sobre todo en educación especial. Muchas personas piden cubrir primero los puestos que llevan más tiempo vacíos y reponer el tiempo perdido. Otras prefieren una buena suplente a una contratación de prisa.',
      },
    },
    {
      key: 'subject',
      engagement: main,
      codes: ['out-of-field', 'class-lists'],
      title: { en: 'Teachers who know their subject', es: 'Maestros que dominan su materia' },
      summary: {
        en: 'Math and science taught by people trained for something else, and the strongest teachers given to the students who are already ahead. Others say that care matters more than a certificate, and that principals should decide.',
        es: 'Matemáticas y ciencias a cargo de personas preparadas para otra cosa, y los mejores maestros para los alumnos que ya van adelante. Otras voces dicen que vale más el cuidado que el título, y que deben decidir los directores.',
      },
    },
    {
      key: 'staying',
      engagement: main,
      codes: ['turnover', 'mentoring', 'working-conditions'],
      title: { en: 'Good teachers who stay', es: 'Buenos maestros que se quedan' },
      summary: {
        en: 'Why teachers leave and what would keep them: a mentor next door, a principal who stays, time to plan, a school in good repair. Others think that some turnover is healthy, or are tired of programs.',
        es: 'Por qué se van los maestros y qué los haría quedarse: una mentora cerca, una directora que permanezca, tiempo para preparar, una escuela en buen estado. Otras personas piensan que algo de cambio es sano o están cansadas de programas.',
      },
    },
    {
      key: 'cost',
      engagement: main,
      codes: ['pay', 'housing-drive'],
      title: { en: 'Pay, rent and the drive', es: 'El sueldo, la renta y el traslado' },
      summary: {
        en: 'Many ask for more pay where teachers are hard to keep, and for help with rent and the drive. Others find extra pay for some schools unfair, or say that money is not the reason.',
        es: 'Muchas personas piden mejor sueldo donde cuesta retener a los maestros, y ayuda con la renta y el traslado. A otras les parece injusto pagar más solo en algunas escuelas, o dicen que el dinero no es la razón.',
      },
    },
    {
      key: 'language',
      engagement: main,
      codes: ['bilingual', 'from-here'],
      title: {
        en: 'Teachers who speak our languages and come from here',
        es: 'Maestros que hablan nuestros idiomas y son de aquí',
      },
      summary: {
        en: 'Families ask for bilingual teachers where children need them, and for a way for aides and neighbors to become teachers. Others want English first, or the best applicant from anywhere.',
        es: 'Las familias piden maestros bilingües donde los niños los necesitan, y un camino para que asistentes y vecinos lleguen a ser maestros. Otras quieren primero el inglés, o a la mejor persona, venga de donde venga.',
      },
    },
    {
      key: 'told',
      engagement: main,
      codes: ['not-told', 'say-in-it'],
      title: { en: 'Families told early and heard', es: 'Familias avisadas a tiempo y escuchadas' },
      summary: {
        en: 'Families learn too late, or in the wrong language, that a class has no teacher, and doubt that anyone listens. Others fear that public lists hurt schools, or want fewer meetings and more hiring.',
        es: 'Las familias se enteran tarde, o en otro idioma, de que una clase no tiene maestro, y dudan de que alguien escuche. Otras temen que las listas públicas dañen a las escuelas, o quieren menos juntas y más contrataciones.',
      },
    },
    {
      key: 'mentor-time',
      engagement: 'mentors',
      codes: ['time-together'],
      title: { en: 'Paid time together', es: 'Tiempo pagado para trabajar juntos' },
      summary: {
        en: 'Mentors and first-year teachers want hours in the working week, not after it. Some fear for the classes that mentors leave.',
        es: 'Mentores y maestros nuevos quieren horas dentro de la semana de trabajo, no después. A algunas personas les preocupan las clases que dejan los mentores.',
      },
    },
    {
      key: 'mentor-who',
      engagement: 'mentors',
      codes: ['who-mentors'],
      title: { en: 'Someone at the same school', es: 'Alguien de la misma escuela' },
      summary: {
        en: 'Most want a mentor who works in the same building. Some say that at schools with mostly new teachers there is nobody to ask.',
        es: 'La mayoría quiere un mentor que trabaje en el mismo edificio. Algunas personas dicen que en las escuelas con casi puros maestros nuevos no hay a quién pedírselo.',
      },
    },
  ]
}

/** The codes that the two coders worked with. */
export function exampleCodes(): ExampleCode[] {
  return [
    {
      key: 'new-teachers',
      engagement: main,
      theme: 'experience',
      name: { en: 'New teachers in the same schools', es: 'Maestros nuevos en las mismas escuelas' },
      definition:
        'Teachers in their first three years are gathered in some schools or follow one another in the life of a child.',
      include: 'Several new teachers in a row; no experienced colleague to ask; comparison between schools.',
      exclude: 'Help for new teachers (mentoring); teachers leaving (turnover).',
      example: 'Four of my six teachers this year are new.',
    },
    {
      key: 'moving-teachers',
      engagement: main,
      theme: 'experience',
      name: { en: 'Who works where', es: 'Quién trabaja dónde' },
      definition:
        'Rules and ideas about transfers, placement and the order in which schools hire, for or against.',
      include: 'Voluntary or required moves; limits on new teachers for each school; early hiring.',
      exclude: 'Which teacher gets which class inside a school (class lists); extra pay (pay).',
      example: 'Ask experienced teachers to come as a group, with a promise that they can go back.',
    },
    {
      key: 'substitutes',
      engagement: main,
      theme: 'regular-teacher',
      name: { en: 'Months with substitutes', es: 'Meses con suplentes' },
      definition:
        'A class without a regular teacher for longer than a short absence, and how substitutes are found and paid.',
      include: 'Changing substitutes; split classes; aides who run a class; good long-term substitutes.',
      exclude: 'Posts in special education (special education posts); families who were not told (not told).',
      example: 'A substitute for a semester is a decision, even if nobody will say who made it.',
    },
    {
      key: 'special-education',
      engagement: main,
      theme: 'regular-teacher',
      name: { en: 'Open special education posts', es: 'Puestos vacíos en educación especial' },
      definition:
        'A missing or changing special education teacher or specialist, and help promised in a plan that is not given.',
      include: 'Caseloads over the limit; aides who carry a special day class.',
      exclude: 'General remarks on special education without staffing.',
      example: 'There has been no specialist since October. The plan is very well written.',
    },
    {
      key: 'out-of-field',
      engagement: main,
      theme: 'subject',
      name: { en: 'Outside their subject', es: 'Fuera de su materia' },
      definition: 'A teacher teaches a subject that he or she was not trained for, and what to do about it.',
      include: 'Emergency permits; math and science above all; the view that training is not what counts.',
      exclude: 'No teacher at all (months with substitutes).',
      example: 'He is one page ahead of the students.',
    },
    {
      key: 'class-lists',
      engagement: main,
      theme: 'subject',
      name: { en: 'Who gets which class', es: 'A quién le toca qué grupo' },
      definition: 'How students and teachers are put together inside one school.',
      include: 'Honors and low groups; parents who ask for a teacher; the power of principals.',
      exclude: 'Differences between schools (new teachers, who works where).',
      example: 'The newest person gets everybody who failed last year.',
    },
    {
      key: 'turnover',
      engagement: main,
      theme: 'staying',
      name: { en: 'Teachers leave', es: 'Los maestros se van' },
      definition: 'Teachers or principals leave often, and what that does to children and colleagues.',
      include: 'Loss of trust; starting over each year; the view that some should leave.',
      exclude: 'Reasons that have their own code: pay, housing, mentoring, working conditions.',
      example: 'You don’t have a hiring problem. You have a leaving problem.',
    },
    {
      key: 'mentoring',
      engagement: main,
      theme: 'staying',
      name: { en: 'Help for new teachers', es: 'Apoyo a maestros nuevos' },
      definition: 'Mentors, coaching and lighter loads in the first years, wanted or not.',
      include: 'Experiences with mentors; retired teachers who help.',
      exclude: 'Training to teach another subject (outside their subject).',
      example: 'We talk in the parking lot. That is our mentoring program.',
    },
    {
      key: 'working-conditions',
      engagement: main,
      theme: 'staying',
      name: { en: 'What the work is like', es: 'Cómo es el trabajo' },
      definition:
        'Respect, leadership, buildings, planning time, counselors and nurses, as reasons to stay or go.',
      include: 'Heat and repairs; paperwork; support from the principal.',
      exclude: 'Pay; the drive to work.',
      example: 'A calm hallway and a working heater would keep more teachers than any slogan.',
    },
    {
      key: 'pay',
      engagement: main,
      theme: 'cost',
      name: { en: 'Pay and bonuses', es: 'Sueldo y bonos' },
      definition: 'What teachers and aides earn, and extra pay for some schools or subjects, for or against.',
      include: 'Loans paid back; one-time bonuses; second jobs.',
      exclude: 'Pay for substitutes (months with substitutes).',
      example: 'A one-time bonus buys one year.',
    },
    {
      key: 'housing-drive',
      engagement: main,
      theme: 'cost',
      name: { en: 'Rent and the drive', es: 'La renta y el traslado' },
      definition: 'Where teachers can afford to live and how far they drive.',
      include: 'Teacher housing; gas; flooded roads.',
      exclude: 'How children get to school.',
      example: 'You can recruit all you like. Where are they going to sleep?',
    },
    {
      key: 'bilingual',
      engagement: main,
      theme: 'language',
      name: { en: 'Teachers who speak our languages', es: 'Maestros que hablan nuestros idiomas' },
      definition: 'Bilingual teachers, interpreters and two-language classes, wanted or not.',
      include: 'Children who interpret; credentials from other countries.',
      exclude: 'Letters in the wrong language (not told).',
      example: 'A child who does not understand the teacher has no teacher.',
    },
    {
      key: 'from-here',
      engagement: main,
      theme: 'language',
      name: { en: 'Teachers from here', es: 'Maestros de aquí' },
      definition:
        'Teachers who grew up here or know the community, and ways for aides and students to become teachers.',
      include: 'Evening degrees; promises of a job; the view that it takes too long.',
      exclude: 'Pay for aides without study (pay).',
      example: 'People who are from here stay here.',
    },
    {
      key: 'not-told',
      engagement: main,
      theme: 'told',
      name: { en: 'Not told', es: 'No nos avisaron' },
      definition:
        'What families learn about who teaches their child, when, and in which language; publishing numbers by school.',
      include: 'Late letters; letters in English only; fear that lists hurt schools.',
      exclude: 'Taking part in decisions (a say in it).',
      example: 'I found out from my son that his teacher had left. Not from the school.',
    },
    {
      key: 'say-in-it',
      engagement: main,
      theme: 'told',
      name: { en: 'A say in it', es: 'Tener voz' },
      definition:
        'Meetings, surveys, hiring panels: whether people can influence what is decided, and whether they should.',
      include: 'Meeting times; no answer to an earlier survey; “stop asking, start hiring”.',
      exclude: 'Information without a chance to answer (not told).',
      example: 'I don’t expect to get everything I ask for. I do expect to be told why not.',
    },
    {
      key: 'time-together',
      engagement: 'mentors',
      theme: 'mentor-time',
      name: { en: 'Hours for mentoring', es: 'Horas para la mentoría' },
      definition: 'When mentors and new teachers meet, and who pays for the hours.',
      include: 'Visits in class; cover for the mentor’s class.',
      exclude: 'Who the mentor is.',
      example: 'An hour on paper at four o’clock is not an hour.',
    },
    {
      key: 'who-mentors',
      engagement: 'mentors',
      theme: 'mentor-who',
      name: { en: 'Who the mentor is', es: 'Quién es el mentor' },
      definition: 'Same school, same subject, retired or active.',
      include: 'Choosing and matching mentors.',
      exclude: 'Hours and pay.',
      example: 'She has to be down the hall.',
    },
  ]
}
