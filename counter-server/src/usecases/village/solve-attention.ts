import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { VillageCommand } from '../../domain/village/village-command.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import {
  type AttentionFacts,
  findAttention,
  saveAttentionCode,
  saveHanded,
} from '../../store/village-attention.ts'
import { insertVillageReceipt } from '../../store/village-receipts.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'
import { compareSlip, findSlipCase, type ToldOfSlip } from './late-slip.ts'
import { type Solution, type Solving, settleAttention } from './settle-attention.ts'

export interface SolveAttention {
  readonly asker: CaseAsker
  readonly id: CommandId
  readonly solution: Solution
  readonly reason: string
  /** An agent says so of what they captured on a lost phone; else it is the centre (V80). */
  readonly author?: StaffId
}

/**
 * 中心代处理: the author of what is applied stays the agent who captured it, who solved it stands in the record (V35, V51, V90).
 * Refuses `request.not_found` for what waits no longer, `reason.required`, `case.not_found`, `attention.no_case`, and all that the command itself may be refused.
 */
export function solveAttention(
  { store, ...deps }: Deps,
  { asker, id, solution, reason, author }: SolveAttention,
): Promise<{ readonly done: true }> {
  const { origin } = asker
  const { how } = solution
  const sent = sentOf(solution)
  return store.write((tx) =>
    once(tx, { origin, name: 'village.solve', subject: id, content: { how, sent, reason } }, () => {
      const row = waiting(tx, id, author)
      // One who moved was not shown the other case, and learns by no answer whether there is one (V4).
      const hasMoved = author !== undefined && asker.staff?.village !== row.village
      if (hasMoved && how === 'apart') throw new Refusal('request.not_found')
      const why = requireReason(reason)
      const solving = { tx, deps, asker, row }
      if (author !== undefined && how === 'apply' && isDisputed(solving)) return handOn(solving)
      settleAttention(solving, solution, why)
      if (how !== 'reject') keepReceipt(tx, row)
      tx.record({
        type: 'village.attention_settled',
        subject: id,
        version: 1,
        origin,
        data: { how, village: row.village, author: row.agent, code: row.code },
      })
      tx.tell({ kind: 'figures_changed' })
      return { done: true as const }
    }),
  )
}

// An agent is asked about their own work of a lost phone alone; the rest is the centre's (V80).
function waiting(tx: Tx, id: CommandId, author: StaffId | undefined): AttentionFacts {
  const row = findAttention(tx, id)
  const isAsked = author === undefined || (row?.agent === author && row.code === 'device.lost')
  if (row === undefined || row.settledAt !== null || !isAsked) throw new Refusal('request.not_found')
  return row
}

function sentOf(solution: Solution): unknown {
  switch (solution.how) {
    case 'apply':
    case 'apart':
      return solution.command.frozen
    case 'link':
      return solution.take.length === 0 ? solution.number : [solution.number, ...solution.take]
    case 'reject':
      return null
  }
}

// Its slip was entered again from paper, and the two do not agree: that is not said by a press (V80).
function isDisputed({ tx, row }: Solving): boolean {
  if (row.type !== 'case.register') return false
  const stands = findSlipCase(tx, row.content.header as VillageCommand['header'])
  if (stands === null) return false
  return stands.status === 'voided' || compareSlip(tx, stands, row.content.payload as ToldOfSlip).length > 0
}

// Its author has said that it is theirs; the rest is the centre's (V36, V80).
function handOn({ tx, asker: { origin }, row }: Solving): { readonly done: true } {
  saveHanded(tx, row)
  saveAttentionCode(tx, row, 'number.re_entered')
  const data = { village: row.village, author: row.agent }
  tx.record({ type: 'village.attention_handed', subject: row.command, version: 1, origin, data })
  tx.tell({ kind: 'figures_changed' })
  return { done: true }
}

// The phone is told that its own command is stored, and counts it (V56).
function keepReceipt(tx: Tx, { command, device, content }: AttentionFacts): void {
  const { payloadHash } = content.header as VillageCommand['header']
  insertVillageReceipt(tx, { command, device, payloadHash })
}
