import { takeCase as decideTaking } from '../../domain/case/decide-case.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'
import { staffIdOf } from './staff-id.ts'

/** 承办: the handler makes the case his own (C420). */
export function takeCase(deps: Deps, command: CaseCommand): Promise<CaseDone> {
  return actOnCase(deps, command, 'take', {}, (scene) => {
    recordFacts(scene, [decideTaking(scene.context, staffIdOf(command.asker))])
    return null
  })
}
