import {
  pauseCase as decidePause,
  resumeCase as decideResumption,
  type PauseAsked,
} from '../../domain/case/pause.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 特别程序: the clocks stop for a reason of the law, with its paper (C422, C511). */
export function pauseCase(deps: Deps, command: CaseCommand, asked: PauseAsked): Promise<CaseDone> {
  return actOnCase(deps, command, 'pause', asked, (scene) => {
    recordFacts(scene, [decidePause(scene.context, asked)])
    return null
  })
}

/** 恢复计时 (C423). */
export function resumeCase(deps: Deps, command: CaseCommand): Promise<CaseDone> {
  return actOnCase(deps, command, 'resume', {}, (scene) => {
    recordFacts(scene, [decideResumption(scene.context, '')])
    return null
  })
}
