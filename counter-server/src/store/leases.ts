import type { DeviceId, TicketId } from '@counter/shared/vocabulary/ids'
import type { LeaseNumberState } from '@counter/shared/vocabulary/lease'
import { instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { lease, leaseNumber } from './schema/lease.ts'
import type { Tx } from './tx.ts'

export type LeaseRow = typeof lease.$inferSelect
export type LeaseNumberRow = typeof leaseNumber.$inferSelect

export interface LeaseDraft {
  readonly id: string
  readonly device: DeviceId
  readonly businessDate: PlainDate
  readonly numbers: readonly {
    readonly serial: number
    readonly queryCodeLook: string
    readonly tokenHash: string
  }[]
}

export function insertLease(tx: Tx, { id, device, businessDate, numbers }: LeaseDraft): void {
  tx.query.insert(lease).values({ id, device, businessDate, grantedAt: tx.at }).run()
  for (const number of numbers)
    tx.query
      .insert(leaseNumber)
      .values({ ...number, businessDate, lease: id, state: 'leased' })
      .run()
}

/** The highest number that was lent for a date, or null (Q46). */
export function findLastLent(tx: Tx, date: PlainDate): number | null {
  return tx.sql.prepare('SELECT max(serial) FROM lease_number WHERE business_date = ?').pluck().get(date) as
    | number
    | null
}

export function findLease(tx: Tx, id: string): LeaseRow | undefined {
  return tx.query.select().from(lease).where(eq(lease.id, id)).get()
}

/** The open blocks of one kiosk for a date. */
export function findOpenLeases(tx: Tx, device: DeviceId, date: PlainDate): LeaseRow[] {
  return tx.query
    .select()
    .from(lease)
    .where(and(eq(lease.device, device), eq(lease.businessDate, date), isNull(lease.closedAt)))
    .limit(50)
    .all()
}

/** How many blocks of a date a kiosk has lost numbers of. */
export function countLostLeases(tx: Tx, device: DeviceId, date: PlainDate): number {
  return tx.sql
    .prepare(
      `SELECT count(DISTINCT lease.id) FROM lease JOIN lease_number ON lease_number.lease = lease.id
       WHERE lease.device = ? AND lease.business_date = ? AND lease_number.state = 'lost'`,
    )
    .pluck()
    .get(device, date) as number
}

/** The blocks that the end of a day closes: that day's, and older ones that were left open. */
export function findLeasesToClose(tx: Tx, until: PlainDate): LeaseRow[] {
  return tx.query
    .select()
    .from(lease)
    .where(and(isNull(lease.closedAt), lte(lease.businessDate, until)))
    .limit(200)
    .all()
}

export function findLeaseNumbers(tx: Tx, id: string): LeaseNumberRow[] {
  return tx.query
    .select()
    .from(leaseNumber)
    .where(eq(leaseNumber.lease, id))
    .orderBy(asc(leaseNumber.serial))
    .limit(99)
    .all()
}

export function findLeaseNumber(tx: Tx, date: PlainDate, serial: number): LeaseNumberRow | undefined {
  return tx.query
    .select()
    .from(leaseNumber)
    .where(and(eq(leaseNumber.businessDate, date), eq(leaseNumber.serial, serial)))
    .get()
}

export function saveLeaseNumber(
  tx: Tx,
  { businessDate, serial }: Pick<LeaseNumberRow, 'businessDate' | 'serial'>,
  changes: { readonly state: LeaseNumberState; readonly ticket: TicketId | null },
): void {
  tx.query
    .update(leaseNumber)
    .set(changes)
    .where(and(eq(leaseNumber.businessDate, businessDate), eq(leaseNumber.serial, serial)))
    .run()
}

export function saveLeaseClosed(tx: Tx, id: string): void {
  tx.query.update(lease).set({ closedAt: tx.at }).where(eq(lease.id, id)).run()
}

/**
 * Base of the latest number that a kiosk gave on a date, with the server or without, ms: one kiosk's tickets never swap
 * (Q48). A booked one stands at its booked time, which says nothing of when it was given.
 */
export function findLastKioskBase(tx: Tx, device: DeviceId, date: PlainDate): number | null {
  return tx.sql
    .prepare(
      `SELECT max(ticket.base_ms) FROM print_job JOIN ticket ON ticket.id = print_job.ticket
       WHERE print_job.device = ? AND print_job.queued_at >= ?
         AND ticket.business_date = ? AND ticket.cls <> 'appointment'`,
    )
    .pluck()
    .get(device, instantAt(date, '00:00' as PlainTime), date) as number | null
}
