import type { Role } from '@counter/shared/vocabulary/actor'
import type { DeviceId, StaffId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { and, asc, count, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { device, enrolment, session, staff } from './schema/people.ts'
import { unit, village } from './schema/township.ts'
import { statement } from './statement.ts'
import type { Tx } from './tx.ts'

/** An account, without its password hash. */
export interface Staff {
  readonly id: StaffId
  readonly signInName: string
  readonly displayName: string
  readonly role: Role
  readonly unit: UnitCode | null
  readonly unitName: string | null
  readonly village: VillageCode | null
  readonly villageName: string | null
  readonly posts: readonly string[]
  /** The windows this clerk may open; null is all of them. */
  readonly windows: readonly number[] | null
  readonly isDisabled: boolean
  /** Who stands in, and from which to which day the person is away (C403). */
  readonly deputy: StaffId | null
  readonly awayFrom: PlainDate | null
  readonly awayUntil: PlainDate | null
}

export type DeviceRow = typeof device.$inferSelect

const STAFF = {
  id: staff.id,
  signInName: staff.signInName,
  displayName: staff.displayName,
  role: staff.role,
  unit: staff.unit,
  unitName: unit.name,
  village: staff.village,
  villageName: village.name,
  posts: staff.posts,
  windows: staff.windows,
  disabledAt: staff.disabledAt,
  deputy: staff.deputy,
  awayFrom: staff.awayFrom,
  awayUntil: staff.awayUntil,
}

const staffById = statement((query) =>
  selectStaff({ query })
    .where(eq(staff.id, sql.placeholder('id')))
    .prepare(),
)

export function findStaff(tx: Tx, id: StaffId): Staff | undefined {
  const row = staffById(tx).get({ id })
  return row && toStaff(row)
}

/** Every account of one role, for the lists of the start table and of hand-overs. */
export function findStaffOfRole(tx: Tx, role: Role): Staff[] {
  return selectStaff(tx)
    .where(eq(staff.role, role))
    .orderBy(asc(staff.signInName))
    .limit(200)
    .all()
    .map(toStaff)
}

function selectStaff({ query }: Pick<Tx, 'query'>) {
  return query
    .select(STAFF)
    .from(staff)
    .leftJoin(unit, eq(unit.code, staff.unit))
    .leftJoin(village, eq(village.code, staff.village))
}

function toStaff({ disabledAt, ...rest }: { [K in keyof typeof STAFF]: unknown }): Staff {
  return { ...rest, isDisabled: disabledAt !== null } as Staff
}

/** The password hash of an account by the name typed at the sign-in, or undefined (P15). */
export function findCredentials(
  tx: Tx,
  signInName: string,
): { id: StaffId; passwordHash: string } | undefined {
  return tx.query
    .select({ id: staff.id, passwordHash: staff.passwordHash })
    .from(staff)
    .where(and(eq(staff.signInName, signInName), isNull(staff.disabledAt)))
    .get()
}

export function insertStaff(tx: Tx, row: typeof staff.$inferInsert): void {
  tx.query.insert(staff).values(row).run()
}

export function hasAdministrator(tx: Tx): boolean {
  return (tx.query.select({ n: count() }).from(staff).where(eq(staff.role, 'admin')).get()?.n ?? 0) > 0
}

/** An open session of a person or a device. */
export interface Session {
  readonly id: string
  readonly staff: StaffId | null
  readonly device: DeviceId | null
  /** The enrolled phone on which an agent signed in (V3). */
  readonly phone: DeviceId | null
  readonly startedAt: Instant
  readonly seenAt: Instant
  readonly expiresAt: Instant
}

const SESSION = {
  id: session.id,
  staff: session.staff,
  device: session.device,
  phone: session.phone,
  startedAt: session.startedAt,
  seenAt: session.seenAt,
  expiresAt: session.expiresAt,
}

// Looked up at every request.
const openSession = statement((query) =>
  query
    .select(SESSION)
    .from(session)
    .where(and(eq(session.tokenHash, sql.placeholder('tokenHash')), isNull(session.endedAt)))
    .prepare(),
)
const deviceById = statement((query) =>
  query
    .select()
    .from(device)
    .where(eq(device.id, sql.placeholder('id')))
    .prepare(),
)

export function findSession(tx: Tx, tokenHash: string): Session | undefined {
  return openSession(tx).get({ tokenHash })
}

/** The open session of one agent on one phone; the newest, should there be more (V3). */
export function findPhoneSession(tx: Tx, phone: DeviceId, staffId: StaffId): Session | undefined {
  return tx.query
    .select(SESSION)
    .from(session)
    .where(and(eq(session.phone, phone), eq(session.staff, staffId), isNull(session.endedAt)))
    .orderBy(desc(session.startedAt))
    .get()
}

/** The session goes on under another secret: the one of before opens nothing more. */
export function saveSessionToken(tx: Tx, id: string, tokenHash: string): void {
  tx.query.update(session).set({ tokenHash, seenAt: tx.at }).where(eq(session.id, id)).run()
}

export function insertSession(tx: Tx, row: typeof session.$inferInsert): void {
  tx.query.insert(session).values(row).run()
}

export function saveSessionSeen(tx: Tx, id: string, at: Instant): void {
  tx.query.update(session).set({ seenAt: at }).where(eq(session.id, id)).run()
}

export function endSession(tx: Tx, id: string): void {
  tx.query.update(session).set({ endedAt: tx.at }).where(eq(session.id, id)).run()
}

export function findDevice(tx: Tx, id: DeviceId): DeviceRow | undefined {
  return deviceById(tx).get({ id })
}

export function insertDevice(tx: Tx, row: typeof device.$inferInsert): void {
  tx.query.insert(device).values(row).run()
}

/** The devices that staff must look at: enrolled and not revoked. A village's phone speaks when it has a network (V43, V88). */
export function findDevices(tx: Tx): DeviceRow[] {
  return tx.query
    .select()
    .from(device)
    .where(and(isNull(device.revokedAt), ne(device.kind, 'village')))
    .orderBy(asc(device.name))
    .limit(100)
    .all()
}

export function saveDeviceProblem(tx: Tx, id: DeviceId, problem: DeviceRow['problem']): void {
  tx.query
    .update(device)
    .set({ problem, problemAt: problem === null ? null : tx.at })
    .where(eq(device.id, id))
    .run()
}

export function savePrinterFault(tx: Tx, id: DeviceId, printerFault: DeviceRow['printerFault']): void {
  tx.query.update(device).set({ printerFault }).where(eq(device.id, id)).run()
}

export function saveDevicePin(tx: Tx, id: DeviceId, pinHash: string): void {
  tx.query.update(device).set({ pinHash }).where(eq(device.id, id)).run()
}

export function saveDeviceScale(tx: Tx, id: DeviceId, pxPerMm: number): void {
  tx.query.update(device).set({ pxPerMm }).where(eq(device.id, id)).run()
}

export function saveDeviceSeen(tx: Tx, id: DeviceId): void {
  tx.query.update(device).set({ seenAt: tx.at }).where(eq(device.id, id)).run()
}

export function insertEnrolment(tx: Tx, row: typeof enrolment.$inferInsert): void {
  tx.query.insert(enrolment).values(row).run()
}

export function findEnrolment(tx: Tx, codeLook: string): typeof enrolment.$inferSelect | undefined {
  return tx.query.select().from(enrolment).where(eq(enrolment.codeLook, codeLook)).get()
}

export function saveEnrolmentUsed(tx: Tx, id: string, by: DeviceId): void {
  tx.query.update(enrolment).set({ usedAt: tx.at, device: by }).where(eq(enrolment.id, id)).run()
}
