import { saveSilence } from '../../store/devices.ts'
import type { Origin } from '../../store/origin.ts'
import { type DeviceRow, findDevices } from '../../store/people.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { Presence } from './presence.ts'

const SYSTEM: Origin = { actor: 'system', role: 'system', device: null, commandId: null }
const SILENT_MS = 15_000

/** Marks the devices that have said nothing for 15 s, and those that answer again; every desk is told (Q53, A-4). */
export async function markSilentDevices({ store, presence }: Deps & { presence: Presence }): Promise<void> {
  const isSilent = ({ id }: DeviceRow) => presence.silentMs(id) >= SILENT_MS
  const hasChanged = (row: DeviceRow) => isSilent(row) !== (row.silentAt !== null)
  // Looked at every few seconds, so nothing is written unless something has changed.
  if (!store.read((tx) => findDevices(tx).some(hasChanged))) return
  await store.write((tx) => {
    for (const row of findDevices(tx).filter(hasChanged)) mark(tx, row, isSilent(row), presence)
  })
}

function mark(tx: Tx, { id, seenAt }: DeviceRow, isSilent: boolean, presence: Presence): void {
  const lastAt = presence.lastAt(id) ?? seenAt ?? tx.at
  saveSilence(tx, id, isSilent ? tx.at : null, lastAt)
  tx.record({
    type: isSilent ? 'device.silent' : 'device.back',
    subject: id,
    version: 1,
    origin: SYSTEM,
    data: { lastAt },
  })
  tx.tell({ kind: 'device_changed', id })
}
