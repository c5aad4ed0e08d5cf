import { readOnce } from '@counter/shared/client/commands'
import { Done } from '@counter/shared/contract/fields'
import { asDevice } from '../device.ts'

/** What became of a typed PIN; `unknown_offline`: no network, and no PIN was ever proved at this kiosk. */
export type PinAnswer =
  | { readonly is: 'right' }
  | { readonly is: 'unknown_offline' }
  | {
      readonly is: 'refused'
      readonly code: string
      readonly params: Readonly<Record<string, string | number>>
    }

interface Verifier {
  readonly salt: string
  readonly hash: string
  readonly failures: number
  readonly waitUntil: number
}

const KEPT = 'counter.pin'
const ROUNDS = 600_000
const FREE_TRIES = 5
const LONGEST_WAIT_MS = 15 * 60_000

/** Asks the server; without it, the PIN that last opened this page here is what counts, under the same brake (K-10, P16). */
export async function checkPin(pin: string): Promise<PinAnswer> {
  const answer = await asDevice('kiosk', () => readOnce('/api/devices/own/pin', Done, 'kiosk', { pin }))
  if (answer.ok) {
    await keepVerifier(pin)
    return { is: 'right' }
  }
  return answer.code === 'offline' ? checkOffline(pin) : { is: 'refused', ...answer }
}

async function checkOffline(pin: string): Promise<PinAnswer> {
  const kept = keptVerifier()
  if (kept === null) return { is: 'unknown_offline' }
  const now = Date.now()
  if (kept.waitUntil > now)
    return { is: 'refused', code: 'session.wait', params: { s: Math.ceil((kept.waitUntil - now) / 1000) } }
  if ((await stretched(pin, kept.salt)) === kept.hash) {
    save({ ...kept, failures: 0, waitUntil: 0 })
    return { is: 'right' }
  }
  const failures = kept.failures + 1
  const wait = failures < FREE_TRIES ? 0 : Math.min(1000 * 2 ** (failures - FREE_TRIES), LONGEST_WAIT_MS)
  // From now, for the check itself takes its time.
  save({ ...kept, failures, waitUntil: Date.now() + wait })
  return { is: 'refused', code: 'pin.wrong', params: {} }
}

async function keepVerifier(pin: string): Promise<void> {
  const salt = hex(crypto.getRandomValues(new Uint8Array(16)))
  save({ salt, hash: await stretched(pin, salt), failures: 0, waitUntil: 0 })
}

// Slow on purpose; who can read it stands at the kiosk's own disk and gains its own staff page.
async function stretched(pin: string, salt: string): Promise<string> {
  const text = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', text.encode(pin), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations: ROUNDS }
  return hex(new Uint8Array(await crypto.subtle.deriveBits(how, key, 256)))
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function keptVerifier(): Verifier | null {
  const text = localStorage.getItem(KEPT)
  return text === null ? null : (JSON.parse(text) as Verifier)
}

function save(verifier: Verifier): void {
  localStorage.setItem(KEPT, JSON.stringify(verifier))
}
