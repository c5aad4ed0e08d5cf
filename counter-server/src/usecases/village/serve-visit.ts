import type { CaseId, TopicKey } from '@counter/shared/vocabulary/ids'
import { fact } from '../../domain/case/act.ts'
import type { PaperTaken } from '../../domain/case/event.ts'
import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { checkWaits, checkWay, differences } from '../../domain/village/visit.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { saveVisit, saveVisitCase, type VisitCase } from '../../store/village-visits.ts'
import { addNoteOn } from '../cases/add-note.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { type CaseScene, openCase } from '../cases/case-scene.ts'
import { recordFacts } from '../cases/record-facts.ts'
import type { Deps } from '../deps.ts'
import { issueTicket } from '../hall/issue-ticket.ts'
import type { Issued } from '../hall/put-in-line.ts'
import type { WaitEstimator } from '../hall/wait.ts'
import { readVisitOn, type VisitPage } from './read-visit.ts'
import type { VillageAgent } from './village-agent.ts'

/**
 * One number for the whole visit, ordinary and without a head start: one call, as many services in the estimate as cases
 * (Q9, V91, V92). Refuses `ticket.batch_too_large`, `visit.has_ticket`.
 */
export function giveVisitTicket(
  deps: Deps & { readonly wait: WaitEstimator },
  { origin }: Pick<CaseAsker, 'origin'>,
  { visit: id, topic }: { readonly visit: string; readonly topic: TopicKey },
): Promise<Issued> {
  const weight = deps.store.read((tx) => readVisitOn(tx, id).cases.length)
  const extras = { weight, needsSpokenCall: false, previousTicketId: null }
  const command = { origin, topic, cls: 'ordinary', channel: 'desk', extras } as const
  return issueTicket(deps, command, (tx, { id: ticket, number }) => {
    if (readVisitOn(tx, id).visit.ticket !== null) throw new Refusal('visit.has_ticket')
    saveVisit(tx, id, { ticket })
    const data = { ticket, number, weight }
    tx.record({ type: 'visit.ticket_given', subject: `visit:${id}`, version: 2, origin, data })
  })
}

/** How one case of the visit ended at the desk: what was counted, or what is wrong (V93, V94). */
export interface Served {
  readonly visit: string
  readonly case: CaseId
  readonly papers: readonly PaperTaken[]
  /** Not null: this one is not taken over, and why; the rest goes on. */
  readonly problem: string | null
  readonly remark: string
}

/** One line of the 交接单, with the event of its own case. Refuses `visit.case_served`, `case.wrong_status`, `reason.required`. */
export function serveVisitCase(deps: Deps, asker: CaseAsker, served: Served): Promise<VisitPage> {
  const { origin } = asker
  const { store, newId, publicUrl } = deps
  return store.write((tx) =>
    once(tx, { origin, name: 'visit.serve', subject: served.visit, content: { served } }, () => {
      const line = requireLine(tx, served)
      checkWaits(line.outcome)
      const scene = openCase({ newId, publicUrl }, tx, asker, served.case)
      const remark =
        served.problem === null ? handOver(scene, line, served) : noteProblem(scene, served.problem)
      const outcome = served.problem === null ? 'handed' : 'problem'
      saveVisitCase(tx, served.visit, { case: served.case, outcome, papers: served.papers, remark })
      return readVisitOn(tx, served.visit)
    }),
  )
}

// What the two counts differ by stands on its line, whoever was right (V94).
function handOver(scene: CaseScene, line: VisitCase, { papers, remark }: Served): string {
  checkWay(scene.context.state, line.way)
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

/** The agent's word on the 交接单, once every case has its end: the second signature (V94). Refuses `visit.not_served`. */
export function confirmVisit(
  { store }: Pick<Deps, 'store'>,
  { origin, staff }: VillageAgent,
  id: string,
): Promise<VisitPage> {
  return store.write((tx) =>
    once(tx, { origin, name: 'visit.confirm', subject: id, content: {} }, () => {
      const { visit, cases } = readVisitOn(tx, id)
      if (visit.village !== staff.village) throw new Refusal('visit.not_found')
      if (cases.some(({ outcome }) => outcome === 'waiting')) throw new Refusal('visit.not_served')
      if (visit.confirmedAt === null) saveVisit(tx, id, { confirmedAt: tx.at })
      tx.record({ type: 'visit.confirmed', subject: `visit:${id}`, version: 3, origin, data: {} })
      return readVisitOn(tx, id)
    }),
  )
}

function requireLine(tx: Tx, { visit, case: id }: Served): VisitCase {
  const line = readVisitOn(tx, visit).cases.find((each) => each.case === id)
  if (line === undefined) throw new Refusal('visit.not_found')
  return line
}
