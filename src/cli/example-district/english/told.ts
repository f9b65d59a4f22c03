import type { Phrases } from '../phrase.ts'

/** English sentences about what families are told, and whether anyone listens. */
export const toldPhrases: Phrases[] = [
  {
    code: 'not-told',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'I found out from {kid} that <his/her> teacher had left. Not from the school. It had been [three|five] weeks by then.',
      "A letter came in {month} that said a 'staffing adjustment' had been made. I had to call {n} people to learn that this meant no teacher.",
      'Federal law says we are told when our child has a teacher who is not fully qualified for four weeks. In [nine|six|seven] years at {school} I have had one of those letters, and it was in a language I had to ask {kid} to read.',
      'The app said the {grade} teacher was [Staff, Vacant|TBD]. I thought it was a mistake in the app.',
      "I asked at the front desk what {kid}'s teacher is trained in. They were polite, but nobody knew where to look.",
      'We were told on the Friday before school started that the class was closed and {kid} would be in another room with [thirty-six|thirty-four] kids. On a Friday, at five.',
    ],
  },
  {
    code: 'not-told',
    stance: 'for',
    kind: 'story',
    who: 'student',
    lines: ['My parents found out from me that we have no teacher. They thought I was making excuses.'],
  },
  {
    code: 'not-told',
    stance: 'for',
    kind: 'story',
    who: 'staff',
    lines: [
      "We are told not to say the word 'vacancy' to parents at {school}. I have been asked straight out by a mother and had to look at my shoes.",
    ],
  },
  {
    code: 'not-told',
    stance: 'for',
    kind: 'story',
    who: 'aide',
    lines: [
      'I work in the front office. I answer the phone [forty|fifty] times a day, and I often learn about a change when a parent calls to ask me about it.',
    ],
  },
  {
    code: 'not-told',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'People can take bad news. What they cannot take is finding out in [March|spring] what the school knew in [October|the fall].',
      'Teachers are public employees. How many are new and how many rooms are empty at each school should not be a secret.',
      "The information exists. It's on page 61 of a report that nobody's grandmother is going to open.",
      'When families are left guessing they blame the teacher who is there, and she is the one who stayed.',
    ],
  },
  {
    code: 'not-told',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Tell families within [five|ten] school days, by text and in their language, when a class has no regular teacher, and say what the plan is.',
      'Put one page per school on the website: how many new teachers, how many openings, how many teaching outside their subject. Update it [monthly|each month].',
      'Send the letters in Spanish and Arabic at the same time as the English ones. Not two weeks later.',
      'Name one person for each school who picks up the phone when you ask who is teaching your child.',
    ],
  },
  {
    code: 'say-in-it',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'I filled in a survey like this [two|three|four] years ago, on a folding table at {school}. I never heard a word back. I am trying once more.',
      'The meetings are at four in the afternoon. I get off work at [six|half past five]. So I guess my opinion is that I was at work.',
      'I sat on the school site council. We were handed the plan at seven and asked to sign it at eight.',
    ],
  },
  {
    code: 'say-in-it',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'The families with the empty classrooms are not the families in the board room. You have to go to them: the [laundromat|clinic], the church hall, the soccer field.',
      'Nobody asks the students, and they are the ones who see it six hours a day.',
      "I don't expect to get everything I ask for. I do expect to be told why not.",
    ],
  },
  {
    code: 'say-in-it',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Put two parents and a student on the hiring panel at {school}.',
      'Hold the meetings in the evening, with food, child care and interpreters, and not only at the district office.',
      'Come back in six months and tell us, point by point, what you did with this.',
    ],
  },
  {
    code: 'not-told',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Posting which school has which teachers will only scare away the families who still choose {school}. Then it loses money too.',
      'If every parent gets a letter for each substitute, nobody will read the one that matters.',
    ],
  },
  {
    code: 'not-told',
    stance: 'against',
    kind: 'view',
    who: 'family',
    lines: [
      'Teachers have a right to some privacy. I do not need the resume of everyone who teaches my children.',
    ],
  },
  {
    code: 'not-told',
    stance: 'against',
    kind: 'story',
    who: 'staff',
    lines: [
      "The last time we published the numbers, the paper printed a list of the 'worst' schools. Two good teachers resigned from {school} that month.",
    ],
  },
  {
    code: 'say-in-it',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'With respect, we elect a board and hire a superintendent to decide this. Another round of meetings is another semester without teachers.',
      'Parents should be heard, but hiring is a professional matter. I would not want a vote on my dentist.',
    ],
  },
  {
    code: 'say-in-it',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Less listening, more hiring. You know what the problem is.',
      'Tell the families concerned directly and leave the public list out of it.',
    ],
  },
  {
    code: 'not-told',
    stance: 'for',
    kind: 'short',
    who: 'family',
    lines: ['nobody told us the teacher left. my kid told me'],
  },
  {
    code: 'not-told',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'Just TELL US when there is no teacher. A text is fine',
      'who is teaching {grade} at {school}? serious question',
      'Letters only in English again',
    ],
  },
  {
    code: 'say-in-it',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: ['Meetings at 4pm are for people who dont work', 'Did the last survey. What happened with it?'],
  },
  {
    code: 'say-in-it',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: ['stop asking start hiring', 'No public lists of schools. It hurts the kids there'],
  },
]
