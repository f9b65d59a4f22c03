import type { Phrases } from '../phrase.ts'

/** English sentences about teachers outside their subject, and who is put in whose class. */
export const subjectPhrases: Phrases[] = [
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'story',
    who: 'family',
    at: 'secondary',
    lines: [
      "{kid}'s math teacher told us at conferences, very honestly, that he trained to teach [history|physical education]. He is one page ahead of the students.",
      'I am an [electrician|bookkeeper], so I can see when the math is wrong. {kid} brought home notes with the fractions worked out backwards, copied from the board.',
      '{kid} loved science until {grade}. This year it is [reading the chapter and answering the questions|worksheets about volcanoes]. The teacher is afraid of the lab, and I do not blame her, nobody trained her for it.',
      'We pay for a math tutor on [Saturdays|Thursday nights] because the class at {school} is taught by someone who was hired for something else. Our neighbors cannot pay, so their kids just fall behind.',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'story',
    who: 'family',
    at: 'high',
    lines: [
      '{kid} wants to be a nurse. There was no chemistry teacher at {school}, so <he/she> was put in a computer course with a [coach|monitor] in the room.',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'story',
    who: 'student',
    lines: [
      "Our algebra teacher says 'ask the internet' when we get stuck. He is a good guy. He teaches PE.",
      "I asked why you flip the sign and she said because that's the rule. I still don't know why.",
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    at: 'secondary',
    lines: [
      'I have a credential in English. This is my second year teaching [two periods of algebra|seventh grade math] at {school}, because someone had to. I study at night. It is not enough, and I know it.',
      'I am the only person in my department at {school} who majored in what we teach. At {better} there are [five|six].',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    at: 'high',
    lines: [
      'Every August I find out what I will teach about a week before the students do. This year it was physics. I have not taken physics since 1998.',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'If you miss fractions, you miss algebra, and if you miss algebra a lot of doors close. That is why it matters who teaches seventh grade math.',
      'You would not let a dentist set a broken arm. Why do we let anyone with a free period teach math?',
      'The kids think they are bad at math. Many of them just never had a math teacher.',
      "A permit that says 'emergency' should not be renewed three years running. By then it is [a plan|not an emergency].",
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Pay for the math classes and the test for teachers who are willing to add a math credential, and give them the [afternoons|time] to study.',
      'Share one strong math teacher between two schools, or by video with a real helper in the room, until you can hire.',
      'Start with math in grades six to nine. That is where kids fall off.',
      'Make sure no student gets two years in a row of a teacher who is outside their subject.',
      'Bring in people from [the water plant|the hospital|the college] who know the science, and train them to teach it properly.',
    ],
  },
  {
    code: 'class-lists',
    stance: 'for',
    kind: 'story',
    who: 'family',
    at: 'secondary',
    lines: [
      'I have twins at {school}. One got into the honors class with the teacher everybody wants. The other got the room with no teacher. Same house, same breakfast.',
      'Some parents at {school} know whom to call in [June|July] and get the teacher they ask for. I work [two jobs|nights]. Nobody told me there was a list.',
      '{kid} was placed in the low group in third grade and has been there ever since, with whoever was left over to teach it.',
    ],
  },
  {
    code: 'class-lists',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    at: 'secondary',
    lines: [
      'I have sat in the room where the class lists are made. The teachers with pull get the honors sections, and the newest person gets [ninth grade repeaters|everybody who failed last year].',
    ],
  },
  {
    code: 'class-lists',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      "It is not only which school. Inside the same building, the students who are ahead get the best teachers and the ones who are behind get what's left.",
      'Look at who sits in the advanced classes and who teaches them, then look across the hall.',
    ],
  },
  {
    code: 'class-lists',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Give the strongest teachers at least one class of students who are behind. All of them, not only the volunteers.',
      'End the private phone calls. One form, one date, the same for every family, for asking about a teacher.',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'A piece of paper does not teach. I would rather have a caring person who works to learn the math than a [genius|mathematician] who cannot talk to kids.',
      'Good teachers can teach more than one thing. If we insist on the exact credential for every class, small schools will just cancel the class.',
      "Please don't make this one more box to check. Teachers here already have more certificates than time.",
    ],
  },
  {
    code: 'out-of-field',
    stance: 'against',
    kind: 'story',
    who: 'family',
    at: 'secondary',
    lines: [
      "{kid}'s best math year was with a music teacher who had no math credential at all. She turned everything into rhythm, and it worked.",
    ],
  },
  {
    code: 'class-lists',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Honors students need good teachers too. Do not take theirs away to make the numbers even.',
      "Principals know their people. Leave the class lists to them and don't write a rule downtown.",
    ],
  },
  {
    code: 'class-lists',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Let parents keep asking for a teacher who fits their child. Just tell everyone they can.',
      'Train the teachers we have and judge them by what happens in the room, not by the name of their degree.',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    at: 'secondary',
    lines: [
      'PE teacher is teaching algebra at {school}. Why',
      'Need math teachers who know math',
      'science class = worksheets. {school}',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    at: 'high',
    lines: ['no chemistry at {school} because no teacher. not fair'],
  },
  {
    code: 'class-lists',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    at: 'secondary',
    lines: ['same school but the honors kids get all the good teachers'],
  },
  {
    code: 'class-lists',
    stance: 'for',
    kind: 'short',
    who: 'family',
    lines: ['how do i ask for a teacher? some parents know how. i dont'],
  },
  {
    code: 'out-of-field',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: ['degrees dont matter, caring does', 'Let principals decide who teaches what'],
  },
]
