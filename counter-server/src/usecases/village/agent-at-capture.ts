import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import { captureTime } from '../../domain/village/capture-time.ts'
import type { VillageFacts } from '../../domain/village/village-command.ts'
import { findAccount, findVillageAt } from '../../store/accounts.ts'
import type { Sent } from './register-case.ts'
import type { VillageAgent } from './village-agent.ts'

/** What is decided when it arrives: it needs the rights of that moment (V54). */
const DECISIONS: ReadonlySet<VillageFacts['type']> = new Set(['result.deliver', 'case.ask_withdrawal'])

/**
 * The author with the place that he had when he captured it: a fact of before a reassignment is taken, a decision is not
 * (V4, V54). Refuses `author.disabled` for what was captured after the account was closed, `case.not_found` for another point.
 */
export function agentAtCapture(
  { tx, agent, header, deviceNow }: Sent,
  type: VillageFacts['type'],
): VillageAgent {
  const { staff } = agent
  const { at } = captureTime(header, deviceNow, tx.at)
  const disabledAt = findAccount(tx, staff.id)?.disabledAt ?? null
  if (disabledAt !== null && (at >= disabledAt || DECISIONS.has(type))) throw new Refusal('author.disabled')
  if (staff.village === header.pointId) return agent
  if (DECISIONS.has(type) || villageAt({ tx, agent }, at) !== header.pointId)
    throw new Refusal('case.not_found')
  return { ...agent, staff: { ...staff, village: header.pointId } }
}

/** The point of its author when a command was captured (V54). */
export function villageAtCapture({ tx, agent, header, deviceNow }: Moment): VillageCode | null {
  const { village } = agent.staff
  return village === header.pointId
    ? village
    : villageAt({ tx, agent }, captureTime(header, deviceNow, tx.at).at)
}

type Moment = Pick<Sent, 'tx' | 'agent' | 'header' | 'deviceNow'>

function villageAt({ tx, agent }: Pick<Sent, 'tx' | 'agent'>, at: Instant): VillageCode | null {
  return findVillageAt(tx, agent.staff.id, at) ?? agent.staff.village
}
