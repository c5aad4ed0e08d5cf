import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { AnnouncementKind, VoicePath } from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { and, asc, desc, eq, gte, isNull, lt, sql } from 'drizzle-orm'
import { announcement } from './schema/queue.ts'
import { statement } from './statement.ts'
import type { Tx } from './tx.ts'

/** One row of the announcement ledger (Q51). */
export type AnnouncementRow = typeof announcement.$inferSelect

export interface AnnouncementDraft {
  readonly businessDate: PlainDate
  readonly kind: AnnouncementKind
  readonly ticket: TicketId
  readonly number: string
  readonly tag: 'priority' | 'appointment' | null
  readonly window: number
  readonly callNo: number
  readonly clips: readonly string[]
}

const newAnnouncement = statement((query) =>
  query
    .insert(announcement)
    .values({
      seq: sql.placeholder('seq'),
      businessDate: sql.placeholder('businessDate'),
      kind: sql.placeholder('kind'),
      ticket: sql.placeholder('ticket'),
      number: sql.placeholder('number'),
      tag: sql.placeholder('tag'),
      window: sql.placeholder('window'),
      callNo: sql.placeholder('callNo'),
      at: sql.placeholder('at'),
      clips: sql.placeholder('clips'),
    })
    .prepare(),
)

/** The sequence number that the next announcement of this transaction gets (Q51). */
export function nextAnnouncementSeq(tx: Tx): number {
  const last = tx.sql.prepare('SELECT max(seq) FROM announcement').pluck().get() as number | null
  return (last ?? 0) + 1
}

/** Appends to the ledger; the sequence has no gaps, because rows are never deleted (Q51). */
export function insertAnnouncement(tx: Tx, draft: AnnouncementDraft): number {
  const seq = nextAnnouncementSeq(tx)
  newAnnouncement(tx).run({ ...draft, seq, at: tx.at })
  return seq
}

export function findAnnouncement(tx: Tx, seq: number): AnnouncementRow | undefined {
  return tx.query.select().from(announcement).where(eq(announcement.seq, seq)).get()
}

/** The last call of a ticket, which its desk watches (Q53). */
export function findLastAnnouncement(tx: Tx, ticket: TicketId): AnnouncementRow | undefined {
  return tx.query
    .select()
    .from(announcement)
    .where(eq(announcement.ticket, ticket))
    .orderBy(desc(announcement.seq))
    .limit(1)
    .get()
}

/** Calls since an instant that still stand: the voice queue and the highlights of a wall (Q56, Q58). */
export function findRecentAnnouncements(tx: Tx, since: Instant): AnnouncementRow[] {
  return (
    tx.query
      .select()
      .from(announcement)
      .where(and(gte(announcement.at, since), isNull(announcement.withdrawnAt)))
      // By time first, so that the index of recent calls gives the order and the ledger of years is not read.
      .orderBy(asc(announcement.at), asc(announcement.seq))
      .limit(100)
      .all()
  )
}

/** Calls that nobody spoke in time and that no row says so of yet (Q56). */
export function findUnspokenBefore(tx: Tx, since: Instant, before: Instant): AnnouncementRow[] {
  return tx.query
    .select()
    .from(announcement)
    .where(
      and(
        gte(announcement.at, since),
        lt(announcement.at, before),
        isNull(announcement.spokenAt),
        isNull(announcement.expiredAt),
        isNull(announcement.withdrawnAt),
        isNull(announcement.cancelledAt),
      ),
    )
    .limit(200)
    .all()
}

/** The first wall to show or speak a call is the one that counts (Q52). */
export function saveHeard(tx: Tx, seq: number, step: 'shown' | 'spoken', path: VoicePath | null): void {
  const changes = step === 'shown' ? { shownAt: tx.at } : { spokenAt: tx.at, path }
  tx.query.update(announcement).set(changes).where(eq(announcement.seq, seq)).run()
}

export function saveExpired(tx: Tx, seq: number): void {
  tx.query.update(announcement).set({ expiredAt: tx.at }).where(eq(announcement.seq, seq)).run()
}

/** Takes the calls of a ticket off the wall and out of the voice queue; returns their sequence numbers (Q26, Q56). */
export function withdrawAnnouncements(tx: Tx, ticket: TicketId, since: Instant): number[] {
  return tx.query
    .update(announcement)
    .set({ withdrawnAt: tx.at })
    .where(
      and(eq(announcement.ticket, ticket), isNull(announcement.withdrawnAt), gte(announcement.at, since)),
    )
    .returning({ seq: announcement.seq })
    .all()
    .map(({ seq }) => seq)
}

/** Takes the unspoken calls of a ticket out of the voice queue; the wall goes on showing them (Q56). */
export function cancelUnspoken(tx: Tx, ticket: TicketId): number[] {
  return tx.query
    .update(announcement)
    .set({ cancelledAt: tx.at })
    .where(
      and(
        eq(announcement.ticket, ticket),
        isNull(announcement.spokenAt),
        isNull(announcement.expiredAt),
        isNull(announcement.withdrawnAt),
        isNull(announcement.cancelledAt),
      ),
    )
    .returning({ seq: announcement.seq })
    .all()
    .map(({ seq }) => seq)
}

/** Calls of a day that stand, newest first: enough of them to name the last six tickets (Q57). */
export function findLastCalls(tx: Tx, businessDate: PlainDate): AnnouncementRow[] {
  return tx.query
    .select()
    .from(announcement)
    .where(and(eq(announcement.businessDate, businessDate), isNull(announcement.withdrawnAt)))
    .orderBy(desc(announcement.seq))
    .limit(30)
    .all()
}
