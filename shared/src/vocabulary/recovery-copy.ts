import type { DeviceId, StaffId } from './ids.ts'

/** How long an agent's data key is (V33). */
export const DATA_KEY_BYTES = 32

/** Where a recovery copy belongs: one of another phone or another agent does not open (V34). */
export function recoveryPlace(device: DeviceId, agent: StaffId): string {
  return `recovery/1/${device}/${agent}`
}
