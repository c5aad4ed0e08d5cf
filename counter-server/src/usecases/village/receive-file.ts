import { MAX_FILE_BYTES } from '@counter/shared/vocabulary/case-file'
import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { cleanWholeFile } from '../../domain/files/clean-file.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findCase } from '../../store/cases.ts'
import { sha256 } from '../../store/crypto.ts'
import type { FileDisk } from '../../store/file-disk.ts'
import {
  type FilePlace,
  type FileRow,
  findCasesCompletedBy,
  findFile,
  moveFileOffset,
  saveFileStored,
} from '../../store/files.ts'
import type { Origin } from '../../store/origin.ts'
import type { Tx } from '../../store/tx.ts'
import { unpackStream } from '../../store/unpack.ts'
import { addNoteOn } from '../cases/add-note.ts'
import { sceneOf } from '../cases/case-scene.ts'
import type { Deps } from '../deps.ts'
import type { FilePlaces } from '../files/content-shelf.ts'
import { requireDayRoom, takeDayRoom } from '../files/day-quota.ts'
import { createTurns } from '../files/turns.ts'

/** Where the next part begins; `isWrong` when the part that came did not fit there (V69). */
export interface FileProgress {
  readonly offset: number
  readonly isComplete: boolean
  readonly isWrong: boolean
}

export interface FilePart {
  readonly offset: number
  readonly size: number
  readonly partHash: string
  readonly content: Uint8Array
}

/** Who sends: an agent of a point, or a lost phone of it by itself (V72, V80). */
export interface FileSender {
  readonly point: VillageCode
  readonly origin: Origin
}

/** Takes the files of the villages' cases (V67 to V72). */
export interface FileDoor {
  offset(sender: FileSender, sha256: string): FileProgress
  receive(sender: FileSender, sha256: string, part: FilePart): Promise<FileProgress>
}

/** Opens the door; parts of one file are taken one after another. */
export function createFileDoor(deps: Deps, places: FilePlaces): FileDoor {
  const { store } = deps
  const turns = createTurns()
  return {
    offset: (sender, hash) => progressOf(store.read((tx) => requireFile(tx, placeOf(sender, hash)))),
    receive(sender, hash, part) {
      const place = placeOf(sender, hash)
      return turns.take(partName(place, 0), async () => {
        const progress = await receivePart(deps, places, { sender, place, part })
        const row = store.read((tx) => requireFile(tx, place))
        // Also one whose end a crash has kept from being closed: it is asked for once more (V69).
        if (progress.isComplete || row.offset < row.size) return progress
        // One content after another waits for the disk: a commit of the hall would wait behind a dozen of them.
        await turns.take('close', () => closeFile(deps, places, sender, row))
        return { offset: row.size, isComplete: true, isWrong: false }
      })
    },
  }
}

interface Received {
  readonly sender: FileSender
  readonly place: FilePlace
  readonly part: FilePart
}

async function receivePart(
  { store }: Deps,
  { disk }: FilePlaces,
  { sender, place, part }: Received,
): Promise<FileProgress> {
  const row = store.read((tx) => requireFile(tx, place))
  if (row.storedAt !== null) return progressOf(row)
  const end = part.offset + part.content.length
  if (part.offset !== row.offset || part.size !== row.size || part.content.length === 0) {
    return { ...progressOf(row), isWrong: true }
  }
  if (end > row.size || row.size > MAX_FILE_BYTES)
    throw new Refusal('file.too_large', { n: MAX_FILE_BYTES / 1024 / 1024 })
  if (sha256(part.content) !== part.partHash) throw new Refusal('file.hash_mismatch')
  const { actor } = sender.origin
  store.read((tx) => requireDayRoom(tx, actor, part.content.length))
  await disk.writePart(partName(place, part.offset), part.content)
  await store.write((tx) => {
    if (moveFileOffset(tx, place, part.offset, end)) takeDayRoom(tx, actor, part.content.length)
  })
  return { offset: end, isComplete: false, isWrong: false }
}

// The whole file lies on the disk before the row that names it commits (R9). A bad one starts again at 0, and so does one of
// which a power cut has taken a part (V69, V71).
async function closeFile(
  deps: Deps,
  { disk, shelf }: FilePlaces,
  sender: FileSender,
  row: FileRow,
): Promise<void> {
  const { names, content } = await partsOf(disk, row)
  let kept: Uint8Array
  try {
    if (content === null || sha256(content) !== row.sha256) throw new Refusal('file.hash_mismatch')
    const clean = cleanWholeFile(content, unpackStream)
    if (clean.mime !== row.mime) throw new Refusal('file.type_not_allowed')
    kept = clean.content
  } catch (error) {
    await deps.store.write((tx) => moveFileOffset(tx, row, row.size, 0))
    await disk.remove(names)
    throw error
  }
  await shelf.keep(kept, (storedAs) =>
    deps.store.write((tx) => {
      saveFileStored(tx, row, storedAs)
      for (const id of findCasesCompletedBy(tx, row)) clearWaiting(deps, tx, sender.origin, id)
    }),
  )
  await disk.remove(names)
}

// The file is the point's own, so nobody's right to the case is asked for.
function clearWaiting(deps: Deps, tx: Tx, origin: Origin, id: CaseId): void {
  const facts = findCase(tx, id)
  if (facts === undefined) throw new Error('a case of this file is gone')
  const scene = sceneOf(deps, tx, { origin, actor: 'agent', staff: null }, facts)
  addNoteOn(scene, { text: '', clearedFlags: ['awaiting_files'] })
}

// Each part lies under the offset at which it begins, so the next one begins where it ends.
async function partsOf(
  disk: FileDisk,
  row: FileRow,
): Promise<{ readonly names: readonly string[]; readonly content: Buffer | null }> {
  const names: string[] = []
  const parts: Buffer[] = []
  let offset = 0
  while (offset < row.size) {
    const name = partName(row, offset)
    names.push(name)
    const part = await disk.readPart(name)
    if (part === null || part.length === 0) return { names, content: null }
    parts.push(part)
    offset += part.length
  }
  return { names, content: Buffer.concat(parts) }
}

function requireFile(tx: Tx, place: FilePlace): FileRow {
  const row = findFile(tx, place)
  if (row === undefined) throw new Refusal('file.not_found')
  return row
}

function progressOf({ offset, storedAt }: FileRow): FileProgress {
  return { offset, isComplete: storedAt !== null, isWrong: false }
}

function placeOf({ point }: FileSender, hash: string): FilePlace {
  return { point, sha256: hash }
}

function partName({ point, sha256: hash }: FilePlace, offset: number): string {
  return `part-${point}-${hash}-${offset}`
}
