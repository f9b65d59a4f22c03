import type { Phrases } from '../phrase.ts'

/** English sentences about why teachers leave, mentoring, and what the work is like. */
export const stayingPhrases: Phrases[] = [
  {
    code: 'turnover',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'We have been at {school} for [six|seven|five] years and {kid} has never once had a teacher whom <his/her> older cousin also had. They all leave.',
      '{kid} wrote a letter to <his/her> {lastGrade} teacher over the summer. It came back. She had moved to another district and nobody had told the kids.',
      'At the spring concert I looked for one teacher from when we started at {school}. I found the custodian. [Thank goodness for him|He remembers everybody].',
      'Every August there is a new principal or a new counselor or half a new staff, and I explain {kid} from the beginning again.',
    ],
  },
  {
    code: 'turnover',
    stance: 'for',
    kind: 'story',
    who: 'student',
    lines: [
      "I had a teacher who got me. She left in {month}. I don't really talk in that class now.",
      'Three teachers I would have asked for a recommendation letter do not work here anymore.',
    ],
  },
  {
    code: 'turnover',
    stance: 'for',
    kind: 'story',
    who: 'staff',
    lines: [
      'I have worked at {school} for {years}. I have said goodbye to more [colleagues|good people] than I can count, and almost none of them left because of the kids.',
      'We hired {n} people last summer and {n2} of them were gone by {month}. Each time the team starts over, and each time it gets a little harder to care about the next one.',
    ],
  },
  {
    code: 'turnover',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      "You don't have a hiring problem. You have a leaving problem.",
      'Trust takes a while around here. When a teacher leaves after a year, [the whole street feels it|she takes the trust with her].',
      'A bucket with a hole does not need more water. Find out why good people leave {school}, and ask them before they hand in the keys.',
    ],
  },
  {
    code: 'mentoring',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'On paper I had a mentor. She taught at another school, on a different schedule, and we met [twice|once]. I learned the job from the aide in my room.',
      'In my first year someone sat in my class every [week|Tuesday], never to grade me, only to help. That person is the reason I am still teaching at {school} after {years}.',
      'I mentor two beginners and still teach a full day. We talk in the parking lot. [They deserve better than the parking lot|That is our mentoring program].',
    ],
  },
  {
    code: 'mentoring',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      "I watched {kid}'s teacher go under in the fall. She was [twenty-three|very young] and alone with it. A veteran next door for an hour a day would have changed that whole year for everybody.",
    ],
  },
  {
    code: 'mentoring',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      "Give each new teacher a mentor at the same school, in the same subject, with paid time to sit in each other's classes.",
      'Lighten the load for first-year teachers. One class less, no clubs, no [committees|bus duty], and a person to call.',
    ],
  },
  {
    code: 'mentoring',
    stance: 'for',
    kind: 'ask',
    who: 'elder',
    lines: [
      'Bring back retired teachers as mentors, two mornings a week. Some of us would do it for gas money.',
    ],
  },
  {
    code: 'working-conditions',
    stance: 'for',
    kind: 'story',
    who: 'teacher',
    lines: [
      'In [August|September] it was ninety-four degrees in my room at {school} and the work order was [eleven weeks|a year] old. People put up with a lot, but they also look at the job postings.',
      'I spend [Sunday|two evenings a week] entering the same numbers into three systems. I would rather spend it on my lessons, or on my own kids.',
      'Nobody had my back when a parent [screamed at me|came at me] in front of my class. I still think about it when the transfer form comes around.',
    ],
  },
  {
    code: 'working-conditions',
    stance: 'for',
    kind: 'story',
    who: 'aide',
    lines: [
      "I am an aide, so teachers tell me things. Nobody leaves over one thing. It's the copier, then the fight in the hall that nobody followed up on, then the meeting about the meeting.",
    ],
  },
  {
    code: 'working-conditions',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'Teachers stay where the principal is good. Everyone knows which schools those are, so start there.',
      'Respect is free. Teachers at {school} are talked about [like part of the problem|as if they were spare parts] and then we wonder why they go.',
      'A calm hallway and a working heater would keep more teachers than any slogan.',
    ],
  },
  {
    code: 'working-conditions',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Put your steadiest principals in the schools with the most turnover, and leave them there for five years.',
      'Guarantee planning time and do not take it away to cover other classes.',
      'Add a counselor and a [nurse|vice principal] at {school}. Then the teachers could teach.',
      'Do an exit interview with each teacher who goes, by somebody who is not their boss, and publish what they said without names.',
    ],
  },
  {
    code: 'turnover',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      "Some turnover is healthy. I would worry more about the people who [stopped caring and stay|should leave and don't].",
      'Please do not keep every teacher at any price. Two of the ones {school} lost were no loss.',
    ],
  },
  {
    code: 'turnover',
    stance: 'against',
    kind: 'view',
    who: 'elder',
    lines: [
      'People change jobs now. My own children are on their third. A school has to work even when people move on.',
    ],
  },
  {
    code: 'mentoring',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      "Another mentor program? We have had [three|four] of them. Each takes the best teachers out of their own classrooms to sit in somebody else's.",
    ],
  },
  {
    code: 'mentoring',
    stance: 'against',
    kind: 'story',
    who: 'teacher',
    lines: [
      'The mentoring hours were mostly forms. I would have traded all of it for one more hour to plan.',
    ],
  },
  {
    code: 'working-conditions',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'Before you make it nicer for the adults, ask what the kids got out of the last three programs.',
      'Let the ones who do not want to be at {school} go, and quickly.',
    ],
  },
  {
    code: 'turnover',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: ['every good teacher at {school} leaves. ask them why', '4 principals in 5 years. who would stay'],
  },
  {
    code: 'turnover',
    stance: 'for',
    kind: 'short',
    who: 'family',
    lines: [
      '{kid} cried when <his/her> teacher left in {month}. Again',
      '5th new teacher. my kid stopped learning names',
    ],
  },
  {
    code: 'mentoring',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: [
      'Give new teachers a real mentor. In the same school',
      'new teachers are drowning at {school}. help them',
    ],
  },
  {
    code: 'working-conditions',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: ['Fix the AC at {school} and maybe teachers stay'],
  },
  {
    code: 'turnover',
    stance: 'against',
    kind: 'short',
    who: 'anyone',
    lines: ['Some teachers SHOULD leave. keep the good ones', 'Not another mentor program pls'],
  },
]
