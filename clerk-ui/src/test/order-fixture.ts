import type { OrderRow } from '@counter/shared/contract/orders'

/** An order of the ladder to the head of the sample unit, to be answered by Wednesday 24 June. */
export function anOrder(changes: { readonly [K in keyof OrderRow]?: unknown } = {}): OrderRow {
  return {
    id: '01890a5d-ac96-774b-bcce-b302099a9000',
    number: '督〔2026〕1号',
    about: {
      kind: 'case',
      id: '01890a5d-ac96-774b-bcce-b302099a8057',
      number: '2026-00-0001-X',
      itemName: '低保申请',
    },
    level: 'unit_head',
    unit: 'MZ',
    unitName: '民政办',
    rule: 'overdue',
    issuer: 'system',
    issuedAt: '2026-06-22T09:30:00.001Z',
    replyDueOn: '2026-06-24',
    replyDueAt: '2026-06-24T09:30:00.000Z',
    light: 'green',
    content: null,
    repliedAt: null,
    reply: null,
    closedAt: null,
    result: null,
    acts: [],
    ...changes,
  } as OrderRow
}
