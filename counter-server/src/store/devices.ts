import type { DeviceId } from '@counter/shared/vocabulary/ids'
import type { VoicePath } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { DeviceRow } from './people.ts'
import { device, session } from './schema/people.ts'
import type { Tx } from './tx.ts'

/** Every device there ever was, the withdrawn ones last (A-4, U40). */
export function findAllDevices(tx: Tx): DeviceRow[] {
  return tx.query.select().from(device).orderBy(asc(device.revokedAt), asc(device.name)).limit(200).all()
}

/** The wall that speaks for the hall, or undefined while none is named. */
export function findSpeaker(tx: Tx): DeviceRow | undefined {
  return tx.query.select().from(device).where(eq(device.speaks, true)).get()
}

/** Names the speaking wall; the one before falls silent in the same transaction. Null: nobody speaks. */
export function saveSpeaker(tx: Tx, id: DeviceId | null): void {
  tx.query.update(device).set({ speaks: false }).where(eq(device.speaks, true)).run()
  if (id !== null) tx.query.update(device).set({ speaks: true }).where(eq(device.id, id)).run()
}

/** What a device tells of itself, and what an administrator says of it. */
export type DeviceFacts = Partial<
  Pick<DeviceRow, 'name' | 'place' | 'build' | 'screenWidth' | 'screenHeight' | 'diagonalInches' | 'pxPerMm'>
>

export function saveDeviceFacts(tx: Tx, id: DeviceId, facts: DeviceFacts): void {
  tx.query.update(device).set(facts).where(eq(device.id, id)).run()
}

/** `silentAt` null: it answers again. `seenAt` is the last contact, which only memory knew until now. */
export function saveSilence(tx: Tx, id: DeviceId, silentAt: Instant | null, seenAt: Instant): void {
  tx.query.update(device).set({ silentAt, seenAt }).where(eq(device.id, id)).run()
}

/** Where a rating tablet stands. */
export function saveTabletWindow(tx: Tx, id: DeviceId, window: number): void {
  tx.query.update(device).set({ window }).where(eq(device.id, id)).run()
}

export function saveSoundAsked(tx: Tx, id: DeviceId): void {
  tx.query
    .update(device)
    .set({ soundAskedAt: tx.at, soundHeardAt: null, soundPath: null })
    .where(eq(device.id, id))
    .run()
}

export function saveSoundHeard(tx: Tx, id: DeviceId, path: VoicePath): void {
  tx.query.update(device).set({ soundHeardAt: tx.at, soundPath: path }).where(eq(device.id, id)).run()
}

/** How the life of a village's phone goes on or ends (V80, V81). */
export function savePhoneLife(
  tx: Tx,
  id: DeviceId,
  life: Partial<Pick<DeviceRow, 'lostAt' | 'retiredAt' | 'wipedAt'>>,
): void {
  tx.query.update(device).set(life).where(eq(device.id, id)).run()
}

/** Withdraws a device for ever and ends its sessions; returns them, so that their sockets can be closed (P22, I39). */
export function saveRevoked(tx: Tx, id: DeviceId): string[] {
  tx.query.update(device).set({ revokedAt: tx.at, speaks: false }).where(eq(device.id, id)).run()
  return endDeviceSessions(tx, id)
}

/** Ends the sessions of a device and of whoever signed in at it; returns them. */
export function endDeviceSessions(tx: Tx, id: DeviceId): string[] {
  // One after the other, so that each finds its few rows by an index.
  return [eq(session.device, id), eq(session.phone, id)].flatMap((own) =>
    tx.query
      .update(session)
      .set({ endedAt: tx.at })
      .where(and(own, isNull(session.endedAt)))
      .returning({ id: session.id })
      .all()
      .map((ended) => ended.id),
  )
}
