import { type FileOutcome, sendFile } from './file-parts.ts'
import type { Outbox } from './outbox.ts'
import { withPhotoProblem, withPhotoStored } from './outbox-photos.ts'
import type { SenderWorld } from './sender-world.ts'

/** Sends one photo of the disk. What cannot be opened any more is as good as none: a person sees it, and it holds nothing up (V70). */
export async function sendPhoto(
  { disk, files }: Pick<SenderWorld, 'disk' | 'files'>,
  sha256: string,
  isTextDue: () => boolean,
): Promise<FileOutcome> {
  const content = await disk.photoOf(sha256).catch(() => null)
  if (content === null) return { outcome: 'refused', code: 'file.not_found' }
  return sendFile(files, sha256, content, isTextDue)
}

/** What the list says of it afterwards; null when nothing has changed. */
export function photoStep(
  sha256: string,
  result: FileOutcome,
  now: number,
): ((outbox: Outbox) => Outbox) | null {
  if (result.outcome === 'stored') return (outbox) => withPhotoStored(outbox, sha256, now)
  return result.outcome === 'refused' ? (outbox) => withPhotoProblem(outbox, sha256, result.code) : null
}

/** How often the line did not carry a photo: those that were tried less go first (V70). */
export function createPhotoTries() {
  const tries = new Map<string, number>()
  return {
    of: (sha256: string): number => tries.get(sha256) ?? 0,
    add: (sha256: string): void => void tries.set(sha256, (tries.get(sha256) ?? 0) + 1),
  }
}
