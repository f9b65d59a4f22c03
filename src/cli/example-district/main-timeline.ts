import { dayAfter } from './days.ts'
import type { ExampleTimelineEntry } from './district-model.ts'

/** The days in the past on which people were listened to in a room; comments from meetings carry these days. */
export const listeningEvenings = [-25, -18]

/** What has happened and what comes next in the main engagement. */
export function mainTimeline(today: string): ExampleTimelineEntry[] {
  const on = (days: number) => dayAfter(today, days)
  return [
    {
      key: 'numbers',
      day: on(-60),
      startsAt: null,
      endsAt: null,
      place: '',
      takePart: false,
      title: {
        en: 'We published the numbers for each school',
        es: 'Publicamos los números de cada escuela',
        ar: 'نشرنا الأرقام لكل مدرسة',
      },
      detail: {
        en: 'How many teachers are new, how many posts are open, and how many classes are taught outside the teacher’s subject.',
        es: 'Cuántos maestros son nuevos, cuántos puestos están vacíos y cuántas clases da alguien de otra materia.',
        ar: 'عدد المعلمين الجدد، وعدد الوظائف الشاغرة، وعدد الصفوف التي يدرّسها معلم من خارج المادة.',
      },
    },
    {
      key: 'open',
      day: on(-38),
      startsAt: null,
      endsAt: null,
      place: '',
      takePart: true,
      title: { en: 'Comments opened', es: 'Se abrieron los comentarios', ar: 'بدأ استقبال التعليقات' },
      detail: {
        en: 'On the web, by mail, by text message, on paper at each school office and in the libraries, or by phone.',
        es: 'Por internet, por correo, por mensaje de texto, en papel en cada escuela y en las bibliotecas, o por teléfono.',
        ar: 'عبر الإنترنت، أو بالبريد الإلكتروني، أو برسالة نصية، أو على ورق في مكتب كل مدرسة وفي المكتبات، أو بالهاتف.',
      },
    },
    {
      key: 'evening-1',
      day: on(-25),
      startsAt: '18:00',
      endsAt: '19:30',
      place: 'Mill Street Elementary School, cafeteria',
      takePart: true,
      title: {
        en: 'Listening evening at Mill Street',
        es: 'Noche para escuchar en Mill Street',
        ar: 'أمسية استماع في مدرسة ميل ستريت',
      },
      detail: {
        en: 'Small tables, dinner and child care. Interpreters for Spanish and Arabic. About 90 people came.',
        es: 'Mesas pequeñas, cena y cuidado de niños. Intérpretes de español y árabe. Vinieron unas 90 personas.',
        ar: 'طاولات صغيرة وعشاء ورعاية للأطفال، مع مترجمين للإسبانية والعربية. حضر نحو 90 شخصًا.',
      },
    },
    {
      key: 'evening-2',
      day: on(-18),
      startsAt: '18:30',
      endsAt: '20:00',
      place: 'South Levee High School, library',
      takePart: true,
      title: {
        en: 'Listening evening at South Levee',
        es: 'Noche para escuchar en South Levee',
        ar: 'أمسية استماع في مدرسة ساوث ليفي',
      },
      detail: {
        en: 'The same questions, led by students from the high school. About 70 people came.',
        es: 'Las mismas preguntas, con estudiantes de la preparatoria al frente. Vinieron unas 70 personas.',
        ar: 'الأسئلة نفسها، بقيادة طلاب من المدرسة الثانوية. حضر نحو 70 شخصًا.',
      },
    },
    {
      key: 'first-steps',
      day: on(-14),
      startsAt: '18:00',
      endsAt: '20:00',
      place: 'District office, board room',
      takePart: false,
      title: {
        en: 'First steps for classes without a teacher',
        es: 'Primeros pasos para las clases sin maestro',
        ar: 'خطوات أولى للصفوف التي بلا معلم',
      },
      detail: {
        en: 'The superintendent did not wait for the plan: two things started at once. You can read what and why under “What we decided”.',
        es: 'La superintendencia no esperó al plan: dos cosas empezaron de inmediato. En «Lo que decidimos» puede leer cuáles y por qué.',
        ar: 'لم تنتظر الإدارة الخطة، فبدأت خطوتان فورًا. يمكنكم قراءة ما هما ولماذا في صفحة «ما قررناه».',
      },
    },
    {
      key: 'first-reading',
      day: on(-1),
      startsAt: '18:00',
      endsAt: '20:30',
      place: 'District office, board room',
      takePart: true,
      title: {
        en: 'First reading and first vote',
        es: 'Primera lectura y primera votación',
        ar: 'القراءة الأولى والتصويت الأول',
      },
      detail: {
        en: 'The team reported on the first 1,200 comments. The board voted on what can start with the money we already have.',
        es: 'El equipo informó sobre los primeros 1,200 comentarios. La mesa directiva votó sobre lo que puede empezar con el dinero que ya hay.',
        ar: 'عرض الفريق ما جاء في أول 1200 تعليق، وصوّت المجلس على ما يمكن أن يبدأ بالمال المتوفر الآن.',
      },
    },
    {
      key: 'phone-evening',
      day: on(6),
      startsAt: '17:00',
      endsAt: '20:00',
      place: '',
      takePart: true,
      title: {
        en: 'Phone evening in Spanish and Arabic',
        es: 'Noche de llamadas en español y árabe',
        ar: 'أمسية هاتفية بالإسبانية والعربية',
      },
      detail: {
        en: 'Call (209) 555-0142. Someone who speaks your language listens, writes down what you say and reads it back to you. It takes about ten minutes.',
        es: 'Llame al (209) 555-0142. Una persona que habla su idioma le escucha, escribe lo que usted dice y se lo lee. Toma unos diez minutos.',
        ar: 'اتصلوا بالرقم ‎(209) 555-0142. يستمع إليكم شخص يتكلم لغتكم، ويكتب ما تقولونه ثم يقرؤه عليكم. يستغرق ذلك نحو عشر دقائق.',
      },
    },
    {
      key: 'close',
      day: on(30),
      startsAt: null,
      endsAt: null,
      place: '',
      takePart: true,
      title: { en: 'Last day for comments', es: 'Último día para comentar', ar: 'آخر يوم للتعليقات' },
      detail: {
        en: 'Paper forms count if they are in the box at a school office by 4 p.m.',
        es: 'Los formularios en papel cuentan si están en el buzón de la escuela a las 4 de la tarde.',
        ar: 'تُحتسب الاستمارات الورقية إذا وُضعت في صندوق مكتب المدرسة قبل الساعة الرابعة عصرًا.',
      },
    },
    {
      key: 'draft-plan',
      day: on(41),
      startsAt: '17:30',
      endsAt: '19:30',
      place: 'Orchard Flats Middle School, gym',
      takePart: true,
      title: {
        en: 'The team writes the plan in public',
        es: 'El equipo escribe el plan en público',
        ar: 'الفريق يكتب الخطة أمام الجميع',
      },
      detail: {
        en: 'Come and listen, and stop the team when something is wrong. Dinner, child care and interpreters.',
        es: 'Venga a escuchar y detenga al equipo si algo está mal. Habrá cena, cuidado de niños e intérpretes.',
        ar: 'تعالوا واستمعوا، وأوقفوا الفريق إذا رأيتم خطأ. يتوفر عشاء ورعاية للأطفال ومترجمون.',
      },
    },
    {
      key: 'board-vote',
      day: on(58),
      startsAt: '18:00',
      endsAt: '20:30',
      place: 'District office, board room',
      takePart: true,
      title: {
        en: 'The board votes on the plan',
        es: 'La mesa directiva vota el plan',
        ar: 'المجلس يصوّت على الخطة',
      },
      detail: {
        en: 'You can speak for two minutes before the vote. Everyone who left an address hears the result within ten working days.',
        es: 'Usted puede hablar dos minutos antes de la votación. Quien dejó una dirección conocerá el resultado en diez días hábiles.',
        ar: 'يمكنكم التحدث دقيقتين قبل التصويت. كل من ترك عنوانًا يعرف النتيجة خلال عشرة أيام عمل.',
      },
    },
  ]
}
