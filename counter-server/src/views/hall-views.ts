import type {
  Announcement,
  Hall,
  HallFigures,
  HallState,
  HallWindow,
  IssuedTicket,
  Quote,
} from '@counter/shared/contract/hall'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import type { Instant } from '@counter/shared/vocabulary/time'
import { tagOf } from '../domain/queue/announcement.ts'
import type { Estimate, ShownWait } from '../domain/queue/estimate.ts'
import type { Ticket } from '../domain/queue/ticket.ts'
import type { AnnouncementRow } from '../store/announcements.ts'
import type { NamedWindow } from '../store/hall.ts'
import type { Issued } from '../usecases/hall/put-in-line.ts'
import type { HallCounts, HallView } from '../usecases/hall/read-hall.ts'
import type { CentreFacts } from '../usecases/township/read-centre.ts'

/** The range as shown, or nulls: then only the people ahead are told (Q62). */
export function toRange(shown: ShownWait | null): { low: number | null; high: number | null } {
  return { low: shown?.low ?? null, high: shown?.high ?? null }
}

export function toQuote({ ahead, quote }: Estimate): Quote {
  return { ahead, ...toRange(quote?.shown ?? null) }
}

export function toIssuedTicket(
  { ticket, estimate, token, queryCode, printJobId, appointmentAt = null }: Issued,
  publicUrl: string,
): IssuedTicket {
  return {
    ticketId: ticket.id,
    number: ticket.number,
    cls: ticket.cls,
    topic: ticket.topic,
    issuedAt: ticket.issuedAt,
    businessDate: ticket.businessDate,
    quote: toQuote(estimate),
    token,
    queryCode: printedQueryCode(queryCode),
    link: `${publicUrl}/t#${token}`,
    printJobId,
    version: ticket.version,
    ...batchOf(ticket, appointmentAt),
  }
}

/** Said of a number only when more than one service is behind it; late for an appointment it waits as a walk-in's (V92, Q36). */
export function batchOf(
  { weight, cls }: Pick<Ticket, 'weight' | 'cls'>,
  appointmentAt: Instant | null,
): { readonly weight?: number; readonly bookedAt?: Instant } {
  if (weight <= 1) return {}
  return cls === 'appointment' && appointmentAt !== null ? { weight, bookedAt: appointmentAt } : { weight }
}

export function toAnnouncement(row: AnnouncementRow): Announcement {
  const { seq, kind, number, tag, window, callNo, at, clips, spokenAt } = row
  return { seq, kind, number, tag, window, callNo, at, clips: [...clips], isSpoken: spokenAt !== null }
}

/** Numbers, windows and times only (U23): a field that is not named here cannot reach the wall. */
export function toHallWindow({ window, state, duty, occupant }: NamedWindow): HallWindow {
  const current =
    occupant === null || occupant.calledAt === null
      ? null
      : {
          number: occupant.number,
          tag: tagOf(occupant),
          callNo: Math.max(1, occupant.callNo),
          calledAt: occupant.calledAt,
          isServing: occupant.status === 'serving',
        }
  return { window, state, until: duty?.until ?? null, current }
}

export function toHallFigures({
  waiting,
  openWindows,
  shown,
  next,
  missed,
  lastCalls,
  isOpen,
  late,
}: HallCounts): HallFigures {
  const toNumber = (ticket: Ticket) => ({ number: ticket.number, tag: tagOf(ticket) })
  return {
    waiting,
    openWindows,
    ...toRange(shown),
    next: next.map(toNumber),
    missed: missed.map(toNumber),
    lastCalls: lastCalls.map(({ number, tag, window }) => ({ number, tag, window })),
    intake: isOpen ? 'open' : 'closed',
    late: { topics: [...late.topics], isStopped: late.isStopped },
  }
}

export function toHallState({
  businessDate,
  windows,
  announcements,
  counts,
  speakingWall,
  notices,
}: HallView): HallState {
  return {
    businessDate,
    windows: windows.map(toHallWindow),
    announcements: announcements.map(toAnnouncement),
    figures: toHallFigures(counts),
    speakingWall,
    notices: [...notices],
  }
}

export function toHall(
  centre: CentreFacts,
  hall: HallView,
  { publicUrl, headStartMs, serverNow }: { publicUrl: string; headStartMs: number; serverNow: Instant },
): Hall {
  const {
    name,
    hall: place,
    address,
    consultPhone,
    supervisionPhone,
    dutyPhone,
    isSample,
    needsFirstAdministrator,
  } = centre
  return {
    centre: {
      name,
      hall: place,
      address,
      consultPhone,
      supervisionPhone,
      dutyPhone,
      isSample,
      needsFirstAdministrator,
    },
    topics: centre.topics.map(({ topic, unit, unitName }) => ({
      topic,
      unit,
      unitName,
      isUnsure: topic === 'unsure',
    })),
    villages: centre.villages.map(({ code, name: villageName }) => ({ village: code, name: villageName })),
    sessions: centre.sessions.map(([from, to]) => [from, to]),
    isAlwaysOpen: centre.isAlwaysOpen,
    notices: [...hall.notices],
    settings: {
      idleSeconds: 45,
      guideIdleSeconds: 90,
      headStartMinutes: headStartMs / 60_000,
      publicUrl,
      voiceMute: centre.voiceMute,
    },
    figures: toHallFigures(hall.counts),
    businessDate: hall.businessDate,
    serverNow,
  }
}
