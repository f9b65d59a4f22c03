import { dayAfter } from './days.ts'
import type { ExampleEngagement, Texts } from './district-model.ts'
import { mainTimeline } from './main-timeline.ts'

/** How Riverbend treats every comment, the same in all its engagements. */
export const riverbendModeration: Texts = {
  en: 'Comments appear at once. We never remove an opinion. We take out names, phone numbers and health details of private people, and we say so. We hold a comment only while we check a claim about a person, and we write to its author. Advertising is not shown.',
  es: 'Los comentarios aparecen de inmediato. Nunca quitamos una opinión. Quitamos nombres, teléfonos y datos de salud de particulares, y lo decimos. Solo detenemos un comentario mientras revisamos una acusación contra una persona, y le escribimos a quien lo envió. La publicidad no se muestra.',
  ar: 'تظهر التعليقات فورًا. لا نحذف أي رأي. نحذف أسماء الأفراد وأرقام هواتفهم ومعلوماتهم الصحية، ونقول إننا فعلنا ذلك. لا نؤخر تعليقًا إلا عندما نتحقق من اتهام موجه إلى شخص، ونكتب إلى صاحب التعليق. لا نعرض الإعلانات.',
}

/** The engagement that the example district is in the middle of. */
export function mainEngagement(today: string): ExampleEngagement {
  return {
    key: 'well-prepared',
    agency: 'riverbend',
    slug: 'well-prepared-teacher',
    state: 'open',
    languages: ['en', 'es', 'ar'],
    opensOn: dayAfter(today, -38),
    closesOn: dayAfter(today, 30),
    contact: 'prado',
    contactPhone: '+12095550142',
    title: {
      en: 'A well-prepared teacher in every classroom',
      es: 'Una maestra o un maestro bien preparado en cada salón',
      ar: 'معلم مؤهل في كل صف',
    },
    purpose: {
      en: 'In some of our schools, one teacher in three is new, and some classes have had no regular teacher for months. In other schools this almost never happens. We want to know what this is like for you, why you think it happens, and what should change first.',
      es: 'En algunas de nuestras escuelas, uno de cada tres maestros es nuevo, y hay clases que llevan meses sin maestro fijo. En otras escuelas casi nunca pasa. Queremos saber cómo lo vive usted, por qué cree que sucede y qué debería cambiar primero.',
      ar: 'في بعض مدارسنا معلم من كل ثلاثة معلمين جديد، وبعض الصفوف بلا معلم ثابت منذ أشهر. وفي مدارس أخرى لا يحدث هذا تقريبًا. نريد أن نعرف كيف تعيشون هذا، ولماذا يحدث في رأيكم، وما الذي يجب أن يتغير أولًا.',
    },
    whatIsDecided: {
      en: 'Which three to five changes go into our three-year plan, which schools come first, and what we stop doing to pay for them. Salaries in the current contract and state credential law are not part of this decision.',
      es: 'Qué cambios, de tres a cinco, entran en nuestro plan de tres años, qué escuelas van primero y qué dejamos de hacer para pagarlos. Los sueldos del contrato actual y las leyes estatales sobre credenciales no forman parte de esta decisión.',
      ar: 'أي التغييرات، من ثلاثة إلى خمسة، تدخل في خطتنا لثلاث سنوات، وأي المدارس تكون أولًا، وما الذي نتوقف عنه لندفع ثمنها. الرواتب في العقد الحالي وقوانين الولاية الخاصة بشهادات المعلمين ليست جزءًا من هذا القرار.',
    },
    whoDecides: {
      en: 'The seven members of the Riverbend school board vote. A team of 24 parents, students, teachers, aides, principals and neighbors reads every comment first and writes the proposal that the board votes on.',
      es: 'Votan las siete personas de la mesa directiva de Riverbend. Antes, un equipo de 24 padres, estudiantes, maestros, asistentes, directores y vecinos lee todos los comentarios y redacta la propuesta que se vota.',
      ar: 'يصوّت الأعضاء السبعة في مجلس إدارة مدارس ريفربند. وقبل ذلك يقرأ فريق من 24 شخصًا من الأهالي والطلاب والمعلمين والمساعدين والمديرين والجيران كل التعليقات، ويكتب الاقتراح الذي يصوّت عليه المجلس.',
    },
    howInputIsUsed: {
      en: 'Two people read each comment and mark what it is about. The team gets the themes with real quotes, for and against, without names. For each theme the board must say what it decided and why. You get a code; with it you can see at any time what became of your words. One comment by one person can change the plan: we do not simply count.',
      es: 'Dos personas leen cada comentario y anotan de qué trata. El equipo recibe los temas con citas reales, a favor y en contra, sin nombres. Para cada tema, la mesa directiva tiene que decir qué decidió y por qué. Usted recibe un código; con él puede ver en cualquier momento qué pasó con sus palabras. Un solo comentario puede cambiar el plan: no se trata solo de contar.',
      ar: 'يقرأ شخصان كل تعليق ويسجلان موضوعه. يحصل الفريق على الموضوعات مع اقتباسات حقيقية، مؤيدة ومعارضة، بلا أسماء. وعلى المجلس أن يقول في كل موضوع ماذا قرر ولماذا. تحصلون على رمز ترون به في أي وقت ماذا حدث لكلامكم. قد يغيّر تعليق واحد الخطة، فنحن لا نكتفي بالعدّ.',
    },
    hardestIssue: {
      en: 'The hardest question is whether experienced teachers should be asked, or told, to work where they are needed most. Families at schools with few new teachers worry about losing them. Families at schools with many new teachers have been waiting for years. We do not have an answer that suits everyone, and we will not pretend to.',
      es: 'Lo más difícil es si a los maestros con experiencia se les debe pedir, o exigir, que trabajen donde más se necesitan. Las familias de escuelas con pocos maestros nuevos temen perderlos. Las familias de escuelas con muchos maestros nuevos llevan años esperando. No tenemos una respuesta que les guste a todos, y no vamos a fingir que sí.',
      ar: 'أصعب سؤال هو: هل نطلب من المعلمين ذوي الخبرة أن يعملوا حيث الحاجة أكبر، أم نلزمهم بذلك؟ الأهالي في المدارس التي فيها قليل من المعلمين الجدد يخشون أن يفقدوا معلميهم، والأهالي في المدارس الأخرى ينتظرون منذ سنوات. ليس لدينا جواب يرضي الجميع، ولن ندّعي ذلك.',
    },
    moderationPolicy: riverbendModeration,
    frameworks: ['california-seven-steps', 'promising-practices', 'essa-consultation'],
    moderation: 'after',
    responseDays: 10,
    asksStudents: true,
    timeline: mainTimeline(today),
  }
}
