import type { DeviceId, StaffId } from '@counter/shared/vocabulary/ids'
import { endAccountCode, endSessionsOf, findAccount, saveAccount } from '../../store/accounts.ts'
import { savePhoneLife, saveRevoked } from '../../store/devices.ts'
import type { ShutOut, ShutOutKind } from '../../store/erasure-register.ts'
import { findDevice } from '../../store/people.ts'
import type { Tx } from '../../store/tx.ts'
import { endNumbersOf, findNumbersAgain } from '../../store/village-numbers.ts'

const SYSTEM = { actor: 'system', role: 'system', device: null, commandId: null }

/**
 * Shuts out, or lets in, as it was after the backup was made: a lost phone and a stopped account must not come back with the
 * record (R17, V80, P12). Applied in order, so that what was found again is. What the backup does not know is passed over.
 */
export function shutOutAgain(tx: Tx, { kind, id }: ShutOut): void {
  if (!ACTS[kind](tx, id)) return
  tx.record({ type: 'store.shut_out_again', subject: id, version: 1, origin: SYSTEM, data: { kind } })
}

const ACTS: Readonly<Record<ShutOutKind, (tx: Tx, id: string) => boolean>> = {
  device_lost(tx, id) {
    const device = findDevice(tx, id as DeviceId)
    if (device === undefined || device.lostAt !== null) return false
    savePhoneLife(tx, device.id, { lostAt: tx.at })
    endNumbersOf(tx, device.id, 'lost')
    return true
  },
  device_found(tx, id) {
    const device = findDevice(tx, id as DeviceId)
    if (device === undefined || device.lostAt === null) return false
    savePhoneLife(tx, device.id, { lostAt: null })
    findNumbersAgain(tx, device.id)
    return true
  },
  device_revoked(tx, id) {
    const device = findDevice(tx, id as DeviceId)
    if (device === undefined || device.revokedAt !== null) return false
    endNumbersOf(tx, device.id, 'lost')
    saveRevoked(tx, device.id)
    return true
  },
  staff_stopped(tx, id) {
    const account = findAccount(tx, id as StaffId)
    if (account === undefined || account.disabledAt !== null) return false
    saveAccount(tx, account, { disabledAt: tx.at })
    endAccountCode(tx, account.id)
    endSessionsOf(tx, account.id)
    return true
  },
  staff_resumed(tx, id) {
    const account = findAccount(tx, id as StaffId)
    if (account === undefined || account.disabledAt === null) return false
    saveAccount(tx, account, { disabledAt: null })
    return true
  },
}
