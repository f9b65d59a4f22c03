import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blankConversation,
  conversationFields,
  newConversationFields,
  originOf,
  readConversationForm,
} from './conversation-form.ts'
import { missingToOpen, standingOf } from './conversation-opening.ts'
import { findNearlySame, statementFingerprint } from './statement-fingerprint.ts'
import { readNewStatements } from './statement-form.ts'
import { afterAct, possibleActs, statementActs } from './statement-moderation.ts'
import type { StatementState } from './statement.ts'

const context = {
  before: blankConversation('en'),
  languages: ['en', 'es'] as const,
  timeZone: 'America/Los_Angeles',
}
const typed = {
  ...newConversationFields('en', ['en', 'es'], (language) => `policy ${language}`),
  'question-en': 'What keeps teachers?',
}
const read = (changes: Record<string, string> = {}) => readConversationForm(context, { ...typed, ...changes })

describe('the form of a conversation', () => {
  test('has careful defaults: everyone adds, staff read first, results after voting', () => {
    expect(read()).toMatchObject({
      outcome: 'read',
      settings: {
        whoAdds: 'voters',
        moderation: 'before',
        resultsShown: 'after-voting',
        statementLength: 200,
        opensAt: null,
        closesAt: null,
        embedOrigins: [],
        moderationPolicy: { texts: { en: { text: 'policy en' }, es: { text: 'policy es' } } },
      },
    })
  })

  test('reads days and times where the agency is; a day without a time is the whole day', () => {
    const settings = read({ opensOn: '2027-03-01', closesOn: '2027-03-20', closesAt: '18:30' })
    expect(settings).toMatchObject({
      settings: { opensAt: new Date('2027-03-01T08:00:00Z'), closesAt: new Date('2027-03-21T01:30:00Z') },
    })
  })

  test.each([
    [{ 'question-en': ' ' }, 'question-en', 'questionMissing'],
    [{ 'question-es': 'x'.repeat(301) }, 'question-es', 'questionLong'],
    [{ whoAdds: 'me' }, 'whoAdds', 'whoAdds'],
    [{ statementLength: '39' }, 'statementLength', 'statementLength'],
    [{ statementLength: '1001' }, 'statementLength', 'statementLength'],
    [{ moderation: '' }, 'moderation', 'moderation'],
    [{ resultsShown: 'never' }, 'resultsShown', 'resultsShown'],
    [{ 'moderationPolicy-en': '' }, 'moderationPolicy-en', 'policyMissing'],
    [{ opensAt: '10:00' }, 'opensOn', 'day'],
    [{ opensOn: '2027-03-01', opensAt: '25:00' }, 'opensAt', 'clock'],
    [{ opensOn: '2027-03-02', closesOn: '2027-03-01' }, 'closesOn', 'closesFirst'],
    [{ embedOrigins: 'http://example.org' }, 'embedOrigins', 'embedOrigin'],
  ])('%o is refused at its field', (changes, field, problem) => {
    expect(read(changes)).toEqual({
      outcome: 'faulty',
      faults: [{ field, message: `conversation-work.faults.${problem}` }],
    })
  })

  test('rules may stay away where only staff add statements', () => {
    expect(read({ whoAdds: 'staff', 'moderationPolicy-en': '' }).outcome).toBe('read')
  })

  test('shows a conversation so that sending it unchanged changes nothing', () => {
    const first = read({ opensOn: '2027-03-01', opensAt: '09:15', embedOrigins: 'https://a.org\nb.org/x' })
    if (first.outcome !== 'read') throw new Error('faulty')
    const conversation = {
      ...first.settings,
      status: 'draft' as const,
      version: 3,
      agencyId: '',
      id: '',
      engagementId: '',
      position: 1,
      closedAt: null,
      createdBy: null,
      createdAt: new Date(0),
      changedAt: new Date(0),
    }
    const fields = conversationFields(conversation, context.languages, context.timeZone)
    const again = readConversationForm({ ...context, before: conversation }, fields)
    expect(again).toEqual({ outcome: 'read', settings: first.settings })
    const asked = readConversationForm(
      { ...context, before: { ...conversation, status: 'open' } },
      { ...fields, 'question-en': 'Another question?', 'question-es': '¿Qué?' },
    )
    expect(asked).toMatchObject({
      settings: { question: { texts: { en: { text: 'What keeps teachers?' }, es: { text: '¿Qué?' } } } },
    })
  })

  test('whatever is typed, the answer is settings or faults with messages', () => {
    const names = [...Object.keys(typed), 'opensOn', 'opensAt', 'closesOn', 'closesAt', 'embedOrigins']
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...names),
          fc.oneof(fc.string(), fc.constantFrom('2027-03-01', '10:00')),
        ),
        (changes) => {
          const answer = readConversationForm(context, { ...typed, ...changes })
          if (answer.outcome === 'faulty') expect(answer.faults.length).toBeGreaterThan(0)
          else
            expect(
              answer.settings.embedOrigins.every((origin) => /^https?:\/\/[^\s'";]+$/.test(origin)),
            ).toBe(true)
        },
      ),
    )
  })
})

