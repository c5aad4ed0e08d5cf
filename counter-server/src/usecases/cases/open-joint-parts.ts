import { openJointParts as decideParts } from '../../domain/case/joint.ts'
import type { CaseScene } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 联办: with the acceptance each joint unit is asked for its part, in words of its own (C207). */
export function openJointParts(accepted: CaseScene): CaseScene {
  const text = `联办：${accepted.item.name}`
  return decideParts(accepted.context).reduce((scene, part) => recordFacts(scene, [part], { text }), accepted)
}
