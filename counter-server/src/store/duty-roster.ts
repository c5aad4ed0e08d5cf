import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { and, asc, desc, eq, gte, isNull, lte, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { boxOpening, dutyRoster, letter } from './schema/letters.ts'
import { staff } from './schema/people.ts'
import type { Tx } from './tx.ts'

const leader = alias(staff, 'leader_account')
const second = alias(staff, 'second_account')

/** Who answers the phone on a day, and the leader who is told of what is urgent. */
export interface DutyDay {
  readonly day: PlainDate
  readonly staff: StaffId
  readonly staffName: string
  readonly leader: StaffId
  readonly leaderName: string
  readonly version: number
}

/** The duty of these days, in order; days that nobody has entered are left out. */
export function findDuties(tx: Tx, from: PlainDate, to: PlainDate): DutyDay[] {
  return tx.query
    .select({
      day: dutyRoster.day,
      staff: dutyRoster.staff,
      staffName: staff.displayName,
      leader: dutyRoster.leader,
      leaderName: leader.displayName,
      version: dutyRoster.version,
    })
    .from(dutyRoster)
    .innerJoin(staff, eq(staff.id, dutyRoster.staff))
    .innerJoin(leader, eq(leader.id, dutyRoster.leader))
    .where(and(gte(dutyRoster.day, from), lte(dutyRoster.day, to)))
    .orderBy(asc(dutyRoster.day))
    .limit(400)
    .all()
}

/** Writes the duty of a day; a later word about the same day takes its place. */
export function saveDuty(tx: Tx, duty: Pick<DutyDay, 'day' | 'staff' | 'leader'>): number {
  const { version } = tx.query
    .insert(dutyRoster)
    .values({ ...duty, version: 1 })
    .onConflictDoUpdate({
      target: dutyRoster.day,
      set: { staff: duty.staff, leader: duty.leader, version: sql`${dutyRoster.version} + 1` },
    })
    .returning({ version: dutyRoster.version })
    .get()
  return version
}

/** One opening of the box: by whom, how many lay in it, and how many letters of the box came in that day. */
export interface BoxOpening {
  readonly id: string
  readonly openedOn: PlainDate
  readonly openedAt: Instant
  readonly firstName: string
  readonly secondName: string
  readonly count: number
}

export function insertOpening(tx: Tx, row: typeof boxOpening.$inferInsert): void {
  tx.query.insert(boxOpening).values(row).run()
}

/** The last openings, newest first. */
export function findOpenings(tx: Tx, limit: number): BoxOpening[] {
  return tx.query
    .select({
      id: boxOpening.id,
      openedOn: boxOpening.openedOn,
      openedAt: boxOpening.openedAt,
      firstName: staff.displayName,
      secondName: second.displayName,
      count: boxOpening.count,
    })
    .from(boxOpening)
    .innerJoin(staff, eq(staff.id, boxOpening.first))
    .innerJoin(second, eq(second.id, boxOpening.second))
    .orderBy(desc(boxOpening.openedOn), desc(boxOpening.id))
    .limit(limit)
    .all()
}

/** How many letters of the box or the book came in between two instants. */
export function countOfChannel(
  tx: Tx,
  channel: 'opinion_box' | 'opinion_book',
  { from, before }: { readonly from: Instant; readonly before: Instant },
): number {
  const where = and(
    eq(letter.channel, channel),
    gte(letter.receivedAt, from),
    sql`${letter.receivedAt} < ${before}`,
  )
  return tx.query.select({ n: sql<number>`count(*)` }).from(letter).where(where).get()?.n ?? 0
}

/** Everybody with a working account who can be named, by post. */
export function findWorkingStaff(
  tx: Tx,
): { readonly id: StaffId; readonly name: string; readonly role: string }[] {
  return tx.query
    .select({ id: staff.id, name: staff.displayName, role: staff.role })
    .from(staff)
    .where(and(isNull(staff.disabledAt), ne(staff.role, 'admin')))
    .orderBy(asc(staff.displayName))
    .limit(300)
    .all()
}
