import { generateKeyPairSync, sign } from 'node:crypto'
import { Challenge, Device, Enrolment, StaffSession } from '@counter/shared/contract/people'
import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import { Caller, required } from './caller.ts'
import type { Account } from './server-process.ts'

/** Signs a person in with the account's name and password. */
export async function signIn(url: string, signInName: string, password: string): Promise<Caller> {
  const caller = new Caller(url)
  required(
    await caller.post('/api/sessions', { signInName, password }, StaffSession),
    `sign in ${signInName}`,
  )
  return caller
}

/** Signs a village agent in at a phone of its own, which the supervisor's code lets in (V3). */
export async function signInAgent(
  url: string,
  { signInName, password }: Pick<Account, 'signInName' | 'password'>,
  supervisor: Caller,
): Promise<{ readonly caller: Caller; readonly session: StaffSession }> {
  const asked = { kind: 'village', name: `${signInName} 手机`, village: signInName.slice(1) }
  const { code } = required(await supervisor.command('/api/enrolments', asked, Enrolment), 'enrolment')
  const caller = (await enrolDevice(url, 'village', code)).at('staff')
  const answer = await caller.post('/api/sessions', { signInName, password }, StaffSession)
  return { caller, session: required(answer, `sign in ${signInName}`) }
}

/** The one account of the sample by which phones are let in. */
export function signInSupervisor(url: string, accounts: readonly Account[]): Promise<Caller> {
  const account = accounts.find(({ role }) => role === 'supervisor')
  if (account === undefined) throw new Error('the sample has no supervisor')
  return signIn(url, account.signInName, account.password)
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
