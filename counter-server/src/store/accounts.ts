import type { StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { and, asc, count, eq, gt, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { AccountPost, FieldChange } from '../domain/people/account.ts'
import { seal, unseal } from './crypto.ts'
import { accountCode, session, staff } from './schema/people.ts'
import { unit, village } from './schema/township.ts'
import type { Tx } from './tx.ts'

/** An account as its page shows it; the hash stays here. */
export interface AccountRow extends AccountPost {
  readonly id: StaffId
  readonly signInName: string
  readonly unitName: string | null
  readonly villageName: string | null
  readonly disabledAt: Instant | null
  /** Who stands in, and from which to which day the person is away (C403). */
  readonly deputy: StaffId | null
  readonly deputyName: string | null
  readonly awayFrom: PlainDate | null
  readonly awayUntil: PlainDate | null
  readonly hasPassword: boolean
  readonly version: number
}

const deputy = alias(staff, 'deputy')

function selectAccounts({ query }: Pick<Tx, 'query'>) {
  return query
    .select({
      account: staff,
      unitName: unit.name,
      villageName: village.name,
      deputyName: deputy.displayName,
    })
    .from(staff)
    .leftJoin(unit, eq(unit.code, staff.unit))
    .leftJoin(village, eq(village.code, staff.village))
    .leftJoin(deputy, eq(deputy.id, staff.deputy))
}

interface Found extends Pick<AccountRow, 'unitName' | 'villageName' | 'deputyName'> {
  readonly account: typeof staff.$inferSelect
}

function toRow({ account: { passwordHash, ...account }, ...names }: Found): AccountRow {
  return { ...account, ...names, hasPassword: passwordHash !== '' }
}

/** The accounts in the order of their sign-in names, after one of them. */
export function findAccounts(
  tx: Tx,
  { after, limit }: { after: string | null; limit: number },
): AccountRow[] {
  return selectAccounts(tx)
    .where(after === null ? undefined : gt(staff.signInName, after))
    .orderBy(asc(staff.signInName))
    .limit(limit)
    .all()
    .map(toRow)
}

export function findAccount(tx: Tx, id: StaffId): AccountRow | undefined {
  const found = selectAccounts(tx).where(eq(staff.id, id)).get()
  return found && toRow(found)
}

/** Where an agent had his place at a moment: what the first change after it says it was before; undefined when none was (V54). */
export function findVillageAt(tx: Tx, id: StaffId, at: Instant): VillageCode | null | undefined {
  const rows = tx.sql
    .prepare(
      `SELECT data FROM journal WHERE subject = ? AND type = 'staff.changed' AND at > ? ORDER BY seq LIMIT 50`,
    )
    .pluck()
    .all(`staff:${id}`, at) as string[]
  const changes = rows.flatMap((data) => (JSON.parse(data) as { changes: FieldChange[] }).changes)
  return changes.find(({ field }) => field === 'village')?.from as VillageCode | null | undefined
}

export function hasSignInName(tx: Tx, signInName: string): boolean {
  return (
    tx.query.select({ id: staff.id }).from(staff).where(eq(staff.signInName, signInName)).get() !== undefined
  )
}

export function saveAccount(
  tx: Tx,
  { id, version }: AccountRow,
  changes: Partial<AccountPost> & { readonly disabledAt?: Instant | null; readonly passwordHash?: string },
): void {
  tx.query
    .update(staff)
    .set({ ...changes, version: version + 1 })
    .where(eq(staff.id, id))
    .run()
}

/** Who stands in for a person, and from which to which day (C403). */
export function saveLeave(
  tx: Tx,
  { id, version }: AccountRow,
  leave: {
    readonly deputy: StaffId | null
    readonly from: PlainDate | null
    readonly until: PlainDate | null
    /** Says something of the person, so it is kept sealed and with the present leave alone (P30). */
    readonly reason: string
  },
): void {
  const leaveReasonEnc = seal(tx.keys, leaveReasonOf(id), leave.reason)
  const { deputy, from: awayFrom, until: awayUntil } = leave
  tx.query
    .update(staff)
    .set({ deputy, awayFrom, awayUntil, leaveReasonEnc, version: version + 1 })
    .where(eq(staff.id, id))
    .run()
}

/** Why a person is away, as the supervisor who decides and the person read it; null where nothing was said. */
export function openLeaveReason(tx: Tx, id: StaffId): string | null {
  const row = tx.query.select({ reason: staff.leaveReasonEnc }).from(staff).where(eq(staff.id, id)).get()
  return row?.reason == null ? null : unseal(tx.keys, leaveReasonOf(id), row.reason).toString('utf8')
}

function leaveReasonOf(id: StaffId): string {
  return `staff:${id}:leave_reason`
}

/** A new single-use code; the one before is worthless from now on (P20). */
export function insertAccountCode(tx: Tx, row: typeof accountCode.$inferInsert): void {
  endAccountCode(tx, row.staff)
  tx.query.insert(accountCode).values(row).run()
}

export function findLiveCode(tx: Tx, id: StaffId): typeof accountCode.$inferSelect | undefined {
  return tx.query
    .select()
    .from(accountCode)
    .where(and(eq(accountCode.staff, id), isNull(accountCode.endedAt)))
    .get()
}

export function endAccountCode(tx: Tx, id: StaffId): void {
  tx.query
    .update(accountCode)
    .set({ endedAt: tx.at })
    .where(and(eq(accountCode.staff, id), isNull(accountCode.endedAt)))
    .run()
}

/** Ends every session of a person and names them, so that their sockets can be closed (P12, I39). */
export function endSessionsOf(tx: Tx, id: StaffId): string[] {
  return tx.query
    .update(session)
    .set({ endedAt: tx.at })
    .where(and(eq(session.staff, id), isNull(session.endedAt)))
    .returning({ id: session.id })
    .all()
    .map((row) => row.id)
}

/** Sessions that are open and not past their last moment. */
export function countSessions(tx: Tx, id: StaffId, seenAfter: Instant): number {
  return (
    tx.query
      .select({ n: count() })
      .from(session)
      .where(
        and(
          eq(session.staff, id),
          isNull(session.endedAt),
          gt(session.expiresAt, tx.at),
          gt(session.seenAt, seenAfter),
        ),
      )
      .get()?.n ?? 0
  )
}
