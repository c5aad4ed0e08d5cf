import type { DeviceId, StaffId } from '@counter/shared/vocabulary/ids'
import { endAccountCode, endSessionsOf, findAccount, saveAccount } from '../../store/accounts.ts'
import { savePhoneLife, saveRevoked } from '../../store/devices.ts'
import type { ShutOut, ShutOutKind } from '../../store/erasure-register.ts'
import { findDevice } from '../../store/people.ts'
import type { Tx } from '../../store/tx.ts'
import { endNumbersOf, findNumbersAgain } from '../../store/village-numbers.ts'

const SYSTEM = { actor: 'system', role: 'system', device: null, commandId: null }

/**
 * Shuts out, or lets in, as it was after the backup was made: a lost phone, a stopped account and a forgotten password must
 * not come back with the record (R17, V80, P12, P20). Applied in order, so that what was found again is. What the backup does not know is passed over.
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
  password_ended(tx, id) {
    const [staff = '', version = ''] = id.split('@')
    const account = findAccount(tx, staff as StaffId)
    // A backup made later knows it, and may know a password that was set since.
    if (account === undefined || account.version >= Number(version) || !account.hasPassword) return false
    saveAccount(tx, { ...account, version: Number(version) - 1 }, { passwordHash: '' })
    endSessionsOf(tx, account.id)
    return true
  },
}
