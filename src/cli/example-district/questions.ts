import type { ExampleAttribute, ExampleOption, ExampleQuestion } from './district-model.ts'

const option = (key: string, en: string, es: string, ar: string): ExampleOption => ({
  key,
  label: { en, es, ar },
})

/** The questions of the main engagement, and the two of the closed one. */
export function exampleQuestions(): ExampleQuestion[] {
  return [
    {
      key: 'lived',
      engagement: 'well-prepared',
      kind: 'text',
      required: true,
      options: [],
      atMost: null,
      scale: null,
      text: {
        en: 'What have you seen or lived through with teachers at your school?',
        es: '¿Qué ha visto o vivido con los maestros de su escuela?',
        ar: 'ماذا رأيتم أو عشتم مع المعلمين في مدرستكم؟',
      },
      hint: {
        en: 'A few lines are enough. Good things count as well. Please leave out names of private people.',
        es: 'Bastan unas líneas. Lo bueno también cuenta. Por favor, no ponga nombres de particulares.',
        ar: 'تكفي بضعة أسطر. الأمور الجيدة مهمة أيضًا. نرجو ألا تذكروا أسماء أشخاص.',
      },
    },
    {
      key: 'first',
      engagement: 'well-prepared',
      kind: 'text',
      required: false,
      options: [],
      atMost: null,
      scale: null,
      text: {
        en: 'What should change first?',
        es: '¿Qué debería cambiar primero?',
        ar: 'ما الذي يجب أن يتغير أولًا؟',
      },
      hint: { en: 'One thing.', es: 'Una sola cosa.', ar: 'أمر واحد.' },
    },
    {
      key: 'empty-class',
      engagement: 'well-prepared',
      kind: 'single',
      required: false,
      atMost: null,
      scale: null,
      text: {
        en: 'Was there a class at your school this year that had no regular teacher for a month or longer?',
        es: '¿Hubo este año en su escuela alguna clase sin maestro fijo durante un mes o más?',
        ar: 'هل كان في مدرستكم هذا العام صف بلا معلم ثابت مدة شهر أو أكثر؟',
      },
      hint: null,
      options: [
        option('yes', 'Yes', 'Sí', 'نعم'),
        option('no', 'No', 'No', 'لا'),
        option('not-sure', 'I am not sure', 'No lo sé con seguridad', 'لست متأكدًا'),
      ],
    },
    {
      key: 'stay',
      engagement: 'well-prepared',
      kind: 'multiple',
      required: false,
      atMost: 3,
      scale: null,
      text: {
        en: 'What would help good teachers stay? Choose up to three.',
        es: '¿Qué ayudaría a que los buenos maestros se queden? Elija hasta tres.',
        ar: 'ما الذي يساعد المعلمين الجيدين على البقاء؟ اختاروا ثلاثة على الأكثر.',
      },
      hint: null,
      options: [
        option(
          'mentor',
          'A mentor at the same school',
          'Un mentor en la misma escuela',
          'مرشد في المدرسة نفسها',
        ),
        option('pay', 'Better pay', 'Mejor sueldo', 'راتب أفضل'),
        option(
          'housing',
          'Help with rent or the drive',
          'Ayuda con la renta o el traslado',
          'مساعدة في الإيجار أو المواصلات',
        ),
        option('time', 'Time to plan lessons', 'Tiempo para preparar clases', 'وقت لتحضير الدروس'),
        option(
          'principal',
          'A principal who stays',
          'Una directora o un director que se quede',
          'مدير يبقى في المدرسة',
        ),
        option(
          'respect',
          'Respect and a calm school',
          'Respeto y una escuela tranquila',
          'الاحترام ومدرسة هادئة',
        ),
        option(
          'degree',
          'A paid way for aides to become teachers',
          'Una vía pagada para que las asistentes sean maestras',
          'طريق مدفوع لتصبح المساعدات معلمات',
        ),
      ],
    },
    {
      key: 'informed',
      engagement: 'well-prepared',
      kind: 'scale',
      required: false,
      options: [],
      atMost: null,
      text: {
        en: 'How well does your school tell you who teaches your child or you?',
        es: '¿Qué tan bien le informa su escuela sobre quién le da clase a su hijo o a usted?',
        ar: 'إلى أي درجة تخبركم المدرسة بمن يعلّم أولادكم أو يعلّمكم؟',
      },
      hint: null,
      scale: {
        from: 1,
        to: 5,
        low: { en: 'Not at all', es: 'Nada', ar: 'لا تخبرنا أبدًا' },
        high: { en: 'Very well', es: 'Muy bien', ar: 'جيدًا جدًا' },
      },
    },
    {
      key: 'order',
      engagement: 'well-prepared',
      kind: 'ranking',
      required: false,
      atMost: null,
      scale: null,
      text: {
        en: 'Put these in the order in which we should do them.',
        es: 'Ordene estas acciones: ¿cuál haría primero?',
        ar: 'رتّبوا هذه الخطوات بحسب ما يجب أن نبدأ به.',
      },
      hint: null,
      options: [
        option(
          'fill',
          'Fill the classes that have waited longest',
          'Cubrir las clases que más han esperado',
          'ملء الصفوف التي انتظرت أطول مدة',
        ),
        option(
          'share',
          'Share experienced teachers between schools',
          'Repartir a los maestros con experiencia',
          'توزيع المعلمين ذوي الخبرة بين المدارس',
        ),
        option('support', 'Support new teachers', 'Apoyar a los maestros nuevos', 'دعم المعلمين الجدد'),
        option(
          'pay',
          'Pay more where teachers leave',
          'Pagar más donde los maestros se van',
          'دفع المزيد حيث يرحل المعلمون',
        ),
        option('tell', 'Tell families early', 'Avisar a tiempo a las familias', 'إخبار الأهالي مبكرًا'),
      ],
    },
    {
      key: 'good-mentor',
      engagement: 'mentors',
      kind: 'text',
      required: true,
      options: [],
      atMost: null,
      scale: null,
      hint: null,
      text: {
        en: 'What does a good mentor do?',
        es: '¿Qué hace un buen mentor?',
        ar: 'ماذا يفعل المرشد الجيد؟',
      },
    },
  ]
}

