import type { UnitCode } from '@counter/shared/vocabulary/ids'
import {
  sendBack as decideSendingBack,
  takeOver as decideTakingOver,
  transferCase as decideTransfer,
} from '../../domain/case/transfer.ts'
import { findUnits } from '../../store/township.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'
import { staffIdOf } from './staff-id.ts'

/** 转办: another unit is to go on; the sender answers until it has taken the case over (C425, C801, C802). */
export function transferCase(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly unit: UnitCode; readonly reason: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'transfer', asked, (scene) => {
    const isUnit = findUnits(scene.tx).some(({ code }) => code === asked.unit)
    recordFacts(scene, [decideTransfer(scene.context, { ...asked, isUnit })])
    return null
  })
}

/** 接收 by a handler of the receiving unit (C426). */
export function takeOverCase(deps: Deps, command: CaseCommand): Promise<CaseDone> {
  return actOnCase(deps, command, 'take-over', {}, (scene) => {
    recordFacts(scene, [decideTakingOver(scene.context, staffIdOf(command.asker))])
    return null
  })
}

/** 退回转办 with a reason; the sender has it again (C426, C803). */
export function sendBackCase(deps: Deps, command: CaseCommand, reason: string): Promise<CaseDone> {
  return actOnCase(deps, command, 'send-back', { reason }, (scene) => {
    recordFacts(scene, [decideSendingBack(scene.context, reason)])
    return null
  })
}
