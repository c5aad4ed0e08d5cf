import type { ChargedTo, ClockKind, ClockState, Light, SegmentReason } from './case.ts'
import type { Instant, PlainDate } from './time.ts'

/** A length of time as the law writes it: whole or half working days, or natural days (C501). */
export interface Limit {
  readonly value: number
  readonly unit: 'workday' | 'day'
}

/** One run of days of the computation, shown to clerk and resident alike (U9). */
export interface Segment {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly reason: SegmentReason
  /** The holiday that explains the run, or for a pause which of the closed list it is. */
  readonly name: string | null
  /** Days of the run that count toward the limit. */
  readonly counted: number
  readonly chargedTo: ChargedTo
  readonly eventId: string | null
}

/** Why a due date is what it is, besides its days: what was added, moved or cut, and by which notices days are off (U9). */
export interface DueReasons {
  /** Days that the one extension added to the limit (C513). */
  readonly extended: number
  /** The last natural day as counted, when it is off and the due day is another one (C507). */
  readonly nominalOn: PlainDate | null
  /** Accepted by silence, with effect from the receipt (C514). */
  readonly isDeemed: boolean
  /** The promise was cut to the earlier statutory due date (C517). */
  readonly isCut: boolean
  /** The notices that name the days off and the make-up days among the days shown (C601). */
  readonly notices: readonly string[]
}

/** What a clock says at one moment (cases.md 5); letters have clocks of their own kinds (C1302). */
export interface ClockReading<Kind extends string = ClockKind> {
  readonly kind: Kind
  readonly state: ClockState
  readonly limit: Limit
  readonly startedOn: PlainDate
  /** Null while paused (C510); `dueOn` then is the date "if it resumed today". */
  readonly dueAt: Instant | null
  readonly dueOn: PlainDate
  /** From this instant the light is yellow (C701). Null when the clock is not shown as a light. */
  readonly yellowAt: Instant | null
  readonly used: number
  readonly left: number
  readonly overdue: number
  readonly provisional: boolean
  /** True when the promise was cut to the earlier statutory due date (C517). */
  readonly cutToStatutory: boolean
  readonly segments: readonly Segment[]
  readonly reasons: DueReasons
}

/** The facts a light is drawn from; the same on server and screen, so they cannot disagree (C701, C503). */
export interface LightFacts {
  readonly state: ClockState
  readonly dueAt: Instant | null
  readonly yellowAt: Instant | null
}

/** The light of a running or paused clock at `now`: red only after the due instant itself has passed (C503, C703). */
export function lightAt({ state, dueAt, yellowAt }: LightFacts, now: Instant): Light {
  if (state === 'paused') return 'paused'
  if (state === 'stopped' || dueAt === null) return 'done'
  if (now > dueAt) return 'red'
  return yellowAt !== null && now >= yellowAt ? 'yellow' : 'green'
}
