import type { DeviceId, StaffId } from '@counter/shared/vocabulary/ids'
import { type Sealed, seal, unseal } from './seal.ts'

/** An agent's data key as only the centre can open it: for this agent on this phone, under this key of the centre (V33). */
export interface RecoveryCopy {
  readonly device: DeviceId
  readonly keyNumber: number
  readonly box: Uint8Array<ArrayBuffer>
}

/** An agent's key as it is locked by the PIN, and how often a wrong one was tried (V33, V34). */
export interface Slot {
  readonly staffId: StaffId
  readonly salt: Uint8Array<ArrayBuffer>
  readonly rounds: number
  /** The key under the PIN under the browser's own key; null once it was erased. */
  readonly wrapped: { readonly iv: Uint8Array<ArrayBuffer>; readonly outer: Sealed } | null
  readonly fails: number
  readonly waitUntil: number
  /** What the centre alone opens; it outlives the erased key. Left out by a phone of before, or that has heard no key (V34). */
  readonly recovery?: RecoveryCopy | null
}

const ROUNDS = 600_000
const SALT_BYTES = 16

/**
 * Locks a key by the PIN. PBKDF2 makes each try slow; the browser's own key lies around it, so that the slot alone opens
 * nothing elsewhere (V33).
 */
export async function lockedSlot(
  staffId: StaffId,
  {
    raw,
    pin,
    outer,
  }: { readonly raw: Uint8Array<ArrayBuffer>; readonly pin: string; readonly outer: CryptoKey },
): Promise<Slot> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const byPin = await seal(await pinKey(pin, salt, ROUNDS), slotName(staffId), raw)
  const wrapped = { iv: byPin.iv, outer: await seal(outer, slotName(staffId), new Uint8Array(byPin.data)) }
  return { staffId, salt, rounds: ROUNDS, wrapped, fails: 0, waitUntil: 0 }
}

/** The key again, or null when the PIN is wrong or the slot was erased. */
export async function openedSlot(
  { staffId, salt, rounds, wrapped }: Slot,
  pin: string,
  outer: CryptoKey,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (wrapped === null) return null
  const byPin = await unseal(outer, slotName(staffId), wrapped.outer)
  const key = await pinKey(pin, salt, rounds)
  return unseal(key, slotName(staffId), { iv: wrapped.iv, data: byPin.buffer }).catch(() => null)
}

const FREE_TRIES = 4
const MOST_TRIES = 10
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * 60_000

/** After a wrong PIN: from the fifth 30 s pass before the next, doubling to 15 min; the tenth erases the key here (V34). */
export function afterWrongPin(slot: Slot, now: number): Slot {
  const fails = slot.fails + 1
  if (fails >= MOST_TRIES) return { ...slot, fails, wrapped: null, waitUntil: 0 }
  const wait =
    fails <= FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (fails - FREE_TRIES - 1), LONGEST_WAIT_MS)
  return { ...slot, fails, waitUntil: now + wait }
}

/** How many ms pass before the next try. A wait longer than any that is given comes from a clock that was set back. */
export function waitLeft({ waitUntil }: Pick<Slot, 'waitUntil'>, now: number): number {
  const left = Math.max(waitUntil - now, 0)
  return left > LONGEST_WAIT_MS ? 0 : left
}

/** True when a PIN may be tried. */
export function mayTry(slot: Slot, now: number): boolean {
  return slot.wrapped !== null && waitLeft(slot, now) === 0
}

/** As many digits as the centre wants, neither all the same nor in a row (V33). */
export function isGoodPin(pin: string, digits: number): boolean {
  if (!/^\d+$/.test(pin) || pin.length !== digits) return false
  const steps = [...pin].slice(1).map((digit, place) => Number(digit) - Number(pin.charAt(place)))
  return !steps.every((step) => step === steps[0] && Math.abs(step) <= 1)
}

async function pinKey(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(how, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

function slotName(staffId: StaffId): string {
  return `slot/${staffId}`
}
