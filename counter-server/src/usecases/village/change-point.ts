import { idProblem, isPhone } from '@counter/shared/vocabulary/identity'
import type { StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type AgentCard, findAgentCard, saveAgentCard } from '../../store/agent-cards.ts'
import { findSample } from '../../store/item-samples.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { findVillages, savePoint } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { findAgents } from '../../store/village-points.ts'
import type { Deps } from '../deps.ts'

interface Asked {
  readonly origin: Origin
  readonly village: VillageCode
  readonly reason: string
}

/** Where a point is, by which phone and at which hours it is reached (V1). */
export interface PointDetails {
  readonly place: string
  readonly phone: string
  readonly hours: string
}

/** Changes what everybody reads of a point (V1, V90). Refuses `request.not_found`, `reason.required`. */
export function changePoint(
  { store }: Pick<Deps, 'store'>,
  { origin, village, reason }: Asked,
  details: PointDetails,
): Promise<{ readonly done: true }> {
  return store.write((tx) =>
    once(tx, { origin, name: 'point.change', subject: village, content: { ...details, reason } }, () => {
      const before = requireVillage(tx, village)
      savePoint(tx, village, details)
      const from = { place: before.point, phone: before.phone, hours: before.hours }
      return recorded(tx, { origin, village, reason }, 'point.changed', { from, to: details })
    }),
  )
}

/** What is shown of an agent, and the ID number by which an own matter is known (V1, V11). */
export interface CardAsked {
  readonly agent: StaffId
  readonly phone: string
  readonly photo: string | null
  /** Null: as it is; '': none. */
  readonly idNo: string | null
}

/**
 * Keeps the card of an agent of this point (V1, V11, V90). Refuses `request.not_found`, `contact.phone`,
 * `person.id_invalid`, `file.not_found`, `file.type_not_allowed`, `reason.required`.
 */
export function changeAgentCard(
  { store }: Pick<Deps, 'store'>,
  { origin, village, reason }: Asked,
  asked: CardAsked,
): Promise<{ readonly done: true }> {
  return store.write((tx) =>
    once(tx, { origin, name: 'point.change_card', subject: village, content: { ...asked, reason } }, () => {
      requireVillage(tx, village)
      const { agent, ...card } = asked
      if (!findAgents(tx).some((each) => each.id === agent && each.village === village))
        throw new Refusal('request.not_found')
      checkCard(tx, card)
      const before = findAgentCard(tx, agent)
      saveAgentCard(tx, agent, card)
      return recorded(tx, { origin, village, reason }, 'point.card_changed', {
        agent,
        changed: changedOf(before, card),
      })
    }),
  )
}

// What was changed and not to what: the journal outlives the person's time at the point (P33, P46).
function changedOf(before: AgentCard, { phone, photo, idNo }: Omit<CardAsked, 'agent'>): readonly string[] {
  const changes = { phone: phone !== before.phone, photo: photo !== before.photo, idNo: idNo !== null }
  return Object.entries(changes).flatMap(([field, isChanged]) => (isChanged ? [field] : []))
}

function checkCard(tx: Tx, { phone, photo, idNo }: Omit<CardAsked, 'agent'>): void {
  if (phone !== '' && !isPhone(phone)) throw new Refusal('contact.phone')
  const problem = idNo === null || idNo === '' ? null : idProblem('id_card', idNo, civilDate(tx.at))
  if (problem !== null) throw new Refusal('person.id_invalid', { problem })
  const found = photo === null ? null : findSample(tx, photo)
  if (found === undefined) throw new Refusal('file.not_found')
  if (found !== null && found.mime === 'application/pdf') throw new Refusal('file.type_not_allowed')
}

function requireVillage(tx: Tx, village: VillageCode) {
  const found = findVillages(tx).find(({ code }) => code === village)
  if (found === undefined) throw new Refusal('request.not_found')
  return found
}

function recorded(
  tx: Tx,
  { origin, village, reason }: Asked,
  type: 'point.changed' | 'point.card_changed',
  data: object,
): { readonly done: true } {
  const why = requireReason(reason)
  tx.record({
    type,
    subject: `village:${village}`,
    version: 1,
    origin,
    data: { ...data, reason: why },
  })
  tx.tell({ kind: 'figures_changed' })
  return { done: true }
}
