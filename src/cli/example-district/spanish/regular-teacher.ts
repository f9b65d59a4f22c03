import type { Phrases } from '../phrase.ts'

/** Spanish sentences about classes without a regular teacher, and special education vacancies. */
export const regularTeacherPhrases: Phrases[] = [
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      '{kid} ha tenido {n} suplentes en {grade} desde {month}. Cada uno empieza con las reglas del salón, pone una película y se va.',
      'La maestra de {kid} se fue en {month} y nadie llegó en su lugar. Cada semana hay una persona distinta. {kid} les dice a todas «maestra» porque ya no se aprende los nombres.',
      'Pedí ver el trabajo de matemáticas de {kid} de los últimos {months}. Había [una sola hoja|cuatro hojas en una carpeta], y nadie la había calificado.',
      'Antes {kid} era <el primero/la primera> en estar list<o/a> en la mañana. Desde que solo hay suplentes, [le duele el estómago cada lunes|me pide quedarse en casa].',
      'En la boleta de {kid} dice «sin calificación». Así nos enteramos de que no hubo maestra fija durante {months}.',
      'Repartieron a los niños del salón de {kid} en otros grupos. <Lo/La> sentaron atrás con un libro para colorear, y ya va en {grade}.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'story',
    who: 'student',
    lines: [
      'En la clase de {subject} no tenemos maestro desde {month}. Vemos videos. El examen sí es el mismo que el de todos.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'story',
    who: 'aide',
    lines: [
      'Soy asistente en {school}. En el papel ayudo a la maestra. Desde {month} la clase la llevo yo, con sueldo de asistente.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'Casi todos los días pierdo mi hora de preparación en {school} para cuidar un grupo sin maestro. Eso no es enseñar, es cuidar que no pase nada.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Una suplente por una semana es normal. Un semestre entero con suplentes es una decisión, aunque nadie quiera decir quién la tomó.',
      'Los suplentes pueden escoger, y escogen las escuelas tranquilas. Por eso a {school} no viene nadie.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Llenen primero los salones que llevan más tiempo sin maestro, estén donde estén.',
      'Contraten suplentes fijos para cada escuela, que los niños conozcan por su nombre.',
      'A los niños que perdieron meses de clase, repónganles ese tiempo con [tutores|clases de verano].',
      'Páguenles más a los suplentes que acepten venir a las escuelas donde nadie quiere ir.',
    ],
  },
  {
    code: 'special-education',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'El plan de educación especial de {kid} dice cinco horas a la semana con una especialista. Desde {month} no hay especialista en {school}. El plan está muy bonito en el papel.',
      '{kid} necesita ver siempre las mismas caras. Este año han pasado {n} personas por su salón de educación especial. Cada cambio nos cuesta semanas en casa.',
    ],
  },
  {
    code: 'special-education',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Los niños de educación especial son los que menos aguantan tanto cambio, y son a los que más les toca.',
    ],
  },
  {
    code: 'special-education',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Ayuden a las asistentes de educación especial a hacerse maestras. Ya conocen a los niños y no se van a ir.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'against',
    kind: 'story',
    who: 'family',
    lines: [
      'La suplente que tiene {kid} es una maestra jubilada y es mejor que la que se fue. Yo no la cambiaría por alguien contratado a la carrera.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Faltan maestros en todo el estado. No me parece justo decir que el distrito no hace nada.',
      'Contratar de prisa a cualquiera puede salir peor que tener una buena suplente.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: ['Dejen a las buenas suplentes donde están en lugar de moverlas a cada rato.'],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'No hay maestro de matemáticas en {school} desde {month}',
      'Puros suplentes en {school}. Los niños no aprenden nada',
      'Queremos una maestra fija en {grade}',
    ],
  },
  {
    code: 'special-education',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: ['Educación especial en {school} sin maestra desde {month}'],
  },
  {
    code: 'substitutes',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: ['La suplente es muy buena, no la quiten'],
  },
]
