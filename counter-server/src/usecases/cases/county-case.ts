import type { Decision } from '@counter/shared/vocabulary/case'
import {
  forwardCase as decideForwarding,
  reportUp as decideReport,
  recordResult as decideResult,
} from '../../domain/case/county.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** To which organ a matter goes, and what was written with it. */
export interface HandedUp {
  readonly organ: string
  readonly remark: string
}

/** 上报县级 (C427). */
export function reportCaseUp(deps: Deps, command: CaseCommand, asked: HandedUp): Promise<CaseDone> {
  return actOnCase(deps, command, 'report-up', asked, (scene) => {
    recordFacts(scene, [decideReport(scene.context, asked.organ)], { text: asked.remark })
    return null
  })
}

/** 转报 (C428). */
export function forwardCase(deps: Deps, command: CaseCommand, asked: HandedUp): Promise<CaseDone> {
  return actOnCase(deps, command, 'forward', asked, (scene) => {
    recordFacts(scene, [decideForwarding(scene.context, asked.organ)], { text: asked.remark })
    return null
  })
}

/** 登记结果 (C429). */
export function recordCaseResult(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly decision: Decision; readonly result: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'record-result', asked, (scene) => {
    recordFacts(scene, [decideResult(scene.context, asked.decision)], { text: asked.result })
    return null
  })
}
