import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { AttentionEnd } from '@counter/shared/vocabulary/point'
import { Refusal } from '../../domain/refusal.ts'
import type { VillageHeader } from '../../domain/village/village-command.ts'
import { findReceiptHash } from '../../store/receipts.ts'
import { findShutOut, shutOut } from '../../store/taken-back.ts'
import type { Tx } from '../../store/tx.ts'
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
export function endByAgent(sent: Sent, command: CommandId, end: Ended): void {
  const { tx, header } = sent
  const row = findAttention(tx, command)
  if (row !== undefined && row.village !== header.pointId) return
  if (isTaken(tx, command, row)) throw new Refusal('command.solved')
  // Ended before, with all that it stood for.
  if (findShutOut(tx, { command, village: header.pointId }) !== null) return
  shutOut(tx, { command, village: header.pointId }, end === 'replaced' ? header.id : null)
  if (row === undefined) return
  endWhatItReplaced(sent, row, end)
  if (row.settledAt !== null) return
  saveSettled(tx, row, { end, by: sent.agent.origin.actor, answer: null })
  tx.tell({ kind: 'figures_changed' })
}

function isTaken(tx: Tx, command: CommandId, row: AttentionFacts | undefined): boolean {
  const isSolved = row?.settledAs === 'applied' || row?.settledAs === 'linked'
  return isSolved || findReceiptHash(tx, command) !== null
}

// What it stood for ends with it: refused, it could not end that one itself, and the phone has only its own id left (V36, V52).
// What the centre has taken meanwhile stands, and is no reason to keep what was written in its place (V51).
function endWhatItReplaced(sent: Sent, row: AttentionFacts, end: Ended): void {
  const { replaces = null } = row.content.header as VillageHeader
  if (replaces === null) return
  const isWithdrawn = end === 'withdrawn' && isTaken(sent.tx, replaces, findAttention(sent.tx, replaces))
  if (!isWithdrawn) endByAgent(sent, replaces, end)
}

/** What was refused before and is taken now waits for nobody: the centre would do it a second time (V51). */
export function endAsTaken({ tx, agent, header }: Sent, contentHash: string, answer: unknown): void {
  const row = findAttention(tx, header.id)
  if (row === undefined || row.settledAt !== null || row.contentHash !== contentHash) return
  saveSettled(tx, row, { end: 'applied', by: agent.origin.actor, answer })
  tx.tell({ kind: 'figures_changed' })
}
