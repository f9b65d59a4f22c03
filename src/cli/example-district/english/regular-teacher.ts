import type { Phrases } from '../phrase.ts'

/** English sentences about classes without a regular teacher, and special education vacancies. */
export const regularTeacherPhrases: Phrases[] = [
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      '{kid} has had {n} substitutes in {grade} since {month}. Each one starts with the class rules and a [word search|movie] and then is gone.',
      "The teacher at {school} went on leave in {month} and nobody came after her. It is a different adult [every week|every few days]. {kid} calls all of them 'Miss'.",
      "I asked to see {kid}'s math work from the last {months}. There was [one worksheet|a folder with four pages in it]. Nobody had graded it because nobody was there to.",
      "Report cards came and {kid}'s said 'no grade available' next to math. That is how we found out there had been no regular teacher for {months}.",
      '{kid} used to be the first one out the door in the morning. Since the class has had only substitutes <he/she> [asks to stay home|has a stomach ache every Monday].',
      'For {months} the class was split and the kids were sent to sit at the back of other rooms. {kid} brought a coloring book to {grade} math and was told that was fine.',
      "We have one sub who is wonderful and would stay, but she is only allowed thirty days. So on day thirty-one {kid}'s class got a stranger.",
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'story',
    who: 'student',
    lines: [
      "We have not had a real {subject} teacher since {month}. We watch videos. I'm not complaining about videos, but I have to take the test like everyone else.",
      'In {subject} we had so many subs that we stopped learning their names, and I think they stopped learning ours.',
      "Third period is on the website with a teacher's name but she left in {month}. We just do the packet.",
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'I give up my planning period at {school} [three days a week|almost every day] to cover a class with no teacher. It is not teaching. I keep them safe and quiet until the bell.',
      'Since {month} I have been writing lesson plans for the room next door as well as my own. There is no one in it but a guest teacher, and it is never the same one.',
      "On a bad Monday {school} has {n} rooms without an adult at eight o'clock, and we start calling around. At {better} I am told it happens twice a year.",
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'story',
    who: 'aide',
    lines: [
      "I am an aide. On paper I support a class. Since {month} I have been running it, at an aide's pay.",
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'A substitute for a week is normal. A substitute for a semester is a decision, even if nobody will say who made it.',
      'Nobody would leave a surgery half done because the doctor quit. A class of thirty children [gets a sub and a shrug|is apparently different].',
      'The substitutes mostly say no to {school} because they can pick, and they pick the easy buildings. So the school with the most empty rooms also has the fewest people to fill them.',
      'The district has [dozens of people|plenty of people] with teaching credentials in its offices. Some of them could teach one class a day until this is fixed.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Fill the longest-open rooms first, wherever they are, before you fill anything else.',
      'Hire [two|three] permanent substitutes for each school that always runs short, people the kids know by name.',
      'Pay subs more to come to the schools they now turn down, and let a good one stay past thirty days.',
      'Put a clock on it: after twenty school days without a teacher, someone at the district office must answer for that room by name.',
      'When a class has lost months, give those kids the time back. Summer, Saturdays, a tutor, whatever works.',
    ],
  },
  {
    code: 'special-education',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      '{kid} has an education plan that says a specialist works with <him/her> five hours a week. There has been no specialist at {school} since {month}. The plan is very well written.',
      '{kid} needs the same faces and the same order every day. <He/She> has had {n} different people in <his/her> special education room this year. It took until {month} for <him/her> to stop [hiding under the table|running for the gate].',
      'At our last meeting the case manager was [covering two schools|a substitute reading from a folder]. She had not met {kid} yet. I do not blame her.',
    ],
  },
  {
    code: 'special-education',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'I have thirty-four students on my special education caseload. The limit is twenty-eight. The open position at {school} has been posted since {month}.',
      "Four of the five aides in our special day class are carrying it together. There is a teacher's name on the door, but she teaches at another school in the afternoon.",
    ],
  },
  {
    code: 'special-education',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'The children who can least afford a revolving door are the ones who get it. I mean special education.',
      "When a special education job stays empty, the law does not pause. The children's plans still count.",
    ],
  },
  {
    code: 'special-education',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Help the special education aides we already have become teachers. They know the kids, and they are not going anywhere.',
      'Please treat an empty special education room as an emergency in the same week, not at the end of the semester.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Be careful what you wish for. A rushed hire in January can be worse than a steady substitute who cares.',
      "Vacancies are everywhere in the state right now. I don't think it's fair to say the district does not try.",
    ],
  },
  {
    code: 'substitutes',
    stance: 'against',
    kind: 'story',
    who: 'family',
    lines: [
      'Our long-term sub, a retired teacher, has been better for {kid} than the person she replaced. I would not trade her for someone hired only to fill a box.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'against',
    kind: 'story',
    who: 'staff',
    lines: [
      'Please do not send office people into classrooms to make a point. We tried that at {school}. They came with a laptop and left at lunch.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Keep the good long-term subs and stop shuffling them out just to post the job again.',
      'Do not combine classes to make the vacancy number look better. An empty post that shows is more honest than forty kids in a room.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'no math teacher at {school} since {month}. just subs',
      '{n} subs since {month}. Kids learn nothing',
      'We need a real teacher in {grade} at {school} please',
      'Pay the subs more and they will come to {school}',
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'short',
    who: 'family',
    lines: [
      'my kids class was split up again today. {school}',
      "{kid} has had {n} subs since {month} and it's the same worksheet every time",
    ],
  },
  {
    code: 'special-education',
    stance: 'for',
    kind: 'short',
    who: 'family',
    lines: [
      'Special ed room at {school} has no teacher. Since {month}!!',
      'IEP says speech and reading help. Nobody there to do it',
    ],
  },
  {
    code: 'substitutes',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: ['our sub is great, keep her', "Don't hire just anybody to fill the spot"],
  },
]
