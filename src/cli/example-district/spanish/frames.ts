import type { Frame } from '../phrase.ts'

/** How Spanish comments begin. */
export const openings: Frame[] = [
  {
    who: 'parent',
    lines: [
      'Soy [mamá|papá] de {school}.',
      'Tengo [dos|tres] hijos, uno de ellos en {school}.',
      'Llevamos [cuatro|cinco|tres] años en {school}.',
      'Buenas tardes.',
      'Gracias por preguntarnos en nuestro idioma.',
      'Es la primera vez que escribo al distrito.',
      'Trabajo en el campo y no puedo ir a las juntas, por eso escribo.',
      'Disculpe mi ortografía, estudié hasta la primaria.',
      'Una vecina me dio este formulario.',
      'Hablo con respeto, porque en {school} hay gente muy buena.',
      'Mi esposo dice que nadie lee esto. Ojalá se equivoque.',
    ],
  },
  {
    who: 'grandparent',
    lines: [
      'Soy abuela y estoy criando a {kid}.',
      'Yo llevo y recojo a {kid} todos los días.',
      'A mi edad uno ya dice las cosas como son.',
    ],
  },
  {
    who: 'student',
    lines: [
      'Soy estudiante de {school}.',
      'Mi mamá me dijo que yo mismo lo escribiera.',
      'No sé si los alumnos podemos contestar, pero aquí va.',
    ],
  },
  {
    who: 'teacher',
    lines: ['Doy clases en {school}.', 'Llevo {years} como maestra, casi todos en {school}.'],
  },
  {
    who: 'aide',
    lines: [
      'Trabajo en {school} como asistente desde hace {years}.',
      'No soy maestra, pero estoy en los salones todo el día.',
    ],
  },
  {
    who: 'community',
    lines: [
      'Ya no tengo hijos en la escuela, pero vivo cerca de {school}.',
      'Tengo una panadería cerca de {school} y los muchachos me cuentan.',
      'Ayudo en la iglesia con las tareas de los niños de {school}.',
    ],
  },
]

/** How Spanish comments end. */
export const closings: Frame[] = [
  {
    who: 'anyone',
    lines: [
      'Gracias por leer esto.',
      'Gracias por tomarnos en cuenta.',
      'Ojalá sirva de algo.',
      'Por favor contesten, aunque la respuesta sea no.',
      'Sé que no es fácil.',
      'No estoy enojada, estoy cansada.',
      'Que no se quede en palabras.',
      'Es todo. Que Dios los bendiga.',
      'Solo pido que cumplan.',
      'Estoy para lo que se necesite.',
    ],
  },
  {
    who: 'parent',
    lines: [
      'Nuestros hijos no pueden esperar tres años.',
      'No pido un trato especial, solo lo mismo que tienen del otro lado del río.',
      'Nosotros también pagamos impuestos y queremos lo mejor para nuestros hijos.',
      'Vinimos a este país para que {kid} estudiara.',
      'Queremos quedarnos en {school} y que funcione.',
    ],
  },
  { who: 'grandparent', lines: ['Quisiera ver esto arreglado antes de irme de este mundo.'] },
  { who: 'student', lines: ['Espero que ayude.', 'Escúchennos, nosotros estamos ahí todos los días.'] },
  { who: 'teacher', lines: ['Me encanta este trabajo y quisiera poder quedarme.'] },
]

/** What people put before a wish. */
export const wishes = [
  'Lo primero que yo haría:',
  'Mi petición:',
  'Si de mí dependiera:',
  'Una idea sencilla:',
  'Pido esto:',
]

/** Between two subjects, and between a wish and a doubt. */
export const also = [
  'Otra cosa.',
  'Y algo más.',
  'También quiero decir esto.',
  'Y ya que preguntan, va otra.',
]
export const butThen = [
  'Eso sí, también veo el otro lado.',
  'Pero también tengo una duda.',
  'Aunque no estoy de acuerdo con todo lo que se dice.',
]

/** How someone begins whose words a note taker writes down. */
export const spoken = [
  'Hablo por [tres|cuatro] mamás de esta mesa.',
  'Yo no sé escribir bien, mejor lo digo.',
  'La señora nos pidió anotar esto.',
  'No pensaba hablar hoy.',
]

/** How e-mails begin and end; on lines of their own. */
export const greetings = [
  'Buenos días:',
  'Estimados miembros de la mesa directiva:',
  'Estimada señora Prado:',
  'A quien corresponda:',
  'Buenas tardes:',
]
export const farewells = [
  'Atentamente,\n{role} de {school}',
  'Saludos cordiales',
  'Con respeto',
  'Muchas gracias por su tiempo.',
]
