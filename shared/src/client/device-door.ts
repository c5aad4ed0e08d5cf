import { Done } from '../contract/fields.ts'
import { Challenge, Device } from '../contract/people.ts'
import type { DeviceKind } from '../vocabulary/actor.ts'
import type { DeviceId } from '../vocabulary/ids.ts'
import { base64urlOf } from './base64url.ts'
import { type Answer, readOnce } from './commands.ts'

/** What an enrolled browser is known by; the private key cannot be read out, only used (P22). */
export interface KnownDevice {
  readonly deviceId: DeviceId
  readonly privateKey: CryptoKey
}

export interface NewDevice extends KnownDevice {
  readonly name: string
}

/** Makes a key pair and tells the server its public half with the code. Refusals: `enrol.code_wrong`, `enrol.code_spent`. */
export async function enrolWithCode(
  kind: DeviceKind,
  code: string,
  formerId?: string,
): Promise<Answer<NewDevice>> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const { x, y } = await crypto.subtle.exportKey('jwk', publicKey)
  const body = { code, publicKey: { x, y }, ...(formerId === undefined ? {} : { formerId }) }
  const answer = await readOnce('/api/devices/enrol', Device, kind, body)
  if (!answer.ok) return answer
  const { deviceId, name } = answer.value
  return { ok: true, value: { deviceId, name, privateKey } }
}

/** Opens a session by signing what the server asks (P22). Refusals: `device.not_enrolled`, `device.revoked`. */
export async function proveDevice(
  kind: DeviceKind,
  { deviceId, privateKey }: KnownDevice,
): Promise<Answer<Device>> {
  const proof = await proofOf(kind, { deviceId, privateKey })
  return proof.ok ? readOnce('/api/devices/session', Device, kind, proof.value) : proof
}

/** The same of a phone that was reported lost: it may hand over what lies on it (V80). Refuses `device.not_lost`. */
export async function proveLost(known: KnownDevice): Promise<Answer<unknown>> {
  const proof = await proofOf('village', known)
  return proof.ok ? readOnce('/api/devices/lost-session', Done, 'village', proof.value) : proof
}

interface Proof {
  readonly deviceId: DeviceId
  readonly signature: string
}

async function proofOf(kind: DeviceKind, { deviceId, privateKey }: KnownDevice): Promise<Answer<Proof>> {
  const asked = await readOnce('/api/devices/challenge', Challenge, kind, { deviceId })
  if (!asked.ok) return asked
  return { ok: true, value: { deviceId, signature: await signed(privateKey, asked.value.challenge) } }
}

/** The code of a link `#enrol=CODE`. It is good once, so it does not stay in the address where a reload would try it again. */
export function takeEnrolCode(): string | null {
  const code = /^#enrol=([A-Za-z0-9-]{1,20})$/.exec(location.hash)?.[1] ?? null
  if (code !== null) history.replaceState(null, '', location.pathname)
  return code
}

async function signed(privateKey: CryptoKey, text: string): Promise<string> {
  const how = { name: 'ECDSA', hash: 'SHA-256' }
  const bytes = await crypto.subtle.sign(how, privateKey, new TextEncoder().encode(text))
  return base64urlOf(new Uint8Array(bytes))
}
