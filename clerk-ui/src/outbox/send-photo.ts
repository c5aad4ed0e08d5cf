import { type FileOutcome, sendFile } from './file-parts.ts'
import type { SenderWorld } from './sender-world.ts'

/** Sends one photo of the disk; one that the disk no longer has is refused, so that a person sees it. */
export async function sendPhoto(
  { disk, files }: Pick<SenderWorld, 'disk' | 'files'>,
  sha256: string,
  isTextDue: () => boolean,
): Promise<FileOutcome> {
  const content = await disk.photoOf(sha256)
  if (content === null) return { outcome: 'refused', code: 'file.not_found' }
  return sendFile(files, sha256, content, isTextDue)
}
