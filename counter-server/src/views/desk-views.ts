import type {
  CallHeard,
  DeskAnswer,
  DeskFigures,
  DeskTicket,
  DeskWindow,
  WhyThisOne,
} from '@counter/shared/contract/desk'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { KeyLine } from '../domain/queue/choice.ts'
import type { AnnouncementRow } from '../store/announcements.ts'
import type { DeskResult, TicketFacts, WindowFacts } from '../usecases/hall/desk-result.ts'
import type { DeskCounts, WhyCalled } from '../usecases/hall/read-window.ts'

export function toDeskTicket({ ticket, caseIds, isEnteredLater }: TicketFacts): DeskTicket {
  return {
    id: ticket.id,
    number: ticket.number,
    cls: ticket.cls,
    topic: ticket.topic,
    status: ticket.status,
    window: ticket.window,
    directedWindow: ticket.directedWindow,
    issuedAt: ticket.issuedAt,
    baseAt: instantOf(ticket.baseTime),
    calledAt: ticket.calledAt,
    firstCalledAt: ticket.firstCalledAt,
    startedAt: ticket.startedAt,
    heldAt: ticket.heldAt,
    missedAt: ticket.missedAt,
    callNo: ticket.callNo,
    countedCalls: ticket.countedCalls,
    outcome: ticket.outcome,
    needsSpokenCall: ticket.needsSpokenCall,
    // An answer that was kept before there was this mark has none.
    isEnteredLater: isEnteredLater === true,
    caseIds: [...caseIds],
    caseId: ticket.caseId,
    weight: ticket.weight,
    version: ticket.version,
  }
}

export function toDeskWindow({
  window,
  name,
  state,
  reason,
  pausedAt,
  until,
  duty,
}: WindowFacts): DeskWindow {
  return {
    window,
    name,
    state,
    reason,
    pausedAt: pausedAt as Instant | null,
    until: until as Instant | null,
    duty:
      duty === null
        ? null
        : {
            staffId: duty.staffId as StaffId,
            displayName: duty.displayName,
            openedAt: duty.openedAt as Instant,
            takenOver: duty.takenOver,
          },
  }
}

export function toDeskAnswer({ ticket, window, queueEmpty }: DeskResult): DeskAnswer {
  return {
    ticket: ticket === null ? null : toDeskTicket(ticket),
    window: window === null ? null : toDeskWindow(window),
    queueEmpty,
  }
}

export function toDeskFigures({ waiting, order, servedToday, rules }: DeskCounts): DeskFigures {
  return { waiting, order: [...order], servedToday, rules: { ...rules } }
}

export function toCallHeard(row: AnnouncementRow): CallHeard {
  const { seq, ticket, kind, at, shownAt, spokenAt, path, expiredAt } = row
  return {
    seq,
    ticketId: ticket,
    kind,
    announcedAt: at,
    shownAt,
    spokenAt,
    path,
    isUnheard: expiredAt !== null && spokenAt === null,
  }
}

/** The explanation kept with the call (Q19). Called back from hold or served at once, a ticket was compared with nobody. */
export function toWhy({ why, calledAt, by, present, weight, bookedAt }: WhyCalled): WhyThisOne {
  if (!('chosen' in why)) {
    const { kind: callKind, reason } = why
    return {
      called: toKey(present),
      weight,
      bookedAt,
      tier: 'main',
      callKind,
      isProtected: false,
      reason,
      passed: [],
      by,
      at: calledAt,
    }
  }
  return {
    called: toKey(why.chosen),
    weight,
    bookedAt,
    tier: why.tier === 1 ? 'main' : 'helps',
    callKind: why.kind,
    isProtected: why.passed.length === 0 && why.chosen.delayMs === 0 && why.chosen.cls === 'ordinary',
    reason: why.reason,
    passed: why.passed.map(toKey),
    by,
    at: calledAt,
  }
}

function toKey({ number, cls, baseTime, delayMs, callKey, issueOrder }: KeyLine): WhyThisOne['called'] {
  return {
    number,
    cls,
    baseAt: instantOf(baseTime),
    delayMinutes: delayMs / 60_000,
    keyAt: instantOf(callKey),
    order: issueOrder,
  }
}
