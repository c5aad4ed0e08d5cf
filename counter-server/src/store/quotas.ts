import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Quota } from '../domain/queue/quota.ts'
import { quota } from './schema/closing.ts'
import { statement } from './statement.ts'
import type { Tx } from './tx.ts'

const ofTopic = statement((query) =>
  query
    .select()
    .from(quota)
    .where(eq(quota.topic, sql.placeholder('topic')))
    .limit(500)
    .prepare(),
)

type QuotaRow = typeof quota.$inferSelect

function toQuota({ topic, date, band, most }: QuotaRow): Quota {
  return {
    topic,
    date: date === '' ? null : (date as PlainDate),
    band: band === '' ? null : (band as PlainTime),
    most,
  }
}

/** The quotas of a topic; most topics have none (Q40). */
export function findQuotasOf(tx: Tx, topic: TopicKey): readonly Quota[] {
  return tx.steady(`quotas ${topic}`, () => ofTopic(tx).all({ topic }).map(toQuota))
}

export function findQuotas(tx: Tx): Quota[] {
  return tx.query
    .select()
    .from(quota)
    .orderBy(asc(quota.topic), asc(quota.date))
    .limit(500)
    .all()
    .map(toQuota)
}

/**
 * Sets a quota or, with null, takes it away. `set_at` stays what it was when the quota began: the nightly check looks for
 * the events of a row from there on (Q67).
 */
export function saveQuota(tx: Tx, { topic, date, band }: Omit<Quota, 'most'>, most: number | null): void {
  const key = { topic, date: date ?? '', band: band ?? '' }
  const isKey = and(eq(quota.topic, key.topic), eq(quota.date, key.date), eq(quota.band, key.band))
  if (most === null) tx.query.delete(quota).where(isKey).run()
  else
    tx.query
      .insert(quota)
      .values({ ...key, most, setAt: tx.at })
      .onConflictDoUpdate({ target: [quota.topic, quota.date, quota.band], set: { most } })
      .run()
}

/**
 * Numbers of a topic given out between two instants of a day and not given up: a cancelled one frees its place (Q40). Who
 * was told to come back takes nobody's place: that visit was promised before (Q10).
 */
export function countTaken(
  tx: Tx,
  { date, topic, from, before }: { date: PlainDate; topic: TopicKey; from: Instant; before: Instant },
): number {
  return tx.sql
    .prepare(
      `SELECT count(*) FROM ticket INDEXED BY ticket_of_day
       WHERE business_date = ? AND topic = ? AND issued_at >= ? AND issued_at < ? AND status NOT IN ('cancelled','moved') AND case_id IS NULL`,
    )
    .pluck()
    .get(date, topic, from, before) as number
}
