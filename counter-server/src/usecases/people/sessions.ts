import { toMs } from '@counter/shared/vocabulary/plain-date'
import { Refusal } from '../../domain/refusal.ts'
import { hashToken } from '../../store/crypto.ts'
import { findWindowOfStaff } from '../../store/hall.ts'
import {
  type DeviceRow,
  findDevice,
  findSession,
  findStaff,
  type Session,
  type Staff,
  saveSessionSeen,
} from '../../store/people.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

/** How long a page at a desk may lie untouched (P12). */
export const IDLE_MS = 15 * 60_000
/** A device that has not been heard of for so long proves its key anew (P22). */
export const DEVICE_LONGEST_MS = 30 * 86_400_000
const SEEN_EVERY_MS = 60_000

/** A person at the desk, with the session that says so. */
export interface SignedIn {
  readonly session: Session
  readonly staff: Staff
  /** The window where this person is on duty now. */
  readonly window: number | null
}

export interface SignedInDevice {
  readonly session: Session
  readonly device: DeviceRow
}

/** The person behind a cookie: `session.none` or `session.expired`; a disabled account is dead at once (P12). */
export function requireSignedIn(tx: Tx, token: string): SignedIn {
  const session = requireSession(tx, token, IDLE_MS)
  const staff = session.staff === null ? undefined : findStaff(tx, session.staff)
  if (staff === undefined || staff.isDisabled) throw new Refusal('session.none')
  // One of before there were enrolled phones.
  if (staff.role === 'agent' && session.phone === null) throw new Refusal('device.not_enrolled')
  return { session, staff, window: findWindowOfStaff(tx, staff.id) }
}

/** The device behind a cookie; a revoked or lost one is dead at once (P22, V80). */
export function requireDevice(tx: Tx, token: string): SignedInDevice {
  const found = deviceBehind(tx, token)
  if (found.device.lostAt !== null) throw new Refusal('device.lost')
  return found
}

/** The phone behind the cookie by which a lost one hands over what lies on it, and does nothing else (V80). */
export function requireLostPhone(tx: Tx, token: string): SignedInDevice {
  const found = deviceBehind(tx, token)
  if (found.device.lostAt === null) throw new Refusal('device.not_lost')
  return found
}

function deviceBehind(tx: Tx, token: string): SignedInDevice {
  const session = requireSession(tx, token, DEVICE_LONGEST_MS)
  const device = session.device === null ? undefined : findDevice(tx, session.device)
  if (device === undefined) throw new Refusal('session.none')
  if (device.revokedAt !== null) throw new Refusal('device.revoked')
  return { session, device }
}

function requireSession(tx: Tx, token: string, idleMs: number): Session {
  const session = findSession(tx, hashToken(token))
  if (session === undefined) throw new Refusal('session.none')
  if (isOver(session, toMs(tx.at), idleMs)) throw new Refusal('session.expired')
  return session
}

// On an enrolled phone the PIN stands between its agent and anybody else, so it does not matter how long it lay there (V3).
function isOver({ expiresAt, seenAt, phone }: Session, nowMs: number, idleMs: number): boolean {
  return nowMs > toMs(expiresAt) || (phone === null && nowMs - toMs(seenAt) > idleMs)
}

/** True for the token of a session that was ever opened: anybody can make up a cookie, so no other counts (P44). */
export function isSessionToken({ store }: Pick<Deps, 'store'>, token: string): boolean {
  return store.read((tx) => findSession(tx, hashToken(token)) !== undefined)
}

/** Remembers that somebody is there, at most once a minute so that reading costs no commit. */
export async function keepAwake({ store }: Deps, session: Session): Promise<void> {
  if (toMs(store.now()) - toMs(session.seenAt) < SEEN_EVERY_MS) return
  await store.write((tx) => saveSessionSeen(tx, session.id, tx.at))
}
