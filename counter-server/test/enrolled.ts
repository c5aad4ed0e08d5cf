import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import type { DeviceId, VillageCode } from '@counter/shared/vocabulary/ids'
import { expect } from 'vitest'
import type { RunningServer } from '../src/server.ts'
import { addEnrolment } from '../src/usecases/people/enrolment.ts'

/** What was answered to a device that is not let in yet. */
interface Heard {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: an answer is checked by each test, field by field
  readonly body: any
  readonly headers: Readonly<Record<string, unknown>>
}

/** Somebody without a cookie. */
interface Stranger {
  post(url: string, body?: object): Promise<Heard>
}

/** A device that was let in: its id and the key that never leaves it (P22). */
export interface Enrolled {
  readonly deviceId: DeviceId
  readonly privateKey: KeyObject
}

export interface Enrolling {
  readonly kind: DeviceKind
  readonly name: string
  readonly village?: VillageCode
  /** What a phone called itself before (V61). */
  readonly formerId?: string
}

/** Gives out a code and uses it at once. */
export async function enrol(
  server: RunningServer,
  anonymous: Stranger,
  { formerId, village, ...named }: Enrolling,
): Promise<Enrolled> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const { store, newId } = server.counter.deps
  const asked = { ...named, village: village ?? null, by: 'test' }
  const { code } = await store.write((tx) => addEnrolment(tx, newId(), asked))
  const answer = await anonymous.post('/api/devices/enrol', {
    code,
    publicKey: { x, y },
    ...(formerId === undefined ? {} : { formerId }),
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { deviceId: answer.body.deviceId, privateKey }
}

/** The device proves its key: the answer sets its cookie, or says why not. */
export function openSession(anonymous: Stranger, enrolled: Enrolled): Promise<Heard> {
  return proveAt('/api/devices/session', anonymous, enrolled)
}

/** What such an answer lets the device in with from now on. */
export function cookieOf({ headers }: Pick<Heard, 'headers'>): string {
  return String([headers['set-cookie']].flat()[0]).split(';', 1)[0] ?? ''
}

/** The same of a phone that was reported lost (V80). */
export function openLostSession(anonymous: Stranger, enrolled: Enrolled): Promise<Heard> {
  return proveAt('/api/devices/lost-session', anonymous, enrolled)
}

async function proveAt(url: string, anonymous: Stranger, { deviceId, privateKey }: Enrolled): Promise<Heard> {
  const { body } = await anonymous.post('/api/devices/challenge', { deviceId })
  const signature = sign('sha256', Buffer.from(body.challenge), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  })
  return anonymous.post(url, { deviceId, signature: signature.toString('base64url') })
}
