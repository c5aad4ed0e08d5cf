import { Refusal } from '../../domain/refusal.ts'
import type { PhotoInstead, VillageHeader } from '../../domain/village/village-command.ts'
import { saveAuthorityPicture } from '../../store/agency.ts'
import { isFileAway, unnameFile } from '../../store/files.ts'
import { addNoteOn } from '../cases/add-note.ts'
import type { CaseScene } from '../cases/case-scene.ts'

/**
 * Photos that never arrived give way to those taken in their place, or to none; what has arrived stays. The case waits no
 * longer for what never comes, and its history says so (V67, V70).
 */
export function replacePhotos(
  scene: CaseScene,
  { pointId, files }: VillageHeader,
  instead: readonly PhotoInstead[],
): void {
  const { tx, facts, context } = scene
  const lines = instead
    .map((photo) => replaceOne(scene, { pointId, files }, photo))
    .filter((line) => line !== null)
  if (lines.length === 0) return
  const isWhole = context.state.flags.includes('awaiting_files') && !isFileAway(tx, facts.id)
  addNoteOn(scene, { text: lines.join('；'), clearedFlags: isWhole ? ['awaiting_files'] : [] })
}

// Only a picture that this very command carries may take a place, or any hash could become the authority's.
function replaceOne(
  { tx, facts: { id } }: CaseScene,
  { pointId, files }: Pick<VillageHeader, 'pointId' | 'files'>,
  { lost, taken }: PhotoInstead,
): string | null {
  if (taken !== null && !files.some(({ sha256 }) => sha256 === taken)) throw new Refusal('command.malformed')
  const role = unnameFile(tx, id, { point: pointId, sha256: lost })
  if (role === null) return null
  if (taken !== null) saveAuthorityPicture(tx, id, lost, taken)
  return `${taken === null ? '照片不传了' : '照片重拍'}：${ROLES[role] ?? role}`
}

// What a photo of the phone shows when it is no material.
const ROLES: Readonly<Record<string, string>> = { authority: '委托书', receipt: '签收单' }
