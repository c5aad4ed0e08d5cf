import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { VoicePath } from '@counter/shared/vocabulary/ticket'
import { Refusal } from '../../domain/refusal.ts'
import { findAnnouncement, findUnspokenBefore, saveExpired, saveHeard } from '../../store/announcements.ts'
import { findSpeaker } from '../../store/devices.ts'
import type { Origin } from '../../store/origin.ts'
import { type DeviceRow, findDevice, saveDeviceProblem } from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

const SYSTEM: Origin = { actor: 'system', role: 'system', device: null, commandId: null }
const EXPIRY_MS = 90_000

/** A wall has painted a call, or the speaking wall has spoken it; the first one counts, repeats change nothing (Q52, Q54). */
export function acknowledgeCall(
  deps: Deps,
  heard: { origin: Origin; seq: number; step: 'shown' | 'spoken'; path: VoicePath | null },
): Promise<void> {
  const { origin, seq, step, path } = heard
  return deps.store.write((tx) => {
    const row = findAnnouncement(tx, seq)
    if (row === undefined || (step === 'shown' ? row.shownAt : row.spokenAt) !== null) return
    if (step === 'spoken' && findSpeaker(tx)?.id !== origin.device) return
    saveHeard(tx, seq, step, path)
    const data = { seq, kind: row.kind, path, queuedAt: row.at, device: origin.device }
    tx.record({ type: `announcement.${step}`, subject: row.ticket, version: 1, origin, data })
    tx.tell({ kind: 'call_heard', seq })
    if (step === 'spoken') tx.tell({ kind: 'call_spoken', seq })
  })
}

/** Calls that nobody spoke within 90 s are given up, and their clerk is told (Q56). */
export function expireCalls(deps: Deps): Promise<void> {
  return deps.store.write((tx) => {
    const nowMs = toMs(tx.at)
    for (const { seq, ticket, kind, at, shownAt } of findUnspokenBefore(
      tx,
      instantOf(nowMs - 3_600_000),
      instantOf(nowMs - EXPIRY_MS),
    )) {
      saveExpired(tx, seq)
      const data = { seq, kind, queuedAt: at, shownAt }
      tx.record({ type: 'announcement.expired', subject: ticket, version: 1, origin: SYSTEM, data })
      tx.tell({ kind: 'call_heard', seq })
    }
  })
}

/** 叫人帮忙: every desk sees which kiosk needs somebody (U18). */
export function askForHelp(deps: Deps, { origin }: { origin: Origin }): Promise<{ done: true }> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'device.help', subject: origin.device ?? '', content: {} }, () => {
      tx.record({ type: 'device.help_asked', subject: origin.device ?? '', version: 1, origin, data: {} })
      setProblem(tx, origin.device, 'help')
      return { done: true as const }
    }),
  )
}

/** A clerk has gone to the device: its warning disappears from every desk. */
export function clearProblem(
  deps: Deps,
  { origin, device }: { origin: Origin; device: DeviceId },
): Promise<{ done: true }> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'device.clear', subject: device, content: { device } }, () => {
      if (findDevice(tx, device) === undefined) throw new Refusal('device.not_enrolled')
      setProblem(tx, device, null)
      return { done: true as const }
    }),
  )
}

/** What a device needs a person for; every desk hears of a change. */
export function setProblem(tx: Tx, id: string | null, problem: DeviceRow['problem']): void {
  if (id === null) return
  const device = findDevice(tx, id as DeviceId)
  if (device === undefined || device.problem === problem) return
  saveDeviceProblem(tx, device.id, problem)
  tx.tell({ kind: 'device_changed', id: device.id })
}
