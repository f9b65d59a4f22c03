import '../../features/themes/theme.store.ts'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { written } from '../../platform/i18n/written.ts'
import type { ExampleCoding, ExampleComment, ExampleDistrict } from './district-model.ts'
import { agencyIdOf, idOf, keepId, type Keys } from './keys.ts'

/** How many rows go into one statement; PostgreSQL takes at most 65,535 values. */
const batch = 500

/** The two people who read and coded every comment, each without seeing the other's codes. */
const coders = ['okafor', 'tamarind'] as const

/** The codebook, themes, both coders' readings, what was settled between them, and the quotes chosen for each theme. */
export async function loadThemes(db: Db, district: ExampleDistrict, keys: Keys, now: Date): Promise<void> {
  await loadCodebook(db, district, keys)
  await loadThemeRows(db, district, keys, now)
  const coded = [...district.comments, ...district.earlierComments].filter(
    (comment) => comment.moderation.state === 'published' && comment.withdrawnAt === null,
  )
  await loadReadings(db, coded, keys, now)
  await loadAdjudications(db, coded, keys, now)
  await loadQuotes(db, district, coded, keys, now)
}

async function loadCodebook(db: Db, district: ExampleDistrict, keys: Keys): Promise<void> {
  for (const [position, code] of district.codes.entries()) {
    await db
      .insertInto('code')
      .values({
        agencyId: agencyIdOf(keys, code.engagement),
        id: keepId(keys, 'code', code.key, newId()),
        engagementId: idOf(keys, 'engagement', code.engagement),
        name: code.name.en,
        definition: `${code.definition} ${code.include}`.trim(),
        example: code.example,
        exclusion: code.exclude,
        position,
        retiredAt: null,
      })
      .execute()
  }
}

async function loadThemeRows(db: Db, district: ExampleDistrict, keys: Keys, now: Date): Promise<void> {
  for (const [position, theme] of district.themes.entries()) {
    const agencyId = agencyIdOf(keys, theme.engagement)
    const id = keepId(keys, 'theme', theme.key, newId())
    await db
      .insertInto('theme')
      .values({
        agencyId,
        id,
        engagementId: idOf(keys, 'engagement', theme.engagement),
        title: written('en', theme.title),
        summary: written('en', theme.summary),
        position,
        isMinority: false,
        publishedAt: now,
        changedAt: now,
      })
      .execute()
    for (const code of theme.codes) {
      await db
        .insertInto('themeCode')
        .values({ agencyId, themeId: id, codeId: idOf(keys, 'code', code) })
        .execute()
    }
  }
}

async function loadReadings(
  db: Db,
  comments: readonly ExampleComment[],
  keys: Keys,
  now: Date,
): Promise<void> {
  const readings = []
  const codings = []
  for (const comment of comments) {
    const about = {
      agencyId: agencyIdOf(keys, comment.engagement),
      engagementId: idOf(keys, 'engagement', comment.engagement),
      commentId: idOf(keys, 'comment', comment.key),
    }
    for (const [place, coder] of coders.entries()) {
      const readingId = newId()
      readings.push({
        ...about,
        id: readingId,
        coderId: idOf(keys, 'person', coder),
        memo: '',
        finishedAt: now,
      })
      const given = place === 0 ? comment.coder1 : comment.coder2
      for (const coding of firstPerCode(given)) {
        codings.push({
          ...about,
          id: newId(),
          readingId,
          codeId: idOf(keys, 'code', coding.code),
          stance: coding.stance,
          answerId: idOf(keys, 'answer', `${comment.key}/${coding.question}`),
          quoteStart: coding.start,
          quoteEnd: coding.end,
        })
      }
    }
  }
  for (let at = 0; at < readings.length; at += batch)
    await db
      .insertInto('reading')
      .values(readings.slice(at, at + batch))
      .execute()
  for (let at = 0; at < codings.length; at += batch)
    await db
      .insertInto('coding')
      .values(codings.slice(at, at + batch))
      .execute()
}

/** A coder gives a code to a comment once, however often it could be quoted. */
function firstPerCode(codings: readonly ExampleCoding[]): ExampleCoding[] {
  return [...new Map([...codings].reverse().map((coding) => [coding.code, coding])).values()]
}

async function loadAdjudications(
  db: Db,
  comments: readonly ExampleComment[],
  keys: Keys,
  now: Date,
): Promise<void> {
  const settled = []
  for (const comment of comments) {
    const codesOf = (codings: readonly ExampleCoding[]) => new Set(codings.map((coding) => coding.code))
    const [first, second, agreed] = [
      codesOf(comment.coder1),
      codesOf(comment.coder2),
      codesOf(comment.agreed),
    ]
    for (const code of first.symmetricDifference(second)) {
      settled.push({
        agencyId: agencyIdOf(keys, comment.engagement),
        id: newId(),
        engagementId: idOf(keys, 'engagement', comment.engagement),
        commentId: idOf(keys, 'comment', comment.key),
        codeId: idOf(keys, 'code', code),
        applies: agreed.has(code),
        note: '',
        settledBy: idOf(keys, 'person', 'prado'),
        settledAt: now,
      })
    }
  }
  // The last few stay open, so that there is something to settle.
  const done = settled.slice(0, Math.max(0, settled.length - 12))
  for (let at = 0; at < done.length; at += batch)
    await db
      .insertInto('adjudication')
      .values(done.slice(at, at + batch))
      .execute()
}

/** For each theme two quotes for and two against, of a length that reads well. */
async function loadQuotes(
  db: Db,
  district: ExampleDistrict,
  comments: readonly ExampleComment[],
  keys: Keys,
  now: Date,
): Promise<void> {
  for (const theme of district.themes) {
    for (const stance of ['for', 'against'] as const) {
      const fitting = comments.flatMap((comment) =>
        comment.moderation.redactions.length || comment.duplicateOf !== null
          ? []
          : comment.agreed
              .filter(
                (coding) =>
                  theme.codes.includes(coding.code) &&
                  coding.stance === stance &&
                  coding.end - coding.start > 50 &&
                  coding.end - coding.start < 240,
              )
              .map((coding) => ({ comment, coding })),
      )
      const languages = ['en', 'es'] as const
      const chosen = languages.flatMap((language) =>
        fitting.filter(({ comment }) => comment.language === language).slice(0, 1),
      )
      for (const { comment, coding } of chosen) {
        await db
          .insertInto('quote')
          .values({
            agencyId: agencyIdOf(keys, theme.engagement),
            id: newId(),
            engagementId: idOf(keys, 'engagement', theme.engagement),
            themeId: idOf(keys, 'theme', theme.key),
            commentId: idOf(keys, 'comment', comment.key),
            answerId: idOf(keys, 'answer', `${comment.key}/${coding.question}`),
            quoteStart: coding.start,
            quoteEnd: coding.end,
            stance,
            chosenBy: idOf(keys, 'person', 'okafor'),
            chosenAt: now,
          })
          .execute()
      }
    }
  }
}
