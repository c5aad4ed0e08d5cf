import type { DeviceId, StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import { hashToken, newToken } from '../../store/crypto.ts'
import { findWindowOfStaff } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import {
  type DeviceRow,
  endSession,
  findCredentials,
  findDevice,
  findSession,
  findStaff,
  insertSession,
  type Session,
  type Staff,
  saveDeviceSeen,
  saveSessionSeen,
} from '../../store/people.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { findReportOf } from '../../store/village-points.ts'
import type { Deps } from '../deps.ts'
import type { Passwords } from './passwords.ts'
import type { SignInLimiter } from './sign-in-limiter.ts'

export const IDLE_MS = 15 * 60_000
const LONGEST_MS = 10 * 3_600_000
const DEVICE_LONGEST_MS = 30 * 86_400_000
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

export interface SignInAttempt {
  readonly signInName: string
  readonly password: string
  readonly source: string
  /** The enrolled phone at which it is tried, if it is one (V3). */
  readonly phone: DeviceRow | null
}

/** Signs a person in; wrong name and wrong password answer alike, in the same time (P12, P15, P16). */
export async function signIn(
  { store, newId }: Deps,
  passwords: Passwords,
  limiter: SignInLimiter,
  attempt: SignInAttempt,
): Promise<{ readonly token: string; readonly signedIn: SignedIn }> {
  const { signInName, password, source, phone } = attempt
  limiter.requireTurn(signInName, source, toMs(store.now()))
  const known = store.read((tx) => findCredentials(tx, signInName))
  const fits = await passwords.check(known?.passwordHash || null, password)
  if (!fits || known === undefined) {
    limiter.failed(signInName, source, toMs(store.now()))
    await store.write((tx) =>
      appendAudit(tx, {
        origin: nobody(),
        action: 'session.refused',
        subject: known?.id ?? 'unknown',
        result: 'bad_credentials',
      }),
    )
    throw new Refusal('session.bad_credentials')
  }
  limiter.succeeded(signInName, source)
  const token = newToken(32)
  const signedIn = await store.write((tx) => openStaffSession(tx, { id: newId(), token, phone }, known.id))
  return { token, signedIn }
}

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

/** What a page is told of its session beside who it is. */
export interface SessionRules {
  readonly serverNow: Instant
  readonly idleMs: number
  /** Only an agent's phone has a PIN and lent numbers (V33, V61). */
  readonly phone: PhoneRules | null
}

interface PhoneRules {
  readonly idleMinutes: number
  readonly pinDigits: number
  readonly numbersRenewAt: number
  readonly oldNumberDays: number
}

export function sessionRules({ store }: Pick<Deps, 'store'>, { staff }: SignedIn): SessionRules {
  const phone =
    staff.role !== 'agent'
      ? null
      : store.read((tx) => ({
          idleMinutes: findSetting(tx, 'village.idleMinutes'),
          pinDigits: findSetting(tx, 'village.pinDigits'),
          numbersRenewAt: findSetting(tx, 'village.numbersRenewAt'),
          oldNumberDays: findSetting(tx, 'village.oldNumberDays'),
        }))
  return { serverNow: store.now(), idleMs: IDLE_MS, phone }
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

const LAST_HOUR_MS = 3_600_000

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

interface SigningOut {
  readonly origin: Origin
  /** How many items the phone says that it still holds; null of one that does not say. */
  readonly unsent: number | null
}

/**
 * Ends one session; its sockets are closed by the caller (P12). Refuses `village.unsent_items` while a phone still holds what
 * this agent captured, by its own word or else by its last report: 换人 keeps the queue, 退出登录 would leave it to nobody (V35).
 */
export function signOut({ store }: Deps, session: Session, { origin, unsent }: SigningOut): Promise<void> {
  return store.write((tx) => {
    const held = session.phone === null ? 0 : (unsent ?? unsentOf(tx, session.phone, session.staff))
    if (held > 0) throw new Refusal('village.unsent_items', { n: held })
    endSession(tx, session.id)
    appendAudit(tx, { origin, action: 'session.ended', subject: session.id, result: 'done' })
  })
}

// What another agent of the phone captured does not keep this one in.
function unsentOf(tx: Tx, phone: DeviceId, staff: StaffId | null): number {
  const report = findReportOf(tx, phone)
  return report === undefined || report.agent !== staff ? 0 : report.unsent + report.attention
}

function nobody(): Origin {
  return { actor: 'anonymous', role: 'anonymous', device: null, commandId: null }
}
