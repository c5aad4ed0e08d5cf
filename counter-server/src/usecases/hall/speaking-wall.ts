import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../../domain/refusal.ts'
import { findSpeaker, saveSpeaker } from '../../store/devices.ts'
import type { Origin } from '../../store/origin.ts'
import { type DeviceRow, findDevice } from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

/** Why another wall speaks from now on. */
type Cause = 'named' | 'taken_over' | 'first' | 'revoked'

/** One wall speaks for the hall: named at a desk or in A-4, or taken over by a press on the wall itself (Q54). Refuses `device.*`. */
export function nameSpeakingWall(
  deps: Deps,
  { origin, device }: { origin: Origin; device: DeviceId },
): Promise<{ done: true }> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'device.speak', subject: device, content: { device } }, () => {
      requireWall(tx, device)
      if (origin.role === 'wall' && origin.device !== device) throw new Refusal('device.forbidden')
      changeSpeaker(tx, origin, device, origin.role === 'wall' ? 'taken_over' : 'named')
      return { done: true as const }
    }),
  )
}

/** The first wall of a hall speaks without being told to; a second one stays silent until it is named. */
export function speakIfFirst(tx: Tx, origin: Origin, device: DeviceId): void {
  if (findSpeaker(tx) === undefined) changeSpeaker(tx, origin, device, 'first')
}

/** Changes the speaking wall with its event; both walls and every desk hear of it. */
export function changeSpeaker(tx: Tx, origin: Origin, to: DeviceId | null, cause: Cause): void {
  const before = findSpeaker(tx)
  if (before?.id === to) return
  saveSpeaker(tx, to)
  const subject = to ?? before?.id ?? ''
  const data = { from: before?.id ?? null, to, cause }
  tx.record({ type: 'device.speaks', subject, version: 1, origin, data })
  tx.tell({ kind: 'speaker_changed' })
  for (const id of [before?.id, to]) if (id != null) tx.tell({ kind: 'device_changed', id })
}

function requireWall(tx: Tx, id: DeviceId): DeviceRow {
  const found = findDevice(tx, id)
  if (found === undefined) throw new Refusal('device.not_enrolled')
  if (found.revokedAt !== null) throw new Refusal('device.revoked')
  if (found.kind !== 'wall') throw new Refusal('device.forbidden')
  return found
}
