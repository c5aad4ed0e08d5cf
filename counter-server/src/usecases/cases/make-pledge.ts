import { makePledge as decidePledge } from '../../domain/case/pledge.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { makeReceipt } from './receipt-facts.ts'
import { recordFacts } from './record-facts.ts'

/** 告知承诺: the text that the resident signs is kept with the case, and the unit is asked to check it by a day (C206). */
export function makePledge(deps: Deps, command: CaseCommand): Promise<CaseDone> {
  return actOnCase(deps, command, 'pledge', {}, (scene) => {
    const text = scene.item.content.pledge?.text ?? ''
    const pledged = recordFacts(scene, [decidePledge(scene.context)], { text })
    return makeReceipt(pledged, 'pledge', { points: [{ point: 'pledge', text }] })
  })
}
