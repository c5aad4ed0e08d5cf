import type { ToldHow } from '@counter/shared/vocabulary/case'
import { tellDue as decideTelling } from '../../domain/case/tell-due.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 告知新日期: by phone, message or paper; the day before stays beside the new one (C520). */
export function tellDue(deps: Deps, command: CaseCommand, how: ToldHow): Promise<CaseDone> {
  return actOnCase(deps, command, 'tell-due', { how }, (scene) => {
    recordFacts(scene, [decideTelling(scene.context, how)])
    return null
  })
}
