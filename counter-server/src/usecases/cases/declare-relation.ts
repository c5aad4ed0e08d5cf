import type { RelationOf } from '@counter/shared/vocabulary/agency'
import {
  declareRelation as decideDeclaration,
  findRelation as decideFinding,
} from '../../domain/case/relation.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'
import { staffIdOf } from './staff-id.ts'

/** 近亲属关系 found after the declaration: the case stands in the supervisor's list, and register, from now on (V12). */
export function findRelation(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly whose: RelationOf; readonly reason: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'find-relation', asked, (scene) => {
    const found = decideFinding(scene.context, asked.whose)
    if (found !== null) recordFacts(scene, [found], { text: asked.reason })
    return null
  })
}

/** The handler says whether the applicant is a near relative; who is one is recused (V12, C804). */
export function declareRelation(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly isRelated: boolean },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'declare-relation', asked, (scene) => {
    const said = decideDeclaration(scene.context, { ...asked, person: staffIdOf(command.asker) })
    if (said !== null) recordFacts(scene, [said])
    return null
  })
}
