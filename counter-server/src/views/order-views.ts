import type { OrderList, OrderRow } from '@counter/shared/contract/orders'
import type { OrderLine } from '../usecases/cases/read-orders.ts'

export function toOrderRow({ facts, light, content, reply, result, acts }: OrderLine): OrderRow {
  return {
    id: facts.id,
    number: facts.number,
    caseId: facts.case,
    caseNumber: facts.caseNumber,
    itemName: facts.itemName,
    level: facts.level,
    unit: facts.unit,
    unitName: facts.unitName,
    rule: facts.rule,
    issuer: facts.issuer,
    issuedAt: facts.issuedAt,
    replyDueOn: facts.replyDueOn,
    replyDueAt: facts.replyDueAt,
    light,
    content,
    repliedAt: facts.repliedAt,
    reply,
    closedAt: facts.closedAt,
    result,
    acts: [...acts],
  }
}

export function toOrderList(lines: readonly OrderLine[], next: string | null): OrderList {
  return { items: lines.map(toOrderRow), next }
}
