import type { Poster } from './poster.ts'

const en: Poster = {
  language: 'en',
  dir: 'ltr',
  agency: 'Maple Valley Unified School District (example)',
  title: 'Who teaches our children, and what should change?',
  purpose:
    'Some of our schools have many more new teachers than others. We want to know why, and to plan with you what to do about it.',
  decision:
    'By June 12, 2027 the school board decides how the district finds and keeps experienced teachers in every school.',
  dates: [
    { when: 'Until Friday, March 19, 2027', what: 'Tell us what you see: online, by text, on paper' },
    {
      when: 'Tuesday, March 23, 2027, 6:00 PM',
      what: 'Open meeting, Lincoln Elementary, cafeteria. Child care and dinner',
    },
    { when: 'Monday, April 26, 2027', what: 'We publish what we heard' },
    { when: 'Saturday, June 12, 2027, 10:00 AM', what: 'The board decides and gives its reasons' },
  ],
  url: 'https://maplevalley.example/en/engagements/teachers',
  shortUrl: 'maplevalley.example/teachers',
  contact: 'Dana Ortiz, (555) 010-0142, dana.ortiz@maplevalley.example',
  labels: {
    decision: 'What will be decided',
    dates: 'When you can take part',
    online: 'Say what you think',
    scan: 'Scan with your phone, or type:',
    qrAlt: 'QR code that opens maplevalley.example/teachers',
    contact: 'Questions?',
    note: 'You do not need an account. You can write in English, Spanish or Arabic.',
  },
}

const es: Poster = {
  language: 'es',
  dir: 'ltr',
  agency: 'Distrito Escolar Unificado de Maple Valley (ejemplo)',
  title: '¿Quién enseña a nuestros hijos y qué debería cambiar?',
  purpose:
    'Algunas de nuestras escuelas tienen muchos más maestros nuevos que otras. Queremos saber por qué y planear con usted qué hacer.',
  decision:
    'A más tardar el 12 de junio de 2027, la junta escolar decide cómo encontrar y conservar maestros con experiencia en todas las escuelas.',
  dates: [
    {
      when: 'Hasta el viernes 19 de marzo de 2027',
      what: 'Cuéntenos lo que ve: en línea, por mensaje de texto o en papel',
    },
    {
      when: 'Martes 23 de marzo de 2027, 6:00 p. m.',
      what: 'Reunión abierta, Lincoln Elementary, cafetería. Cuidado de niños y cena',
    },
    { when: 'Lunes 26 de abril de 2027', what: 'Publicamos lo que escuchamos' },
    { when: 'Sábado 12 de junio de 2027, 10:00 a. m.', what: 'La junta decide y explica sus razones' },
  ],
  url: 'https://maplevalley.example/es/engagements/teachers',
  shortUrl: 'maplevalley.example/maestros',
  contact: 'Dana Ortiz, (555) 010-0142, dana.ortiz@maplevalley.example',
  labels: {
    decision: 'Qué se decidirá',
    dates: 'Cuándo puede participar',
    online: 'Díganos qué piensa',
    scan: 'Escanee con su teléfono o escriba:',
    qrAlt: 'Código QR que abre maplevalley.example/maestros',
    contact: '¿Preguntas?',
    note: 'No necesita una cuenta. Puede escribir en español, inglés o árabe.',
  },
}

const ar: Poster = {
  language: 'ar',
  dir: 'rtl',
  agency: 'منطقة مابل فالي التعليمية الموحدة (مثال)',
  title: 'من يعلّم أطفالنا، وما الذي ينبغي أن يتغيّر؟',
  purpose: 'في بعض مدارسنا معلمون جدد أكثر بكثير من غيرها. نريد أن نعرف السبب وأن نخطط معكم لما يجب فعله.',
  decision:
    'بحلول 12 يونيو 2027 يقرر مجلس إدارة المدارس كيف نجد المعلمين ذوي الخبرة ونحافظ عليهم في كل مدرسة.',
  dates: [
    { when: 'حتى الجمعة 19 مارس 2027', what: 'أخبرونا بما ترونه: عبر الإنترنت أو برسالة نصية أو على الورق' },
    {
      when: 'الثلاثاء 23 مارس 2027، 6:00 مساءً',
      what: 'اجتماع مفتوح في Lincoln Elementary، قاعة الطعام. رعاية أطفال وعشاء',
    },
    { when: 'الاثنين 26 أبريل 2027', what: 'ننشر ما سمعناه' },
    { when: 'السبت 12 يونيو 2027، 10:00 صباحًا', what: 'يقرر المجلس ويشرح أسبابه' },
  ],
  url: 'https://maplevalley.example/ar/engagements/teachers',
  shortUrl: 'maplevalley.example/teachers',
  contact: 'Dana Ortiz، (555) 010-0142، dana.ortiz@maplevalley.example',
  labels: {
    decision: 'ما الذي سيُقرَّر',
    dates: 'متى يمكنكم المشاركة',
    online: 'قولوا رأيكم',
    scan: 'امسحوا الرمز بالهاتف أو اكتبوا:',
    qrAlt: 'رمز QR يفتح maplevalley.example/teachers',
    contact: 'أسئلة؟',
    note: 'لا تحتاجون إلى حساب. يمكنكم الكتابة بالعربية أو الإنجليزية أو الإسبانية.',
  },
}

/** Posters of the example district, for tests and for looking at. */
export const samplePosters = { en, es, ar }
