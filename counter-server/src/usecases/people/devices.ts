import type { DeviceId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { VoicePath } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import {
  findAllDevices,
  saveDeviceFacts,
  saveRevoked,
  saveSoundAsked,
  saveSoundHeard,
} from '../../store/devices.ts'
import type { Origin } from '../../store/origin.ts'
import { type DeviceRow, findDevice } from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import { findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { endNumbersOf } from '../../store/village-numbers.ts'
import type { Deps } from '../deps.ts'
import { setProblem } from '../hall/devices-report.ts'
import type { Presence } from '../hall/presence.ts'
import { changeSpeaker } from '../hall/speaking-wall.ts'
import type { ShuttingDeps } from './phone-life.ts'

/** A device as A-4 lists it: the record's row, and the last contact, which is newer in memory. */
export interface DeviceFacts {
  readonly row: DeviceRow
  readonly lastAt: Instant | null
}

/** Every device, and the points at which a phone may be enrolled (V3). */
export interface DeviceBook {
  readonly devices: readonly DeviceFacts[]
  readonly villages: readonly { readonly village: VillageCode; readonly name: string }[]
}

export function readDevices({ store, presence }: Deps & { presence: Presence }): DeviceBook {
  return store.read((tx) => ({
    devices: findAllDevices(tx).map((row) => ({ row, lastAt: presence.lastAt(row.id) ?? row.seenAt })),
    villages: findVillages(tx).map(({ code, name }) => ({ village: code, name })),
  }))
}

/** A new name or place, or the measure of the screen (A-4, U2). */
export function changeDevice(
  deps: Deps,
  command: { origin: Origin; device: DeviceId; name: string; place: string; diagonalInches: number | null },
): Promise<{ done: true }> {
  const { origin, device, name, place, diagonalInches } = command
  const content = { device, name, place, diagonalInches }
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'device.change', subject: device, content }, () => {
      const before = requireDevice(tx, device)
      const pxPerMm = diagonalInches === before.diagonalInches ? null : pxPerMmOf(before, diagonalInches)
      saveDeviceFacts(tx, device, { name, place, diagonalInches, ...(pxPerMm === null ? {} : { pxPerMm }) })
      tx.record({
        type: 'device.changed',
        subject: device,
        version: 1,
        origin,
        data: {
          name,
          place,
          diagonalInches,
          before: { name: before.name, place: before.place, diagonalInches: before.diagonalInches },
        },
      })
      tx.tell({ kind: 'device_changed', id: device })
      return { done: true as const }
    }),
  )
}

/** Withdraws a device: its sessions end now, its key opens none again (P22, I39). Returns the sessions whose sockets are to be closed. */
export function revokeDevice(
  deps: ShuttingDeps,
  { origin, device }: { origin: Origin; device: DeviceId },
): Promise<readonly string[]> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'device.revoke', subject: device, content: { device } }, () => {
      const { speaks } = requireDevice(tx, device)
      if (speaks) changeSpeaker(tx, origin, null, 'revoked')
      // A phone that is withdrawn before it gave them back has taken its numbers along (V62).
      endNumbersOf(tx, device, 'lost')
      const ended = saveRevoked(tx, device)
      tx.record({ type: 'device.revoked', subject: device, version: 1, origin, data: {} })
      tx.tell({ kind: 'device_changed', id: device })
      deps.erasures.note([{ kind: 'device_revoked', id: device }])
      return ended
    }),
  )
}

/** 试音: the wall says a sentence and tells by which path. */
export function askForSound(
  deps: Deps,
  { origin, device }: { origin: Origin; device: DeviceId },
): Promise<{ done: true }> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'device.sound-test', subject: device, content: { device } }, () => {
      if (requireDevice(tx, device).kind !== 'wall') throw new Refusal('device.forbidden')
      saveSoundAsked(tx, device)
      tx.record({ type: 'device.sound_asked', subject: device, version: 1, origin, data: {} })
      tx.tell({ kind: 'sound_asked', id: device })
      return { done: true as const }
    }),
  )
}

/** What a page tells of itself when it starts and whenever it changes. */
export interface DeviceReport {
  readonly build: string
  readonly screen: { readonly width: number; readonly height: number }
  /** Null on a device that says nothing aloud. */
  readonly sound: 'on' | 'off' | null
  /** The path of a sound test that was just played. */
  readonly soundTest: VoicePath | null
}

/** Takes in a page's report about itself. Told again it changes nothing, so it needs no command id. */
export function reportDevice(deps: Deps, origin: Origin, report: DeviceReport): Promise<DeviceRow> {
  return deps.store.write((tx) => {
    const before = requireDevice(tx, origin.device as DeviceId)
    const { build, screen, sound, soundTest } = report
    const facts = { build, screenWidth: screen.width, screenHeight: screen.height }
    if (Object.entries(facts).some(([key, value]) => before[key as keyof typeof facts] !== value)) {
      saveDeviceFacts(tx, before.id, facts)
      tx.record({ type: 'device.reported', subject: before.id, version: 1, origin, data: facts })
    }
    if (sound !== null && (before.problem === 'sound') !== (sound === 'off')) {
      setProblem(tx, before.id, sound === 'off' ? 'sound' : null)
      tx.record({ type: 'device.sound', subject: before.id, version: 1, origin, data: { sound } })
    }
    if (soundTest !== null && before.soundAskedAt !== null && before.soundHeardAt === null) {
      saveSoundHeard(tx, before.id, soundTest)
      tx.record({
        type: 'device.sound_heard',
        subject: before.id,
        version: 1,
        origin,
        data: { path: soundTest },
      })
    }
    return requireDevice(tx, before.id)
  })
}

const MM_PER_INCH = 25.4

// The pixels of the diagonal by its millimetres, to two places (U2). Null while the page has not told its size.
function pxPerMmOf({ screenWidth, screenHeight }: DeviceRow, diagonalInches: number | null): number | null {
  if (diagonalInches === null || screenWidth === null || screenHeight === null) return null
  return Math.round((Math.hypot(screenWidth, screenHeight) / (diagonalInches * MM_PER_INCH)) * 100) / 100
}

function requireDevice(tx: Tx, id: DeviceId): DeviceRow {
  const found = findDevice(tx, id)
  if (found === undefined) throw new Refusal('device.not_enrolled')
  if (found.revokedAt !== null) throw new Refusal('device.revoked')
  return found
}
