import type { Instant } from '@counter/shared/vocabulary/time'
import { dateCapture as decideDate } from '../../domain/case/capture-date.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 核定时间 of what a phone with a wrong clock took (V78). */
export function dateCapture(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly at: Instant; readonly reason: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'date-capture', asked, (scene) => {
    recordFacts(scene, [decideDate(scene.context, asked)], { text: asked.reason })
    return null
  })
}
