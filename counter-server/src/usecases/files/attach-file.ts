import { OTHER_FILES } from '@counter/shared/vocabulary/case-file'
import { receivedMaterials } from '../../domain/case/materials.ts'
import { voidedEvents } from '../../domain/case/standing-events.ts'
import { cleanFile } from '../../domain/files/clean-file.ts'
import { findCaseFiles } from '../../store/case-files.ts'
import { sha256 } from '../../store/crypto.ts'
import { addHallFile, type HallFile } from '../../store/files.ts'
import { unpackStream } from '../../store/unpack.ts'
import { addNoteOn } from '../cases/add-note.ts'
import {
  actOnCase,
  type CaseCommand,
  type CaseDone,
  type CaseScene,
  requireCase,
} from '../cases/case-scene.ts'
import type { Deps } from '../deps.ts'
import { requireRoomFor } from './case-room.ts'
import type { FilePlaces } from './content-shelf.ts'
import { takeDayRoom } from './day-quota.ts'

/** 20 of one case (P42). */

export interface AttachedFile {
  /** The material of the list it shows, or `OTHER_FILES`. */
  readonly material: string
  /** The paper itself has come in with it: a promised one no longer holds the case back (C205). */
  readonly isReceived: boolean
  readonly content: Uint8Array
}

/**
 * Adds a photo, scan or PDF to a case, at any status (C437). It is cleaned, lies encrypted on the disk before the row that
 * names it commits (R9), and the event says who added it. Refuses as `cleanFile`, and `material.unknown`,
 * `file.too_many`, `file.day_full`.
 */
export async function attachFile(
  deps: Deps,
  { shelf }: Pick<FilePlaces, 'shelf'>,
  command: CaseCommand,
  { material, isReceived, content }: AttachedFile,
): Promise<CaseDone> {
  // Nobody fills the disk through a case that is not theirs; the act itself judges this once more.
  deps.store.read((tx) => requireCase(tx, command.asker, command.id))
  const { mime, content: kept } = cleanFile(content, unpackStream)
  const file = { sha256: sha256(kept), role: material, size: kept.length, mime }
  const asked = { material, isReceived, sent: sha256(content) }
  return shelf.keep(kept, (storedAs) =>
    actOnCase(deps, command, 'attach-file', asked, (scene) => {
      if (!hasAlready(scene, file)) addFile(scene, { ...file, storedAs }, isReceived)
      return null
    }),
  )
}

function addFile(scene: CaseScene, file: Omit<HallFile, 'event'>, isReceived: boolean): void {
  requireRoomFor(scene.tx, scene.facts.id, 1)
  takeDayRoom(scene.tx, scene.asker.origin.actor, file.size)
  const { role: material, sha256: hash } = file
  const isListed = material !== OTHER_FILES
  const marks = isListed ? receivedMaterials(scene.context, [material]) : []
  const text = isListed ? `附件：${material}` : '附件'
  const materials = isReceived ? marks : []
  const files = [{ sha256: hash, role: material }]
  const { tx, facts, events } = addNoteOn(scene, { text, materials, files })
  addHallFile(tx, facts.id, { ...file, event: events.at(-1)?.id ?? '' })
}

// The same content for the same paper once more is no news, unless its adding was taken back (C302).
function hasAlready(
  { tx, facts, events }: CaseScene,
  { sha256: hash, role }: { sha256: string; role: string },
): boolean {
  const voided = voidedEvents(events)
  const same = findCaseFiles(tx, facts.id).find((file) => file.sha256 === hash && file.role === role)
  return same !== undefined && (same.event === null || !voided.has(same.event))
}
