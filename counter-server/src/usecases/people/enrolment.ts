import { createPublicKey, randomBytes, verify } from 'node:crypto'
import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import type { DeviceId, VillageCode } from '@counter/shared/vocabulary/ids'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import { lookUp, newCode, newToken } from '../../store/crypto.ts'
import type { Origin } from '../../store/origin.ts'
import {
  type DeviceRow,
  findDevice,
  insertDevice,
  insertEnrolment,
  saveEnrolmentUsed,
} from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import { findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { moveVillageNumbers } from '../../store/village-numbers.ts'
import type { Deps } from '../deps.ts'
import { speakIfFirst } from '../hall/speaking-wall.ts'
import { requireCode, TEN_MINUTES_MS, tryCode } from './enrolment-code.ts'
import { openDeviceSession, openLostSession } from './open-session.ts'
import type { SignedInDevice } from './sessions.ts'

/** An enrolment code, told once to who asked for it (P22). */
export interface NewEnrolment {
  readonly code: string
  readonly kind: DeviceKind
  readonly expiresAt: Instant
}

/** What a code lets in: the phone of a village has the point for which it was given out (V3). */
interface NamedDevice {
  readonly kind: DeviceKind
  readonly name: string
  readonly village: VillageCode | null
}

const CHALLENGE_MS = 60_000

/** A supervisor or administrator lets one device in: 8 signs, ten minutes, one use (P22). */
export function createEnrolment(deps: Deps, asked: { origin: Origin } & NamedDevice): Promise<NewEnrolment> {
  const { origin, kind, name, village } = asked
  const content = { kind, name, ...(village === null ? {} : { village }) }
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'enrolment.create', subject: kind, content }, () =>
      addEnrolment(tx, deps.newId(), { kind, name, village, by: origin.actor }),
    ),
  )
}

export function addEnrolment(
  tx: Tx,
  id: string,
  {
    kind,
    name,
    village = null,
    by,
  }: Omit<NamedDevice, 'village'> & Partial<NamedDevice> & { readonly by: string },
): NewEnrolment {
  requirePlace(tx, kind, village)
  const code = newCode()
  const expiresAt = instantOf(toMs(tx.at) + TEN_MINUTES_MS)
  insertEnrolment(tx, {
    id,
    codeLook: lookUp(tx.keys, 'enrol_code', code),
    kind,
    name,
    village,
    by,
    expiresAt,
  })
  return { code: printedQueryCode(code), kind, expiresAt }
}

/** Enrolment, challenge and session of devices; challenges live in memory only, for one minute and one use. */
export function createDeviceDoor(deps: Deps) {
  const challenges = new Map<DeviceId, { readonly challenge: string; readonly until: number }>()

  // The device signs the challenge with the key that never leaves it; a wrong one is an unknown device (P22).
  function requireProof(id: DeviceId, signature: string): DeviceRow {
    const asked = challenges.get(id)
    challenges.delete(id)
    const device = deps.store.read((tx) => findDevice(tx, id))
    if (device === undefined || asked === undefined || asked.until < toMs(deps.store.now()))
      throw new Refusal('device.not_enrolled')
    if (!isSignedBy(device, asked.challenge, signature)) throw new Refusal('device.not_enrolled')
    if (device.revokedAt !== null) throw new Refusal('device.revoked')
    return device
  }

  return {
    /** `enrol.code_wrong` for an unknown or old code, `enrol.code_spent` for a used one or after five tries (P22). */
    enrol({ source, ...asked }: Enrolling & { readonly source: string }): Promise<DeviceRow> {
      return tryCode(deps, source, (tx) => enrolDevice(tx, deps.newId(), asked))
    },

    challenge(id: DeviceId): string {
      const challenge = randomBytes(32).toString('base64url')
      if (challenges.size > 1000) challenges.clear()
      challenges.set(id, { challenge, until: toMs(deps.store.now()) + CHALLENGE_MS })
      return challenge
    },

    async session(
      id: DeviceId,
      signature: string,
    ): Promise<{ readonly token: string; readonly signedIn: SignedInDevice }> {
      const device = requireProof(id, signature)
      if (device.lostAt !== null) throw new Refusal('device.lost')
      const token = newToken(32)
      const signedIn = await deps.store.write((tx) => openDeviceSession(tx, deps.newId(), token, device))
      return { token, signedIn }
    },

    /** The same for a phone that was reported lost, to hand over what lies on it (V80). Refuses `device.not_lost`. */
    async lostSession(id: DeviceId, signature: string): Promise<string> {
      const device = requireProof(id, signature)
      const token = newToken(32)
      await deps.store.write((tx) => openLostSession(tx, deps.newId(), token, device))
      return token
    },
  }
}

export type DeviceDoor = ReturnType<typeof createDeviceDoor>

// The phone of a point is for a village of ours, and nothing else has one (V3).
function requirePlace(tx: Tx, kind: DeviceKind, village: VillageCode | null): void {
  if ((kind === 'village') !== (village !== null)) throw new Refusal('staff.village_missing')
  if (village !== null && !findVillages(tx).some(({ code }) => code === village))
    throw new Refusal('staff.village_missing')
}

/** What a device brings along to be let in. */
interface Enrolling {
  readonly code: string
  readonly publicKey: { readonly x: string; readonly y: string }
  readonly formerId: string | null
}

function enrolDevice(tx: Tx, id: string, { code, publicKey, formerId }: Enrolling): DeviceRow {
  const enrolment = requireCode(tx, code)
  requireCurvePoint(publicKey)
  insertDevice(tx, {
    id: id as DeviceId,
    kind: enrolment.kind,
    name: enrolment.name,
    publicKey,
    enrolledAt: tx.at,
    village: enrolment.village,
  })
  if (enrolment.village !== null && formerId !== null)
    moveVillageNumbers(tx, { village: enrolment.village, from: formerId, to: id as DeviceId })
  saveEnrolmentUsed(tx, enrolment.id, id as DeviceId)
  const origin = { actor: `device:${id}`, role: enrolment.kind, device: id, commandId: null }
  const { kind, name, village } = enrolment
  const data = { kind, name, ...(village === null ? {} : { village, formerId }) }
  tx.record({ type: 'device.enrolled', subject: id, version: 1, origin, data })
  if (kind === 'wall') {
    speakIfFirst(tx, origin, id as DeviceId)
    tx.tell({ kind: 'device_changed', id })
  }
  appendAudit(tx, {
    origin: { actor: enrolment.by, role: 'system', device: id, commandId: null },
    action: 'device.enrolled',
    subject: id,
    result: enrolment.kind,
  })
  const device = findDevice(tx, id as DeviceId)
  if (device === undefined) throw new Error('an enrolled device was not found')
  return device
}

function keyOf({ x, y }: { x: string; y: string }) {
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
}

function requireCurvePoint(publicKey: { x: string; y: string }): void {
  try {
    keyOf(publicKey)
  } catch {
    throw new Refusal('enrol.code_wrong')
  }
}

/** True when the device signed this text with the key that never leaves it (P22). */
export function isSignedBy({ publicKey }: DeviceRow, challenge: string, signature: string): boolean {
  return verify(
    'sha256',
    Buffer.from(challenge),
    { key: keyOf(publicKey), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
}
