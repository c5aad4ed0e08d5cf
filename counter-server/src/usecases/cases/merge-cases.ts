import type { DuplicateVerdict } from '@counter/shared/vocabulary/case'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import {
  judgeDuplicate as decideJudging,
  mergeCases as decideMerging,
  unmergeCases as decideUnmerging,
  isLater,
  type MergeSide,
} from '../../domain/case/duplicates.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { CaseFacts } from '../../store/cases.ts'
import type { Deps } from '../deps.ts'
import { openAlike } from './alike-cases.ts'
import {
  actOnCase,
  type CaseCommand,
  type CaseDone,
  type CaseScene,
  openCase,
  sceneOf,
} from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/**
 * 合并 of two look-alikes, from the page of either: the later one ends in the earlier one, whose clocks do not move
 * (C445). Refuses `duplicate.not_alike`, `duplicate.settled`, and as the domain does.
 */
export function mergeCases(deps: Deps, command: CaseCommand, other: CaseId): Promise<CaseDone> {
  return actOnCase(deps, command, 'merge', { other }, (scene) => {
    const pair = requirePair(scene, other)
    const [later, kept] = isLater(pair[0].scene.facts, pair[1].scene.facts) ? pair : [pair[1], pair[0]]
    const { merged, absorbed } = decideMerging(later.side, kept.side)
    recordFacts(kept.scene, [absorbed])
    recordFacts(later.scene, [merged])
    return null
  })
}

/** 撤销合并, from the page of the merged case; both cases are again what they were (C445). */
export function unmergeCases(deps: Deps, command: CaseCommand, reason: string): Promise<CaseDone> {
  return actOnCase(deps, command, 'unmerge', { reason }, (scene) => {
    const { mergedInto } = scene.context.state
    if (mergedInto === null) throw new Refusal('duplicate.not_merged')
    const kept = openCase(scene.deps, scene.tx, scene.asker, mergedInto)
    const { ofMerged, ofKept } = decideUnmerging({ ...scene, id: scene.facts.id }, kept, reason)
    recordFacts(kept, [ofKept])
    recordFacts(scene, [ofMerged])
    return null
  })
}

/** 不是重复 or 有关联: remembered in both cases, so the pair is never asked about again (C445). Refusals as `mergeCases`. */
export function judgeDuplicate(
  deps: Deps,
  command: CaseCommand,
  { other, verdict }: { readonly other: CaseId; readonly verdict: DuplicateVerdict },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'judge_duplicate', { other, verdict }, (scene) => {
    const [one, two] = requirePair(scene, other)
    recordFacts(two.scene, [decideJudging(two.side, scene.facts.id, verdict)])
    recordFacts(one.scene, [decideJudging(one.side, other, verdict)])
    return null
  })
}

/** A case that was entered in error is nobody's duplicate: who looked like it alone leaves the list of those to be judged (C445). */
export function leaveAlike({ deps, tx, asker, facts }: CaseScene, alike: readonly CaseFacts[]): void {
  for (const other of alike) {
    const { scene, side } = halfOf(sceneOf(deps, tx, asker, other), facts.id)
    const isFlagged = scene.context.state.flags.includes('possible_duplicate')
    if (isFlagged && side.left === 0) recordFacts(scene, [decideJudging(side, facts.id, 'distinct')])
  }
}

interface Half {
  readonly scene: CaseScene
  readonly side: MergeSide
}

function requirePair(scene: CaseScene, otherId: CaseId): readonly [Half, Half] {
  const other = openCase(scene.deps, scene.tx, scene.asker, otherId)
  const { judged, mergedInto } = scene.context.state
  const isMerged = mergedInto !== null || other.context.state.mergedInto !== null
  if (isMerged || judged.some((each) => each.other === otherId)) throw new Refusal('duplicate.settled')
  const open = openAlike(scene.tx, scene.facts, scene.context.state)
  if (!open.some(({ id }) => id === otherId)) throw new Refusal('duplicate.not_alike')
  return [halfOf(scene, otherId), halfOf(other, scene.facts.id)]
}

function halfOf(scene: CaseScene, other: CaseId): Half {
  const { tx, facts, context } = scene
  const left = openAlike(tx, facts, context.state).filter(({ id }) => id !== other).length
  return { scene, side: { id: facts.id, number: facts.number, context, left } }
}
