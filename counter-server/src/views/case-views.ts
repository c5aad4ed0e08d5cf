import type { CaseAnswer, CaseDetail } from '@counter/shared/contract/cases'
import type { CaseDetailFacts } from '../usecases/cases/case-detail-facts.ts'
import type { ReceiptFacts } from '../usecases/cases/paper-facts.ts'
import { toAgency } from './case-agency-views.ts'
import { toFile, toMaterial } from './case-file-views.ts'
import { toCaseRow } from './case-row-views.ts'
import { toClock } from './clock-views.ts'
import { toDuplicates } from './duplicate-views.ts'
import { toOrderRow } from './order-views.ts'
import { toPaperLine, toReceipt } from './receipt-views.ts'
import { toRelation } from './relation-views.ts'
import { toEvent } from './timeline-views.ts'

function toNewer(newer: CaseDetailFacts['newerItem']): CaseDetail['itemMark']['newer'] {
  if (newer === null) return null
  const { version, effectiveFrom, changed } = newer
  return { version, effectiveFrom, changed: [...changed] }
}

/** The case page; the address is told as the village only, the rest masked (C1108). */
export function toCaseDetail(facts: CaseDetailFacts): CaseDetail {
  const { line, applicant, item, state } = facts
  return {
    row: toCaseRow(line),
    applicant: {
      name: applicant.name,
      idNo: applicant.idNo,
      phone: applicant.phone,
      village: applicant.village,
      address: applicant.hasAddress ? (line.facts.villageName ?? '***') : null,
      contact: applicant.hasContact ? '***' : null,
    },
    ticketId: line.facts.ticket,
    itemVersion: item.version,
    itemMark: { isUnverified: item.content.verify, newer: toNewer(facts.newerItem) },
    clocks: facts.clocks.map(toClock),
    oldNumber: facts.oldNumber,
    exchange:
      facts.exchange == null ? null : { number: facts.exchange.number, result: facts.exchange.result },
    toldDueOn: facts.toldDueOn,
    materials: facts.materials.map(toMaterial),
    otherFiles: facts.otherFiles.map(toFile),
    notice: toNotice(facts),
    approval: toApproval(facts),
    decision: toDecision(facts),
    delivery: toDelivery(facts),
    agency: toAgency(facts),
    relation: toRelation(facts.relation),
    charged: { resident: facts.charged.resident, thirdParty: facts.charged.thirdParty },
    legs: facts.legs.map(({ unit, from, to, days }) => ({ unit, from, to, days })),
    handOver: facts.handOver,
    subtasks: facts.subtasks.map(({ id, unitName, content, dueOn, how, result, isPledge }) => ({
      id,
      unitName,
      content,
      dueOn,
      how,
      result,
      isPledge,
    })),
    maySubtask: { open: facts.maySubtask.open, waive: facts.maySubtask.waive },
    duplicates: toDuplicates(facts.duplicates),
    checkers: facts.checkers.map(({ id, name }) => ({ id, name })),
    papersStopClock: facts.papersStopClock,
    pauseReasons: [...item.content.pauseReasons],
    pointReceived:
      facts.pointReceived === null
        ? null
        : { at: facts.pointReceived.at, names: [...facts.pointReceived.names] },
    orders: facts.orders.map(toOrderRow),
    papers: facts.papers.map(toPaperLine),
    events: facts.events.map(toEvent),
    actions: state.status === 'draft' ? [] : [...facts.actions],
  }
}

function toNotice({ notice }: CaseDetailFacts): CaseDetail['notice'] {
  if (notice === null) return null
  const { number, at, lines, where, until, isProvisional } = notice
  return {
    number,
    at,
    materials: lines.map(({ name, problem }) => ({ name, how: problem })),
    where,
    until,
    isProvisional,
  }
}

function toApproval({ approval, state }: CaseDetailFacts): CaseDetail['approval'] {
  if (approval === null || state.pending === null) return null
  return { kind: state.pending.kind, by: approval.by, at: approval.at, reason: approval.reason }
}

function toDecision({ decision, state }: CaseDetailFacts): CaseDetail['decision'] {
  if (decision === null || state.decision === null) return null
  return {
    decision: state.decision,
    result: decision.result,
    at: decision.at,
    isOnTime: decision.isOnTime,
  }
}

function toDelivery({ delivery }: CaseDetailFacts): CaseDetail['delivery'] {
  if (delivery === null) return null
  const { way, receiver } = delivery.payload
  return { way, receiver, at: delivery.occurredAt }
}

export function toCaseAnswer(shown: CaseDetail, receipt: ReceiptFacts | null): CaseAnswer {
  return { case: shown, receipt: receipt === null ? null : toReceipt(receipt) }
}
