import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../../domain/refusal.ts'
import { checkImage, MAX_IMAGE_BYTES } from '../../domain/village/image-check.ts'
import { appendAudit } from '../../store/audit.ts'
import { sha256 } from '../../store/crypto.ts'
import { type FileDisk, openFileDisk } from '../../store/file-disk.ts'
import {
  type FilePlace,
  type FileRow,
  findCasesCompletedBy,
  findFile,
  findFileOfCase,
  moveFileOffset,
  saveFileStored,
} from '../../store/files.ts'
import type { Tx } from '../../store/tx.ts'
import { addNoteOn } from '../cases/add-note.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { openCase, requireCase } from '../cases/case-scene.ts'
import type { Deps } from '../deps.ts'
import type { VillageAgent } from './village-agent.ts'

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

/** A picture opened for somebody who may see its case. */
export interface OpenedFile {
  readonly mime: 'image/jpeg' | 'image/png'
  readonly content: Uint8Array
}

/** Takes and shows the files of the villages' cases (V67 to V72). */
export interface FileDoor {
  offset(agent: VillageAgent, sha256: string): FileProgress
  receive(agent: VillageAgent, sha256: string, part: FilePart): Promise<FileProgress>
  show(asker: CaseAsker, id: CaseId, sha256: string): Promise<OpenedFile>
}

/** Opens the door over a folder; parts of one file are taken one after another. */
export function createFileDoor(deps: Deps, folder: string): FileDoor {
  const { store } = deps
  const disk = openFileDisk(folder, store.keys)
  const turns = new Map<string, Promise<unknown>>()

  function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(key) ?? Promise.resolve()).then(work, work)
    const settled = turn
      .catch(() => undefined)
      .then(() => {
        if (turns.get(key) === settled) turns.delete(key)
      })
    turns.set(key, settled)
    return turn
  }

  return {
    offset: (agent, hash) => progressOf(store.read((tx) => requireFile(tx, placeOf(agent, hash)))),
    receive(agent, hash, part) {
      const place = placeOf(agent, hash)
      return inTurn(partName(place, 0), () => receivePart(deps, disk, agent, place, part))
    },
    async show(asker, id, hash) {
      const row = await store.write((tx) => {
        requireCase(tx, asker, id)
        appendAudit(tx, {
          origin: asker.origin,
          action: 'file.shown',
          subject: `${id}/${hash}`,
          result: 'shown',
        })
        return findFileOfCase(tx, id, hash)
      })
      if (row?.storedAs == null) throw new Refusal('file.not_found')
      return { mime: row.mime, content: await disk.read(row.storedAs) }
    },
  }
}

async function receivePart(
  deps: Deps,
  disk: FileDisk,
  agent: VillageAgent,
  place: FilePlace,
  part: FilePart,
): Promise<FileProgress> {
  const { store } = deps
  const row = store.read((tx) => requireFile(tx, place))
  if (row.storedAt !== null) return progressOf(row)
  const end = part.offset + part.content.length
  if (part.offset !== row.offset || part.size !== row.size || part.content.length === 0) {
    return { ...progressOf(row), isWrong: true }
  }
  if (end > row.size || row.size > MAX_IMAGE_BYTES) throw new Refusal('file.too_large')
  if (sha256(part.content) !== part.partHash) throw new Refusal('file.hash_mismatch')
  await disk.write(partName(place, part.offset), part.content)
  await store.write((tx) => moveFileOffset(tx, place, part.offset, end))
  if (end < row.size) return { offset: end, isComplete: false, isWrong: false }
  await closeFile(deps, disk, agent, row)
  return { offset: end, isComplete: true, isWrong: false }
}

// The whole file lies on the disk before the row that names it commits (R9). A bad one starts again at 0 (V71).
async function closeFile(deps: Deps, disk: FileDisk, agent: VillageAgent, row: FileRow): Promise<void> {
  const { names, content } = await partsOf(disk, row)
  try {
    if (sha256(content) !== row.sha256) throw new Refusal('file.hash_mismatch')
    if (checkImage(content).mime !== row.mime) throw new Refusal('file.type_not_allowed')
  } catch (error) {
    await deps.store.write((tx) => moveFileOffset(tx, row, row.size, 0))
    await disk.remove(names)
    throw error
  }
  const storedAs = deps.newId()
  await disk.write(storedAs, content)
  await deps.store.write((tx) => {
    saveFileStored(tx, row, storedAs)
    for (const id of findCasesCompletedBy(tx, row)) clearWaiting(deps, tx, agent, id)
  })
  await disk.remove(names)
}

function clearWaiting(deps: Deps, tx: Tx, { origin, staff }: VillageAgent, id: CaseId): void {
  const scene = openCase(deps, tx, { origin, actor: 'agent', staff }, id)
  addNoteOn(scene, { text: '', clearedFlags: ['awaiting_files'] })
}

// Each part lies under the offset at which it begins, so the next one begins where it ends.
async function partsOf(disk: FileDisk, row: FileRow): Promise<{ names: string[]; content: Buffer }> {
  const names: string[] = []
  const parts: Buffer[] = []
  let offset = 0
  while (offset < row.size) {
    const name = partName(row, offset)
    const part = await disk.read(name)
    names.push(name)
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

function placeOf({ staff }: VillageAgent, hash: string): FilePlace {
  return { point: (staff.village ?? '') as VillageCode, sha256: hash }
}

function partName({ point, sha256: hash }: FilePlace, offset: number): string {
  return `part-${point}-${hash}-${offset}`
}
