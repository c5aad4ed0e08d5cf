import type { Answer } from '@counter/shared/client/commands'
import { readOnce } from '@counter/shared/client/commands'
import {
  enrolWithCode,
  type NewDevice,
  proveDevice,
  proveLost,
  takeEnrolCode,
} from '@counter/shared/client/device-door'
import { Done } from '@counter/shared/contract/fields'
import { StaffSession } from '@counter/shared/contract/people'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { create } from 'zustand'
import { deviceDisk } from '../../outbox/device-disk.ts'
import { isLeft } from '../../outbox/left-book.ts'
import { findPhoneKey, forgetPhoneKey, keepPhoneKey } from '../../outbox/phone-key.ts'
import { learnSealingKey } from '../../outbox/sealing-key.ts'
import { hasErasedSlot } from '../../outbox/vault.ts'
import { wipeDevice } from '../../outbox/wipe.ts'

interface VillagePhone {
  /** `starting` until the phone's own book has answered. */
  readonly standing: 'starting' | 'unenrolled' | 'enrolled'
  /** Why the code of a link was not taken, or why the centre does not let this phone in. */
  readonly problem: string | null
  /** The code of a link that waits for the agent, because it is to bring drafts back (V34). */
  readonly code: string | null
}

/** Whether the centre has let this phone in (V3). */
export const usePhone = create<VillagePhone>(() => ({ standing: 'starting', problem: null, code: null }))

/** The address of the page that begins anew on a phone that was retired and is empty. */
export const LEFT_HASH = '#retired'

const UNKNOWN: readonly string[] = ['device.not_enrolled', 'device.revoked']

/**
 * Looks for the phone's key; a link with a code lets it in at once. On a phone that is in use and waits for a code to bring drafts
 * back it is kept for that: enrolled anew it would be another phone, on which they stay closed (V34).
 */
export async function openPhone(): Promise<void> {
  // The page was killed while the emptied book was being deleted (V84).
  if (await isLeft()) await wipeDevice()
  if (location.hash === LEFT_HASH) {
    history.replaceState(null, '', location.pathname)
    usePhone.setState({ problem: 'device.revoked' })
  }
  const code = takeEnrolCode()
  const key = await findPhoneKey()
  if (code !== null && key !== null && (await hasErasedSlot())) {
    usePhone.setState({ standing: 'enrolled', code })
    return
  }
  if (code !== null) {
    const answer = await enrolPhone(code)
    if (answer.ok) return
    usePhone.setState({ problem: answer.code })
  }
  usePhone.setState({ standing: key === null ? 'unenrolled' : 'enrolled' })
}

/** The supervisor's code lets this phone in; what was lent to it before stays its own (V3, V61). */
export async function enrolPhone(code: string): Promise<Answer<NewDevice>> {
  const answer = await enrolWithCode('village', code, await deviceDisk.device())
  if (!answer.ok) return answer
  await keepPhoneKey(answer.value)
  await provePhone()
  await learnSealingKey()
  usePhone.setState({ standing: 'enrolled', problem: null })
  return answer
}

/** A new session of the phone itself; a key that the centre knows no more is forgotten, and nothing else. */
export async function provePhone(): Promise<boolean> {
  return (await prove()) === 'proved'
}

async function prove(): Promise<'proved' | 'refused' | 'silent'> {
  const key = await findPhoneKey()
  if (key === null) return 'refused'
  const answer = await proveDevice('village', key)
  if (answer.ok) usePhone.setState({ problem: null })
  else if (UNKNOWN.includes(answer.code)) {
    await forgetPhoneKey()
    usePhone.setState({ standing: 'unenrolled', problem: answer.code })
  } else if (!isSilence(answer)) usePhone.setState({ problem: answer.code })
  if (answer.ok) return 'proved'
  return isSilence(answer) ? 'silent' : 'refused'
}

/** Speaks as the phone that was reported lost; false when it is not, or when the centre says nothing (V80). */
export async function proveLostPhone(): Promise<boolean> {
  const key = await findPhoneKey()
  if (key === null) return false
  const answer = await proveLost(key)
  if (!answer.ok && answer.code === 'device.not_lost') usePhone.setState({ problem: null })
  return answer.ok
}

// Too many at once, or an answer that nobody can read, says nothing about who is let in (V59).
function isSilence(answer: Answer<unknown>): boolean {
  return !answer.ok && ['offline', 'fault', 'request.too_many'].includes(answer.code)
}

/** A word of a retired phone on its last steps; false when the centre did not hear it (V81). */
export async function sayFarewell(step: 'drained' | 'wiped'): Promise<boolean> {
  return (await readOnce('/api/devices/farewell', Done, 'village', { step })).ok
}

/** What became of taking up an agent: `silent` says nothing about whether the session stands. */
export type TakeUp = 'taken' | 'ended' | 'silent'

/** Goes on as this agent, who gave the password here within 30 days; the PIN is the phone's own matter (V3, V35). */
export async function takeUpAgent(staffId: StaffId): Promise<TakeUp> {
  const ask = () => readOnce('/api/sessions/switch', StaffSession, 'village', { staffId })
  let answer = await ask()
  if (!answer.ok && !isSilence(answer)) {
    const proof = await prove()
    if (proof === 'silent') return 'silent'
    if (proof === 'proved') answer = await ask()
  }
  if (answer.ok) return 'taken'
  return isSilence(answer) ? 'silent' : 'ended'
}
