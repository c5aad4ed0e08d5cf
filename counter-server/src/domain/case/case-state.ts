import type {
  CaseChannel,
  CaseFlag,
  CaseStatus,
  CaseType,
  Decision,
  DuplicateVerdict,
  SubtaskEnd,
} from '@counter/shared/vocabulary/case'
import type { Limit } from '@counter/shared/vocabulary/clock'
import type { CaseId, ItemCode, StaffId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { ResultWay } from '@counter/shared/vocabulary/result'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { type AgencyState, NO_AGENCY } from './agency-state.ts'
import type { ClaimedTime } from './claimed-time.ts'
import type { CaseEventPayloads } from './event.ts'
import type { MaterialMark, SupplementLine } from './material-mark.ts'
import type { Proposal } from './proposal.ts'

/** A stop of the clocks; still open while `resumedAt` is null (C509). */
export interface Pause {
  readonly eventId: string
  readonly reason: CaseEventPayloads['case.paused']['reason']
  readonly pausedAt: Instant
  readonly resumedAt: Instant | null
  /** The time that was told in writing (C511). */
  readonly told: Limit
}

/** 容缺: the nearest day on which a paper was promised, until everything promised is in (C205). */
export interface PaperPromise {
  readonly eventId: string
  readonly madeAt: Instant
  readonly until: PlainDate
  readonly keptAt: Instant | null
}

/** One one-time notice and what of it has come in (C404, C417). */
export interface SupplementList {
  readonly eventId: string
  readonly requestedAt: Instant
  /** When the resident had it: at issue, or when the point passed it on; null until then (V25). */
  readonly toldAt: Instant | null
  readonly lines: readonly SupplementLine[]
  readonly handedIn: readonly string[]
  readonly completedAt: Instant | null
}

/** One supervision order as its events say it stands (C705). */
export interface Order extends Readonly<CaseEventPayloads['order.issued']> {
  readonly eventId: string
  /** The unit that answers: the one that has the case, also after a transfer. */
  readonly unit: UnitCode
  readonly issuedAt: Instant
  readonly reply: { readonly eventId: string; readonly at: Instant } | null
  readonly closed: { readonly eventId: string; readonly at: Instant } | null
}

/** Who answers for the case from when to when; `unit` null is the county (C801). */
export interface Leg {
  readonly eventId: string
  readonly unit: UnitCode | null
  readonly from: Instant
  readonly to: Instant | null
}

/** What another unit is asked for; `ended` null while it is open (C805). */
export interface Subtask {
  readonly eventId: string
  readonly unit: UnitCode
  readonly dueOn: PlainDate
  readonly openedAt: Instant
  readonly ended: { readonly eventId: string; readonly at: Instant; readonly how: SubtaskEnd } | null
  /** The item asked for it with the acceptance (C207). */
  readonly isJoint: boolean
  /** Only where it is to be checked whether what was promised is true: the version of the promise text (C206). */
  readonly pledge: number | null
}

/** A transfer that nobody has taken over yet; until then the sender answers (C802). */
export interface HandOver {
  readonly eventId: string
  readonly from: UnitCode
  readonly to: UnitCode
  readonly at: Instant
}

/** One attempt to tell the resident that the result is ready. */
export interface ResultCall {
  readonly eventId: string
  readonly at: Instant
  readonly way: ResultWay
  readonly isReached: boolean
}

/** The case as its events say it stands: the stored row is this and nothing else (C301). */
export interface CaseState {
  readonly status: CaseStatus
  /** One per event; the `version` that screens send back (N2). */
  readonly rev: number
  readonly flags: readonly CaseFlag[]
  readonly channel: CaseChannel | null
  readonly village: VillageCode | null
  readonly unit: UnitCode | null
  readonly person: StaffId | null
  readonly itemCode: ItemCode | null
  readonly itemVersion: number | null
  readonly caseType: CaseType
  readonly materials: readonly MaterialMark[]
  /** The day that an old ledger promised; it is the promise of the case (C520). */
  readonly ledgerPromise: PlainDate | null
  readonly registeredAt: Instant | null
  /** What the point's phone claimed of it; null of a case of the hall and where it did not say (V77). */
  readonly claim: ClaimedTime | null
  readonly receivedAt: Instant | null
  /** When the application was complete: receipt, or the last listed paper (C515). */
  readonly completeAt: Instant | null
  /** From when the acceptance counts; for a deemed one the receipt (C514). */
  readonly acceptedAt: Instant | null
  /** When the notice clock last stopped: acceptance, notice or end; null while it runs. */
  readonly noticeEndedAt: Instant | null
  readonly decidedAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly endedAt: Instant | null
  readonly decision: Decision | null
  readonly supplements: readonly SupplementList[]
  /** What was asked for last after acceptance (C516). */
  readonly asked: readonly SupplementLine[]
  readonly pauses: readonly Pause[]
  readonly promise: PaperPromise | null
  readonly legs: readonly Leg[]
  readonly handOver: HandOver | null
  /** Every transfer that was sent back, between which units (C803). */
  readonly sentBack: readonly { readonly from: UnitCode; readonly to: UnitCode }[]
  readonly checks: number
  readonly subtasks: readonly Subtask[]
  /** From when the matter is with the organ that decides it (C806). */
  readonly forwardedAt: Instant | null
  /** Whom the case concerns and who therefore has nothing to do with it (C804). */
  readonly recused: { readonly units: readonly UnitCode[]; readonly people: readonly StaffId[] }
  /** Who handles it and has declared to be no relation of the applicant (V12). */
  readonly unrelated: readonly StaffId[]
  readonly statusBeforePause: CaseStatus | null
  /** Days granted by the one extension, 0 without (C513). */
  readonly extendedDays: number
  readonly pending: (Proposal & { readonly eventId: string; readonly requestedBy: StaffId }) | null
  readonly told: readonly { readonly eventId: string; readonly dueOn: PlainDate }[]
  readonly lastClockEventAt: Instant | null
  readonly residentUrgedAt: Instant | null
  /** Every supervision order, in the order of issue; they outlive the end of the case (C705). */
  readonly orders: readonly Order[]
  /** Where the paper result lies, and every attempt to tell of it. */
  readonly shelf: string | null
  readonly calls: readonly ResultCall[]
  /** What its village point has to do and has done (V21). */
  readonly agency: AgencyState
  /** The case that this one was merged into, and those that were merged into this one (C445). */
  readonly mergedInto: CaseId | null
  readonly absorbed: readonly CaseId[]
  /** Since when a wish to withdraw the case waits for an answer; null without one (V73). */
  readonly withdrawalAskedAt: Instant | null
  /** Look-alikes that a clerk has judged; no pair is asked about twice (C445). */
  readonly judged: readonly { readonly other: CaseId; readonly verdict: DuplicateVerdict }[]
  /** The event each clock started with, for the explanation of the days. */
  readonly startedBy: {
    readonly receipt: string | null
    readonly complete: string | null
    readonly acceptance: string | null
    readonly decision: string | null
  }
}

/** A case before its first event. */
export const NEW_CASE: CaseState = {
  status: 'draft',
  rev: 0,
  flags: [],
  channel: null,
  village: null,
  unit: null,
  person: null,
  itemCode: null,
  itemVersion: null,
  caseType: 'deadline',
  materials: [],
  ledgerPromise: null,
  registeredAt: null,
  claim: null,
  receivedAt: null,
  completeAt: null,
  acceptedAt: null,
  noticeEndedAt: null,
  decidedAt: null,
  deliveredAt: null,
  endedAt: null,
  decision: null,
  supplements: [],
  asked: [],
  pauses: [],
  promise: null,
  legs: [],
  handOver: null,
  sentBack: [],
  checks: 0,
  subtasks: [],
  forwardedAt: null,
  recused: { units: [], people: [] },
  unrelated: [],
  statusBeforePause: null,
  extendedDays: 0,
  pending: null,
  told: [],
  lastClockEventAt: null,
  residentUrgedAt: null,
  orders: [],
  shelf: null,
  calls: [],
  agency: NO_AGENCY,
  mergedInto: null,
  absorbed: [],
  withdrawalAskedAt: null,
  judged: [],
  startedBy: { receipt: null, complete: null, acceptance: null, decision: null },
}
