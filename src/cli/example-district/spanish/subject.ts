import type { Phrases } from '../phrase.ts'

/** Spanish sentences about teachers outside their subject, and who is put in whose class. */
export const subjectPhrases: Phrases[] = [
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'story',
    who: 'family',
    at: 'secondary',
    lines: [
      'El maestro de matemáticas de {kid} nos dijo, con mucha honestidad, que él estudió [historia|educación física]. Va una página adelante de los alumnos.',
      'Soy [electricista|carpintero de oficio] y veo cuando las cuentas están mal. {kid} trajo apuntes con las fracciones al revés, copiados del pizarrón.',
      'A {kid} le encantaba la ciencia. Este año solo leen el capítulo y contestan las preguntas, porque a la maestra [le da miedo el laboratorio|nunca la prepararon para dar ciencias].',
      'Pagamos un tutor los sábados porque la clase de matemáticas de {school} la da alguien de otra materia. Mis vecinos no pueden pagarlo y sus hijos se van quedando.',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'story',
    who: 'family',
    at: 'high',
    lines: [
      '{kid} quiere estudiar enfermería y en {school} no hubo maestro de química. <Lo/La> pusieron en una computadora con alguien que cuida.',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    at: 'secondary',
    lines: [
      'Mi título es de inglés. Este es el segundo año que doy matemáticas en {school}, porque alguien tenía que hacerlo. Estudio en las noches y no alcanza.',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'story',
    who: 'student',
    lines: [
      'Mi maestro de álgebra es el de educación física. Es buena onda, pero cuando preguntamos por qué, nos dice que así es la regla.',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Los niños creen que son malos para las matemáticas. Muchos nunca han tenido un maestro de matemáticas de verdad.',
      'Un permiso «de emergencia» que se renueva tres años ya no es emergencia. Es costumbre.',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Paguen los cursos y el examen a los maestros que quieran certificarse en matemáticas, y denles tiempo para estudiar.',
      'Empiecen por las matemáticas de sexto a noveno. Ahí es donde se pierden los muchachos.',
      'Que ningún alumno tenga dos años seguidos a un maestro que no es de la materia.',
    ],
  },
  {
    code: 'class-lists',
    stance: 'for',
    kind: 'story',
    who: 'family',
    at: 'secondary',
    lines: [
      'Hay padres en {school} que saben a quién llamar en [junio|julio] para pedir al maestro que quieren. Yo trabajo [de noche|en dos lugares] y nadie me dijo que eso se podía.',
      'A {kid} <lo/la> pusieron en el grupo bajo desde tercer grado, y ahí sigue, con quien sobre para darles clase.',
    ],
  },
  {
    code: 'class-lists',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'No es solo en qué escuela. En el mismo edificio, los que van adelantados tienen a los mejores maestros y los que van atrasados, a los que quedan.',
    ],
  },
  {
    code: 'class-lists',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: ['Que todos los maestros más fuertes tengan al menos un grupo de los que van atrasados.'],
  },
  {
    code: 'out-of-field',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Un papel no enseña. Prefiero a alguien que se preocupe por los niños y estudie, que a un [genio|matemático] que no sabe tratarlos.',
      'Si piden el título exacto para cada clase, las escuelas chicas van a cancelar la clase y ya.',
    ],
  },
  {
    code: 'class-lists',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Los muchachos adelantados también necesitan buenos maestros. No se los quiten para emparejar los números.',
    ],
  },
  {
    code: 'class-lists',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: ['Dejen que los directores decidan quién da qué clase. Ellos conocen a su gente.'],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    at: 'secondary',
    lines: [
      'El de educación física da álgebra en {school}. Por qué',
      'Hacen falta maestros que sepan matemáticas',
    ],
  },
  {
    code: 'class-lists',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    at: 'secondary',
    lines: ['Los mejores maestros son para los de honores nada más'],
  },
  {
    code: 'out-of-field',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: ['Vale más el cariño que el título'],
  },
]
