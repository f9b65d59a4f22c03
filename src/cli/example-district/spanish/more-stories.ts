import type { Phrases } from '../phrase.ts'

const told = (code: string, lines: string[], at?: Phrases['at']): Phrases => ({
  code,
  stance: 'for',
  kind: 'story',
  who: 'family',
  lines,
  ...(at ? { at } : {}),
})
const content = (code: string, lines: string[]): Phrases => ({
  code,
  stance: 'against',
  kind: 'story',
  who: 'family',
  lines,
})

/** More of what Spanish-speaking families live through. */
export const moreStories: Phrases[] = [
  told('new-teachers', [
    'En la noche de puertas abiertas les pregunté a las maestras del pasillo de {kid} cuánto tiempo llevaban en {school}. La que más, [catorce meses|año y medio].',
    'Tengo una lista en el refrigerador con los maestros de {kid}: nueva, nueva, se fue en {month}, nueva.',
    'A la maestra de {kid} la contrataron un jueves y el lunes ya estaba frente al grupo. Ella misma nos lo contó, apenada.',
    'Cuando vivíamos del otro lado mi hija mayor tuvo maestras con años de experiencia en {better}. Ahora a {kid} le tocan puras principiantes. La diferencia la veo cada noche en la mesa de la cocina.',
  ]),
  told(
    'moving-teachers',
    [
      'La maestra que por fin logró que {kid} leyera se cambió a {better} esa misma primavera. No la culpo a ella, culpo a la regla.',
    ],
    'elementary',
  ),
  told('substitutes', [
    'En {month} {kid} llegó y me dijo: «Hoy no tuvimos a nadie». Pensé que era broma. Una señora de la oficina los cuidó hasta la hora de comer.',
    'Fui a ayudar una mañana a {school} y terminé cuidando yo al grupo casi una hora. Yo me dedico a la limpieza.',
    'Pasé por {kid} temprano para llevar<lo/la> al dentista y la suplente no sabía quién era. Había llegado esa mañana.',
    'Cuando la maestra se enferma un día, mandan aviso. De las [nueve|once] semanas sin maestra en {school} no nos dijeron nada.',
    'Le pongo a {kid} un libro en la mochila desde {month}, porque en esa clase solo esperan a que suene la campana.',
  ]),
  told('special-education', [
    'Pedí el día sin sueldo para la junta del plan de {kid}. La cancelaron en la puerta porque no había maestra de educación especial. Fue la [segunda|tercera] vez.',
    '{kid} pasó de dos palabras a veinte con una maestra. Ella se fue, no llegó nadie, y ya perdimos la mitad.',
  ]),
  told(
    'out-of-field',
    [
      '{kid} preguntó en la clase de ciencias por qué el cielo es azul y le dijeron que preguntara en casa. Yo trabajo en la construcción. Lo buscamos juntos.',
      'Sacó diez en matemáticas en {school} y luego {kid} no pasó el examen para el programa del colegio. El diez era por portarse bien.',
      'Los miércoles junto a {kid} y a cuatro vecinos en mi mesa, porque me acuerdo de las fracciones y en {school} no hay quien se las explique.',
    ],
    'secondary',
  ),
  told(
    'class-lists',
    [
      'Limpio casas en la loma y las señoras de allá me dijeron a qué maestro pedir en {school}. Lo pedí. Me contestaron que no aceptan peticiones.',
      'Todos los amigos de {kid} de nuestra cuadra están en el mismo grupo «de apoyo», con el último maestro que llegó.',
    ],
    'secondary',
  ),
  told('turnover', [
    '{kid} ya no se aprende el nombre de los maestros hasta Navidad. «A ver si se queda», me dice.',
    'Había un señor en {school} que saludaba a cada niño por su nombre en la entrada. Se fue a Nevada y ahora solo es una puerta.',
    'A tres maestras las despedimos con pastel y a dos por correo. Y {kid} apenas va en {grade}.',
  ]),
  told('mentoring', [
    'A la mitad del año una maestra mayor empezó a ayudar a la de {kid} dos veces por semana. Se notó: primero se oyó silencio en el salón y luego risas.',
  ]),
  told('working-conditions', [
    'En el salón de {kid} llueve adentro. Tienen una cubeta con nombre. La maestra hace una lección de eso, pero no debería.',
    'Dos años sin enfermera en {school}. La maestra de {kid} le da el inhalador, entre matemáticas y la comida.',
  ]),
  told('pay', [
    'El sábado fuimos por un helado y nos atendió la maestra de {kid}. A ella le dio pena. La pena la deberíamos tener nosotros.',
  ]),
  told('housing-drive', [
    'La maestra de {kid} se levanta a las cuatro y media para ganarle al tráfico del puente. A las dos de la tarde ya se le ve en la cara.',
    'Un joven que iba a dar matemáticas en {school} dijo que no después de un mes de buscar dónde vivir. Nos lo contó en nuestro puesto de tacos.',
  ]),
  told('bilingual', [
    'La maestra es muy dulce y nos entendemos a señas. Quisiera, aunque fuera una vez, hablar de {kid} con palabras.',
    'Me llaman de {school} en inglés y yo digo «yes, yes». Luego le pregunto a mi prima a qué dije que sí.',
    'Mi suegra llevó tarde a {kid} y no pudo explicar por qué. Pusieron «sin motivo». Sí hubo motivo: una ambulancia.',
    'A {kid} <lo/la> sentaron en un rincón con una tableta «por el idioma». Nació aquí. En casa hablamos español, nada más.',
  ]),
  told('from-here', [
    'La asistente del salón de {kid} vive enfrente de nosotros. Sabe qué niño no durmió. Lleva años ahí y las maestras van y vienen.',
    'Cuando llegó a {school} una maestra de nuestro barrio, {kid} empezó a decir que quería ser como ella.',
  ]),
  told('not-told', [
    'Me enteré el día de la foto. Había una señora en la foto del grupo de {kid} que yo nunca había visto, y era la maestra.',
    'Todas las mamás de la parada lo sabían antes de que avisara la escuela. Una le corta el pelo a la directora.',
    'Llegó un correo que decía «¡Cambios emocionantes en {grade}!». Quería decir que la maestra había renunciado.',
  ]),
  told('say-in-it', [
    'Levanté la mano en la junta de {school} y me dijeron que lo pusiera en un papelito. Había una pared llena. Quisiera saber dónde está esa pared.',
    'Llevé a {kid} a la junta de la mesa directiva porque no tenía con quién dejar<lo/la>. Esperamos tres horas para mis dos minutos.',
  ]),
  content('moving-teachers', [
    '{kid} lleva dos años con la misma maestra en {school} y le ha cambiado la vida. Si la mueven, se lo quitan a quien no hizo nada malo.',
  ]),
  content('substitutes', [
    'Una muchacha que estudia en la universidad cubre el salón de {kid} desde {month}, y nunca había estado tan tranquilo el grupo.',
    'Contrataron a alguien a la carrera en {month} y duró nueve días. {kid} apenas se había acostumbrado a la suplente de antes.',
  ]),
  content('not-told', [
    'Cuando salió la lista de escuelas en el periódico, los niños de {school} creyeron que la iban a cerrar. {kid} lloró.',
  ]),
  content('bilingual', [
    'Sacamos a {kid} del programa de dos idiomas porque llevaba la mitad de cada uno. A algunos niños les sirve más uno a la vez.',
  ]),
  content('out-of-field', [
    '{kid} aprendió más ciencia con el maestro de taller que con cualquier libro. No tiene el título, pero los deja construir.',
  ]),
  content('turnover', [
    'Cuando por fin se jubiló aquel maestro, {kid} volvió a querer ir a la escuela. No todo el que se va es una pérdida.',
  ]),
  content('pay', [
    'A {kid} le tocó una maestra de las del bono. Dijo que se iría el día que se acabara, y se fue.',
  ]),
  told(
    'pay',
    [
      'Gano más yo manejando un montacargas que la persona que le enseña a leer a {kid}, y yo no terminé la escuela.',
    ],
    'elementary',
  ),
]
