import type { Frame } from '../phrase.ts'

/** How English comments begin. */
export const openings: Frame[] = [
  {
    who: 'parent',
    lines: [
      'I am a [mom|dad|parent] at {school}.',
      'We have been a {school} family for [four|five|six|three] years.',
      'I have [two|three] kids, one of them at {school}.',
      'I work nights, so I am writing this [at four in the morning|on my break].',
      'I have never written to the district before.',
      'English is my second language, so excuse my mistakes.',
      'I grew up here and went to {school} myself.',
      'My husband says nobody reads these. I hope he is wrong.',
      'Thank you for asking us, and not only the people who come to board meetings.',
      'I will try to be fair, because there are good people at {school}.',
      'A neighbor told me about this, so here I am.',
    ],
  },
  {
    who: 'grandparent',
    lines: [
      'I am raising {kid}, and I do the homework with <him/her> every evening.',
      'I am a grandmother of five, and I pick up {kid} every day.',
      'My own children went to {school} thirty years ago. It was another world.',
      'At my age you say things plainly.',
    ],
  },
  {
    who: 'student',
    lines: [
      "I'm a student at {school}.",
      'My mom said I should write this myself.',
      "I don't know if students can answer but here goes.",
      'We talked about this in advisory.',
    ],
  },
  {
    who: 'teacher',
    lines: [
      'I teach at {school}.',
      'I have been a teacher for {years}, most of them at {school}.',
      'I am writing as a teacher and not for the union.',
      'I would rather not say which grade I teach. It is a small staff.',
    ],
  },
  {
    who: 'principal',
    lines: [
      "I lead one of our schools and I will try to say what I cannot say at the principals' meeting.",
      'I have been a principal for {years}.',
      'I am a principal. I hire people every spring, so this is close to home.',
    ],
  },
  {
    who: 'aide',
    lines: [
      'I have worked at {school} as an aide for {years}.',
      'I am not a teacher, but I am in the classrooms all day.',
      'Nobody usually asks the aides, so thank you.',
    ],
  },
  {
    who: 'community',
    lines: [
      'I do not have children in school anymore, but I live [two blocks|around the corner] from {school}.',
      'I am a retired teacher.',
      'I run a small [shop|repair shop|bakery] near {school} and half my [customers|helpers] are students.',
      'I volunteer at the food pantry, so I hear a lot.',
      'I coach soccer in the evenings and the kids talk.',
      'Our church has an after-school program with kids from {school}.',
    ],
  },
]

/** How English comments end. */
export const closings: Frame[] = [
  {
    who: 'anyone',
    lines: [
      'Thank you for reading this.',
      'Thanks for asking.',
      'Please write back, even if the answer is no.',
      'I hope something comes of this.',
      "That's all. Thank you.",
      'I know it is not easy.',
      "Please don't let this end up in a drawer.",
      'I would be glad to say this at a meeting if there is one I can get to.',
      'I am not angry. I am tired.',
      'We can do better than this.',
      'Sorry this got long.',
      "Do what you say you will do, that's all I ask.",
      'You asked, so there it is.',
    ],
  },
  {
    who: 'parent',
    lines: [
      '<He/She> only gets one {grade}.',
      '{kid} will be out of school by the time a three-year plan is done, so please hurry.',
      "I don't want special treatment, only the same as the other side of the river.",
      'We are staying at {school} and we want it to work.',
      "I'd do anything to help, just tell us how.",
    ],
  },
  {
    who: 'grandparent',
    lines: ['God bless the ones who stay.', "I won't be around forever, so I would like to see this fixed."],
  },
  {
    who: 'student',
    lines: ['I hope this helps.', 'Please listen to us, we are there every day.', "Ok that's it."],
  },
  {
    who: 'teacher',
    lines: [
      'I love this job. I would like to be able to keep it.',
      'I am happy to explain more, but not with my name on it.',
      'Come and sit in our classes for a day. You are welcome any time.',
    ],
  },
  {
    who: 'community',
    lines: ['These kids will be running this town one day.', 'A town is only as good as its schools.'],
  },
]

/** What people put before a wish. */
export const wishes = [
  'What I would do first:',
  'My one wish:',
  'If it were up to me:',
  'Simple idea:',
  'Here is what would help.',
]

/** Between two subjects, and between a wish and a doubt. */
export const also = [
  'Something else.',
  'And one more thing.',
  'Another thing.',
  'On a different point.',
  'And since you ask.',
]
export const butThen = [
  'I also see the other side.',
  'One worry, though.',
  'But I also have to say this.',
  'I do not agree with everything people say, though.',
]

/** How someone begins whose words a note taker writes down. */
export const spoken = [
  'Speaking for [three|four|a few] of us at this table.',
  "I don't write well, so I'll just say it.",
  '[She|He] asked us to write this down.',
  'Said at the end of the evening, after everyone else had spoken.',
  "I wasn't going to talk tonight.",
]

/** How e-mails begin and end; on lines of their own. */
export const greetings = [
  'Hello,',
  'Good morning,',
  'Dear board members,',
  'Dear Ms. Prado,',
  'To whom it may concern,',
  'Hi there,',
  'To the team:',
]
export const farewells = [
  'Sincerely,\na {role} at {school}',
  'Thank you,\na {role} from {school}',
  'Best wishes',
  'With respect,\na {role}',
  'Thank you for your time.',
  'Kind regards',
]
