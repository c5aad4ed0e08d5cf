import type { PlainDate } from '@counter/shared/vocabulary/time'
import { and, asc, desc, eq, gte, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { notice } from './schema/notices.ts'
import type { Tx } from './tx.ts'

export type NoticeRow = typeof notice.$inferSelect

const SHOWN = 20

/** The pages that the hall shows on a day, in their order. */
export function findNoticesOn(tx: Tx, day: PlainDate): NoticeRow[] {
  return tx.query
    .select()
    .from(notice)
    .where(
      and(isNull(notice.stoppedAt), lte(notice.fromOn, day), or(isNull(notice.toOn), gte(notice.toOn, day))),
    )
    .orderBy(asc(notice.place), asc(notice.id))
    .limit(SHOWN)
    .all()
}

/** Every page that may still be shown, then the last ones that were stopped (A-6, U40). */
export function findNotices(tx: Tx): NoticeRow[] {
  const all = tx.query.select().from(notice)
  const open = all.where(isNull(notice.stoppedAt)).orderBy(asc(notice.place), asc(notice.id)).limit(100).all()
  const stopped = tx.query
    .select()
    .from(notice)
    .where(isNotNull(notice.stoppedAt))
    .orderBy(desc(notice.stoppedAt))
    .limit(50)
    .all()
  return [...open, ...stopped]
}

export function findNotice(tx: Tx, id: string): NoticeRow | undefined {
  return tx.query.select().from(notice).where(eq(notice.id, id)).get()
}

export function insertNotice(tx: Tx, row: NoticeRow): void {
  tx.query.insert(notice).values(row).run()
}

export function saveNotice(tx: Tx, { id, ...row }: NoticeRow): void {
  tx.query.update(notice).set(row).where(eq(notice.id, id)).run()
}
