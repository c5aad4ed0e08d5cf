import { newCommandId } from '@counter/shared/client/commands'
import { civilDate, civilTime, instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { exportBlob } from '../../outbox/export-file.ts'
import { findExportKey } from '../../outbox/phone-key.ts'
import { findSealingKey } from '../../outbox/sealing-key.ts'
import { APP_VERSION, diskInUse } from './village-outbox.ts'

/** What became of 「导出备份」: the name of the file, or why there is none. */
export type Exported =
  | { readonly is: 'made'; readonly name: string }
  | { readonly is: 'unenrolled' | 'keyless' | 'failed' }

/** Writes all that waits into a file of this phone, also without a network; nothing leaves the outbox by it (V79). */
export async function exportOutbox(): Promise<Exported> {
  try {
    const [phone, sealing] = await Promise.all([findExportKey(), findSealingKey()])
    if (phone === null) return { is: 'unenrolled' }
    if (sealing === null) return { is: 'keyless' }
    const disk = diskInUse()
    const madeAt = instantOf(Date.now())
    const world = { disk, phone, sealing, madeAt, file: newCommandId(), appVersion: APP_VERSION }
    const name = nameOf(madeAt)
    download(await exportBlob(world, await disk.read()), name)
    return { is: 'made', name }
  } catch {
    return { is: 'failed' }
  }
}

// It says when, and not whose: the name of a file is read by everybody who sees it.
function nameOf(madeAt: Instant): string {
  return `代办备份-${civilDate(madeAt)}-${civilTime(madeAt).slice(0, 5).replace(':', '')}.txt`
}

const LONG_ENOUGH_MS = 60_000

function download(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
  // The browser reads it while it writes the file.
  setTimeout(() => URL.revokeObjectURL(href), LONG_ENOUGH_MS)
}
