import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'

const KIOSK_MS = 10 * 60_000
const KIOSK_PAPERS = 2

/**
 * 「再打一张」 at the kiosk: once, within ten minutes of the number; staff may print as often as they are asked (Q44).
 * Refuses `print.again_late` and `print.again_limit`.
 */
export function requireAgain(
  by: 'kiosk' | 'staff',
  papers: { readonly count: number; readonly firstAt: Instant },
  now: Instant,
): void {
  if (by === 'staff') return
  if (papers.count >= KIOSK_PAPERS) throw new Refusal('print.again_limit')
  if (toMs(now) - toMs(papers.firstAt) > KIOSK_MS) throw new Refusal('print.again_late')
}
