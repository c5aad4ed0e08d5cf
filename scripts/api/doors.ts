import { generateKeyPairSync, sign } from 'node:crypto'
import { Challenge, Device, StaffSession } from '@counter/shared/contract/people'
import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import { Caller, required } from './caller.ts'

/** Signs a person in with the account's name and password. */
export async function signIn(url: string, signInName: string, password: string): Promise<Caller> {
  const caller = new Caller(url)
  required(
    await caller.post('/api/sessions', { signInName, password }, StaffSession),
    `sign in ${signInName}`,
  )
  return caller
}

/** Makes a device of an enrolment code: key pair, challenge, session (N9, P22). */
export async function enrolDevice(url: string, kind: DeviceKind, code: string): Promise<Caller> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const caller = new Caller(url, kind)
  const enrolled = await caller.post('/api/devices/enrol', { code, publicKey: { x, y } }, Device)
  const { deviceId } = required(enrolled, 'enrol')
  const asked = await caller.post('/api/devices/challenge', { deviceId }, Challenge)
  const { challenge } = required(asked, 'challenge')
  const signature = sign('sha256', Buffer.from(challenge), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  const opened = await caller.post(
    '/api/devices/session',
    { deviceId, signature: signature.toString('base64url') },
    Device,
  )
  required(opened, 'device session')
  return caller
}
