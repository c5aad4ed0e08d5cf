import type { DeviceId, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { ShownWait } from '../../domain/queue/estimate.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import {
  type AnnouncementRow,
  findAnnouncement,
  findLastCalls,
  findRecentAnnouncements,
} from '../../store/announcements.ts'
import { findSpeaker } from '../../store/devices.ts'
import { findTopics, type NamedWindow } from '../../store/hall.ts'
import { findByStatus } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type HallNow, noticesOf, readHallNow } from './hall-now.ts'
import { lateNow } from './intake-guard.ts'
import { isHallOpen } from './opening-hours.ts'
import { recentSince } from './ticket-acts.ts'
import type { Comer, WaitEstimator } from './wait.ts'

/** The counts of the hall as every public screen shows them. */
export interface HallCounts {
  readonly waiting: number
  readonly openWindows: number
  readonly shown: ShownWait | null
  readonly next: readonly Ticket[]
  readonly missed: readonly Ticket[]
  /** The last six tickets that were called, newest first (Q57). */
  readonly lastCalls: readonly AnnouncementRow[]
  readonly isOpen: boolean
  /** Topics whose next comer is likely too late today (Q41). */
  readonly late: { readonly topics: readonly TopicKey[]; readonly isStopped: boolean }
}

/** What a wall or kiosk knows of the hall. */
export interface HallView {
  readonly businessDate: PlainDate
  readonly windows: readonly NamedWindow[]
  readonly announcements: readonly AnnouncementRow[]
  readonly counts: HallCounts
  readonly speakingWall: DeviceId | null
  readonly notices: readonly string[]
}

const STRIP_MS = 15_000

/** Reads the hall for its public screens; the wait in the strip is made anew each 15 s, not at each ticket (K-1). */
export function createHallReader(deps: Deps & { readonly wait: WaitEstimator }) {
  let strip: { readonly at: Instant; readonly shown: ShownWait | null } | null = null

  function shownWait(tx: Tx): ShownWait | null {
    if (strip !== null && strip.at <= tx.at && toMs(tx.at) - toMs(strip.at) < STRIP_MS) return strip.shown
    strip = { at: tx.at, shown: deps.wait.atEnd(tx, nextComer(tx))?.shown ?? null }
    return strip.shown
  }

  function counts(tx: Tx, hall: HallNow): HallCounts {
    return {
      waiting: hall.waiting.length,
      openWindows: hall.windows.filter(({ state }) => state === 'open').length,
      shown: shownWait(tx),
      next: hall.waiting.slice(0, 8),
      missed: findByStatus(tx, hall.businessDate, ['missed']).slice(-60),
      lastCalls: lastSix(findLastCalls(tx, hall.businessDate)),
      isOpen: isHallOpen(tx),
      late: lateNow(tx),
    }
  }

  return {
    whole(tx: Tx): HallView {
      const hall = readHallNow(deps, tx)
      const announcements = findRecentAnnouncements(tx, recentSince(tx))
      return {
        businessDate: hall.businessDate,
        windows: hall.windows,
        announcements,
        counts: counts(tx, hall),
        speakingWall: findSpeaker(tx)?.id ?? null,
        notices: noticesOf(tx),
      }
    },
    counts: (tx: Tx): HallCounts => counts(tx, readHallNow(deps, tx)),
    windows: (tx: Tx): readonly NamedWindow[] => readHallNow(deps, tx).windows,
    notices: noticesOf,
    speakingWall: (tx: Tx): DeviceId | null => findSpeaker(tx)?.id ?? null,
    announcement: (tx: Tx, seq: number): AnnouncementRow | undefined => findAnnouncement(tx, seq),
  }
}

export type HallReader = ReturnType<typeof createHallReader>

const LAST_CALLS = 6

// A recall is the same ticket again; it stands once, where it was called last.
function lastSix(calls: readonly AnnouncementRow[]): AnnouncementRow[] {
  const isFirst = ({ ticket }: AnnouncementRow, place: number) =>
    calls.findIndex((other) => other.ticket === ticket) === place
  return calls.filter(isFirst).slice(0, LAST_CALLS)
}

// The wait of somebody who took an ordinary number now, with the last tile 「我说不清」.
function nextComer(tx: Tx): Comer {
  const topic = findTopics(tx).at(-1)?.topic ?? ('' as TopicKey)
  return { id: 'next' as TicketId, topic, cls: 'ordinary', weight: 1 }
}
