import type { Phrases } from '../phrase.ts'

/** English sentences about new and experienced teachers, and who works where. */
export const experiencePhrases: Phrases[] = [
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      '{kid} is in {grade} and has had a first-year teacher [every year but one|three years in a row] at {school}. They were all kind. None of them was still there the next year.',
      'I have [three|two] children at {school}. Between them they have had {n} brand-new teachers, and I stopped counting after that.',
      'When {kid} started {grade}, <his/her> teacher told us at the open house that it was her first job. By winter she was in tears in the parking lot and I was the one [bringing her coffee|telling her it would get better].',
      "My sister's kids go to {better}. Same district, same taxes. Their teachers have been there fifteen years. {kid}'s teacher at {school} came in [August|September].",
      '{kid} is quiet. A teacher with some years behind her would have noticed that <he/she> could not follow. The new one had thirty-one others to worry about, and it was her first class ever.',
      'The principal at {school} is honest with us: almost half of [her staff|the teachers there] have less than three years. You can feel it in the hallways.',
    ],
  },
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'story',
    who: 'student',
    lines: [
      "I'm in {grade} at {school}. Four of my six teachers this year are new. Two of them said they are still taking classes at night to become teachers.",
      "My teacher is nice but she is learning at the same time as us. Sometimes she says let me figure it out and get back to you, and then it's the test.",
    ],
  },
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'I am in my second year at {school} and I am already [the grade-level lead|the one who trains the newer people]. That should tell you something.',
      'Of the eleven of us in my hallway at {school}, six started [this year|last year or this year]. There is nobody left to ask.',
      'I began at {school}, got decent at it around year four, and moved to a calmer school like everyone does. I am not proud of that, but the district made it very easy.',
      'My first year I was given the hardest schedule in the building because I came last and everyone else had already picked. The students paid for that, not the people who picked.',
    ],
  },
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'New teachers are not the problem. Putting nearly all of them in the same [three|four] schools is.',
      'A child can do fine with one beginner. Three beginners in a row is [a hole you do not climb out of by yourself|something else].',
      'If you drew a map of where the first-year teachers work, it would look a lot like the map of who [qualifies for free lunch|rides the number 6 bus].',
      'Everyone has to start somewhere, but why does it always have to be [our kids they start on|on the south side of the river]?',
      '{better} gets forty applications for one opening. {school} gets two, and both of them are fresh out of college.',
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'The transfer rules work like a slow drain: each spring the people with the most years leave for the quieter schools, and nobody calls it a decision.',
      'The strongest teachers should be where they are needed most. We [do it with nurses and firefighters|would not run a hospital any other way].',
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Please set a limit: no school should have more than one new teacher in [four|five].',
      'Ask experienced teachers to come as a group of [three or four|five], with a promise that they can go back after [three|four] years. Nobody wants to be sent alone.',
      'Let the schools with the most new teachers hire first, in [February|March], before everyone else takes their pick.',
      'Stop letting people transfer out in [July|August], when there is nobody left to hire.',
      "Every spring, publish how many first-year teachers each school will have. If it's lopsided, fix it before summer and not after.",
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'You cannot order a good teacher to be good somewhere else. Forced moves will just send people to the next district, and then nobody has them.',
      'Some of the best teachers we ever had were in their first or second year. They [still return your calls|had energy and were not bitter]. Please do not treat them as damaged goods.',
      'Years are not the same as skill. I have seen twenty-year veterans who [read from the book|stopped trying long ago].',
      'Moving teachers around is robbing one school to pay another. It makes good headlines and breaks teams that took years to build.',
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'against',
    kind: 'story',
    who: 'teacher',
    lines: [
      'I have been at {school} for {years}. I know the families, I taught some of the parents. If you reassign me I will retire, and I am not the only one.',
      'I was moved against my will [in 2009|years ago] under the last plan like this. I lasted one year, and the students knew I did not want to be there.',
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'against',
    kind: 'story',
    who: 'family',
    lines: [
      'We bought our house to be near {proud} because of its teachers. Now I read that they may be asked to move. {kid} has a good year for once and I am supposed to give it up?',
      "{kid}'s first-year teacher is the best <he/she> has had. She calls on Sunday evenings to tell us what <he/she> did well that week.",
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Make those schools places where people want to work, and leave the transfers voluntary.',
      'Do not move anyone who has not asked to move. Spend the money on [the beginners|coaching] instead.',
    ],
  },
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'Why does {school} always get the new teachers and {better} never does',
      '3 yrs 3 brand new teachers at {school}. enough',
      'Share the experienced teachers. Simple.',
      '{school} should get first pick of teachers for once',
      'New teachers need to start somewhere but not all at {school}',
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: [
      'Do not force teachers to move schools. They will quit',
      'Please leave our teachers at {school} where they are',
      'New teachers can be great teachers. Stop blaming them',
    ],
  },
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'short',
    who: 'family',
    lines: ['My kids school = training ground'],
  },
]
