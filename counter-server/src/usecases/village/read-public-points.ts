import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { isAway, onDuty, type PointAgent } from '../../domain/village/on-duty.ts'
import { type AgentCard, findAgentCard } from '../../store/agent-cards.ts'
import { findSample, type SampleRow } from '../../store/item-samples.ts'
import { findVillages, type VillageFacts } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { findAgents } from '../../store/village-points.ts'

/** A岗 or B岗 as everybody sees it. */
export interface ShownAgent extends Pick<AgentCard, 'phone' | 'photo'> {
  readonly post: 'A' | 'B'
  readonly name: string
  readonly isAway: boolean
}

/** A point as everybody sees it: where, when, and who serves it (V1). */
export interface PublicPoint {
  readonly village: VillageFacts
  readonly agents: readonly ShownAgent[]
}

/** Every point of the township, in the order of its code (V1). */
export function readPublicPoints(tx: Tx): readonly PublicPoint[] {
  const all = findAgents(tx)
  return findVillages(tx).map((village) => {
    const own = all.filter((agent) => agent.village === village.code)
    return { village, agents: postsOf(tx, village, own) }
  })
}

/** A picture that a point shows of its A岗 or B岗; any other hash is none, so nothing else is public. */
export function findShownPhoto(tx: Tx, village: VillageCode, sha256: string): SampleRow | undefined {
  const point = readPublicPoints(tx).find((each) => each.village.code === village)
  return point?.agents.some(({ photo }) => photo === sha256) ? findSample(tx, sha256) : undefined
}

// Without a named A岗 its first account serves, and is shown (V1).
function postsOf(tx: Tx, village: VillageFacts, own: readonly PointAgent[]): ShownAgent[] {
  const today = civilDate(tx.at)
  const serving = onDuty(village, own, today)
  const lead =
    own.find(({ id }) => id === village.lead) ?? (serving?.post === 'A' ? serving.agent : undefined)
  const deputy = own.find(({ id }) => id === village.deputy)
  const shown = (post: 'A' | 'B', agent: PointAgent | undefined): ShownAgent[] => {
    if (agent === undefined) return []
    const { phone, photo } = findAgentCard(tx, agent.id)
    return [{ post, name: agent.name, phone, photo, isAway: isAway(agent, today) }]
  }
  return [...shown('A', lead), ...shown('B', deputy)]
}
