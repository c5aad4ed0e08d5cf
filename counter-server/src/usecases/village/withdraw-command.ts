import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { AttentionEnd } from '@counter/shared/vocabulary/point'
import { Refusal } from '../../domain/refusal.ts'
import type { VillageHeader } from '../../domain/village/village-command.ts'
import { findReceiptHash } from '../../store/receipts.ts'
import { shutOut } from '../../store/taken-back.ts'
import { type AttentionFacts, findAttention, saveSettled } from '../../store/village-attention.ts'
import type { Sent } from './register-case.ts'

/** 撤回: the agent takes back what was refused; the centre has nothing left to solve (V36). What was never kept needs nothing. */
export function withdrawCommand(sent: Sent, command: CommandId): void {
  endByAgent(sent, command, 'withdrawn')
}

type Ended = Extract<AttentionEnd, 'withdrawn' | 'replaced'>

/**
 * 修改重发: the new command stands for the refused one (V36, V52). Refuses `command.solved` for one that was taken meanwhile, here
 * or by the centre: it would be done twice, or be thought undone (V51).
 * It is shut out, also one that never came: the line may bring it late.
 */
export function endByAgent({ tx, agent, header, ...rest }: Sent, command: CommandId, end: Ended): void {
  const row = findAttention(tx, command)
  if (row !== undefined && row.village !== header.pointId) return
  const isSolved = row?.settledAs === 'applied' || row?.settledAs === 'linked'
  if (isSolved || findReceiptHash(tx, command) !== null) throw new Refusal('command.solved')
  shutOut(tx, { command, village: header.pointId }, end === 'replaced' ? header.id : null)
  if (row === undefined) return
  endWhatItReplaced({ tx, agent, header, ...rest }, row, end)
  if (row.settledAt !== null) return
  saveSettled(tx, row, { end, by: agent.origin.actor, answer: null })
  tx.tell({ kind: 'figures_changed' })
}

// What it stood for ends with it: refused, it could not end that one itself, and the phone has only its own id left (V36, V52).
function endWhatItReplaced(sent: Sent, row: AttentionFacts, end: Ended): void {
  const { replaces = null } = row.content.header as VillageHeader
  if (replaces !== null) endByAgent(sent, replaces, end)
}

/** What was refused before and is taken now waits for nobody: the centre would do it a second time (V51). */
export function endAsTaken({ tx, agent, header }: Sent, contentHash: string, answer: unknown): void {
  const row = findAttention(tx, header.id)
  if (row === undefined || row.settledAt !== null || row.contentHash !== contentHash) return
  saveSettled(tx, row, { end: 'applied', by: agent.origin.actor, answer })
  tx.tell({ kind: 'figures_changed' })
}
