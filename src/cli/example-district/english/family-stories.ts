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

/** More of what English-speaking families live through. */
export const familyStories: Phrases[] = [
  told('new-teachers', [
    "At back-to-school night I asked the teachers in {kid}'s hallway how long they had been at {school}. The longest answer was [fourteen months|a year and a half].",
    "Nobody on {kid}'s whole team had taught {grade} before. They were [swapping worksheets in the hall|up until midnight, you could tell from the emails].",
    'My older girl had Mrs. Experience at {better} when we lived across the river. Then we moved, and {kid} got a string of lovely beginners at {school}. I can see the difference on the kitchen table every night.',
    "I keep a list on the fridge. {kid}'s teachers so far: new, new, left in {month}, new.",
    'By {month} {kid} could do an impression of every teacher who had quit. We laughed. Then I thought about it.',
    "{kid}'s teacher came straight from [a bank|another state|college] and had the class with the [hardest kids|most kids] in the building. Who plans that?",
    "The teacher told me she was hired on a Thursday and met {kid}'s class on the Monday.",
  ]),
  told('moving-teachers', [
    'We begged a great teacher to come to {school} from {better}. She wanted to, but she would have lost her [seniority|place in line], so she stayed.',
  ]),
  told('substitutes', [
    "In {month} {kid} came home and said, 'We had nobody today.' I thought it was a joke. An office lady sat with them [until lunch|for two hours].",
    'The sub asked {kid} where they were in the book. {kid} is in {grade}. <He/She> said page forty, because <he/she> liked the picture.',
    'I volunteered at {school} for a morning and ended up watching the class by myself for [forty minutes|an hour]. I drive a truck.',
    'They are on their [fifth|fourth|sixth] seating chart at {school}. No test has come home since {month}.',
    "{kid} told the new sub on Monday that they had already seen the movie. The sub said, 'So has everybody.'",
    'Our school sends a nice note when a teacher is sick for a day. For the [eleven|nine] weeks without a teacher at {school} we got no note.',
    '{kid} had a math teacher on paper. I met her at the end: she had been on leave since {month}, poor woman, and thought somebody had replaced her.',
    'I packed {kid} a book to read, every day since {month}, because that is what they do in that class: sit and wait for the bell.',
    'When I picked <him/her> up early for the dentist, the sub at {school} could not tell me which one was {kid}. She had arrived that morning.',
  ]),
  told('special-education', [
    'We moved here for the special education program at {school}. In {month} the one person who made it work left, and the program is now [a schedule on a wall|a room with a TV].',
    '{kid} went from two words to twenty with Miss R. After she left, we lost [some|most] of the twenty. No one has been hired.',
    "I took a day off without pay for {kid}'s plan meeting. It was canceled at the door because there was no special education teacher to sit in it. That was the [second|third] time.",
    "They offered {kid} 'make-up minutes' by video. <He/She> hides from the screen.",
  ]),
  told(
    'out-of-field',
    [
      '{kid} asked the science teacher why the sky is blue and was told to ask at home. I pour concrete. We looked it up together.',
      "The math homework at {school} came with an answer key, and the key was wrong. I wrote a note. He wrote back: 'I'm sorry, I teach [art|Spanish].'",
      'I was good at math. I sit with {kid} and four neighbor kids at our table on Wednesdays now, because there is nobody at {school} who can explain it.',
      '{kid} got an A in math at {school} and then failed the placement test for the college program. The A was for [being quiet|neat notes].',
      "All year they did the first two chapters of the science book at {school}. The teacher said the rest was 'past her'. She was brave to say it.",
    ],
    'secondary',
  ),
  told(
    'out-of-field',
    [
      'There is no physics at {school} again. {kid} takes it on a laptop in the library at seven in the morning with no one to ask.',
      '{kid} got into an engineering program and had to take [two|three] make-up classes first, because nobody at {school} was able to teach calculus.',
    ],
    'high',
  ),
  told(
    'class-lists',
    [
      "I clean houses on the hill. The mothers there told me which teacher to ask for at {school}. I asked. I was told that they don't take requests.",
      '{kid} has never been in a class with the math teacher everyone praises. I checked: you need the honors test, and the test was given on [one morning|a Saturday] we heard of afterwards.',
      "Every one of {kid}'s friends from our street is in the same 'support' section at {school}, with the teacher who came last.",
    ],
    'secondary',
  ),
  told('turnover', [
    "{kid} does not learn teachers' names until Christmas anymore. 'Let's see if she stays,' <he/she> says.",
    'The band teacher left {school} in {month}. There were [sixty|forty] kids with rented trumpets and nobody to wave at them.',
    "There was one man at {school} who greeted every child by name at the gate. He took a job [in Nevada|closer to his mother] and it's just a gate now.",
    'We said goodbye to three teachers with cake and to two by e-mail. {kid} is only in {grade}.',
    '{kid} used to tell one teacher everything. When she left {school}, <he/she> told nobody, and we found out about the bullying in {month}.',
  ]),
  told('mentoring', [
    "{kid}'s teacher told me that nobody had set foot in her room since the first week, except to bring a fire drill map.",
    "A retired teacher from our church offered to help {kid}'s young teacher for free. It took [five|four] months to get a badge.",
    "Halfway through the year an older colleague started to help {kid}'s teacher twice a week. You could hear it. The room got quiet and then it got happy.",
  ]),
  told('working-conditions', [
    "It rains in {kid}'s classroom. They have a bucket with a name. The teacher makes a lesson out of it, but she should not have to.",
    "I saw a parent scream at {kid}'s teacher by the fence at {school}, and nobody from the office came out. She was gone by {month}.",
    "{kid}'s teacher buys the paper. And the glue. And, I found out, [snacks for six of the kids|somebody's coat].",
    "Two years with no school nurse at {school}. {kid}'s teacher does the inhaler, between math and lunch.",
  ]),
  told('pay', [
    "{kid}'s teacher was behind the counter when we bought [ice cream|paint] on Saturday. She looked embarrassed. We were the ones who should be.",
    'The aide who helps {kid} at {school} left for the drive-through. Three dollars more an hour.',
  ]),
  told('housing-drive', [
    "{kid}'s teacher gets up at [four forty|half past four] to beat the traffic over the bridge. You can see it on her face by two o'clock.",
    'We rented our spare room to a teacher from {school} for a year. She left when she wanted a kitchen of her own. I understand.',
    'A young man who would have taught math at {school} turned it down after [three weekends|a month] of looking for a place to live. He told us at our taco stand.',
  ]),
  told('bilingual', [
    "{kid} was put in a corner with a tablet 'for language' at {school}. <He/She> was born here. We speak Spanish, that's all.",
    'The teacher at {school} is sweet, and we talk with our hands. I would like, once, to talk about {kid} with words.',
    "When my mother-in-law brought {kid} late, she could not explain why. They wrote 'no reason'. There was a reason. It was an ambulance.",
    'We get calls from {school} in English and I say yes, yes. Afterwards I ask my cousin what I said yes to.',
  ]),
  told('from-here', [
    "The aide in {kid}'s room lives across from us. She knows which kids did not sleep. She has been at {school} for years and every teacher above her was new.",
    'When a teacher from our own neighborhood came to {school}, {kid} suddenly wanted to be one. Then she left for {better}.',
    "{kid}'s coach went to {school}, works at the feed store, and has kids doing their fractions on the bench. Make that man a teacher.",
  ]),
  told('not-told', [
    "Picture day was how I found out. There was a lady in {kid}'s class photo whom I had never seen, and she was the teacher.",
    "I have the e-mail: 'Exciting changes in {grade}!' It meant that the teacher had quit.",
    "They sent a robocall at {school}. It said 'dear family of' and then nothing, and then something about staffing.",
    "I had to file a paper request to learn whether {kid}'s teacher has a credential. It took [seven|five] weeks. She does, by the way, and I was happy to know it.",
    "All the mothers at the bus stop knew before the school told us. One of them cuts the principal's hair.",
  ]),
  told('say-in-it', [
    'I raised my hand at the meeting at {school} and was told to write it on a sticky note. There was a wall of them. I would like to know where the wall is now.',
    'They asked for parents on a committee. I said yes. I was never called, and in the spring I got a [certificate|thank-you letter] for serving.',
    'I brought {kid} along to the board meeting because I had no sitter. We waited [three|two and a half] hours for my two minutes.',
  ]),
  content('moving-teachers', [
    '{kid} has had the same math teacher two years running at {school} and it has changed everything. If you move her you take that away from a child who did nothing wrong.',
    'We waited on a list for [two|three] years to get into {proud}. It was for the teachers.',
    "{kid}'s teacher is twenty-four. She learned every child's name in two days and she has never once sat down.",
  ]),
  content('substitutes', [
    "A college student has been subbing in {kid}'s room since {month}, and honestly it is the calmest the class has ever been.",
    'The school rushed to hire someone in {month}. He lasted nine days. {kid} had just got used to the sub before him.',
  ]),
  content('out-of-field', [
    '{kid} learned more science from the shop teacher than from any book. He has no science degree, but he lets them build things.',
  ]),
  content('turnover', [
    "When {kid}'s teacher retired at last, we all breathed out. The new one is a gift. So please don't treat every departure as a loss.",
  ]),
  content('pay', [
    '{kid} had one of the teachers with the bonus. She told us she would leave the day it ended, and she did.',
  ]),
  content('bilingual', [
    'We took {kid} out of the two-language class. <He/She> was getting half of each. For some children one language at a time is better.',
  ]),
  content('say-in-it', [
    'I served on a hiring panel at {school} once. We parents liked the charming one. The principal was right about the other one, and {kid} has her now.',
  ]),
  told(
    'moving-teachers',
    [
      'The teacher who finally got {kid} to read transferred to {better} the same spring. I do not blame her. I do blame the rule that made it so easy.',
    ],
    'elementary',
  ),
  told(
    'pay',
    [
      'I make more driving a forklift than the person who teaches {kid} to read, and I did not finish college.',
    ],
    'elementary',
  ),
  told(
    'new-teachers',
    [
      "{kid}'s class photo from last year and from this year have one adult in common, and she runs the office.",
    ],
    'elementary',
  ),
  told(
    'turnover',
    ['I signed up to be room parent. By the time the list came out the teacher was gone.'],
    'elementary',
  ),
  content('pay', [
    "Two of {kid}'s teachers at {school} got the extra money and the aide who does half the work got a mug. You could feel it at pickup.",
    "I asked {kid}'s teacher what would keep her at {school}. She said fewer kids in the room. She did not mention the pay.",
  ]),
  content('turnover', [
    '{kid} had a teacher at {school} who told the class she was counting the days. I was counting them too.',
    "We cried when {kid}'s teacher left {school}, and then the new one turned out even better. It happens.",
  ]),
  content('housing-drive', [
    "{kid}'s teacher drives in from the next county and says that it's her quiet time. Not everyone wants an apartment by the bus yard.",
  ]),
]
