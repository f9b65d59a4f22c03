import type { Phrases } from '../phrase.ts'

/** Spanish sentences about pay, rent and the drive to work. */
export const costPhrases: Phrases[] = [
  {
    code: 'pay',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'Gano [seis|siete] mil dólares menos de lo que me pagarían a veinte minutos por la autopista. Me quedo en {school} por los alumnos, y cada primavera vuelvo a hacer cuentas.',
      'Los fines de semana reparto comida. El mes pasado le entregué una bolsa de tacos a una alumna mía. Nos reímos, pero no daba tanta risa.',
    ],
  },
  {
    code: 'pay',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'La maestra favorita de {kid} dejó {school} por un trabajo de oficina en [un almacén|el condado]. Me dijo que le pagan más y que por fin duerme.',
      'Yo limpio oficinas, y la maestra que nos renta el cuarto de arriba trabaja los mismos fines de semana que yo. Algo anda mal.',
      'La maestra de {kid} vende pan los domingos afuera de la iglesia para completar. Le compramos todos, pero debería alcanzarle con su sueldo.',
    ],
  },
  {
    code: 'pay',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Si un trabajo es más pesado y pagan lo mismo, la gente toma el otro. No es mala fe.',
      'Hubo dinero para [las luces del estadio|el marcador nuevo]. Que haya para un maestro de matemáticas.',
    ],
  },
  {
    code: 'pay',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Paguen más en las escuelas donde no se quedan los maestros, que se note, y por lo menos cinco años.',
      'Ayuden a pagar los préstamos de la universidad a quien se quede [cuatro|cinco] años en {school}.',
      'Páguenles bien a las asistentes mientras estudian para maestras.',
    ],
  },
  {
    code: 'housing-drive',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'Cuando se inunda la carretera, la mitad de los maestros de {school} no llega. A {kid} <lo/la> tuvieron en el gimnasio viendo una película.',
      'La maestra de {kid} vivía en [su carro|el garaje de su hermano] en {month}. Las familias nos turnamos para llevarle la cena. No debería depender de nosotros.',
    ],
  },
  {
    code: 'housing-drive',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'Manejo [cincuenta|sesenta] minutos de ida y otros tantos de vuelta para llegar a {school}. Cuando sube la gasolina busco trabajo más cerca, lo confieso.',
    ],
  },
  {
    code: 'housing-drive',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'En este pueblo no hay nada en renta por menos de dos mil. Pueden traer a los maestros que quieran, ¿y dónde van a dormir?',
      'Antes uno se encontraba a las maestras en el mercado. Ahora ya ninguna vive aquí.',
    ],
  },
  {
    code: 'housing-drive',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'El distrito tiene ese terreno vacío junto al patio de los camiones. Construyan ahí departamentos para maestros y asistentes.',
      'Ayúdenles con el primer mes y el depósito de la renta. Muchas veces eso es todo el problema.',
    ],
  },
  {
    code: 'pay',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Pagar más en unas escuelas es decirles a los demás maestros que trabajan menos, y no es cierto.',
      'No se van por el dinero. Conozco a varias que aceptaron ganar menos con tal de trabajar tranquilas.',
    ],
  },
  {
    code: 'housing-drive',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: ['El distrito no es casero. Que se dedique a enseñar.'],
  },
  {
    code: 'pay',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Mejor suban un poco a todos antes que mucho a unos cuantos.',
      'Pongan ese dinero en grupos más chicos y olvídense de los bonos.',
    ],
  },
  {
    code: 'pay',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: ['Páguenles más en las escuelas difíciles y ya', 'Los maestros de {school} merecen mejor sueldo'],
  },
  {
    code: 'housing-drive',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: ['Con estas rentas ningún maestro puede vivir aquí'],
  },
  {
    code: 'pay',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: ['No es justo dar bonos solo a unas escuelas'],
  },
]
