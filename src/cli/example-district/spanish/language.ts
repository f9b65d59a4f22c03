import type { Phrases } from '../phrase.ts'

/** Spanish sentences about bilingual teachers, and teachers who come from here. */
export const languagePhrases: Phrases[] = [
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      '{kid} es quien me traduce en su propia junta de padres. Tiene {age}. ¿Usted cree que me dice todo?',
      'Llegamos hace [tres|cuatro|seis] años. La única maestra bilingüe de {school} le enseñó a leer a {kid} en dos idiomas, y luego la mandaron a hacer exámenes.',
      'En la salida no hay nadie que me pueda decir en español cómo le fue a {kid}. Sonrío, digo «thank you» y me voy con la duda.',
      'Fui a preguntar por las tareas de {kid} y la secretaria, muy amable, llamó a una niña de quinto para que tradujera.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'story',
    who: 'student',
    lines: [
      'Yo les traduzco a los nuevos en mi salón porque la maestra no puede. No me molesta, pero me pierdo lo que ella está explicando.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'story',
    who: 'aide',
    lines: [
      'Soy la única persona en mi pasillo de {school} que habla español. Me llaman [seis|ocho] veces al día para interpretar y mis alumnos se quedan esperando.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'La mitad de las familias de {school} habla español en casa y hay [dos|tres] maestras que lo hablan.',
      'Un niño que no le entiende a su maestra no tiene maestra, diga lo que diga la puerta.',
      'Las maestras bilingües hacen dos trabajos y les pagan uno.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Pongan a las maestras bilingües donde están los niños que las necesitan, y páguenles lo que pagan otros distritos.',
      'Reconozcan los títulos de [México y El Salvador|otros países]. Conozco a [una maestra de física que limpia|dos maestras que limpian] cuartos de hotel.',
      'Contraten intérpretes y dejen de sacar a las maestras de su clase.',
    ],
  },
  {
    code: 'from-here',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'La mejor maestra que ha tenido {kid} creció en nuestra calle. Conocía a las abuelas. No había que explicarle nada.',
    ],
  },
  {
    code: 'from-here',
    stance: 'for',
    kind: 'story',
    who: 'aide',
    lines: [
      'Yo estudié en {school} y llevo {years} ahí de asistente. Sería buena maestra, pero no puedo dejar de trabajar dos años para sacar el título.',
    ],
  },
  {
    code: 'from-here',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: ['La gente de aquí se queda aquí. No es tan complicado.'],
  },
  {
    code: 'from-here',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Hagan un acuerdo con el colegio comunitario para que las asistentes saquen el título de noche, aquí en el pueblo.',
      'Prométanles trabajo a los jóvenes de South Levee que quieran ser maestros y regresen.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Nosotros ya les hablamos español en casa. En la escuela quiero que aprendan bien el inglés.',
      'Qué bueno que una maestra hable español, pero yo no dejaría pasar a una mejor por eso.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'against',
    kind: 'story',
    who: 'family',
    lines: [
      'Escogimos {school} para que {kid} oyera inglés todo el día. Pregúntenles a las familias antes de decidir por nosotros.',
    ],
  },
  {
    code: 'from-here',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: ['Formar maestros de aquí tarda seis años. Los niños de quinto no tienen seis años.'],
  },
  {
    code: 'from-here',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: ['Contraten a la mejor persona, venga de donde venga.'],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'Necesitamos maestras que hablen español en {school}',
      'Que ya no usen a los niños de traductores',
    ],
  },
  {
    code: 'from-here',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: ['Ayuden a las asistentes a ser maestras, ellas sí se quedan'],
  },
  {
    code: 'bilingual',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: ['Primero que aprendan bien inglés'],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'story',
    who: 'family',
    at: 'elementary',
    lines: [
      'El programa de dos idiomas de {school} se acaba en [segundo|tercero] porque no hay maestra para el siguiente grado. A {kid} ya se le está olvidando; me contesta en inglés.',
    ],
  },
]
