import { Refusal } from '../../domain/refusal.ts'
import type { VillageHeader } from '../../domain/village/village-command.ts'
import { sha256 } from '../../store/crypto.ts'
import { type FilePlace, findFile, nameFilesOfPoint } from '../../store/files.ts'
import type { Deps } from '../deps.ts'
import type { FileDoor, FileSender } from './receive-file.ts'

const PART_BYTES = 256 * 1024

/** True when the centre has the whole photo. */
export function isPhotoHere({ store }: Pick<Deps, 'store'>, place: FilePlace): boolean {
  return (store.read((tx) => findFile(tx, place))?.storedAt ?? null) !== null
}

/** The photos of a command that waits for a person may come before it is done: the phone may never bring them again (V72, V80). */
export function awaitPhotos(
  { store }: Pick<Deps, 'store'>,
  { pointId, files }: VillageHeader,
): Promise<void> {
  return store.write((tx) => nameFilesOfPoint(tx, pointId, files))
}

/**
 * A photo that a file brought goes through the same door as one over the line, from where the centre has it (V69, V79). True
 * when it was not whole before. Refuses as the door does.
 */
export async function bringPhoto(
  door: FileDoor,
  sender: FileSender,
  hash: string,
  bytes: Uint8Array,
): Promise<boolean> {
  let { offset, isComplete } = door.offset(sender, hash)
  if (isComplete) return false
  while (!isComplete) {
    const content = bytes.subarray(offset, offset + PART_BYTES)
    const part = { offset, size: bytes.length, content, partHash: sha256(content) }
    const progress = await door.receive(sender, hash, part)
    // Another size than the command named: the door never takes it, and it is told so once (V69).
    if (progress.isWrong && progress.offset === offset) throw new Refusal('file.hash_mismatch')
    offset = progress.offset
    isComplete = progress.isComplete
  }
  return true
}
