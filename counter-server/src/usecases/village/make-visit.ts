import type { HandedWay } from '@counter/shared/vocabulary/agency'
import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { projectCase } from '../../domain/case/projection.ts'
import { Refusal } from '../../domain/refusal.ts'
import { checkVisit, checkWay } from '../../domain/village/visit.ts'
import { findBareEvents } from '../../store/case-events.ts'
import { findCase } from '../../store/cases.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { caseMeant } from '../../store/village-joined.ts'
import { findLastVisit, insertVisit } from '../../store/village-visits.ts'
import { requireCase } from '../cases/case-scene.ts'
import type { Deps } from '../deps.ts'
import { freeAppointment } from './appointment.ts'
import { readVisitOn, type VisitPage } from './read-visit.ts'
import { requireReceives } from './receives-result.ts'
import type { VillageAgent } from './village-agent.ts'

/** What the agent puts on the list: papers that go up, results that are fetched (V91). */
export interface Wanted {
  readonly case: CaseId
  readonly way: HandedWay
  /** The number on the slip of a case that is still on the phone: it is served once it has arrived (V93). */
  readonly unsent?: string | undefined
}

/** 集中交件: the agent's list of one visit; its id is all that the QR says (V91). Refuses `visit.empty`, and by the id of one case `case.not_found`, `case.wrong_status`, `authority.*` of a result that the agent may not receive. */
export function makeVisit(
  { store, newId }: Deps,
  { origin, staff }: VillageAgent,
  asked: readonly Wanted[],
): Promise<VisitPage> {
  const village = (staff.village ?? '') as VillageCode
  return store.write((tx) =>
    once(tx, { origin, name: 'visit.make', subject: village, content: { wanted: asked } }, () => {
      // What a phone does not know yet as the case that it was joined to is that case (V80).
      const wanted = asked.map((each) => ({ ...each, case: caseMeant(tx, each.case) }))
      checkVisit(wanted.map((each) => each.case))
      const id = newId()
      // It stands in the place of the list before it, whose time is free again (V92).
      const last = findLastVisit(tx, village)
      if (last !== null) freeAppointment(tx, origin, last)
      for (const [place, each] of wanted.entries())
        naming(asked[place]?.case ?? each.case, () => requireFit(tx, staff, each))
      insertVisit(
        tx,
        { id, village, agent: staff.id },
        wanted.map(({ case: of, way, unsent = null }) => ({ case: of, way, number: unsent })),
      )
      const data = { village, cases: wanted.map(({ case: of, way }) => ({ case: of, way })) }
      tx.record({ type: 'visit.made', subject: `visit:${id}`, version: 1, origin, data })
      return readVisitOn(tx, id)
    }),
  )
}

// The rest makes a list without it, so a "no" says of which case it is, by the id that the phone knows (V91).
function naming(id: CaseId, check: () => void): void {
  try {
    check()
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { ...error.params, case: id })
    throw error
  }
}

// What has arrived meanwhile is judged like any other; what has not can only be on its way up.
function requireFit(tx: Tx, staff: VillageAgent['staff'], { case: id, way, unsent }: Wanted): void {
  if (unsent !== undefined && way === 'up' && findCase(tx, id) === undefined) return
  const { number } = requireCase(tx, { actor: 'agent', staff }, id)
  const state = projectCase(findBareEvents(tx, id))
  checkWay(state, way)
  if (way === 'down') requireReceives(tx, { id, number, state }, staff.id)
}
