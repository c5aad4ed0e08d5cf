import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Hall } from '../../domain/queue/order.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findBookingsAhead } from '../../store/bookings.ts'
import { findWindows, type NamedWindow } from '../../store/hall.ts'
import { findNoticesOn } from '../../store/notices.ts'
import { findWaiting } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

/** The hall as every decision of a transaction sees it. */
export interface HallNow extends Hall {
  readonly windows: readonly NamedWindow[]
}

/** Today at the fixed offset; the record's time never runs backwards, so neither does the day (Q3). */
export function todayOf(tx: Tx): PlainDate {
  return civilDate(tx.at)
}

export function readHallNow({ queue }: Pick<Deps, 'queue'>, tx: Tx): HallNow {
  const businessDate = todayOf(tx)
  const windows = tx.kept('windows', () => findWindows(tx, businessDate))
  const waiting = tx.kept('waiting', () => findWaiting(tx, businessDate))
  const bookings = tx.kept('bookings', () => findBookingsAhead(tx, businessDate))
  return { businessDate, now: tx.at, settings: queue(tx), windows, waiting, bookings }
}

/** One window, or `window.not_found`. */
export function requireWindow(
  hall: { readonly windows: readonly NamedWindow[] },
  window: number,
): NamedWindow {
  const found = hall.windows.find((each) => each.window === window)
  if (found === undefined) throw new Refusal('window.not_found', { w: window })
  return found
}

/** Today's notices, a page each, for every public screen. */
export function noticesOf(tx: Tx): readonly string[] {
  return findNoticesOn(tx, todayOf(tx)).map(({ text }) => text)
}
