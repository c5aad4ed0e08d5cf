import { addDays, civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { closeDay, type DayTally } from '../../domain/queue/ending.ts'
import { closeAllDuties, findOpenDuties } from '../../store/hall.ts'
import { isDayClosed } from '../../store/journal.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { findSetting } from '../../store/settings.ts'
import { findOfDay, findUnclosedDays } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { closeLeases } from './close-leases.ts'
import { todayOf } from './hall-now.ts'
import { isAlwaysOpen } from './opening-hours.ts'
import { saveDecision } from './save-decision.ts'

const SYSTEM: Origin = { actor: 'system', role: 'system', device: null, commandId: null }

/** Closes every earlier day that still has open numbers: at boot and before the first act of a new day (Q13). */
export function closePastDays(deps: Deps): Promise<number> {
  return deps.store.write((tx) => {
    const days = findUnclosedDays(tx, todayOf(tx))
    for (const day of days) closeOne(tx, SYSTEM, day, false)
    closeLeases(tx, SYSTEM, addDays(todayOf(tx), -1))
    // A server that was off at closing time finds yesterday's clerks still at their windows.
    if (findOpenDuties(tx).some(({ openedAt }) => civilDate(openedAt) < todayOf(tx))) endDuties(tx, SYSTEM)
    return days.length
  })
}

/** The day is closed; null when it was closed before, or never closes by the hour. */
export interface DayClosed {
  readonly done: true
  readonly tally: DayTally | null
}

/**
 * Closes today by hand or at `day.closeAt`. By hand it refuses while a window is serving (Q13). The hour closes a
 * day once, and never the sample township, which is open at any hour (N10).
 */
export function closeToday(
  deps: Deps,
  { origin, byHand }: { origin: Origin; byHand: boolean },
): Promise<DayClosed> {
  return deps.store.write((tx) => {
    if (!byHand && (isAlwaysOpen(tx) || isDayClosed(tx, todayOf(tx))))
      return { done: true as const, tally: null }
    const work = () => {
      const tally = closeOne(tx, origin, todayOf(tx), byHand)
      return { done: true as const, tally }
    }
    return byHand
      ? once(tx, { origin, name: 'day.close', subject: todayOf(tx), content: { day: todayOf(tx) } }, work)
      : work()
  })
}

/** When a day closes by itself (Q13). */
export function closingTime(tx: Tx): string {
  return findSetting(tx, 'day.closeAt')
}

function closeOne(tx: Tx, origin: Origin, day: PlainDate, byHand: boolean): DayTally {
  const tickets = findOfDay(tx, day)
  const { decisions, tally } = closeDay(tickets, { byHand, now: tx.at })
  for (const decision of decisions) {
    const before = tickets.find(({ id }) => id === decision.ticket.id)
    if (before !== undefined) saveDecision(tx, origin, before, decision)
  }
  endDuties(tx, origin)
  closeLeases(tx, origin, day)
  tx.record({ type: 'day.closed', subject: day, version: 1, origin, data: { ...tally } })
  return tally
}

function endDuties(tx: Tx, origin: Origin): void {
  const open = findOpenDuties(tx)
  closeAllDuties(tx, tx.at)
  for (const { id, window, staff } of open) {
    const data = { window, duty: id, clerk: staff, cause: 'day_closed' }
    tx.record({ type: 'window.closed', subject: `window:${window}`, version: 1, origin, data })
    tx.tell({ kind: 'window_changed', window })
  }
}
