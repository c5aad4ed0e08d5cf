import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { endDeviceSessions, savePhoneLife, saveRevoked } from '../../store/devices.ts'
import type { ErasureRegister } from '../../store/erasure-register.ts'
import type { Origin } from '../../store/origin.ts'
import { type DeviceRow, findDevice } from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { endNumbersOf, findNumbersAgain } from '../../store/village-numbers.ts'
import type { Deps } from '../deps.ts'

export const PHONE_ACTS = ['lost', 'found', 'retire'] as const
export type PhoneAct = (typeof PHONE_ACTS)[number]

/** Whom the centre shuts out stays shut out when an older record is restored (R17). */
export interface ShuttingDeps extends Deps {
  readonly erasures: ErasureRegister
}

export interface PhoneOrder {
  readonly origin: Origin
  readonly device: DeviceId
  readonly act: PhoneAct
  readonly reason: string
}

/**
 * What the supervisor says of a village's phone, with a reason: lost ends its sessions and freezes its numbers at once, found
 * gives both back, retired has it emptied by itself (V80, V81, V90). Tells the sessions whose sockets are to be closed.
 */
export function orderPhone(
  deps: ShuttingDeps,
  { origin, device, act, reason }: PhoneOrder,
): Promise<readonly string[]> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: `device.${act}`, subject: device, content: { device, reason } }, () => {
      const phone = requirePhone(tx, device)
      const why = requireReason(reason)
      const { ended, numbers } = ACTS[act](tx, phone)
      const data = { village: phone.village, numbers, reason: why }
      tx.record({ type: `device.${PARTICIPLES[act]}`, subject: device, version: 1, origin, data })
      tx.tell({ kind: 'device_changed', id: device })
      if (act !== 'retire') deps.erasures.note([{ kind: `device_${act}`, id: device }])
      return ended
    }),
  )
}

const PARTICIPLES = { lost: 'lost', found: 'found', retire: 'retired' } as const satisfies Record<
  PhoneAct,
  string
>

interface Outcome {
  readonly ended: readonly string[]
  readonly numbers: number
}

const ACTS: Readonly<Record<PhoneAct, (tx: Tx, phone: DeviceRow) => Outcome>> = {
  lost(tx, { id, lostAt }) {
    if (lostAt !== null) throw new Refusal('device.lost')
    savePhoneLife(tx, id, { lostAt: tx.at })
    return { ended: endDeviceSessions(tx, id), numbers: endNumbersOf(tx, id, 'lost') }
  },
  found(tx, { id, lostAt }) {
    if (lostAt === null) throw new Refusal('device.not_lost')
    savePhoneLife(tx, id, { lostAt: null })
    return { ended: endDeviceSessions(tx, id), numbers: findNumbersAgain(tx, id) }
  },
  retire(tx, { id, lostAt }) {
    if (lostAt !== null) throw new Refusal('device.lost')
    savePhoneLife(tx, id, { retiredAt: tx.at })
    return { ended: [], numbers: 0 }
  },
}

/** True for a phone that erases itself as soon as the centre has everything of it (V81, V84). */
export function mustWipe({ store }: Pick<Deps, 'store'>, phone: DeviceId | null): boolean {
  if (phone === null) return false
  return store.read((tx) => (findDevice(tx, phone)?.retiredAt ?? null) !== null)
}

export type Farewell = 'drained' | 'wiped'

/**
 * The last words of a retired phone, each said once or again: nothing is left to send, so its numbers come back; nothing is
 * left on it, so its key opens nothing more (V81, in this order).
 */
export function takeFarewell(deps: ShuttingDeps, origin: Origin, step: Farewell): Promise<readonly string[]> {
  return deps.store.write((tx) => {
    const { id, retiredAt, village } = requirePhone(tx, origin.device as DeviceId)
    if (retiredAt === null) throw new Refusal('device.forbidden')
    const numbers = endNumbersOf(tx, id, 'returned')
    tx.record({ type: `device.${step}`, subject: id, version: 1, origin, data: { village, numbers } })
    if (step === 'drained') return []
    savePhoneLife(tx, id, { wipedAt: tx.at })
    const ended = saveRevoked(tx, id)
    tx.record({ type: 'device.revoked', subject: id, version: 1, origin, data: {} })
    tx.tell({ kind: 'device_changed', id })
    deps.erasures.note([{ kind: 'device_revoked', id }])
    return ended
  })
}

function requirePhone(tx: Tx, id: DeviceId): DeviceRow {
  const found = findDevice(tx, id)
  if (found === undefined || found.kind !== 'village') throw new Refusal('device.not_enrolled')
  if (found.revokedAt !== null) throw new Refusal('device.revoked')
  return found
}
