import { maskedFact } from '@counter/shared/vocabulary/edit'
import type { EditConflict, RightFacts } from '../../domain/case/edit-facts.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { CaseScene } from '../cases/case-scene.ts'
import { changedByOthers, editOn } from '../cases/edit-facts.ts'
import type { FollowUp } from './errands.ts'

/**
 * 改联系方式 from the phone (V73). Refuses `case.revision_changed` with both people's word on each field that somebody else has put
 * right meanwhile; what stands is told masked (V4, P33).
 */
export function editByAgent(scene: CaseScene, right: RightFacts, baseRev: number | null): FollowUp {
  const judged = editOn(scene, right, baseRev)
  if (judged.kind === 'taken') return judged.isMerged ? 'merged' : 'applied'
  const last = judged.conflicts.reduce((one, other) => (one.at > other.at ? one : other))
  throw new Refusal('case.revision_changed', {
    fields: judged.conflicts.map(({ field }) => field).join(','),
    by: last.by,
    at: last.at,
    conflicts: JSON.stringify({ caseRev: scene.facts.rev, fields: judged.conflicts.map(masked) }),
  })
}

/** What was put right beside an edit that was taken: its author saw the case before that (V73). */
export function besideEdit(scene: CaseScene, right: RightFacts, baseRev: number): MergedEdit {
  const others = changedByOthers(scene, baseRev).filter(({ field }) => right[field] === undefined)
  return { caseRev: scene.facts.rev, fields: others.map(masked) }
}

/** The case as it stands after an edit, and the words of others in it, masked (V4, P33). */
export interface MergedEdit {
  readonly caseRev: number
  readonly fields: readonly EditConflict[]
}

function masked({ theirs, ...conflict }: EditConflict): EditConflict {
  return { ...conflict, theirs: maskedFact(conflict.field, theirs) }
}
