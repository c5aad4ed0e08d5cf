import type { CaseId, LineKey, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { TicketClass, TicketStatus, VisitOutcome } from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'

/** One number of one day, from the kiosk to its end. It carries no name, ID number or phone (Q4). */
export interface Ticket {
  readonly id: TicketId
  /** What is printed and shown, `综 012`; never changes (Q1, Q2). */
  readonly number: string
  readonly prefix: string
  readonly serial: number
  readonly line: LineKey
  readonly topic: TopicKey
  readonly cls: TicketClass
  readonly status: TicketStatus
  readonly businessDate: PlainDate
  readonly issuedAt: Instant
  /** Arrival, or the appointment when on time; ms since 1970, fixed for life. */
  readonly baseTime: number
  /** Base time + delay of the class, ms since 1970; changed only by an event (Q14). */
  readonly callKey: number
  /** Breaks ties of the key; a rejoined ticket gets a fresh one (Q14, Q28). */
  readonly issueOrder: number
  /** Services behind this one number, 1 to 10 (Q9). */
  readonly weight: number
  /** Only this window may call it next. */
  readonly directedWindow: number | null
  /** The window that has it or, once ended, had it. */
  readonly window: number | null
  /** How many stays at a window have begun, undone ones included, so that a leg number names one leg. */
  readonly leg: number
  /** Calls of the present leg, counted and uncounted (Q25). */
  readonly callNo: number
  readonly countedCalls: number
  readonly lastCountedCallAt: Instant | null
  readonly lastCallAt: Instant | null
  /** First call of the present leg; a recall does not move it (Q25). */
  readonly calledAt: Instant | null
  readonly firstCalledAt: Instant | null
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly heldAt: Instant | null
  readonly missedAt: Instant | null
  readonly cancelledAt: Instant | null
  /** What a restore goes back to (Q34). */
  readonly cancelledFrom: TicketStatus | null
  /** Null on a served ticket means unrecorded (Q13). */
  readonly outcome: VisitOutcome | null
  readonly rejoins: number
  readonly postpones: number
  /** How many later arrivals were called before it (Q17). */
  readonly overtaken: number
  readonly protectedAt: Instant | null
  /** 需当面叫: the resident cannot hear or see the call. */
  readonly needsSpokenCall: boolean
  readonly caseId: CaseId | null
  readonly version: number
}
