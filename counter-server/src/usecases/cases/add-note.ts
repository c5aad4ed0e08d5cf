import type { CaseFlag } from '@counter/shared/vocabulary/case'
import { checkAct, fact, isBlank } from '../../domain/case/act.ts'
import type { MaterialMark } from '../../domain/case/material-mark.ts'
import { receivedMaterials } from '../../domain/case/materials.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/**
 * A note, taken at any status, with papers that came in; what was promised no longer holds the case back (C205, C437).
 * Refusals: `reason.required` for an empty one, `material.unknown`.
 */
export function addNote(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly text: string; readonly received: readonly string[] },
): Promise<CaseDone> {
  const { text, received } = asked
  return actOnCase(deps, command, 'add-note', received.length === 0 ? { text } : asked, (scene) => {
    if (isBlank(text)) throw new Refusal('reason.required')
    addNoteOn(scene, { text, materials: receivedMaterials(scene.context, received) })
    return null
  })
}

export interface NoteFacts {
  readonly text: string
  readonly materials?: readonly MaterialMark[]
  readonly clearedFlags?: readonly CaseFlag[]
  readonly files?: readonly { readonly sha256: string; readonly role: string }[]
}

/** The same within an open transaction; papers and files may come with it and flags go (V67). The words are kept encrypted. */
export function addNoteOn(
  scene: CaseScene,
  { text, materials = [], clearedFlags = [], files }: NoteFacts,
): CaseScene {
  checkAct(scene.context, 'add_note')
  const added = files === undefined ? {} : { files }
  return recordFacts(scene, [fact('case.noted', { text: '', materials, clearedFlags, ...added })], { text })
}
