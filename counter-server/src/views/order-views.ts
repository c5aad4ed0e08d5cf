import type { OrderList, OrderRow } from '@counter/shared/contract/orders'
import type { OrderFacts } from '../store/orders.ts'
import type { OrderLine } from '../usecases/cases/read-orders.ts'

export function toOrderRow({ facts, light, content, reply, result, acts }: OrderLine): OrderRow {
  return {
    id: facts.id,
    number: facts.number,
    about: aboutOf(facts),
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

function aboutOf({ ofCase, ofLetter }: OrderFacts): OrderRow['about'] {
  if (ofCase !== null)
    return { kind: 'case', id: ofCase.id, number: ofCase.number, itemName: ofCase.itemName }
  if (ofLetter === null) throw new Error('an order is given on a case or on a letter')
  const { id, number, channel, topic } = ofLetter
  return { kind: 'letter', id, number, channel, topic }
}

export function toOrderList(lines: readonly OrderLine[], next: string | null): OrderList {
  return { items: lines.map(toOrderRow), next }
}
