import type { DistrictLanguage } from './district-model.ts'

/**
 * A comment written as a whole. `‹kind:words›` marks words about a private person that a moderator takes out.
 * `code` says what it is about, if anything.
 */
export type UnusualComment = {
  language: DistrictLanguage
  text: string
  code?: string
  stance?: 'for' | 'against'
}

/** Comments that hold personal information; numbers are from the range kept for fiction. */
export const personalComments: UnusualComment[] = [
  {
    language: 'en',
    code: 'substitutes',
    stance: 'for',
    text: 'No teacher in fourth grade at Mill Street since October. My son ‹name:Ezequiel Tamborell› cries every morning. Call me please, ‹phone:(209) 555-0187›, any time after six.',
  },
  {
    language: 'en',
    code: 'special-education',
    stance: 'for',
    text: 'My daughter ‹name:Winnifred› has ‹health:epilepsy and takes medicine at lunch›, and the new aide did not know. There has been no special education teacher for her class at Cottonwood in four months.',
  },
  {
    language: 'en',
    code: 'turnover',
    stance: 'for',
    text: 'We lost Mr. ‹name:Abelwright› at Orchard Flats and he was the best thing that happened to my kid. He told us he is ‹health:being treated for depression› because of the job. Look after the ones you have.',
  },
  {
    language: 'en',
    code: 'housing-drive',
    stance: 'for',
    text: 'The science teacher rents the back room at ‹address:18 Tannery Lane› with no heat. Everybody knows. Is that how we want to keep people?',
  },
  {
    language: 'en',
    code: 'not-told',
    stance: 'for',
    text: 'Nobody wrote to us. You have our address, it is ‹address:402 Old Levee Road›, and my number is ‹phone:(209) 555-0176›. How hard can it be to send one letter?',
  },
  {
    language: 'en',
    code: 'mentoring',
    stance: 'for',
    text: 'A new teacher, ‹name:Miss Corrigan-Fell›, sat in the hallway and cried in front of the kids. She needs somebody to help her, not to report her.',
  },
  {
    language: 'en',
    code: 'class-lists',
    stance: 'for',
    text: 'The parents of ‹name:Bartholomew Inchbald› asked for the honors teacher and got her. We asked too, on the same day, and got nobody.',
  },
  {
    language: 'en',
    code: 'out-of-field',
    stance: 'against',
    text: 'Coach ‹name:Dunmore-Pell› has no math degree and my twins passed algebra with him. So it can be done.',
  },
  {
    language: 'es',
    code: 'substitutes',
    stance: 'for',
    text: 'En Mill Street no hay maestra de tercero desde octubre. Mi hija ‹name:Yaretzi Montecillo› ya no quiere ir. Mi teléfono es ‹phone:(559) 555-0164›, llámenme después de las siete.',
  },
  {
    language: 'es',
    code: 'special-education',
    stance: 'for',
    text: 'Mi nieto ‹name:Abundio› tiene ‹health:autismo y convulsiones› y en el año han pasado cinco personas por su salón en South Levee. Él necesita ver a la misma persona.',
  },
  {
    language: 'es',
    code: 'say-in-it',
    stance: 'for',
    text: 'Fui a la junta y la señora ‹name:Peregrina Lozada› no nos dejó hablar. Queremos que nos escuchen también a los que no sabemos inglés.',
  },
  {
    language: 'ar',
    code: 'bilingual',
    stance: 'for',
    text: 'ابنتي ‹name:ليان› ‹health:تعاني من الربو›، وعندما تعبت في المدرسة لم يفهمها أحد. رقمي هو ‹phone:‎(916) 555-0151›.',
  },
]

/** Claims about a person, held while someone checks them. */
export const heldComments: UnusualComment[] = [
  {
    language: 'en',
    code: 'say-in-it',
    stance: 'for',
    text: 'The principal at our school hires her own relatives and everyone is afraid to say it. Look at who got the last two jobs.',
  },
  {
    language: 'en',
    code: 'substitutes',
    stance: 'for',
    text: "The sub in my daughter's class sleeps at the desk. I have seen it through the window more than once. Who checks on these people?",
  },
  {
    language: 'en',
    code: 'pay',
    stance: 'against',
    text: "Ask where last year's bonus money went at Orchard Flats. I was told two people who never teach got it.",
  },
  {
    language: 'en',
    code: 'class-lists',
    stance: 'for',
    text: "A counselor told us that for a 'donation' to the band a better schedule could be found. I can tell you who, but not here.",
  },
  {
    language: 'es',
    code: 'substitutes',
    stance: 'for',
    text: 'El suplente de mi hijo les grita a los niños y los deja sin recreo. Quiero que alguien vaya a ver.',
  },
]

