import type { Audience } from '../../domain/record/audience.ts'
import { findNewsAfter, type StreamNews, streamSeq } from '../../store/streams.ts'
import type { Tx } from '../../store/tx.ts'

/** Where an audience's stream stands now. */
export function readSeq(tx: Tx, audience: Audience): number {
  return streamSeq(tx, audience)
}

/** What a returning reader has missed, or null when it needs a snapshot (R20). */
export function readNewsAfter(
  tx: Tx,
  audience: Audience,
  from: { readonly epoch: string; readonly seq: number },
): StreamNews[] | null {
  return findNewsAfter(tx, audience, from.epoch, from.seq)
}
