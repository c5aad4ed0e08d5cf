import { sealBox } from '@counter/shared/client/seal-box'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { recoveryPlace } from '@counter/shared/vocabulary/recovery-copy'
import { findPhoneKey } from './phone-key.ts'
import { findSealingKey } from './sealing-key.ts'
import type { RecoveryCopy } from './slot.ts'

/**
 * The copy that fits this phone as it is enrolled now and the centre's newest key as far as it is heard: the known one, or a new
 * one. A phone that is not enrolled or has heard no key keeps what it has, and makes one the next time its PIN opens.
 */
export async function freshCopy(
  staffId: StaffId,
  raw: Uint8Array<ArrayBuffer>,
  known: RecoveryCopy | null,
): Promise<RecoveryCopy | null> {
  const [phone, sealing] = await Promise.all([findPhoneKey(), findSealingKey()])
  if (phone === null || sealing === null) return known
  const device = phone.deviceId
  if (known?.device === device && known.keyNumber === sealing.number) return known
  const box = await sealBox(sealing, recoveryPlace(device, staffId), raw)
  return { device, keyNumber: sealing.number, box }
}
