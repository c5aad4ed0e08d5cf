import type { HandedWay } from '@counter/shared/vocabulary/agency'
import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { projectCase } from '../../domain/case/projection.ts'
import { checkVisit, checkWay } from '../../domain/village/visit.ts'
import { findBareEvents } from '../../store/case-events.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { insertVisit } from '../../store/village-visits.ts'
import { requireCase } from '../cases/case-scene.ts'
import type { Deps } from '../deps.ts'
import { readVisitOn, type VisitPage } from './read-visit.ts'
import type { VillageAgent } from './village-agent.ts'

/** What the agent puts on the list: papers that go up, results that are fetched (V91). */
export interface Wanted {
  readonly case: CaseId
  readonly way: HandedWay
}

/** 集中交件: the agent's list of one visit; its id is all that the QR says (V91). Refuses `visit.empty`, `case.not_found`, `case.wrong_status`. */
export function makeVisit(
  { store, newId }: Deps,
  { origin, staff }: VillageAgent,
  wanted: readonly Wanted[],
): Promise<VisitPage> {
  const village = (staff.village ?? '') as VillageCode
  return store.write((tx) =>
    once(tx, { origin, name: 'visit.make', subject: village, content: { wanted } }, () => {
      checkVisit(wanted.map((each) => each.case))
      const id = newId()
      insertVisit(
        tx,
        { id, village, agent: staff.id },
        wanted.map((each) => ({ ...each, papers: saidOf(tx, staff, each) })),
      )
      const data = { village, cases: wanted.map((each) => ({ ...each })) }
      tx.record({ type: 'visit.made', subject: `visit:${id}`, version: 1, origin, data })
      return readVisitOn(tx, id)
    }),
  )
}

// What the point said at the registration is what the desk counts against (V94).
function saidOf(tx: Tx, staff: VillageAgent['staff'], { case: id, way }: Wanted) {
  requireCase(tx, { actor: 'agent', staff }, id)
  const events = findBareEvents(tx, id)
  checkWay(projectCase(events), way)
  const registered = events.find(({ type }) => type === 'case.registered')
  return registered?.type === 'case.registered' ? (registered.payload.papers ?? []) : []
}
