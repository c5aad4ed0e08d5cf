import type { PrintState } from '@counter/shared/vocabulary/ticket'

/** `queued → sent → printed | failed | unknown`; nothing leads back, so no paper is printed twice by itself (Q44). */
const MOVES = {
  queued: ['sent'],
  sent: ['printed', 'failed', 'unknown'],
  printed: [],
  failed: [],
  unknown: [],
} as const satisfies Record<PrintState, readonly PrintState[]>

/** True when a print job may change from one state to the other (Q44). */
export function mayBecome(from: PrintState, to: PrintState): boolean {
  return (MOVES[from] as readonly PrintState[]).includes(to)
}

/** True when nothing more will be heard of this paper. */
export function isSettled(state: PrintState): boolean {
  return MOVES[state].length === 0
}
