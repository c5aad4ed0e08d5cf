import type { VisitSlip, VisitView } from '@counter/shared/contract/visits'
import type { VisitSlipFacts } from '../usecases/village/print-visit-slip.ts'
import type { VisitPage } from '../usecases/village/read-visit.ts'

/** The 交接单 with what stands at its head. */
export function toVisitSlip({ page, centre, villageName, clerk, nth, madeAt }: VisitSlipFacts): VisitSlip {
  return { visit: toVisit(page), centre, villageName, clerk, nth, madeAt }
}

/** A visit for the desk and for the agent; residents stand masked (V4). */
export function toVisit(page: VisitPage): VisitView {
  const { visit, cases, mayTakeNumber = visit.ticketNumber === null, appointment = null } = page
  return {
    id: visit.id,
    village: visit.village,
    agent: visit.agentName,
    madeAt: visit.madeAt,
    ticket: visit.ticketNumber,
    mayTakeNumber,
    appointment,
    confirmedAt: visit.confirmedAt,
    // An answer that was kept before lists had papers and cases could be awaited has neither.
    prints: visit.prints ?? 0,
    cases: cases.map((line) => ({
      case: line.case,
      number: line.number,
      status: line.status === undefined ? 'received' : line.status,
      itemName: line.itemName,
      applicant: line.applicant,
      way: line.way,
      outcome: line.outcome,
      papers: line.papers.map(({ name, form, count }) => ({ name, form, count })),
      said: line.said?.map(({ name, form, count }) => ({ name, form, count })) ?? null,
      ...(line.materials === undefined ? {} : { materials: [...line.materials] }),
      remark: line.remark,
      notice: line.notice ?? null,
      servedAt: line.servedAt,
    })),
  }
}
