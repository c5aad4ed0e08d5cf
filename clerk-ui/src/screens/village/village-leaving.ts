import { newCommandId } from '@counter/shared/client/commands'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { DeviceDisk } from '../../outbox/device-disk.ts'
import { leaveCentre } from '../../outbox/leave.ts'
import { handOverLost, type LostEnd } from '../../outbox/lost-phone.ts'
import type { OutboxDisk } from '../../outbox/outbox-disk.ts'
import { fileLine, postLost } from '../../outbox/village-wire.ts'
import { wipeDevice } from '../../outbox/wipe.ts'
import { onlyHere } from './one-sender.ts'
import { phoneRules } from './phone-rules.ts'
import { LEFT_HASH, proveLostPhone, provePhone, sayFarewell, usePhone } from './village-phone.ts'

const AGAIN_MS = { silent: 60_000, rests: 10 * 60_000 } as const satisfies Record<
  Exclude<LostEnd, 'empty'>,
  number
>
const handed = new Set<string>()

interface Disks {
  readonly disk: OutboxDisk
  readonly device: DeviceDisk
}

/**
 * The last steps of a lost phone: it hands over what the centre does not have, and is erased when there is nothing of it left
 * here (V80, V84). Until then it tries again by itself, and seldom when all that the centre could take is there.
 */
export async function handOverAndLeave(inUse: () => Disks): Promise<void> {
  let end = 'silent' as LostEnd
  await onlyHere(async () => {
    // A disk that does not answer now may the next time: nobody is at this phone to begin again.
    end = await handOver(inUse).catch(() => 'silent')
  })
  if (end !== 'empty') {
    const again = () => void handOverAndLeave(inUse)
    if (usePhone.getState().problem === 'device.lost') setTimeout(again, AGAIN_MS[end])
    return
  }
  await wipeDevice()
  location.replace('/village')
}

async function handOver(inUse: () => Disks): Promise<LostEnd> {
  return handOverLost({
    ...inUse(),
    handed,
    prove: proveLostPhone,
    sync: postLost,
    files: fileLine('lost'),
    deviceNow: () => instantOf(Date.now()),
    newNonce: newCommandId,
  })
}

let saved: () => Promise<void> = () => Promise.resolve()

/** What is written to the disk before it is looked at whether a retired phone is empty. */
export function beforeLeaving(work: () => Promise<void>): void {
  saved = work
}

/**
 * The last steps of a retired phone; how many forms keep it from them. The worker's page is gone too, so the next one comes from
 * the centre, and says why it begins anew (V84).
 */
export async function wipeAndLeave(clockAhead: () => number | null): Promise<number> {
  const now = () => Date.now() + (clockAhead() ?? 0)
  const { isGone, drafts } = await leaveCentre({
    now,
    saved: () => saved(),
    prove: provePhone,
    say: sayFarewell,
    erase: wipeDevice,
    draftDays: phoneRules().draftDays,
  })
  if (isGone) location.replace(`/village${LEFT_HASH}`)
  return drafts
}
