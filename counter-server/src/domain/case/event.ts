import type { RelationOf } from '@counter/shared/vocabulary/agency'
import type {
  ApprovalKind,
  CaseChannel,
  CaseEventType,
  CaseFlag,
  CaseType,
  ClockKind,
  Decision,
  DeliveryWay,
  DuplicateVerdict,
  MarkThreshold,
  ToldHow,
} from '@counter/shared/vocabulary/case'
import type { Limit } from '@counter/shared/vocabulary/clock'
import type { HoldReason } from '@counter/shared/vocabulary/hold-reason'
import type { CaseId, ItemCode, StaffId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { ResultWay } from '@counter/shared/vocabulary/result'
import type { OrderIssuer, OrderLevel, OrderRule } from '@counter/shared/vocabulary/supervision'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { AgencyEventPayloads } from './agency-event.ts'
import type { MaterialMark, SupplementLine } from './material-mark.ts'
import type { Proposal } from './proposal.ts'
import type { ItemMove, RulesApplied } from './rules-applied.ts'

/** What each event of a case records. Personal data is never part of it; it lies in its own encrypted columns. */
export interface CaseEventPayloads extends AgencyEventPayloads {
  'case.received': {
    readonly channel: CaseChannel
    readonly village: VillageCode | null
    readonly unit: UnitCode
    readonly itemCode: ItemCode
    readonly itemVersion: number
    readonly caseType: CaseType
    readonly materials: readonly MaterialMark[]
    readonly flags: readonly CaseFlag[]
    /** The notice for minors and sensitive matters that was shown (C1109). */
    readonly noticeVersion?: number
  }
  /** An open case of an old ledger, with the day that was promised there; the old number is its alias (C520). */
  'case.imported': Told & {
    readonly ledger: string
    readonly oldNumber: string
    readonly channel: CaseChannel
    readonly village: null
    readonly unit: UnitCode
    readonly itemCode: ItemCode
    readonly itemVersion: number
    readonly caseType: CaseType
    readonly materials: readonly MaterialMark[]
    readonly flags: readonly CaseFlag[]
    /** Null for what was received and not yet accepted. */
    readonly acceptedAt: Instant | null
  }
  'case.converted': Told & { readonly reason: string }
  /** The item chosen by mistake gives way to the right one, in the version of the receipt (C101). */
  'item.changed': Told & {
    readonly fromItem: ItemCode
    readonly fromVersion: number
    readonly itemCode: ItemCode
    readonly itemVersion: number
    readonly caseType: CaseType
    readonly unit: UnitCode
    readonly materials: readonly MaterialMark[]
    /** What the notice of a case that waits for papers asks for instead. */
    readonly lines: readonly SupplementLine[]
    readonly isRepeated: boolean
    readonly reason: string
    readonly moves: readonly ItemMove[]
  }
  'case.not_applicable': { readonly reason: string }
  'case.refused': { readonly reason: string; readonly organ: string; readonly approvedBy: StaffId }
  'supplement.requested': {
    readonly lines: readonly SupplementLine[]
    /** The resident learns of it by way of the village, and only then has been told (V25). */
    readonly viaVillage?: true
    /** Nobody served the point at the issue: the hall tells the resident (V1). */
    readonly byHall?: true
    /** Only with a list after the first one: why, and which supervisor allowed it (C404). */
    readonly again?: { readonly reason: string; readonly approvedBy: StaffId }
  }
  'supplement.handed_in': { readonly names: readonly string[] }
  /** Found missing after acceptance; `basis` is the county's rule where this stops the clock (C516). */
  'papers.asked': { readonly lines: readonly SupplementLine[]; readonly basis: string }
  /** Which version of the promise text the resident signed, and by when its truth is checked; the text stands beside it (C206). */
  'pledge.made': { readonly version: number; readonly unit: UnitCode; readonly dueOn: PlainDate }
  'case.accepted': Told &
    Exchanged & { readonly materials: readonly MaterialMark[]; readonly onSpot: boolean }
  /** `from` only where it takes effect from the receipt in the village instead (C518). */
  'case.deemed_accepted': Told & Exchanged & { readonly noticeDueOn: PlainDate; readonly from?: Instant }
  'case.taken': { readonly person: StaffId }
  'case.paused': { readonly reason: HoldReason; readonly told: Limit; readonly noticeNumber: string }
  'case.resumed': Told & { readonly note: string }
  'case.extended': Told & { readonly days: number; readonly reason: string; readonly approvedBy: StaffId }
  /** `needsTakeOver` is in every transfer but those recorded before there was a take-over: these moved the case at once (C802). */
  'case.transferred': { readonly unit: UnitCode; readonly reason: string; readonly needsTakeOver?: true }
  /** A colleague of the same unit goes on; no clock stops or begins anew (C801). */
  'case.assigned': { readonly person: StaffId; readonly reason: string }
  'transfer.taken_over': { readonly person: StaffId }
  /** `unit` is the one that gets the case back. */
  'transfer.sent_back': { readonly unit: UnitCode; readonly reason: string }
  /** What is asked is written beside it (C805). */
  'subtask.opened': {
    readonly unit: UnitCode
    readonly dueOn: PlainDate
    /** The item asked for it, no handler (C207); absent in those recorded before there was the mark. */
    readonly isJoint?: true
  }
  'subtask.answered': { readonly subtask: string }
  'subtask.waived': { readonly subtask: string; readonly reason: string }
  /** Two handlers or more; what they found is written beside it. */
  'check.recorded': { readonly people: readonly StaffId[] }
  'case.reported_up': { readonly organ: string }
  'case.forwarded': { readonly organ: string }
  'case.result_recorded': { readonly decision: Decision }
  'case.decided': {
    readonly decision: Decision
    readonly onSpot: boolean
    readonly reason: string
    readonly remedies: string
    readonly approvedBy: StaffId | null
  }
  'case.delivered': {
    readonly receiver: string
    readonly relation: string
    readonly way: DeliveryWay
    readonly postNumber: string
    readonly returnedOriginals: readonly string[]
    /** The official fee with the number of its receipt; there is no fee for the agent (V6). */
    readonly fee?: { readonly cents: number; readonly receiptNumber: string }
    /** What a village's phone claims, as it came: its own instant of writing it down, and the day it names (V77, V-5). */
    readonly claimed?: { readonly capturedAt: Instant; readonly on: PlainDate | null }
  }
  'case.withdrawn': { readonly reason: string }
  'case.returned': { readonly reason: string; readonly approvedBy: StaffId }
  'case.voided': { readonly reason: string }
  'case.urged': { readonly by: 'resident' | 'supervisor' }
  'case.noted': {
    readonly text: string
    readonly materials: readonly MaterialMark[]
    readonly clearedFlags: readonly CaseFlag[]
    /** Files that were added with it, by the hash of their content; absent in notes without any (C437). */
    readonly files?: readonly { readonly sha256: string; readonly role: string }[]
  }
  'approval.requested': { readonly proposal: Proposal; readonly requestedBy: StaffId }
  'approval.declined': {
    readonly kind: ApprovalKind
    readonly declinedBy: StaffId
    readonly reason: string
  }
  'calendar.applied': RulesApplied
  'setting.applied': RulesApplied
  'due.told': Told & { readonly how: ToldHow }
  'mark.fired': {
    readonly kind: ClockKind
    readonly threshold: MarkThreshold
    readonly dueAt: Instant
    readonly crossedAt: Instant
  }
  'event.voided': { readonly eventId: string; readonly reason: string }
  'order.issued': {
    readonly number: string
    readonly level: OrderLevel
    readonly rule: OrderRule
    readonly issuer: OrderIssuer
    readonly replyDueOn: PlainDate
    readonly replyDueAt: Instant
  }
  /** `order` is the event that issued it. */
  'order.replied': { readonly order: string }
  'order.closed': { readonly order: string }
  /** A shelf and a box, never a person. */
  'result.shelved': { readonly place: string }
  'result.told': { readonly way: ResultWay; readonly isReached: boolean }
  /** Found after the declaration, which stays as it was said; how it came out is written beside it (V12). */
  'relation.found': { readonly whose: RelationOf }
  /** Who handles a filed case is no relation, by their own word (V12). */
  'relation.declared': { readonly person: StaffId }
  /** 回避: whom the case concerns, a unit or a person (C804). */
  'recusal.noted': {
    readonly unit: UnitCode | null
    readonly person: StaffId | null
    readonly reason: string
  }
  /** Recorded in both cases. `left` is how many look-alikes of this one nobody has judged yet (C445). */
  'duplicate.judged': { readonly other: CaseId; readonly verdict: DuplicateVerdict; readonly left: number }
  /** In the later case, which ends with it; the other half stands in the case that is kept. */
  'case.merged': { readonly into: CaseId }
  'case.absorbed': { readonly from: CaseId; readonly left: number }
}

/** The number of the data exchange, where the item has an implementation code (C1104). */
interface Exchanged {
  readonly exchange?: string
}

/** A due date that was given to the resident with this event (C520). */
interface Told {
  readonly toldDueOn?: PlainDate
}

/** One thing that an act wants recorded. */
export type CaseFact<Type extends CaseEventType = CaseEventType> = {
  readonly [Each in Type]: { readonly type: Each; readonly payload: CaseEventPayloads[Each] }
}[Type]

/** One recorded event: `seq` orders, `occurredAt` is a claim, `recordedAt` is the server's clock (C306). */
export type CaseEvent<Type extends CaseEventType = CaseEventType> = CaseFact<Type> & {
  readonly seq: number
  readonly id: string
  readonly occurredAt: Instant
  readonly recordedAt: Instant
}
