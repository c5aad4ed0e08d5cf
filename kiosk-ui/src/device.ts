import type { Answer } from '@counter/shared/client/commands'
import { enrolWithCode, proveDevice, takeEnrolCode } from '@counter/shared/client/device-door'
import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { create } from 'zustand'
import { type DeviceKey, findDeviceKey, forgetDeviceKey, saveDeviceKey } from './state/device-keys.ts'

/** `starting` until the browser's own store has answered; `ready` as soon as there is a key, so that a hall without a network still has its screens. */
export type DeviceStanding = 'starting' | 'unenrolled' | 'ready'

interface DeviceState {
  readonly standing: DeviceStanding
  /** Which of the hall's devices this browser is; null until its key was found. */
  readonly deviceId: DeviceId | null
}

/** How this browser stands for the door it shows. */
export const useDevice = create<DeviceState>(() => ({ standing: 'starting', deviceId: null }))

const LOST: readonly string[] = ['session.none', 'session.expired']
const UNKNOWN: readonly string[] = ['device.not_enrolled', 'device.revoked']
const AGAIN_MS = 5_000

let renewing: Promise<boolean> | null = null

/** First thing on each door: enrols by `#enrol=CODE`, else opens a session with the key that is there (N9). */
export async function startDevice(kind: DeviceKind): Promise<void> {
  const code = takeEnrolCode()
  if (code !== null && (await enrolDevice(kind, code)).ok) return
  const key = await findDeviceKey(kind)
  useDevice.setState({ standing: key === null ? 'unenrolled' : 'ready', deviceId: key?.deviceId ?? null })
  if (key !== null) void keepAsking(kind)
}

/** Enrols this browser and opens a session. Refuses as `enrolWithCode`. */
export async function enrolDevice(kind: DeviceKind, code: string): Promise<Answer<DeviceKey>> {
  const answer = await enrolWithCode(kind, code)
  if (!answer.ok) return answer
  const { deviceId } = answer.value
  await saveDeviceKey(kind, answer.value)
  await renewSession(kind)
  useDevice.setState({ standing: 'ready', deviceId })
  return answer
}

/** Asks for a new session with the device's key; false when the server is silent or no longer knows it. Calls at once share one answer. */
export function renewSession(kind: DeviceKind): Promise<boolean> {
  renewing ??= openSession(kind).finally(() => {
    renewing = null
  })
  return renewing
}

/** Asks as this device; a session that has run out is opened anew and the question is put once more (same command id). */
export async function asDevice<T>(kind: DeviceKind, ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await ask()
  if (answer.ok || !LOST.includes(answer.code)) return answer
  return (await renewSession(kind)) ? ask() : answer
}

async function openSession(kind: DeviceKind): Promise<boolean> {
  const key = await findDeviceKey(kind)
  if (key === null) return false
  const session = await proveDevice(kind, key)
  return session.ok || failed(kind, session.code)
}

async function failed(kind: DeviceKind, code: string): Promise<false> {
  if (UNKNOWN.includes(code)) {
    await forgetDeviceKey(kind)
    useDevice.setState({ standing: 'unenrolled', deviceId: null })
  }
  return false
}

async function keepAsking(kind: DeviceKind): Promise<void> {
  if (await renewSession(kind)) return
  if (useDevice.getState().standing === 'ready') setTimeout(() => void keepAsking(kind), AGAIN_MS)
}
