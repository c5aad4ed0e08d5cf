import type { VisitView } from '@counter/shared/contract/visits'
import type { VisitPage } from '../usecases/village/read-visit.ts'

/** A visit for the desk and for the agent; residents stand masked (V4). */
export function toVisit({ visit, cases }: VisitPage): VisitView {
  return {
    id: visit.id,
    village: visit.village,
    agent: visit.agentName,
    madeAt: visit.madeAt,
    ticket: visit.ticketNumber,
    confirmedAt: visit.confirmedAt,
    cases: cases.map((line) => ({
      case: line.case,
      number: line.number,
      itemName: line.itemName,
      applicant: line.applicant,
      way: line.way,
      outcome: line.outcome,
      papers: line.papers.map(({ name, form, count }) => ({ name, form, count })),
      remark: line.remark,
      servedAt: line.servedAt,
    })),
  }
}
