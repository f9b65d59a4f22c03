import type { Frame } from '../phrase.ts'

/** How Arabic comments begin. */
export const openings: Frame[] = [
  {
    who: 'parent',
    lines: [
      'السلام عليكم.',
      'شكرًا لأنكم سألتمونا بلغتنا.',
      'لدي [ثلاثة|أربعة] أولاد، وأحدهم في مدرسة {school}.',
      'نحن جدد في هذه المدينة، وأولادنا في مدرسة {school}.',
      'هذه أول مرة أكتب فيها إلى إدارة المدارس.',
      'أعمل في الليل ولا أستطيع حضور الاجتماعات.',
    ],
  },
  { who: 'grandparent', lines: ['أنا أربّي {kid} وأتابع <دروسه معه/دروسها معها> كل مساء.'] },
  {
    who: 'community',
    lines: ['ليس لي أولاد في المدرسة، لكنني أسكن قرب مدرسة {school}.', 'عندي دكان صغير قرب مدرسة {school}.'],
  },
]

/** How Arabic comments end. */
export const closings: Frame[] = [
  {
    who: 'anyone',
    lines: [
      'شكرًا لكم.',
      'شكرًا على قراءة كلامي.',
      'أرجو أن تجيبونا حتى لو كان الجواب لا.',
      'جزاكم الله خيرًا.',
      'أعرف أن الأمر ليس سهلًا.',
      'نرجو أن نرى نتيجة.',
    ],
  },
  {
    who: 'parent',
    lines: ['لا نطلب معاملة خاصة، بل مثل ما عند غيرنا.', 'جئنا إلى هنا من أجل تعليم أولادنا.'],
  },
]

/** What people put before a wish. */
export const wishes = ['طلبي هو:', 'أول شيء:', 'فكرة بسيطة:']

/** Between two subjects, and between a wish and a doubt. */
export const also = ['وأمر آخر.', 'وأضيف شيئًا.']
export const butThen = ['ولكن لدي ملاحظة:', 'ومع ذلك أقول:']

/** How someone begins whose words a note taker writes down. */
export const spoken = ['أتكلم باسم [ثلاث|أربع] عائلات على هذه الطاولة:', 'لا أحسن الكتابة، فسأقولها بلساني.']

/** How e-mails begin and end; on lines of their own. */
export const greetings = ['تحية طيبة،', 'إلى من يهمه الأمر،']
export const farewells = ['مع الاحترام', 'وتفضلوا بقبول التحية']
