import type { ContactPurpose } from '@counter/shared/vocabulary/agency'
import { civilDate, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
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
  const isBegun = errand !== null && context.state.agency[errand] !== null
  if (agency !== undefined && !isBegun && isAuthorityOver(agency, civilDate(context.at)))
    throw new Refusal('authority.expired')
}

/** The later of two moments. */
export function laterOf(one: Instant, other: Instant): Instant {
  return instantOf(Math.max(toMs(one), toMs(other)))
}
