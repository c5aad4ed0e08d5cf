import { acceptCase as decideAcceptance } from '../../domain/case/accept-case.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findAgency } from '../../store/agency.ts'
import { findCaseFiles } from '../../store/case-files.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import { openJointParts } from './open-joint-parts.ts'
import { makeReceipt } from './receipt-facts.ts'
import { recordFacts } from './record-facts.ts'

/** 受理 with its paper and the promised date (C418, C520). A village case waits for its authority's picture (V67). */
export function acceptCase(deps: Deps, command: CaseCommand): Promise<CaseDone> {
  return actOnCase(deps, command, 'accept', {}, (scene) => {
    const { context } = scene
    const accepted = decideAcceptance(context, context.state.materials)
    if (isAuthorityAway(scene)) throw new Refusal('material.missing', { list: '委托书' })
    const done = recordFacts(scene, [accepted])
    const receipt = makeReceipt(done, 'acceptance')
    openJointParts(done)
    return receipt
  })
}

// The picture of the signed authority may follow its case by hours; the other photos hold nothing up (V67).
function isAuthorityAway({ tx, facts }: CaseScene): boolean {
  const agency = findAgency(tx, facts.id)
  if (agency === undefined) return false
  return !findCaseFiles(tx, facts.id).some((file) => file.sha256 === agency.signature && file.isStored)
}
