import type { Phrases } from '../phrase.ts'

/** English sentences about pay, rent and the drive to work. */
export const costPhrases: Phrases[] = [
  {
    code: 'pay',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'I earn [six|eight|seven] thousand dollars less than I would twenty minutes up the highway. I stay at {school} because of the students, and every spring I do the math again.',
      "I drive deliveries on [Friday nights|weekends]. Last month I handed a bag of tacos to one of my own students. We both laughed, but it wasn't that funny.",
      'I have {years} in and my take-home pay went down this year, because of the health plan.',
    ],
  },
  {
    code: 'pay',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      "{kid}'s favorite teacher left {school} for [a warehouse office job|the county office]. She told me it paid more and she could sleep.",
      'I clean offices and I know what the teachers at {school} make, because one of them rents the unit upstairs from us and [works the same weekends I do|her car is older than mine].',
    ],
  },
  {
    code: 'pay',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      "If one job is harder and both pay the same, people take the easier one. That is not bad character, it's Tuesday.",
      'We found the money for the [stadium lights|new scoreboard]. We can find it for a math teacher.',
      'A one-time bonus buys one year. Nobody builds a life on a bonus.',
    ],
  },
  {
    code: 'pay',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Pay more at the schools that cannot keep teachers, enough to notice, and keep paying it for at least [five|four] years.',
      'Offer to pay back student loans for anyone who stays at {school} [four|five] years.',
      'Pay for the job: special education, math and bilingual teachers should earn more, because we cannot find them.',
      'Pay the aides a real wage while they study to become teachers.',
    ],
  },
  {
    code: 'housing-drive',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'I drive [fifty-two|forty-five|sixty] minutes each way to {school}, because there is nothing near it that I can rent. When gas goes up I look for jobs closer to home, I admit it.',
      "I share a two-bedroom apartment with two other teachers. I am [thirty-four|forty-one]. I love this district, but I can't picture being fifty in it.",
      'I turned down {better} because it is across the county, and people turn down {school} for the same reason, only more of them.',
    ],
  },
  {
    code: 'housing-drive',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      "When the highway floods, half the teachers at {school} cannot get here. {kid}'s class watched a movie in the gym [two days last month|the whole morning].",
      "{kid}'s teacher was living in her [car|brother's garage] in {month}. The families found out and we took turns with dinner. It should not be up to us.",
    ],
  },
  {
    code: 'housing-drive',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'There are no rentals under two thousand in this town. You can recruit all you like. Where are they going to sleep?',
      'The teachers do not live here anymore. You used to see them at the grocery store, and kids behaved [a little better|differently] because of it.',
      "The schools with the most openings are the ones at the end of the bus line. That's not a coincidence.",
    ],
  },
  {
    code: 'housing-drive',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'The district owns that empty lot by the old bus yard. Build apartments for teachers and aides there.',
      "Help with the first month and the deposit. For many young teachers that's the whole problem.",
      'Run a staff van from [downtown|the train station] to the schools on the south side.',
      'Give gas money by the mile for people who drive to {school} from far away.',
    ],
  },
  {
    code: 'pay',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Extra pay for some schools tells everyone at the other schools that they work less. They do not.',
      'Money is not why they leave. I know [a few|several] who took a pay cut to get away from the chaos.',
      'Taxpayers are stretched as well. I would like to see what the last raise bought before we talk about the next one.',
      'Combat pay is what they call it in the staff room. Think about what that says to the children at {school}.',
    ],
  },
  {
    code: 'pay',
    stance: 'against',
    kind: 'story',
    who: 'teacher',
    lines: [
      'I took the [four|five] thousand dollar incentive once. It was gone after two years, and so were most of us. The school was the same when we left.',
      'I have been at {school} for {years} without a bonus. If somebody new gets one for walking in, how am I supposed to feel?',
    ],
  },
  {
    code: 'housing-drive',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'A school district is not a landlord. Teach children, and leave housing to people who know how to do it.',
      'Plenty of us commute. I have driven to the city for [nineteen|twelve] years and nobody built me an apartment.',
    ],
  },
  {
    code: 'pay',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: [
      "Raise everyone's pay a little before you raise a few people's pay a lot.",
      'Put the money into smaller classes, so that the job can be done, and skip the bonuses.',
    ],
  },
  {
    code: 'pay',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'pay them more at the hard schools. thats it',
      'teachers at {school} deserve a raise!!',
      'you get what you pay for',
    ],
  },
  {
    code: 'housing-drive',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'Rent is the reason. No one can live here on a teacher check',
      'build teacher housing at the old bus yard',
    ],
  },
  {
    code: 'housing-drive',
    stance: 'for',
    kind: 'short',
    who: 'family',
    lines: ["{kid}'s teacher drives 1 hr each way. She wont last"],
  },
  {
    code: 'pay',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: ['No bonuses for some schools only. Not fair to the rest', 'money wont fix it'],
  },
]