/** What we ask people about themselves; each may be skipped. */
export function exampleAttributes(): ExampleAttribute[] {
  return [
    {
      key: 'role',
      engagement: 'well-prepared',
      label: { en: 'I am', es: 'Soy', ar: 'أنا' },
      options: [
        option('parent', 'A parent or guardian', 'Madre, padre o tutor', 'أب أو أم أو وصي'),
        option(
          'grandparent',
          'A grandparent who cares for a child',
          'Abuela o abuelo a cargo de un niño',
          'جد أو جدة يرعى طفلًا',
        ),
        option('student', 'A student', 'Estudiante', 'طالب أو طالبة'),
        option('teacher', 'A teacher', 'Maestra o maestro', 'معلم أو معلمة'),
        option(
          'aide',
          'An aide or office staff',
          'Asistente o personal de oficina',
          'مساعد أو موظف في المكتب',
        ),
        option('principal', 'A principal', 'Directora o director', 'مدير مدرسة'),
        option(
          'community',
          'A neighbor or community member',
          'Vecina, vecino o parte de la comunidad',
          'من الجيران أو من المجتمع',
        ),
      ],
    },
    {
      key: 'school',
      engagement: 'well-prepared',
      label: { en: 'My school', es: 'Mi escuela', ar: 'مدرستي' },
      options: [
        option('cottonwood', 'Cottonwood Elementary', 'Primaria Cottonwood', 'كوتنوود الابتدائية'),
        option('heron-creek', 'Heron Creek Elementary', 'Primaria Heron Creek', 'هيرون كريك الابتدائية'),
        option('mill-street', 'Mill Street Elementary', 'Primaria Mill Street', 'ميل ستريت الابتدائية'),
        option('sycamore', 'Sycamore Elementary', 'Primaria Sycamore', 'سيكامور الابتدائية'),
        option('lupine-hill', 'Lupine Hill', 'Escuela Lupine Hill', 'لوبين هيل'),
        option(
          'orchard-flats',
          'Orchard Flats Middle',
          'Secundaria Orchard Flats',
          'أورتشارد فلاتس المتوسطة',
        ),
        option('kestrel', 'Kestrel Middle', 'Secundaria Kestrel', 'كسترل المتوسطة'),
        option('riverbend-high', 'Riverbend High', 'Preparatoria Riverbend', 'ريفربند الثانوية'),
        option('south-levee', 'South Levee High', 'Preparatoria South Levee', 'ساوث ليفي الثانوية'),
      ],
    },
    {
      key: 'home-language',
      engagement: 'well-prepared',
      label: { en: 'At home we speak mostly', es: 'En casa hablamos sobre todo', ar: 'نتكلم في البيت غالبًا' },
      options: [
        option('english', 'English', 'Inglés', 'الإنجليزية'),
        option('spanish', 'Spanish', 'Español', 'الإسبانية'),
        option('arabic', 'Arabic', 'Árabe', 'العربية'),
        option('other', 'Another language', 'Otro idioma', 'لغة أخرى'),
      ],
    },
    {
      key: 'group',
      engagement: 'well-prepared',
      label: { en: 'My family', es: 'Mi familia', ar: 'عائلتي' },
      options: [
        option(
          'special-education',
          'Has a child in special education',
          'Tiene un hijo en educación especial',
          'لديها طفل في التعليم الخاص',
        ),
        option(
          'learning-english',
          'Has a child who is learning English',
          'Tiene un hijo que está aprendiendo inglés',
          'لديها طفل يتعلم الإنجليزية',
        ),
        option('foster', 'Cares for a foster child', 'Cuida a un niño de acogida', 'ترعى طفلًا بالكفالة'),
        option(
          'moving',
          'Moves with the farm work',
          'Se muda con el trabajo del campo',
          'تنتقل مع العمل الزراعي',
        ),
        option('none', 'None of these', 'Nada de lo anterior', 'لا شيء مما سبق'),
      ],
    },
  ]
}
