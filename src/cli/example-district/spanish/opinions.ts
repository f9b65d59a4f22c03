import type { Phrases } from '../phrase.ts'

const view = (code: string, stance: 'for' | 'against', lines: string[]): Phrases => ({
  code,
  stance,
  kind: 'view',
  who: 'anyone',
  lines,
})
const ask = (code: string, stance: 'for' | 'against', lines: string[]): Phrases => ({
  code,
  stance,
  kind: 'ask',
  who: 'anyone',
  lines,
})
const short = (code: string, stance: 'for' | 'against', lines: string[]): Phrases => ({
  code,
  stance,
  kind: 'short',
  who: 'anyone',
  lines,
})

/** More of what Spanish speakers think and wish, on every theme. */
export const opinions: Phrases[] = [
  view('new-teachers', 'for', [
    'No debería ser cuestión de suerte ni de código postal.',
    'Me gustan las maestras jóvenes. Me gustaría que tuvieran al lado a una con experiencia.',
    'A nadie se le ocurre poner a todos los que están aprendiendo a manejar en la misma calle.',
  ]),
  view('moving-teachers', 'for', [
    'La antigüedad debe dar respeto y buen sueldo, no los niños más fáciles.',
    'Llevamos [diez|veinte] años oyendo que no se les puede obligar. ¿Alguien se lo ha pedido bien?',
  ]),
  ask('new-teachers', 'for', [
    'Que a ningún grupo le toque maestra de primer año dos veces seguidas. Las listas las tienen ustedes.',
  ]),
  ask('moving-teachers', 'for', [
    'Pídanselo en persona a los mejores maestros. Seguro que algunos dicen que sí.',
  ]),
  view('moving-teachers', 'against', [
    'Las personas no son muebles.',
    'Prefiero que levanten una escuela a que bajen otra.',
  ]),
  short('new-teachers', 'for', [
    'El código postal decide qué maestra te toca',
    'En {school} la mitad de los maestros son nuevos',
  ]),
  short('moving-teachers', 'against', ['No separen al equipo de {school}']),

  view('substitutes', 'for', [
    'Los niños se dan cuenta cuando nadie está a cargo, y luego los castigan por eso.',
    'Un mal mes le pasa a cualquiera. Cuatro ya no, y siempre son las mismas escuelas.',
  ]),
  view('special-education', 'for', [
    'Esos niños tienen un papel legal que dice lo que les toca, y lo que les toca es la vacante.',
  ]),
  ask('substitutes', 'for', [
    'Enséñennos la lista de las clases sin maestro, con fechas, donde todos la vean.',
    'Pregúntenles a los maestros jubilados. En este pueblo ha de haber cuarenta, y muchos están aburridos.',
  ]),
  ask('special-education', 'for', [
    'Paguen completa la credencial de educación especial a quien se comprometa [cuatro|cinco] años.',
  ]),
  view('substitutes', 'against', [
    'No todo puesto vacío es descuido. A veces de verdad no hay quien se apunte.',
    'He visto a suplentes que hacen más que el maestro de planta. Fíjense en la persona y no en el nombramiento.',
  ]),
  ask('substitutes', 'against', [
    'Tómense el tiempo de encontrar a la persona correcta, aunque la suplente siga un poco más.',
    'No junten dos grupos para que la lista se vea mejor. Es más honesto un puesto vacío que cuarenta niños en un salón.',
    'No manden gente de oficina a dar clase nada más para cumplir.',
  ]),
  short('substitutes', 'for', ['Puro suplente desde {month}', 'Digan qué clases no tienen maestro']),
  short('special-education', 'for', ['A los de educación especial les toca lo peor']),

  view('out-of-field', 'for', [
    'Uno puede querer mucho a los niños y aun así no saber qué es una ecuación.',
    'No es culpa del maestro. Alguien firmó ese horario.',
    'Queremos ingenieros de este valle y ponemos al entrenador a dar física.',
  ]),
  view('class-lists', 'for', [
    'Si la mejor maestra solo ve a los mejores alumnos, ¿cómo sabemos que es la mejor?',
  ]),
  ask('class-lists', 'for', [
    'Abran las clases avanzadas a todo el que quiera intentarlo.',
    'Una sola forma y una sola fecha, igual para todas las familias, para pedir maestro.',
  ]),
  view('out-of-field', 'against', ['El examen de la credencial mide el examen, no si uno sabe enseñar.']),
  view('class-lists', 'against', [
    'Los padres que piden maestro hacen lo que les toca. Mejor ayuden a los demás a pedirlo.',
  ]),
  ask('class-lists', 'against', [
    'Que los alumnos avanzados conserven a sus maestros y que se busquen más para los demás.',
  ]),
  ask('out-of-field', 'against', [
    'Capaciten a los que ya están y júzguenlos por lo que pasa en el salón, no por su título.',
  ]),
  short('out-of-field', 'for', ['Un maestro de matemáticas de verdad, por favor']),
  short('class-lists', 'against', ['No les quiten maestros a los de honores']),

  view('turnover', 'for', [
    'Los niños se fijan en quién se queda.',
    'Cada vez que alguien se va, los que quedan cargan un poco más, y luego también se van.',
  ]),
  view('mentoring', 'for', [
    'A un plomero lo dejan aprender cuatro años junto a otro plomero. A una maestra le dan una semana.',
    'Una buena mentora sale más barata que contratar tres veces para el mismo puesto.',
  ]),
  view('working-conditions', 'for', [
    'Son las cosas chicas: una puerta que cierre, una copiadora, alguien que dé las gracias.',
  ]),
  ask('turnover', 'for', [
    'Pregúntenles a los que se quedaron en {school} por qué se quedaron, y hagan más de eso.',
  ]),
  ask('working-conditions', 'for', [
    'Arreglen lo que está roto en {school} antes de imprimir otro cartel.',
    'Cuando un padre amenaza a una maestra, pónganse del lado de la maestra.',
  ]),
  view('mentoring', 'against', [
    'A las maestras nuevas les sobran juntas y les falta tiempo. Una mentora más es otra junta.',
  ]),
  ask('turnover', 'against', ['Dejen ir sin tanto drama a quien no quiere estar en {school}.']),
  view('working-conditions', 'against', [
    'Todos los trabajos son pesados ahora. No sé si los maestros la pasan peor que la gente de la empacadora.',
  ]),
  ask('turnover', 'against', ['Que sea más fácil despedir a quien ya se dio por vencido.']),
  short('turnover', 'for', ['Los niños necesitan gente que se quede']),
  short('working-conditions', 'for', ['Sin enfermera, sin aire, con goteras. Quién se queda en {school}']),

  view('pay', 'for', [
    'Dicen que los maestros no lo hacen por dinero. Es cierto, y nos hemos aprovechado de eso.',
    'El trabajo duro en una escuela difícil debería verse en el cheque.',
  ]),
  view('housing-drive', 'for', [
    'Una maestra que vive a una hora no puede venir al festival de los niños.',
    'Primero se fueron las familias jóvenes y luego los maestros jóvenes. Fue la misma renta.',
  ]),
  ask('pay', 'for', [
    'Den el aumento a los que ya se quedaron en {school}, no solo a los que quieren traer.',
  ]),
  ask('housing-drive', 'for', ['Pregunten en las iglesias y en los ranchos si hay cuartos. Sí hay.']),
  ask('pay', 'against', ['Digan primero, con números claros, qué cambió el último bono.']),
  ask('housing-drive', 'against', ['Dejen ese terreno para los camiones, que también hacen falta.']),
  view('pay', 'against', ['Si el dinero sirviera, el último bono habría servido.']),
  view('housing-drive', 'against', [
    'En este valle siempre hemos manejado para ir a trabajar. No veo por qué con los maestros es distinto.',
  ]),
  short('housing-drive', 'for', ['Den ayuda para gasolina a los maestros que vienen de lejos']),
  short('pay', 'for', ['Aumentos de verdad, no pizza']),

  view('bilingual', 'for', [
    'En kínder el español es un problema y en la universidad es un premio.',
    'Una niña de diez años no debería explicarle un diagnóstico a su propia mamá.',
    'No hace falta que todos hablen español. Hace falta alguien en cada pasillo.',
    'En la puerta se ve qué familias se quedan a platicar y cuáles pasan de prisa. Es por el idioma.',
  ]),
  view('from-here', 'for', [
    'Las asistentes llevan ahí más tiempo que la pintura.',
    'La mitad de los buenos maestros que ha dado este pueblo están enseñando en otro lado.',
  ]),
  ask('bilingual', 'for', [
    'Que las clases de dos idiomas sigan después de tercero. Contraten con un año de anticipación.',
    'Al asignar a las maestras bilingües, fíjense en quiénes están en el salón y no en quién lo pidió primero.',
  ]),
  ask('from-here', 'for', ['Páguenles a las asistentes las horas de práctica. Nadie puede trabajar gratis.']),
  view('from-here', 'against', ['Conocer el barrio está bien. Saber enseñar a leer está mejor.']),
  ask('bilingual', 'against', [
    'Pregúntenle a cada familia qué prefiere. No todos queremos lo mismo.',
    'Mejor den más horas de inglés, en grupos chicos.',
  ]),
  short('bilingual', 'for', [
    'Una sola persona habla español en {school}. UNA',
    'Contraten intérpretes por favor',
  ]),
  short('from-here', 'for', ['Las asistentes conocen a los niños. Háganlas maestras']),

  view('not-told', 'for', [
    'Si mi carro tiene una falla me mandan una carta. Si la clase pierde a su maestra me llega un chisme.',
    'Digan las cosas claras y la gente ayuda. Si las esconden, la gente se va.',
  ]),
  view('say-in-it', 'for', [
    'Que nos escuchen no es lo mismo que prestarnos el micrófono.',
    'Hay juntas donde todo está decidido y las galletas son de adorno.',
  ]),
  ask('not-told', 'for', ['Manden a una persona, no una grabación.']),
  ask('say-in-it', 'for', ['Publiquen lo que pedimos junto a lo que hicieron.']),
  view('not-told', 'against', [
    'Los números sin explicación se vuelven una lista de peores escuelas, y la gente se muda.',
  ]),
  view('say-in-it', 'against', ['Ya nos preguntaron bastante. Decidan algo.']),
  ask('not-told', 'against', ['Escríbanles solo a las familias de esa clase. Es asunto de ellas.']),
  short('not-told', 'for', [
    'Me enteré el día de la foto que había otra maestra',
    'Manden los avisos en español al mismo tiempo',
  ]),
  short('say-in-it', 'for', ['Ahora sí contesten', 'Pregúntenles a los niños, ellos saben']),
]
