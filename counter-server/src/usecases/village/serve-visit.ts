import type { CaseId } from '@counter/shared/vocabulary/ids'
import { fact } from '../../domain/case/act.ts'
import type { PaperTaken } from '../../domain/case/material-mark.ts'
import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { checkWaits, checkWay, differences } from '../../domain/village/visit.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { caseMeant } from '../../store/village-joined.ts'
import { saveVisit, saveVisitCase, type VisitCase } from '../../store/village-visits.ts'
import { addNoteOn } from '../cases/add-note.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { type CaseScene, openCase } from '../cases/case-scene.ts'
import { recordFacts } from '../cases/record-facts.ts'
import type { Deps } from '../deps.ts'
import { freeAppointment } from './appointment.ts'
import { readVisitOn, type VisitPage, waitingOf } from './read-visit.ts'
import { requireReceives } from './receives-result.ts'
import type { VillageAgent } from './village-agent.ts'

/** How one case of the visit ended at the desk: what was counted, or what is wrong (V93, V94). */
export interface Served {
  readonly visit: string
  readonly case: CaseId
  readonly papers: readonly PaperTaken[]
  /** Not null: this one is not taken over, and why; the rest goes on. */
  readonly problem: string | null
  readonly remark: string
}

/** One line of the 交接单, with the event of its own case. Refuses `visit.done`, `visit.case_served`, `case.not_found` of what has not arrived, `case.wrong_status`, `reason.required`, `authority.*` of a result that the agent may not receive. */
export function serveVisitCase(deps: Deps, asker: CaseAsker, told: Served): Promise<VisitPage> {
  const { origin } = asker
  const { store, newId, publicUrl } = deps
  return store.write((tx) =>
    once(tx, { origin, name: 'visit.serve', subject: told.visit, content: { served: told } }, () => {
      const served = { ...told, case: caseMeant(tx, told.case) }
      const line = requireLine(tx, served)
      checkWaits(line.outcome)
      const scene = openCase({ newId, publicUrl }, tx, asker, served.case)
      const remark =
        served.problem === null ? handOver(scene, line, served) : noteProblem(scene, served.problem)
      const outcome = served.problem === null ? 'handed' : 'problem'
      const { case: id, papers } = served
      saveVisitCase(tx, served.visit, { case: id, outcome, papers, said: line.papers, remark })
      const page = readVisitOn(tx, served.visit)
      if (waitingOf(page).length > 0) return page
      freeAppointment(tx, origin, served.visit)
      return readVisitOn(tx, served.visit)
    }),
  )
}

// What the two counts differ by stands on its line, whoever was right (V94).
function handOver(scene: CaseScene, line: VisitCase, { visit, papers, remark }: Served): string {
  const { state } = scene.context
  checkWay(state, line.way)
  // Who made the list takes the results along.
  if (line.way === 'down') {
    const { id, number } = scene.facts
    requireReceives(scene.tx, { id, number, state }, readVisitOn(scene.tx, visit).visit.agent)
  }
  const differing = line.way === 'up' ? differences(line.papers, papers) : []
  const words = [...differing.map(({ name, said, counted }) => `${name}：${said}→${counted}`), remark.trim()]
  const text = words.filter((each) => each !== '').join('；')
  recordFacts(scene, [fact('papers.handed', { way: line.way, papers })], { text })
  return text
}

function noteProblem(scene: CaseScene, problem: string): string {
  const text = requireReason(problem)
  addNoteOn(scene, { text })
  return text
}

/** The agent's word on the 交接单, once every case that is here has its end: the second signature (V94). Refuses `visit.not_served`. */
export function confirmVisit(
  { store }: Pick<Deps, 'store'>,
  { origin, staff }: VillageAgent,
  id: string,
): Promise<VisitPage> {
  return store.write((tx) =>
    once(tx, { origin, name: 'visit.confirm', subject: id, content: {} }, () => {
      const { visit, cases } = readVisitOn(tx, id)
      if (visit.village !== staff.village) throw new Refusal('visit.not_found')
      requireServed(cases)
      // Pressed once more, also as another command: it is signed, and the record says so once.
      if (visit.confirmedAt !== null) return readVisitOn(tx, id)
      freeAppointment(tx, origin, id)
      saveVisit(tx, id, { confirmedAt: tx.at })
      tx.record({ type: 'visit.confirmed', subject: `visit:${id}`, version: 3, origin, data: {} })
      return readVisitOn(tx, id)
    }),
  )
}

// What never came is left for another visit; a list of which nothing came was no visit.
function requireServed(cases: readonly VisitCase[]): void {
  const here = cases.filter(({ outcome, status }) => outcome !== 'waiting' || status !== null)
  if (here.length === 0 || here.some(({ outcome }) => outcome === 'waiting'))
    throw new Refusal('visit.not_served')
}

function requireLine(tx: Tx, { visit: id, case: of }: Served): VisitCase {
  const { visit, cases } = readVisitOn(tx, id)
  const line = cases.find((each) => each.case === of)
  if (line === undefined) throw new Refusal('visit.not_found')
  if (visit.confirmedAt !== null) throw new Refusal('visit.done')
  // Found by its id although it is another point's case: for this list it has not arrived (V4).
  if (line.status === null) throw new Refusal('case.not_found')
  return line
}
