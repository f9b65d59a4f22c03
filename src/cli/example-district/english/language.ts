import type { Phrases } from '../phrase.ts'

/** English sentences about bilingual teachers, and teachers who come from here. */
export const languagePhrases: Phrases[] = [
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      '{kid} interprets for me at <his/her> own parent conference. <He/She> is {age}. Do you think <he/she> tells me everything?',
      'We came here [four|three|six] years ago. The one bilingual teacher at {school} taught {kid} to read in two languages, and then she was moved to testing.',
      'My mother picks {kid} up and she speaks only [Spanish|Arabic]. For a whole year nobody at the gate could tell her how <his/her> day was.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'story',
    who: 'student',
    lines: [
      "I translate for the new kids in my class because my teacher can't. I don't mind, but I miss what she's saying.",
      "There is one teacher at {school} who speaks my language. Everybody goes to her at lunch, even if they don't have her.",
    ],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'story',
    who: 'aide',
    lines: [
      'I am the only adult in my wing at {school} who speaks Spanish. I am an aide. I get called out [six|eight] times a day to interpret, and my own students wait.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'Twenty-two of my twenty-nine students are learning English. I had one [afternoon|Saturday] of training for that.',
      'I am bilingual, with the certificate, and for years I was placed at {better}, where [three|five] families speak Spanish. I had to ask twice to be moved.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      "Half the families at {school} speak Spanish at home, and [two|three] teachers do. That's not a small gap.",
      'A child who does not understand the teacher has no teacher, whatever it says on the door.',
      'Bilingual teachers do two jobs and are paid for one. They interpret, they calm people down, they fill in forms, and then they teach.',
      'My neighbors from [Yemen|Syria|Iraq] have never had a letter from the school that they could read.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Place bilingual teachers where the children are who need them, and pay the extra that other districts pay.',
      'Stop pulling bilingual staff out of class to interpret. Hire an interpreter.',
      'Accept credentials from [Mexico and El Salvador|other countries]. I know [a physics teacher who cleans|two teachers who clean] hotel rooms.',
    ],
  },
  {
    code: 'from-here',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      "{kid} has never had a teacher who looks like <him/her>. <He/She> asked me if [that's allowed|people like us can be teachers].",
      'The best teacher {kid} ever had grew up on our street. She knew the grandmothers. You did not have to explain anything.',
    ],
  },
  {
    code: 'from-here',
    stance: 'for',
    kind: 'story',
    who: 'aide',
    lines: [
      'I went to {school} myself. I have been an aide there for {years}. I would make a good teacher, but I cannot stop working for two years to get the degree.',
    ],
  },
  {
    code: 'from-here',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'I came back to teach where I grew up. Out of my graduating class of [210|180] there are exactly two of us.',
    ],
  },
  {
    code: 'from-here',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      "People who are from here stay here. It's not complicated.",
      'We drive recruiters to job fairs in [Oregon|Nevada] and walk past the lunch lady who has been teaching kids to read for free.',
    ],
  },
  {
    code: 'from-here',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Start a teaching club at [both high schools|South Levee] and promise those students a job when they finish college.',
      'Work with the community college so that aides can earn the degree in the evenings, here in town.',
    ],
  },
  {
    code: 'from-here',
    stance: 'for',
    kind: 'ask',
    who: 'elder',
    lines: [
      'Hire grandparents and neighbors as reading helpers. Some of us have time and know every kid by name.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'English is what they will need at work. I would put the money into more English teaching before I paid extra for two languages. My parents came here too.',
      'It is good when a teacher speaks the language, but I would not pass over a better teacher for it.',
      'If you spread the bilingual teachers by formula, you will end the one dual language program that works.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'against',
    kind: 'story',
    who: 'family',
    lines: [
      '{kid} speaks Spanish at home. We chose {school} so that <he/she> would hear good English all day. Please ask families before you decide for us.',
    ],
  },
  {
    code: 'from-here',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Be careful with hiring only from here. My kids learned a great deal from a teacher who came from the other end of the country.',
      'Growing your own takes six years. The kids who are in fifth grade now do not have six years.',
    ],
  },
  {
    code: 'from-here',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: ['Hire the best person who applies, wherever they come from and whatever they speak.'],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'We need teachers who speak Spanish at {school}',
      'My nephew just came from Honduras, nobody in class understands him',
      'stop using kids as interpreters',
    ],
  },
  {
    code: 'from-here',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'Help our aides become teachers, they are from here and they stay',
      'hire people who grew up here',
    ],
  },
  {
    code: 'bilingual',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: ['Teach them English first', 'best teacher first, language second'],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'story',
    who: 'family',
    at: 'elementary',
    lines: [
      'The dual language class at {school} stops at [third|second] grade because there is no teacher for the next one. {kid} is losing it already. <He/She> answers me in English now.',
    ],
  },
  {
    code: 'bilingual',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    at: 'elementary',
    lines: ['dual language stops at 3rd grade. why?? hire someone'],
  },
]
