import type { Phrases } from '../phrase.ts'

/** Spanish sentences about why teachers leave, mentoring, and what the work is like. */
export const stayingPhrases: Phrases[] = [
  {
    code: 'turnover',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'Llevamos [seis|cinco|siete] años en {school} y cada agosto vuelvo a explicar quién es {kid}, porque ya cambió la mitad de la gente.',
      '{kid} le escribió una carta a su maestra de {lastGrade} en el verano. La carta regresó. Se había ido a otro distrito y nadie les dijo a los niños.',
      'En el concierto de primavera busqué a alguna maestra de cuando empezamos en {school}. Solo encontré al señor de la limpieza, que sí se acuerda de todos.',
    ],
  },
  {
    code: 'turnover',
    stance: 'for',
    kind: 'story',
    who: 'student',
    lines: [
      'Tenía una maestra que me entendía. Se fue en {month}. Desde entonces casi no hablo en esa clase.',
    ],
  },
  {
    code: 'turnover',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'No les falta contratar. Les falta que la gente se quede.',
      'La confianza tarda en llegar. Cuando una maestra se va al año, se la lleva con ella.',
      'Averigüen por qué se van los buenos de {school}, y pregúntenles antes de que entreguen las llaves.',
    ],
  },
  {
    code: 'mentoring',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'Vi cómo la maestra de {kid} se iba hundiendo en el otoño, sola y muy joven. Con una compañera de experiencia una hora al día, el año habría sido otro para todos.',
    ],
  },
  {
    code: 'mentoring',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'En el papel yo tenía una mentora. Trabajaba en otra escuela, con otro horario, y nos vimos [una vez|dos veces]. A mí me enseñó la asistente de mi salón.',
    ],
  },
  {
    code: 'mentoring',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Denle a cada maestra nueva una mentora de la misma escuela, y paguen las horas para que se visiten en clase.',
      'Inviten a maestras jubiladas a acompañar a las nuevas dos mañanas por semana.',
    ],
  },
  {
    code: 'working-conditions',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'En [agosto|septiembre] hacía noventa y cuatro grados en mi salón de {school}, y el reporte del aire tenía [once semanas|un año]. Uno aguanta mucho, pero también ve los anuncios de otros distritos.',
    ],
  },
  {
    code: 'working-conditions',
    stance: 'for',
    kind: 'story',
    who: 'aide',
    lines: [
      'Soy asistente y las maestras me cuentan. Nadie se va por una sola cosa. Es la copiadora, luego el pleito en el pasillo que nadie atendió, luego la junta para preparar la junta.',
    ],
  },
  {
    code: 'working-conditions',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Los maestros se quedan donde hay una buena directora. Todo el mundo sabe cuáles escuelas son.',
      'El respeto no cuesta. A los maestros de {school} los tratan como si fueran refacciones y luego nos extraña que se vayan.',
    ],
  },
  {
    code: 'working-conditions',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Pongan a los directores más firmes en las escuelas donde más gente se va, y déjenlos ahí cinco años.',
      'Que a los maestros no les quiten su hora de preparación para cubrir otros grupos.',
      'Hace falta una consejera y una enfermera en {school}. Así los maestros podrían enseñar.',
    ],
  },
  {
    code: 'turnover',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Que algunos se vayan es sano. Me preocupan más los que ya no quieren estar y se quedan.',
      'No hay que retener a todos a cualquier precio. Dos de los que se fueron de {school} no hacen falta.',
    ],
  },
  {
    code: 'mentoring',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      '¿Otro programa de mentores? Ya van [tres|cuatro]. Sacan a las mejores maestras de su salón para sentarlas en el de otra.',
    ],
  },
  {
    code: 'working-conditions',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Antes de mejorar las cosas para los adultos, digan qué ganaron los niños con los últimos tres programas.',
    ],
  },
  {
    code: 'turnover',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'Los buenos maestros se van de {school}. Pregunten por qué',
      '4 directores en 5 años. Quién se va a quedar',
    ],
  },
  {
    code: 'mentoring',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: ['Las maestras nuevas necesitan ayuda, no las dejen solas'],
  },
  {
    code: 'turnover',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: ['Hay maestros que sí deberían irse'],
  },
]
