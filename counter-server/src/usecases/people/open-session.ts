import type { DeviceId, StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import { hashToken } from '../../store/crypto.ts'
import type { Origin } from '../../store/origin.ts'
import { type DeviceRow, findStaff, insertSession, saveDeviceSeen } from '../../store/people.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import {
  DEVICE_LONGEST_MS,
  requireDevice,
  requireLostPhone,
  requireSignedIn,
  type SignedIn,
  type SignedInDevice,
} from './sessions.ts'

const LONGEST_MS = 10 * 3_600_000
const LAST_HOUR_MS = 3_600_000

/** What a session is opened with. */
export interface NewSession {
  readonly id: string
  readonly token: string
  readonly phone: DeviceRow | null
}

/**
 * Opens the session of a person who has just proved who it is (P12). A village agent's is bound to the enrolled phone of the
 * own point and outlives a restart of it (V3); anywhere else `device.not_enrolled`.
 */
export function openStaffSession(tx: Tx, { id, token, phone }: NewSession, staffId: StaffId): SignedIn {
  const bound = phoneFor(tx, staffId, phone)
  const expiresAt = instantOf(toMs(tx.at) + (bound === null ? LONGEST_MS : phoneSessionMs(tx)))
  insertSession(tx, {
    id,
    tokenHash: hashToken(token),
    staff: staffId,
    device: null,
    phone: bound,
    startedAt: tx.at,
    seenAt: tx.at,
    expiresAt,
  })
  appendAudit(tx, {
    origin: { ...nobody(), actor: `staff:${staffId}` },
    action: 'session.opened',
    subject: staffId,
    result: 'done',
  })
  return requireSignedIn(tx, token)
}

function phoneFor(tx: Tx, staffId: StaffId, phone: DeviceRow | null): DeviceId | null {
  const staff = findStaff(tx, staffId)
  if (staff?.role !== 'agent') return null
  if (phone === null || phone.village !== staff.village) throw new Refusal('device.not_enrolled')
  return phone.id
}

function phoneSessionMs(tx: Tx): number {
  return findSetting(tx, 'village.sessionDays') * 86_400_000
}

/** Opens the session of an enrolled device that has just proved its key (P22). */
export function openDeviceSession(tx: Tx, id: string, token: string, device: DeviceRow): SignedInDevice {
  insertDeviceSession(tx, { id, token }, device.id, DEVICE_LONGEST_MS)
  saveDeviceSeen(tx, device.id)
  return requireDevice(tx, token)
}

/** Opens the session in which a lost phone hands over what lies on it (V80). Refuses `device.not_lost`. */
export function openLostSession(tx: Tx, id: string, token: string, device: DeviceRow): void {
  insertDeviceSession(tx, { id, token }, device.id, LAST_HOUR_MS)
  requireLostPhone(tx, token)
}

function insertDeviceSession(
  tx: Tx,
  { id, token }: { readonly id: string; readonly token: string },
  device: DeviceId,
  lastsMs: number,
): void {
  const expiresAt = instantOf(toMs(tx.at) + lastsMs)
  const [startedAt, seenAt] = [tx.at, tx.at]
  insertSession(tx, { id, tokenHash: hashToken(token), staff: null, device, startedAt, seenAt, expiresAt })
}

/** Whoever has not proved yet who it is. */
export function nobody(): Origin {
  return { actor: 'anonymous', role: 'anonymous', device: null, commandId: null }
}
