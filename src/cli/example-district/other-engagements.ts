import { dayAfter } from './days.ts'
import type { ExampleEngagement } from './district-model.ts'
import { riverbendModeration } from './main-engagement.ts'

/** A small engagement that is over and kept its word. */
export function mentorsEngagement(today: string): ExampleEngagement {
  const on = (days: number) => dayAfter(today, days)
  return {
    key: 'mentors',
    agency: 'riverbend',
    slug: 'mentors-for-first-year-teachers',
    state: 'closed',
    languages: ['en', 'es', 'ar'],
    opensOn: on(-290),
    closesOn: on(-262),
    contact: 'alcazar',
    contactPhone: '+12095550143',
    title: {
      en: 'Mentors for first-year teachers',
      es: 'Mentores para maestros de primer año',
      ar: 'مرشدون للمعلمين في سنتهم الأولى',
    },
    purpose: {
      en: 'Eleven of our 38 first-year teachers left before the summer. Most told us they had been alone with the job. We asked what a good mentor does, and who should be one.',
      es: 'Once de nuestros 38 maestros de primer año se fueron antes del verano. La mayoría nos dijo que se sintió sola con el trabajo. Preguntamos qué hace un buen mentor y quién debería serlo.',
      ar: 'ترك أحد عشر معلمًا من أصل 38 معلمًا في سنتهم الأولى العمل قبل الصيف. قال معظمهم إنهم كانوا وحدهم في العمل. سألنا: ماذا يفعل المرشد الجيد، ومن يجب أن يكون؟',
    },
    whatIsDecided: {
      en: 'How many paid hours mentors get, and whether a mentor must work at the same school.',
      es: 'Cuántas horas pagadas reciben los mentores, y si deben trabajar en la misma escuela.',
      ar: 'كم ساعة مدفوعة يحصل عليها المرشد، وهل يجب أن يعمل في المدرسة نفسها.',
    },
    whoDecides: {
      en: 'The superintendent, after the mentoring group of nine teachers and two parents had agreed on a proposal.',
      es: 'La superintendencia, después de que el grupo de nueve maestros y dos padres acordó una propuesta.',
      ar: 'مدير المنطقة التعليمية، بعد أن اتفقت مجموعة من تسعة معلمين واثنين من الأهالي على اقتراح.',
    },
    howInputIsUsed: {
      en: 'The group read every comment aloud at its two meetings and answered each point in writing.',
      es: 'El grupo leyó en voz alta cada comentario en sus dos reuniones y contestó cada punto por escrito.',
      ar: 'قرأت المجموعة كل تعليق بصوت عالٍ في اجتماعيها وأجابت عن كل نقطة كتابةً.',
    },
    hardestIssue: {
      en: 'A mentor who is out of her own class needs someone to teach it. We did not have enough substitutes for that.',
      es: 'Cuando una mentora sale de su salón, alguien tiene que dar su clase. No teníamos suficientes suplentes para eso.',
      ar: 'عندما تخرج المرشدة من صفها يجب أن يدرّسه شخص آخر، ولم يكن لدينا ما يكفي من المعلمين البدلاء.',
    },
    moderationPolicy: riverbendModeration,
    frameworks: ['promising-practices'],
    moderation: 'after',
    responseDays: 10,
    asksStudents: false,
    timeline: [
      {
        key: 'mentors-open',
        day: on(-290),
        startsAt: null,
        endsAt: null,
        place: '',
        takePart: true,
        title: { en: 'Comments opened', es: 'Se abrieron los comentarios', ar: 'بدأ استقبال التعليقات' },
        detail: {
          en: 'Two questions, four weeks.',
          es: 'Dos preguntas, cuatro semanas.',
          ar: 'سؤالان، أربعة أسابيع.',
        },
      },
      {
        key: 'mentors-decided',
        day: on(-240),
        startsAt: null,
        endsAt: null,
        place: '',
        takePart: false,
        title: { en: 'The superintendent decided', es: 'La superintendencia decidió', ar: 'صدر القرار' },
        detail: {
          en: 'Two paid hours a week, at the same school.',
          es: 'Dos horas pagadas por semana, en la misma escuela.',
          ar: 'ساعتان مدفوعتان في الأسبوع، في المدرسة نفسها.',
        },
      },
      {
        key: 'mentors-done',
        day: on(-75),
        startsAt: null,
        endsAt: null,
        place: '',
        takePart: false,
        title: {
          en: 'All first-year teachers have a mentor',
          es: 'Todo maestro de primer año tiene mentor',
          ar: 'لكل معلم في سنته الأولى مرشد',
        },
        detail: {
          en: '29 mentors are working with 41 first-year teachers.',
          es: '29 mentores trabajan con 41 maestros de primer año.',
          ar: 'يعمل 29 مرشدًا مع 41 معلمًا في سنتهم الأولى.',
        },
      },
    ],
  }
}

/** One that a coordinator is still writing; the public does not see it. */
export function aidesEngagement(today: string): ExampleEngagement {
  return {
    key: 'aides',
    agency: 'riverbend',
    slug: 'from-aide-to-teacher',
    state: 'draft',
    languages: ['en', 'es', 'ar'],
    opensOn: dayAfter(today, 75),
    closesOn: dayAfter(today, 103),
    contact: 'prado',
    contactPhone: '+12095550142',
    title: {
      en: 'From classroom aide to teacher',
      es: 'De asistente a maestra',
      ar: 'من مساعدة صف إلى معلمة',
    },
    purpose: {
      en: 'Many of our aides would like to teach. We want to learn what stands in the way: time, money, child care or something else.',
      es: 'Muchas de nuestras asistentes quisieran ser maestras. Queremos saber qué se los impide: el tiempo, el dinero, el cuidado de los hijos u otra cosa.',
      ar: 'كثير من المساعدات في صفوفنا يرغبن في التعليم. نريد أن نعرف ما الذي يمنعهن: الوقت أم المال أم رعاية الأطفال أم شيء آخر.',
    },
    whatIsDecided: {
      en: 'How twelve paid places in an evening program are given out.',
      es: 'Cómo se reparten doce lugares pagados en un programa de noche.',
      ar: 'كيف توزَّع اثنتا عشرة منحة في برنامج مسائي.',
    },
    whoDecides: {
      en: 'The superintendent and the community college together.',
      es: 'La superintendencia y el colegio comunitario, en conjunto.',
      ar: 'إدارة المنطقة التعليمية وكلية المجتمع معًا.',
    },
    howInputIsUsed: {
      en: 'What aides tell us becomes the list of rules for the twelve places. We will publish the rules with the reasons.',
      es: 'Lo que nos digan las asistentes será la base de las reglas para los doce lugares. Publicaremos las reglas con sus razones.',
      ar: 'ما تقوله لنا المساعدات يصبح أساسًا لقواعد توزيع المنح. سننشر القواعد مع أسبابها.',
    },
    hardestIssue: {
      en: 'There are more good candidates than places. Someone will be told no.',
      es: 'Hay más buenas candidatas que lugares. A alguien habrá que decirle que no.',
      ar: 'عدد المرشحات الجيدات أكبر من عدد المنح، وسيُقال لبعضهن لا.',
    },
    moderationPolicy: riverbendModeration,
    frameworks: ['california-seven-steps'],
    moderation: 'after',
    responseDays: 10,
    asksStudents: false,
    timeline: [],
  }
}
