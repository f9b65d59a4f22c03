import '../../features/decisions/decision.store.ts'
import { instantIn } from '../../features/engagements/agency-time.ts'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { nothingWritten, type Written, written } from '../../platform/i18n/written.ts'
import type { EnglishAndSpanish, ExampleDecision, ExampleDistrict } from './district-model.ts'
import { agencyIdOf, idOf, type Keys, timeZoneOf } from './keys.ts'

const inBoth = (texts: EnglishAndSpanish | null): Written => (texts ? written('en', texts) : nothingWritten)

/** What the authors of comments are still to be told: a decision, or what came of one of its promises. */
export type News = { agencyId: string; decisionId: string; dispositionId?: string; at: Date }

/** The decisions with what became of each theme. Gives the news about them, oldest first, so that authors can be told. */
export async function loadDecisions(
  db: Db,
  district: ExampleDistrict,
  keys: Keys,
  now: Date,
): Promise<News[]> {
  const news: News[] = []
  for (const decision of district.decisions) {
    const agencyId = agencyIdOf(keys, decision.engagement)
    const timeZone = timeZoneOf(keys, decision.engagement)
    const publishedAt =
      decision.publishedOn === null ? null : instantIn(timeZone, decision.publishedOn, '09:00')
    const decisionId = newId()
    await db
      .insertInto('decision')
      .values({
        agencyId,
        id: decisionId,
        engagementId: idOf(keys, 'engagement', decision.engagement),
        question: inBoth(decision.question),
        options: JSON.stringify(
          decision.options.map((option) => ({ id: option.key, label: inBoth(option.label) })),
        ),
        method: decision.method.kind,
        methodDetail: methodDetail(decision),
        result: inBoth(decision.resultText),
        minorityStatement: inBoth(decision.minority),
        responsible: decision.responsible,
        decidedOn: decision.decidedOn,
        reviewOn: decision.reviewOn,
        status: decision.state,
        publishedAt,
        version: 1,
        createdBy: idOf(keys, 'person', 'prado'),
        changedAt: publishedAt ?? now,
      })
      .execute()
    for (const disposition of decision.dispositions) {
      const { followUp } = disposition
      const dispositionId = newId()
      const followedUpAt = followUp ? instantIn(timeZone, followUp.on, '09:00') : null
      await db
        .insertInto('disposition')
        .values({
          agencyId,
          id: dispositionId,
          decisionId,
          themeId: idOf(keys, 'theme', disposition.theme),
          outcome: disposition.disposition,
          reason: inBoth(disposition.reason),
          followUp: followUp?.state ?? null,
          followUpNote: inBoth(followUp?.note ?? null),
          followedUpAt,
        })
        .execute()
      if (followedUpAt) news.push({ agencyId, decisionId, dispositionId, at: followedUpAt })
    }
    if (publishedAt) news.push({ agencyId, decisionId, at: publishedAt })
  }
  return news.sort((a, b) => a.at.getTime() - b.at.getTime())
}

function methodDetail({ method }: ExampleDecision): Record<string, string | number> {
  if (method.kind === 'consensus') return { level: method.level }
  if (method.kind === 'advisory') return { body: method.body }
  return { for: method.for, against: method.against, abstained: method.abstained }
}
