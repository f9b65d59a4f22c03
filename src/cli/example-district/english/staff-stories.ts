import type { Phrases } from '../phrase.ts'

const story = (
  code: string,
  stance: 'for' | 'against',
  who: Phrases['who'],
  lines: string[],
  at?: 'secondary' | 'high',
): Phrases => ({ code, stance, kind: 'story', who, lines, ...(at ? { at } : {}) })

/** More of what English-speaking teachers, aides and students live through. */
export const staffStories: Phrases[] = [
  story('new-teachers', 'for', 'teacher', [
    'Our whole grade level at {school} is on its first contract. We meet every Tuesday and google things.',
    'I have been at {school} for {years}, which makes me the museum. I answer questions all day and I like it, but one museum is not enough.',
    'When I started at {school} my room had no books on the shelf. The people who had left took them, and the people who stayed had taken the rest.',
  ]),
  story('new-teachers', 'for', 'aide', [
    'I have trained [five|seven] teachers in my room. That is how they put it at the end of the year, laughing: you trained me. Then they go.',
  ]),
  story('new-teachers', 'for', 'student', ['Every September at {school} teachers ask us where things are.']),
  story('moving-teachers', 'for', 'teacher', [
    'I would go to the hardest school you have tomorrow if two of my friends could come along. That is all it would take, and nobody has ever asked.',
    'I moved to {school} on purpose from {better}. Best thing I ever did. I lost my parking spot, my seniority and my room, in that order.',
  ]),
  story('substitutes', 'for', 'teacher', [
    'I had [thirty-two|thirty-three] students until the room next door closed. Now I have [forty-one|forty-three], and eight of them sit on the counter.',
    'I came back from having my baby and found that my students had had {n} subs. They had taped my seating chart back together.',
  ]),
  story('substitutes', 'for', 'aide', [
    'The office radio at {school} starts at seven: who can take room nine, who can take room fourteen. Some days I am the answer to both.',
  ]),
  story('substitutes', 'for', 'student', [
    "Our sub is nice and he reads the paper. We taught each other [card games|chess]. I got a B in that class, I don't know for what.",
    "I've been doing {subject} by myself from the book since {month} and helping my table. Maybe I should be the teacher.",
  ]),
  story(
    'out-of-field',
    'for',
    'teacher',
    [
      'I teach one section of science at {school} that I am not trained for. I told my class on day one. They were kind about it, and they deserved better.',
      'I passed the math test on the third try, at my own cost, on my own Saturdays. Two colleagues at {school} gave up after the first fee.',
    ],
    'secondary',
  ),
  story(
    'out-of-field',
    'for',
    'student',
    [
      "In chem we don't do labs because the teacher isn't allowed to do them alone and there's nobody else.",
      'I want to study computer science. The class exists at {school} but the teacher is a very nice librarian.',
    ],
    'high',
  ),
  story(
    'class-lists',
    'for',
    'student',
    [
      "I moved up to honors in the middle of the year. It's like a different school. They get the teacher who laughs.",
    ],
    'secondary',
  ),
  story('turnover', 'for', 'teacher', [
    'Our staff photo at {school} is printed in September. By {month} we put little stars on the ones who had gone.',
    'People think you get used to it. I helped carry boxes to [eleven|nine] cars last June and then I sat down in my empty hallway.',
  ]),
  story('turnover', 'for', 'student', [
    "My brother had the same teachers my cousin had. I don't have any of them. It's only been four years.",
  ]),
  story('mentoring', 'for', 'teacher', [
    'When I was new at {school}, the teacher across the hall left her door open and mine too. Nobody paid her. She retired, and the doors are closed now.',
    'As a beginner I was handed a laptop, a key and a list of students with two names crossed out. That was my orientation.',
  ]),
  story('working-conditions', 'for', 'teacher', [
    'I have [nine|eleven] minutes for lunch at {school}, if nobody cries.',
    'We have had {n} principals in {years}. Each one changed the lesson plan format.',
  ]),
  story('pay', 'for', 'teacher', [
    "I have a master's degree and [two|three] roommates.",
    "I did the sum: if I leave {school} for {better} my pay is the same and I get my evenings back. That's the whole trouble in one line.",
  ]),
  story('pay', 'for', 'aide', [
    'I work six hours at {school} and four at the grocery store. At the store I get a discount.',
  ]),
  story('housing-drive', 'for', 'teacher', [
    "I sleep on a friend's couch from Monday to Thursday so that I can teach at {school}. My own bed is [ninety|seventy] miles away.",
  ]),
  story('bilingual', 'for', 'teacher', [
    'I studied Spanish in college and I use it all day at {school}, badly. The families forgive me. I would rather they did not need to.',
    'I have a new student from [Guatemala|Yemen] who has not said a word since {month}. I have a translation app and good will.',
  ]),
  story('from-here', 'for', 'teacher', [
    'I am the first from my street to become a teacher. Students at {school} ask me how I did it, and the true answer is that my aunt had a spare room near the college.',
  ]),
  story('not-told', 'for', 'teacher', [
    'I gave my notice at {school} in {month}, six weeks ahead, so that the families could be told. They were told the day after I left.',
  ]),
  story('say-in-it', 'for', 'teacher', [
    'There was a listening tour [last|two] spring. I told them what I am telling you. They had very good pens.',
  ]),
  story('say-in-it', 'for', 'student', [
    'I was on the student council and we wrote a letter about the empty classes. We got a pizza party.',
  ]),
  story('moving-teachers', 'against', 'teacher', [
    'I chose {school} and I am good here because I chose it. That does not survive a form letter.',
    "Two of us were 'asked' to move from {school} a few years ago. One is selling insurance now and the other one is me.",
  ]),
  story(
    'class-lists',
    'against',
    'teacher',
    [
      "I teach the advanced section at {school} and I earned it with {years} of the other kind. Please don't call that privilege.",
    ],
    'secondary',
  ),
  story('working-conditions', 'against', 'teacher', [
    'I like working at {school} as it is. What wears me out is the next plan to make me like it.',
  ]),
  story('bilingual', 'against', 'teacher', [
    "I learned some Spanish for my students at {school}. They corrected me, laughed, and told me to stick to English because that's what they came for.",
  ]),
  story('not-told', 'against', 'aide', [
    'After the last public list, reporters stood at our gate at {school}. The little ones thought somebody had died.',
  ]),
]
