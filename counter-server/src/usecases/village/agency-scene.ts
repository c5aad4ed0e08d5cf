import type { ContactPurpose } from '@counter/shared/vocabulary/agency'
import { civilDate, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ActContext } from '../../domain/case/act.ts'
import { checkNotRevoked } from '../../domain/case/agency-acts.ts'
import { Refusal } from '../../domain/refusal.ts'
import { checkMayAct, isAuthorityOver } from '../../domain/village/authority.ts'
import { captureTime } from '../../domain/village/capture-time.ts'
import { findAgency } from '../../store/agency.ts'
import type { CaseScene } from '../cases/case-scene.ts'
import type { Sent } from './register-case.ts'

/** The scene at the moment of capture: what an agent did in the village happened then, not when the phone got through (V77). */
export function sceneAtCapture(scene: CaseScene, { tx, header, deviceNow }: Sent): CaseScene {
  const { at: captured } = captureTime(header, deviceNow, tx.at)
  const { registeredAt } = scene.context.state
  const at = registeredAt === null ? captured : laterOf(captured, registeredAt)
  return { ...scene, context: { ...scene.context, at } }
}

/**
 * Refuses what is done under an authority that was taken back before, is over, or does not name this agent (V9, V14, V54).
 * `errand`: what the point was given to do while the authority held may be finished after its last day (decision 053).
 */
export function checkActsFor(scene: CaseScene, sent: Sent, errand: ContactPurpose | null): void {
  const agency = findAgency(scene.tx, scene.facts.id)
  const { context } = sceneAtCapture(scene, sent)
  if (agency !== undefined) checkMayAct(agency, sent.agent.staff.id)
  checkNotRevoked(context)
  if (agency === undefined || !isAuthorityOver(agency, civilDate(context.at))) return
  const begunAt = errand === null ? null : openSince(context, errand)
  if (begunAt === null || isAuthorityOver(agency, civilDate(begunAt))) throw new Refusal('authority.expired')
}

/** The later of two moments. */
export function laterOf(one: Instant, other: Instant): Instant {
  return instantOf(Math.max(toMs(one), toMs(other)))
}

// To ask afterwards is part of a delivery, which began when the result was handed down (decision 053).
function openSince({ state: { agency }, at }: ActContext, errand: ContactPurpose): Instant | null {
  const open = agency[errand]
  if (open === null || (open.endedAt !== null && open.endedAt <= at)) return null
  return errand === 'followup' ? (agency.deliver?.at ?? open.at) : open.at
}
