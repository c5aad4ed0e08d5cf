import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { AttentionEnd } from '@counter/shared/vocabulary/point'
import { findAttention, saveSettled } from '../../store/village-attention.ts'
import type { Sent } from './register-case.ts'

/** 撤回: the agent takes back what was refused; the centre has nothing left to solve (V36). What was never kept needs nothing. */
export function withdrawCommand(sent: Sent, command: CommandId): void {
  endByAgent(sent, command, 'withdrawn')
}

/** 修改重发: the new command stands for the refused one (V36, V52). */
export function endByAgent(
  { tx, agent, header }: Sent,
  command: CommandId,
  end: Extract<AttentionEnd, 'withdrawn' | 'replaced'>,
): void {
  const row = findAttention(tx, command)
  if (row === undefined || row.settledAt !== null || row.village !== header.pointId) return
  saveSettled(tx, row, { end, by: agent.origin.actor, answer: null })
  tx.tell({ kind: 'figures_changed' })
}
