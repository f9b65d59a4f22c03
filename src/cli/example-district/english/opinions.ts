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

/** More of what English speakers think and wish, on every theme. */
export const opinions: Phrases[] = [
  view('new-teachers', 'for', [
    "Luck should not decide it. Right now it's [luck|your zip code], and the zip code is the bigger part.",
    'Nobody puts all the student drivers on the same road.',
    'I like young teachers. I would like them next to some old ones.',
    'The numbers you published say one in three at {school}. From the sidewalk it feels like [more|two in three].',
  ]),
  view('moving-teachers', 'for', [
    "If no one is ever asked to move, then 'voluntary' only means that our kids wait.",
    'Seniority should buy you respect and a good paycheck. It should not buy you the easiest children.',
    "I have heard 'we can't make them' for [ten|twenty] years. Has anyone tried asking them properly?",
  ]),
  ask('new-teachers', 'for', [
    'Never give a class a first-year teacher two years in a row. You have the lists, so you can check before the summer.',
    "Pair every new teacher's class with an experienced one, and let the two share the children.",
  ]),
  ask('moving-teachers', 'for', [
    'Make moving to a school that needs you a step up: a title, a smaller class, a say in the schedule.',
    'Ask the best teachers in person, by name. I bet some would say yes.',
  ]),
  view('moving-teachers', 'against', [
    'People are not furniture.',
    'If you spread the trouble around evenly, you will have trouble everywhere and {school} will still need a principal.',
    'I would rather lift one school up than pull another one down.',
  ]),
  ask('moving-teachers', 'against', [
    'Ask teachers what would make them come. Do not tell them.',
    'Leave a working school alone, and learn from it.',
  ]),
  short('new-teachers', 'for', [
    'half the teachers at {school} are brand new. who helps who',
    'zip code decides your teacher. wrong',
  ]),
  short('moving-teachers', 'for', [
    'Ask experienced teachers to come to {school}. ask nicely but ASK',
    'let {school} hire first this year',
  ]),
  short('moving-teachers', 'against', [
    'you cant just move people around like chairs',
    'Dont break up the team at {school}',
  ]),

  view('substitutes', 'for', [
    'Kids know when nobody is in charge. They behave accordingly, and then they get in trouble for it.',
    'An empty job in an office means that mail piles up. An empty job in a classroom means a child who cannot read.',
    "One bad month is life. Four is a pattern, and it's always the same schools.",
    'It takes a good class about [two|three] weeks without a teacher to stop being one.',
  ]),
  view('special-education', 'for', [
    'These are the children with a legal paper that says what they get, and still they get the vacancy.',
    'The aides hold special education together with tape. Somebody should say thank you, and then hire a teacher.',
  ]),
  ask('substitutes', 'for', [
    'Show us the list of open classes, with dates, where everyone can see it.',
    'Ask the retired teachers. There must be forty of them in this town, and most are bored.',
    'Bring the nearest university in: student teachers, paid, for a full year, in the schools that run short.',
    'If a class has no teacher, send the best sub you have and promise her to the end of the year.',
  ]),
  ask('special-education', 'for', [
    'Pay for the special education credential, all of it, for anyone who commits to [five|four] years here.',
    'Cap the caseloads and mean it.',
  ]),
  view('substitutes', 'against', [
    'We keep hearing about empty classrooms as if nobody was trying. There are no applicants. You cannot hire what is not there.',
    'A title on the door does not make a teacher. Some of our guest teachers are better than that.',
  ]),
  ask('substitutes', 'against', [
    'Watch a candidate teach before you sign anything. An open post is not a reason to take the first one.',
    'Let the long-term subs at {school} train for the job they already do, and leave the others in peace.',
  ]),
  ask('substitutes', 'against', [
    'Take the time to find the right person, even if it means a sub for longer.',
  ]),
  short('substitutes', 'for', [
    'its been subs since {month}. SINCE {month}',
    'who is in room 12? nobody knows',
    'Show us which classes have no teacher',
    'retired teachers would help if you asked',
  ]),
  short('special-education', 'for', [
    'special ed kids get the most subs of anyone. shameful',
    'Hire a special ed teacher for {school} now please',
  ]),

  view('out-of-field', 'for', [
    'You can love children and still not know what a variable is.',
    "It shows up later, in the [placement test|first week of college], when it is nobody's job anymore.",
    "It isn't the teacher's fault. Somebody signed the schedule.",
    'We say that we want engineers from this valley and then we let the coach cover physics.',
  ]),
  view('class-lists', 'for', [
    'The quiet sorting inside a school does more harm than the school boundaries do, because nobody publishes it.',
    "If the best teacher only ever meets the best students, how would we know that she's the best?",
    "It's the same with coaches: the good ones don't only want the tall kids.",
  ]),
  ask('out-of-field', 'for', [
    'Tell students the truth when their teacher is learning too, and give that teacher a partner who knows the subject.',
    'Offer a real signing contract to math majors before they graduate, in [January|the fall], not in July.',
  ]),
  ask('class-lists', 'for', [
    'Check the class lists each August for who got which teacher, by neighborhood, and fix it before the bell.',
    'Open the advanced classes to everyone who wants to try.',
  ]),
  view('out-of-field', 'against', [
    'My best teacher ever was teaching the wrong subject, and I still remember every word.',
    "We are a small town. If you want a specialist for everything, you'll have nobody for most things.",
    'The test for the credential is not about teaching. It is about the test.',
  ]),
  view('class-lists', 'against', [
    "Parents who ask for a teacher are doing their job. Help the others ask, and don't punish the ones who do.",
  ]),
  ask('out-of-field', 'against', [
    'Let good teachers try new subjects without treating them like a statistic.',
  ]),
  short('out-of-field', 'for', [
    'Get a real math teacher in middle school',
    'coach is teaching physics lol. not funny tho',
  ]),
  short('class-lists', 'for', ['Give the best teachers to kids who are behind for once']),
  short('class-lists', 'against', ['dont take away the honors teachers', 'Honors kids matter too']),

  view('turnover', 'for', [
    'Children notice who stays.',
    'Every time someone leaves, the ones who are left carry a bit more, and then they leave.',
    "{school} has had more 'fresh starts' than it had chairs.",
  ]),
  view('mentoring', 'for', [
    'We let plumbers learn next to a plumber for four years. Teachers get a week.',
    "Nobody should learn to teach alone, at other people's children's expense.",
    'A good mentor costs less than hiring the same job three times.',
  ]),
  view('working-conditions', 'for', [
    'A teacher who has to ask for chalk is not going to stay for the slogans.',
    "It's the small things: a door that locks, a copier, someone who says thanks.",
    "People don't quit schools. They quit being alone with it.",
  ]),
  ask('turnover', 'for', [
    'Ask the ones who stayed at {school} why they stayed. Then do more of that.',
    'Keep one principal in place at {school} for longer than a haircut.',
  ]),
  ask('mentoring', 'for', [
    'Let new teachers watch good ones teach, one morning every week, with somebody covering.',
    'Choose mentors because they are good at it, pay them, and give them the time.',
  ]),
  ask('mentoring', 'against', [
    'Give new teachers the hour and skip the mentor.',
    'No more coaches with clipboards, please. Put those people in classrooms.',
  ]),
  ask('working-conditions', 'against', [
    'Spend it on books and field trips before you spend it on staff rooms.',
  ]),
  ask('working-conditions', 'for', [
    'Cut the paperwork by half. Nobody would notice except the teachers.',
    'Fix what is broken at {school} before you print another poster.',
    'When a parent threatens a teacher, stand behind the teacher.',
  ]),
  view('turnover', 'against', [
    "There's such a thing as staying too long.",
    'I have seen principals hold on to people out of fear of an empty post. The kids paid for that too.',
  ]),
  view('mentoring', 'against', [
    'New teachers are adults. Some of them told me they would rather have an hour to themselves than one more meeting.',
  ]),
  view('working-conditions', 'against', [
    "Every job is hard now. I'm not sure that teachers have it worse than [nurses|the folks at the packing plant].",
  ]),
  ask('turnover', 'against', ['Make it easier to let go of a teacher who has given up.']),
  short('turnover', 'for', ['Kids need people who STAY']),
  short('working-conditions', 'for', [
    'leaky roof no nurse no copier. would you stay at {school}',
    'let teachers teach. less paperwork',
  ]),
  short('mentoring', 'against', ['new teachers need time not another mentor']),

  view('pay', 'for', [
    "People say teachers don't do it for the money. That is true, and we have been using it against them.",
    'Four thousand dollars was the difference for my niece. She teaches in the next county now.',
    'Hard work at a hard school should show on the paycheck. It does everywhere else.',
  ]),
  view('housing-drive', 'for', [
    'A teacher who lives an hour away does not come to the school play.',
    'First we lost the young families and then the young teachers, and it was the same rent.',
    'You can tell how far people drive by how early the parking lot empties.',
  ]),
  ask('pay', 'for', [
    'Give the raise to the people who have already stayed at {school}, not only to the ones you want to attract.',
    'Pay for the years a teacher worked in another district. We lose people over that.',
  ]),
  ask('housing-drive', 'for', [
    'Ask the churches and the farms about rooms. There are empty ones.',
    "Let teachers' own children go to the school where they work, and run the child care next to it.",
  ]),
  view('pay', 'against', [
    "Pay one group more and you've made two groups: the bought and the bitter.",
    'If money worked, the last bonus would have worked.',
    'I am on a fixed income. Every time, the answer seems to be more.',
  ]),
  view('housing-drive', 'against', [
    "People have always driven to work in this valley. I don't see why it's a crisis when teachers do.",
  ]),
  ask('housing-drive', 'against', ['Keep the bus yard for buses. We are short of those as well.']),
  ask('pay', 'against', ['Show us first what the last bonus changed, in numbers a person can read.']),
  short('pay', 'for', ['Pay aides more. 3 left {school} this yr', 'Real raises not pizza']),
  short('housing-drive', 'for', [
    'no teacher can afford rent near {school}',
    'gas money for teachers who drive far pls',
  ]),
  short('housing-drive', 'against', ['School district should not be a landlord']),

  view('bilingual', 'for', [
    'Speaking two languages is treated as a problem in kindergarten and as a gift in college.',
    'A ten-year-old should not have to explain a diagnosis to her own mother.',
    "You can hear at the gate which families stop and chat and which ones hurry past. It's about language.",
    "We don't need everyone to be bilingual. We need someone in each hallway.",
  ]),
  view('from-here', 'for', [
    'The aides have been here longer than the paint.',
    'Half of the good teachers this town ever raised are teaching somewhere else.',
    "A child should meet, at least once, a teacher who knows what it's like to grow up here.",
  ]),
  ask('bilingual', 'for', [
    'Keep the two-language classes going past third grade. Hire for it a year ahead.',
    'When you place bilingual teachers, look at who sits in the class and not at who asked first.',
  ]),
  ask('from-here', 'for', [
    'Pay aides for the hours they student-teach. Nobody can work for free.',
    'Talk to the twelfth graders who want to teach, and keep their phone numbers.',
  ]),
  view('bilingual', 'against', [
    'Good teaching works in any language. I would look at that first.',
    "If we hire by language we'll be short of teachers in every language.",
  ]),
  view('from-here', 'against', ['Knowing the neighborhood is nice. Knowing how to teach reading is nicer.']),
  ask('bilingual', 'against', [
    'Spend the money on more hours of English, in small groups.',
    'Ask each family which they want. Not all of us want the same.',
  ]),
  short('bilingual', 'for', ['one person speaks spanish at {school}. ONE', 'Hire interpreters please']),
  short('from-here', 'for', [
    'the aides know our kids. make them teachers',
    'Recruit right here not in Oregon',
  ]),
  short('from-here', 'against', ['hire the best not the closest']),

  view('not-told', 'for', [
    "Silence does more harm to a school's name than the truth would.",
    'If my car is recalled I get a letter. If a class loses its teacher I get a rumor.',
    'Tell people straight and most of them will help. Hide it and they will leave.',
  ]),
  view('say-in-it', 'for', [
    'Being heard is not the same as getting a microphone.',
    "There's a kind of meeting where everything has been decided and the cookies are for show.",
    'The people who know most about empty classrooms are thirteen years old.',
  ]),
  ask('not-told', 'for', [
    'Send a person, not a robocall.',
    'Put the class on the website the day the teacher leaves, with the plan for who comes next.',
  ]),
  ask('say-in-it', 'for', [
    "Pay parents who give up an evening for a committee, the way you'd pay a consultant.",
    'Publish what people asked for next to what you did.',
  ]),
  view('not-told', 'against', [
    'Numbers without a story turn into a ranking, and a ranking turns into moving trucks.',
    'Some things a principal should be able to sort out quietly.',
  ]),
  view('say-in-it', 'against', [
    'We have been consulted half to death. Decide something.',
    "The loudest parents get the panels. I don't see how that helps the quiet ones.",
  ]),
  ask('not-told', 'against', [
    "Write only to the families in that class. It's their business and nobody else's.",
  ]),
  short('not-told', 'for', [
    'found out on picture day that we have a new teacher',
    'send the letters in spanish at the same time',
  ]),
  short('say-in-it', 'for', ['Write back this time', 'ask the kids. they know']),
  short('not-told', 'against', ['too many letters already. only tell the parents in that class']),
]
