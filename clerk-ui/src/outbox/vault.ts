import type { StaffId } from '@counter/shared/vocabulary/ids'
import { DATA_KEY_BYTES } from '@counter/shared/vocabulary/recovery-copy'
import { createStore } from 'zustand'
import { freshCopy } from './recovery-copy.ts'
import { newSealKey } from './seal.ts'
import { afterWrongPin, lockedSlot, mayTry, openedSlot, type RecoveryCopy, type Slot } from './slot.ts'
import { villageBook } from './village-db.ts'

/**
 * `none`: this agent has no PIN here yet. `erased`: the tenth wrong one took the key. `sealed`: the password proved who this is
 * since, and the centre can open a copy of the key (V34).
 */
type VaultPhase = 'reading' | 'none' | 'locked' | 'open' | 'erased' | 'sealed'

interface VaultState {
  readonly phase: VaultPhase
  readonly staffId: StaffId | null
  /** Device time in ms before which no PIN is tried. */
  readonly waitUntil: number
}

/** Whether what this agent wrote can be read now. */
export const vault = createStore<VaultState>(() => ({ phase: 'reading', staffId: null, waitUntil: 0 }))

let queue: Promise<CryptoKey> | null = null
let data: CryptoKey | null = null
/** What the centre gave back, until a PIN lies around it. */
let returned: Uint8Array<ArrayBuffer> | null = null

/**
 * The key under which everything on the way to the centre lies; the browser keeps it and never shows it. No PIN opens it,
 * so that sending goes on while the app is locked and after the PIN is lost (V34).
 */
export function queueKey(): Promise<CryptoKey> {
  queue ??= findOrMakeKey().catch((error: unknown) => {
    queue = null
    throw error
  })
  return queue
}

/** The agent's own key for drafts, lists and slips; null while it is locked (V33). */
export function dataKey(): CryptoKey | null {
  return data
}

/** The same, for what only an open app does. */
export function openKey(): CryptoKey {
  if (data === null) throw new Error('the vault is locked')
  return data
}

/** Looks whether this agent has a PIN on this device. */
export async function readVault(staffId: StaffId): Promise<void> {
  data = null
  forgetReturned()
  vault.setState({ phase: 'reading', staffId, waitUntil: 0 })
  const slot = await villageBook.find('vault', staffId)
  vault.setState({ phase: phaseOf(slot), waitUntil: slot?.waitUntil ?? 0 })
}

/** Locks the agent's key by the PIN: the one that the centre gave back, else a new one, and that of before is gone. */
export async function setPin(staffId: StaffId, pin: string): Promise<void> {
  const raw = returned ?? crypto.getRandomValues(new Uint8Array(DATA_KEY_BYTES))
  const slot = await lockedSlot(staffId, { raw, pin, outer: await queueKey() })
  await saveSlot({ ...slot, recovery: await freshCopy(staffId, raw, null) })
  await openWith(raw)
  returned = null
}

/** Tries a PIN: true when it opens. A wrong one is counted on the disk before it is told (V34). */
export async function unlock(staffId: StaffId, pin: string, now: number): Promise<boolean> {
  const slot = await villageBook.find('vault', staffId)
  if (slot === undefined || !mayTry(slot, now)) return false
  const raw = await openedSlot(slot, pin, await queueKey())
  if (raw === null) {
    const after = await countWrongPin(slot, now)
    vault.setState({ phase: phaseOf(after), waitUntil: after.waitUntil })
    return false
  }
  if (slot.fails > 0) await saveSlot({ ...slot, fails: 0, waitUntil: 0 })
  // A phone that could make no copy for the centre, or whose copy is for another key, does so now; a full disk waits for the next time.
  await renewCopy(staffId, raw).catch(() => undefined)
  await openWith(raw)
  return true
}

/** Nothing that the agent wrote can be read from here on (V33). */
export function lock(): void {
  data = null
  forgetReturned()
  if (vault.getState().phase === 'open') vault.setState({ phase: 'locked', waitUntil: 0 })
}

/** The password proved who this is: the centre may give the key back, or a new PIN begins anew where there is no copy (V34). */
export async function allowNewPin(): Promise<void> {
  const { phase, staffId } = vault.getState()
  if (phase !== 'erased' || staffId === null) return
  const copy = await findRecoveryCopy(staffId)
  vault.setState({ phase: copy === null ? 'none' : 'sealed' })
}

/** The copy of this agent's key that only the centre opens; null where none was made. */
export async function findRecoveryCopy(staffId: StaffId): Promise<RecoveryCopy | null> {
  return (await villageBook.find('vault', staffId))?.recovery ?? null
}

/** True when ten wrong PINs have erased a key here of which the centre can open a copy. */
export async function hasErasedSlot(): Promise<boolean> {
  const slots = await villageBook.all('vault')
  return slots.some(({ wrapped, recovery = null }) => wrapped === null && recovery !== null)
}

/** The centre gave the key back: it is the agent's again as soon as a new PIN lies around it. Until then the copy stays (V34). */
export function takeBack(raw: Uint8Array<ArrayBuffer>): void {
  returned = raw
  vault.setState({ phase: 'none' })
}

/** A new PIN without the key of before: what it sealed stays closed. */
export function beginAnew(): void {
  vault.setState({ phase: 'none' })
}

/** The centre wants the password once more before it gives the key back. */
export function askPasswordAgain(): void {
  vault.setState({ phase: 'erased' })
}

function phaseOf(slot: Slot | undefined): VaultPhase {
  if (slot === undefined) return 'none'
  return slot.wrapped === null ? 'erased' : 'locked'
}

// Counted on what the disk has now: several tabs that try at once are several tries (V34).
function countWrongPin(tried: Slot, now: number): Promise<Slot> {
  return villageBook.write(['vault'], async (tx) => {
    const slots = tx.objectStore('vault')
    const after = afterWrongPin((await slots.get(tried.staffId)) ?? tried, now)
    await slots.put(after)
    return after
  })
}

async function renewCopy(staffId: StaffId, raw: Uint8Array<ArrayBuffer>): Promise<void> {
  const known = await findRecoveryCopy(staffId)
  const recovery = await freshCopy(staffId, raw, known)
  if (recovery === known) return
  await villageBook.write(['vault'], async (tx) => {
    const slots = tx.objectStore('vault')
    const slot = await slots.get(staffId)
    if (slot !== undefined) await slots.put({ ...slot, recovery })
  })
}

function forgetReturned(): void {
  returned?.fill(0)
  returned = null
}

async function saveSlot(slot: Slot): Promise<void> {
  await villageBook.write(['vault'], (tx) => tx.objectStore('vault').put(slot))
}

async function openWith(raw: Uint8Array<ArrayBuffer>): Promise<void> {
  data = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  raw.fill(0)
  vault.setState({ phase: 'open', waitUntil: 0 })
}

// Two tabs may begin at once: the first key that the disk has is the one.
async function findOrMakeKey(): Promise<CryptoKey> {
  const known = await villageBook.find('keys', 'queue')
  if (known !== undefined) return known
  const made = await newSealKey()
  return villageBook.write(['keys'], async (tx) => {
    const keys = tx.objectStore('keys')
    const other = await keys.get('queue')
    if (other === undefined) await keys.add(made, 'queue')
    return other ?? made
  })
}