test.each([
  ['https://www.example.org/path?x#y', 'https://www.example.org'],
  ['www.example.org', 'https://www.example.org'],
  ['https://example.org:8443', 'https://example.org:8443'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['https://ejemplo-ñ.org', 'https://xn--ejemplo--k3a.org'],
  ['http://example.org', undefined],
  ['javascript:alert(1)', undefined],
  ['https://*', undefined],
  ['https://*.example.org', undefined],
  ["https://example.org; script-src 'x'", undefined],
  ['intranet', undefined],
  ['', undefined],
])('the origin of %s is %s', (address, origin) => {
  expect(originOf(address)).toBe(origin)
})

describe('a conversation', () => {
  const nothing = { source: 'en' as const, texts: {} }
  const now = new Date('2027-03-03T18:00:00Z')

  test('needs everything that people must know before it opens', () => {
    const empty = { question: nothing, moderationPolicy: nothing, whoAdds: 'voters' as const, closesAt: now }
    const engagement = {
      status: 'draft' as const,
      asksStudents: true,
      protectedTopics: [],
      protectedTopicsCheckedAt: null,
    }
    expect(missingToOpen(empty, { engagement, shown: 2, now })).toEqual([
      'engagement',
      'protectedTopics',
      'question',
      'policy',
      'statements',
      'closing',
    ])
  })

  test.each([
    ['draft', null, null, 'draft'],
    ['open', '2027-03-04', null, 'soon'],
    ['open', null, '2027-03-04', 'open'],
    ['open', null, '2027-03-03', 'over'],
    ['closed', null, null, 'closed'],
  ] as const)('%s, from %s to %s, is %s', (status, opens, closes, standing) => {
    const at = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`))
    expect(standingOf({ status, opensAt: at(opens), closesAt: at(closes) }, now)).toBe(standing)
  })
})

describe('fingerprints', () => {
  test('are the same when only case, accents, marks and spaces differ', () => {
    expect(statementFingerprint('¡Más maestros, YA!')).toBe(statementFingerprint('mas  maestros ya'))
    expect(statementFingerprint('More teachers')).not.toBe(statementFingerprint('More teachers now'))
    expect(statementFingerprint('…')).toBe('')
  })

  test('statements that say nearly the same are found, nearest first', () => {
    const near = findNearlySame(
      ['Teachers should be paid more.', 'Classes should be smaller.', 'Teachers should be paid much more.'],
      (text) => text,
    )
    expect(near('Teachers should get paid more').map(({ item }) => item)).toEqual([
      'Teachers should be paid more.',
      'Teachers should be paid much more.',
    ])
    expect(near('School lunches are cold')).toEqual([])
  })
})

test('any lines that are typed become as many statements, or faults', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (en, es) => {
      const answer = readNewStatements(
        { source: 'en', languages: ['en', 'es'], longest: 200, there: new Set() },
        { 'words-en': en.join('\n'), 'words-es': es.join('\n') },
      )
      if (answer.outcome === 'faulty') expect(answer.faults.length).toBeGreaterThan(0)
      else
        for (const { words, fingerprint } of answer.statements) {
          expect(words.texts.en?.text).toMatch(/\S/)
          expect(fingerprint).not.toBe('')
        }
    }),
  )
})

test('an act leads only to states from which staff can go on, and undo leads back', () => {
  const states: StatementState[] = ['waiting', 'shown', 'rejected', 'withdrawn']
  const now = new Date('2027-03-03T18:00:00Z')
  for (const state of states) {
    const statement = { state, isMeta: false, moderatedAt: null, origin: 'voter' as const }
    for (const act of statementActs) {
      const after = afterAct(statement, act, { moderation: 'before', reason: 'x', by: 'p', now })
      expect(after === undefined).toBe(!possibleActs(statement).includes(act))
    }
  }
  const rejected = { state: 'rejected' as const, isMeta: false, moderatedAt: now }
  const undo = (origin: 'agency' | 'voter', moderation: 'before' | 'after') =>
    afterAct({ ...rejected, origin }, 'undo', { moderation, reason: '', by: 'p', now })?.state
  expect([undo('agency', 'before'), undo('voter', 'after'), undo('voter', 'before')]).toEqual([
    'shown',
    'shown',
    'waiting',
  ])
})
