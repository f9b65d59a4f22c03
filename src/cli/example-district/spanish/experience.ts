import type { Phrases } from '../phrase.ts'

/** Spanish sentences about new and experienced teachers, and who works where. */
export const experiencePhrases: Phrases[] = [
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      '{kid} está en {grade} y [lleva tres años seguidos|ya van tres años] con maestras que apenas empiezan. Son buenas personas, pero ninguna se queda.',
      'Mi hermana vive del otro lado del río y sus hijos van a {better}. Allá las maestras tienen quince años en la escuela. En {school}, la de {kid} llegó en [agosto|septiembre].',
      'La maestra de {kid} nos dijo en la primera junta que era su primer trabajo. En diciembre la vi llorar en el estacionamiento. Nadie la estaba ayudando.',
      '{kid} es muy callad<o/a>. Una maestra con experiencia se habría dado cuenta de que no entendía. La de este año tiene [treinta y dos|treinta y cuatro] niños y es su primer grupo.',
      'Tengo [dos|tres] hijos en {school} y entre todos les han tocado {n} maestras nuevas. La directora dice que casi la mitad del personal tiene menos de tres años.',
    ],
  },
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'story',
    who: 'student',
    lines: [
      'Estoy en {grade}. De seis maestros, cuatro son nuevos. Le echan ganas, pero a veces aprenden al mismo tiempo que nosotros.',
    ],
  },
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'Es mi segundo año en {school} y ya me toca [orientar a los nuevos|coordinar el grado]. No hay nadie con más tiempo a quién preguntarle.',
    ],
  },
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Las maestras nuevas no son el problema. El problema es que las manden casi a todas a las mismas [tres|cuatro] escuelas.',
      'Un niño puede salir adelante con una maestra principiante. Con tres seguidas ya es otra cosa.',
      'Todos tienen que empezar en algún lado, pero ¿por qué siempre empiezan con nuestros hijos?',
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Que ninguna escuela tenga más de una maestra nueva por cada [cuatro|cinco].',
      'Pidan a maestros con experiencia que vengan en grupo, de tres o cuatro, y con la promesa de que pueden regresar después de [tres|cuatro] años.',
      'Dejen que las escuelas con más maestros nuevos contraten primero, en [febrero|marzo], antes que las demás.',
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'No se puede obligar a una buena maestra a cambiarse de escuela. Se va a ir a otro distrito y la perdemos todos.',
      'Los años no lo son todo. He visto maestras de veinte años que ya no [le ponen ganas|se preparan] y otras nuevas que dan todo.',
      'Quitarle maestros a una escuela para dárselos a otra es destapar un hoyo para tapar otro.',
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'against',
    kind: 'story',
    who: 'family',
    lines: [
      'A {kid} por fin le tocó una maestra que <lo/la> entiende, y es nueva. Por favor no la muevan ni la traten como si valiera menos.',
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: ['Que los cambios sean voluntarios. Mejor hagan que dé gusto trabajar en esas escuelas.'],
  },
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'Por qué a {school} siempre mandan a las maestras nuevas',
      'Repartan a los maestros con experiencia. Es lo justo',
      '3 años y 3 maestras nuevas en {school}. Ya basta',
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: [
      'No muevan a nuestras maestras de {school} por favor',
      'Hay maestras nuevas muy buenas. No las culpen',
    ],
  },
]