/** Advertising and nonsense that reached the form. */
export const spamComments: UnusualComment[] = [
  {
    language: 'en',
    text: 'CHEAP ROOF REPAIR in your area!!! Free quote today, best price guaranteed, visit our page',
  },
  {
    language: 'en',
    text: 'Hello dear, I have a business proposal of great benefit to your school. Kindly reply with your bank details.',
  },
  {
    language: 'en',
    text: 'Buy essays online. Top grades, fast delivery. Discount for new students with code SAVE.',
  },
  { language: 'en', text: 'asdf asdf test test hello is this thing on asdf' },
  {
    language: 'en',
    text: 'Earn from home!! Teachers are making thousands a week with this one simple trick',
  },
  {
    language: 'en',
    text: 'We improve the search ranking of your website. Your page is not on the first place. Reply YES to begin.',
  },
  {
    language: 'es',
    text: 'Préstamos rápidos sin revisar su crédito. Llame hoy mismo y reciba su dinero mañana.',
  },
  {
    language: 'es',
    text: 'Vendo suplementos naturales para bajar de peso, envío gratis, pregunte por el paquete familiar.',
  },
]

/** About something else; shown all the same, and passed on to the office in charge. */
export const offTopicComments: UnusualComment[] = [
  {
    language: 'en',
    text: 'The number 6 bus leaves four minutes before the last bell at South Levee. Every day. Four minutes!',
  },
  {
    language: 'en',
    text: 'Please bring back real forks in the cafeteria. The plastic ones break in the meatloaf.',
  },
  {
    language: 'en',
    text: 'When will the crosswalk at Mill and Second be painted again? Cars do not stop there.',
  },
  {
    language: 'en',
    text: 'Why did the school calendar change spring break? We had already booked to see my parents.',
  },
  { language: 'en', text: 'Phones should be banned at lunch. They sit there like statues.' },
  {
    language: 'en',
    text: 'The lost and found at Sycamore is a mountain. Put it outside on a Friday and it will be gone.',
  },
  {
    language: 'en',
    text: 'I think the mascot should be a heron and not a mill wheel. Nobody can draw a mill wheel.',
  },
  {
    language: 'en',
    text: 'Soccer field lights stay on all night and shine into our bedroom. Who do I talk to?',
  },
  { language: 'en', text: 'School starts too early. Teenagers need sleep, there is research on this.' },
  {
    language: 'en',
    text: 'Please plant trees on the Orchard Flats yard. There is no shade anywhere in September.',
  },
  { language: 'en', text: 'The parent app logs me out every time and then wants a password I never made.' },
  { language: 'en', text: 'My kid needs a locker. She carries all her books, and she is a small person.' },
  { language: 'en', text: 'No more fundraisers with cookie dough please. My freezer is full.' },
  { language: 'en', text: 'could the library stay open until 6, we have no internet at home' },
  {
    language: 'es',
    text: 'El camión de la ruta 6 sale antes de que suene la campana. Mi hijo llega caminando y ya está oscuro.',
  },
  { language: 'es', text: '¿Cuándo van a arreglar los baños de Orchard Flats? Las puertas no cierran.' },
  { language: 'es', text: 'Quisiera que dieran más fruta en el almuerzo y menos pizza.' },
  {
    language: 'es',
    text: 'El estacionamiento de Mill Street es un peligro a la hora de la salida. Pongan a alguien.',
  },
  { language: 'es', text: 'Que regresen las clases de baile folklórico, a las niñas les gustaban mucho.' },
  { language: 'es', text: 'El uniforme sale muy caro. ¿Se puede comprar usado en la escuela?' },
  { language: 'ar', text: 'نرجو توفير وجبات حلال في مطعم المدرسة، أولادنا يعودون إلى البيت جائعين.' },
  { language: 'ar', text: 'الحافلة تتأخر كل صباح، والأولاد ينتظرون في البرد.' },
]

/** Two letters that went around and came back many times, each sender changing a little. */
export const letters: {
  key: string
  language: DistrictLanguage
  code: string
  stance: 'for' | 'against'
  from: { voice: 'teacher' | 'parent'; school: string | null }
  copies: number
  text: string
}[] = [
  {
    key: 'letter-moves',
    language: 'en',
    code: 'moving-teachers',
    stance: 'against',
    from: { voice: 'teacher', school: null },
    copies: 14,
    text: '[I am writing to ask|I ask|I respectfully ask|As a teacher in Riverbend I ask] the board not to transfer teachers against their will. Forced moves break up teams that took years to build[, and they will not make anyone a better teacher|. They do not make anyone a better teacher|]. Please invest in mentors and smaller classes at the schools that lose teachers. [Thank you.|Thank you for your service.|I stand with my colleagues.|I have taught here for {years} and I mean it.|]',
  },
  {
    key: 'letter-dual',
    language: 'es',
    code: 'bilingual',
    stance: 'for',
    from: { voice: 'parent', school: 'mill-street' },
    copies: 10,
    text: '[Pedimos|Le pido a la mesa directiva|Como familia pedimos|Con respeto pedimos] que no se termine el programa de dos idiomas en tercer grado. Hace falta contratar a una maestra bilingüe para cuarto. [Nuestros hijos ya saben leer en los dos idiomas y no queremos que lo pierdan.|Los niños ya leen en los dos idiomas.|Es lo mejor que tiene {school}.] [Gracias.|Muchas gracias por su atención.|Gracias, una familia de {school}.|]',
  },
]
