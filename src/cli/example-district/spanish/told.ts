import type { Phrases } from '../phrase.ts'

/** Spanish sentences about what families are told, and whether anyone listens. */
export const toldPhrases: Phrases[] = [
  {
    code: 'not-told',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'Me enteré por {kid} de que su maestra se había ido. La escuela no nos dijo nada. Ya habían pasado [tres|cinco] semanas.',
      'En {month} llegó una carta que hablaba de un «ajuste de personal». Tuve que llamar a {n} personas para entender que no había maestra.',
      'La carta llegó solo en inglés. Me la tuvo que leer {kid}, y así supo que su maestra no tenía la preparación completa.',
      'Pregunté en la oficina de {school} qué estudió la maestra de {kid}. Fueron amables, pero nadie supo dónde buscar.',
      'El viernes antes de empezar clases nos avisaron que cerraban el grupo y que {kid} iba a estar con otros [treinta y cuatro|treinta y cinco]. Un viernes, a las cinco.',
    ],
  },
  {
    code: 'not-told',
    stance: 'for',
    kind: 'story',
    who: 'student',
    lines: ['Mis papás supieron por mí que no tenemos maestro. Pensaron que eran pretextos.'],
  },
  {
    code: 'not-told',
    stance: 'for',
    kind: 'story',
    who: 'aide',
    lines: [
      'Trabajo en la oficina de {school}. Muchas veces me entero de un cambio porque una mamá me llama para preguntar.',
    ],
  },
  {
    code: 'not-told',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'La gente puede con una mala noticia. Con lo que no puede es con enterarse en [marzo|primavera] de lo que la escuela sabía desde octubre.',
      'Cuando no nos dicen nada, le echamos la culpa a la maestra que está ahí, y ella es la que se quedó.',
    ],
  },
  {
    code: 'not-told',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Avísennos en [cinco|diez] días, por mensaje y en nuestro idioma, cuando una clase no tenga maestro, y díganos cuál es el plan.',
      'Manden las cartas en español al mismo tiempo que en inglés, no dos semanas después.',
      'Pongan una hoja por escuela: cuántos maestros nuevos, cuántos puestos vacíos, y actualícenla cada mes.',
    ],
  },
  {
    code: 'say-in-it',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'Hace [dos|tres] años llené una encuesta como esta en {school} y nunca supe qué pasó. Lo intento una vez más.',
      'Las juntas son a las cuatro de la tarde y yo salgo de trabajar a las [seis|cinco y media]. Mi opinión es que estaba trabajando.',
    ],
  },
  {
    code: 'say-in-it',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Las familias que tienen salones sin maestro no están en la sala de juntas. Hay que ir a buscarlas a la lavandería, a la iglesia, a la cancha.',
      'No espero que hagan todo lo que pido. Espero que me digan por qué no.',
    ],
  },
  {
    code: 'say-in-it',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Que haya dos padres y un estudiante cuando entrevistan a los maestros de {school}.',
      'Hagan las juntas en la tarde-noche, con comida, quien cuide a los niños e intérprete.',
      'Regresen en seis meses y díganos, punto por punto, qué hicieron con esto.',
    ],
  },
  {
    code: 'not-told',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Si publican qué escuela tiene cuáles maestros, van a espantar a las familias que todavía escogen {school}.',
      'Si mandan una carta por cada suplente, nadie va a leer la importante.',
    ],
  },
  {
    code: 'say-in-it',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Con todo respeto, para eso elegimos a la mesa directiva. Otra ronda de juntas es otro semestre sin maestros.',
    ],
  },
  {
    code: 'say-in-it',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: ['Menos preguntar y más contratar. Ya saben cuál es el problema.'],
  },
  {
    code: 'not-told',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'Nadie nos avisó que la maestra se fue',
      'Las cartas solo llegan en inglés',
      'Avisen por mensaje cuando no haya maestro',
    ],
  },
  {
    code: 'say-in-it',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: ['Las juntas a las 4 son para quien no trabaja'],
  },
  {
    code: 'say-in-it',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: ['Ya no pregunten, contraten'],
  },
]
