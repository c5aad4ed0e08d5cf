import type { LetterChannel, LetterTopic } from '@counter/shared/vocabulary/letter'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, desc, eq, gte, sql } from 'drizzle-orm'
import { letter } from './schema/letters.ts'
import { unit } from './schema/township.ts'
import type { Tx } from './tx.ts'

/** A letter whose answer is public, without anything that leads to who wrote it (C1303). */
export interface PublishedLetter {
  readonly id: string
  readonly channel: LetterChannel
  readonly topic: LetterTopic
  readonly unitName: string | null
  readonly repliedAt: Instant | null
  readonly publishedAt: Instant
  /** The event that holds the published words. */
  readonly text: string
}

/** Letters whose answers are public, the newest first. */
export function findPublished(
  tx: Tx,
  {
    after,
    limit,
  }: {
    readonly after: { readonly publishedAt: Instant; readonly id: string } | null
    readonly limit: number
  },
): PublishedLetter[] {
  const { publishedAt, publishedText: text } = letter
  return (
    tx.query
      .select({
        id: letter.id,
        channel: letter.channel,
        topic: letter.topic,
        unitName: unit.name,
        repliedAt: letter.repliedAt,
        publishedAt: sql<Instant>`${publishedAt}`,
        text: sql<string>`${text}`,
      })
      .from(letter)
      .leftJoin(unit, eq(unit.code, letter.unit))
      // Both bounds and the order of the index: a page is read and nothing beyond it.
      .where(
        and(
          gte(publishedAt, '' as Instant),
          after === null
            ? undefined
            : sql`(${publishedAt}, ${letter.id}) < (${after.publishedAt}, ${after.id})`,
        ),
      )
      .orderBy(desc(publishedAt), desc(letter.id))
      .limit(limit)
      .all()
  )
}
