import type {
  ClockConfidence,
  ContactPurpose,
  ContactWay,
  HandedWay,
  PaperForm,
  RelationOf,
  RevokedAt,
  Satisfaction,
} from '@counter/shared/vocabulary/agency'
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
  MaterialState,
  ToldHow,
} from '@counter/shared/vocabulary/case'
import type { Limit } from '@counter/shared/vocabulary/clock'
import type { EditedField } from '@counter/shared/vocabulary/edit'
import type { HoldReason } from '@counter/shared/vocabulary/hold-reason'
import type { CaseId, ItemCode, StaffId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { ResultWay } from '@counter/shared/vocabulary/result'
import type { OrderIssuer, OrderLevel, OrderRule } from '@counter/shared/vocabulary/supervision'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'

/** How one material stands; `promisedOn` only with `deferred` (C205). */
export interface MaterialMark {
  readonly name: string
  readonly state: MaterialState
  readonly promisedOn: PlainDate | null
}

/** One paper as a village point took it: what it is, as what, and how many (V17). */
export interface PaperTaken {
  readonly name: string
  readonly form: PaperForm
  readonly count: number
}

/** One line of a one-time notice: what is missing or wrong, and how to get it right (C404). */
export interface SupplementLine {
  readonly name: string
  readonly problem: string
}

/** One fact of a case's person that was put right. */
export interface FactChange {
  readonly field: EditedField
  readonly from: string
  readonly to: string
}

/** What is asked of the second person; the limits are checked again at the approval (C403). */
export type Proposal =
  | { readonly kind: Extract<ApprovalKind, 'refuse'>; readonly reason: string; readonly organ: string }
  | { readonly kind: Extract<ApprovalKind, 'deny'>; readonly reason: string; readonly remedies: string }
  | { readonly kind: Extract<ApprovalKind, 'extend'>; readonly reason: string; readonly days: number }
  | { readonly kind: Extract<ApprovalKind, 'return'>; readonly reason: string }
  | {
      readonly kind: Extract<ApprovalKind, 'supplement'>
      readonly reason: string
      readonly lines: readonly SupplementLine[]
    }

/** The number of the data exchange, where the item has an implementation code (C1104). */
interface Exchanged {
  readonly exchange?: string
}

/** A due date that was given to the resident with this event (C520). */
interface Told {
  readonly toldDueOn?: PlainDate
}

/** One due date that other rules move. While the clock is paused both are the days "if it resumed today" (C510). */
export interface DueMove<Kind extends string = ClockKind> {
  readonly kind: Kind
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What a clock said before a step that changes more than its rules, and says after it; null where it has not started. */
export interface ItemMove<Kind extends string = ClockKind> {
  readonly kind: Kind
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

/** Due dates that other rules moved: by which change, from when to when, and which day the resident had been told (C604). */
export interface RulesApplied<Kind extends string = ClockKind> {
  readonly change: string | null
  readonly moves: readonly DueMove<Kind>[]
  readonly toldOn: PlainDate | null
}

/** The moment of a capture as the phone claimed it, and the bounds within which it lies (V77). */
export interface ClaimedTime {
  readonly claimedAt: Instant
  readonly offsetMs: number
  readonly confidence: ClockConfidence
  /** Null where the phone had heard nothing of the centre's time, or did not say so. */
  readonly earliest: Instant | null
}

/** What each event of a case records. Personal data is never part of it; it lies in its own encrypted columns. */
export interface CaseEventPayloads {
  'case.registered': {
    readonly village: VillageCode
    readonly materials: readonly MaterialMark[]
    /** Handed up on the same day; absent where it was not said (V21). */
    readonly isUrgent?: true
    /** What the phone claimed and how far it can be trusted; when it happened is the centre's reading of it (V77). */
    readonly claim?: ClaimedTime
    /** Papers that lie at the point: the hall has the case in hand only with them (V17, V21). */
    readonly papers?: readonly PaperTaken[]
  }
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
    /** Only with a list after the first one: why, and which supervisor allowed it (C404). */
    /** The resident learns of it by way of the village, and only then has been told (V25). */
    readonly viaVillage?: true
    /** Nobody served the point at the issue: the hall tells the resident (V1). */
    readonly byHall?: true
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
  /** One leg between point and hall, signed for; what differs is written beside it (V94). */
  'papers.handed': { readonly way: HandedWay; readonly papers: readonly PaperTaken[] }
  /** 转告补正 (V21). */
  'notice.relayed': { readonly way: ContactWay }
  'contact.attempted': {
    readonly purpose: ContactPurpose
    readonly way: ContactWay
    readonly isReached: boolean
  }
  /** 未能联系: nobody was reached on so many days, and the centre goes on (V22). */
  'contact.given_up': { readonly purpose: ContactPurpose }
  /** The agent's own call, which is no rating; the remark is written beside it (V20). */
  'followup.recorded': { readonly way: ContactWay; readonly satisfaction: Satisfaction }
  'authority.revoked': { readonly where: RevokedAt }
  /** The masked name only; the whole one is encrypted beside it (P30). */
  'originals.returned': { readonly names: readonly string[]; readonly receiver: string }
  /** 核定时间: when the village took it, within the bounds of its claim; why is written beside it (V78). */
  'capture.dated': { readonly at: Instant; readonly from: Instant }
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
  /** What is right of the person of the case; both values stay, sealed beside it, '' where there is none (V16, V73). */
  'case.edited': { readonly changes: readonly FactChange[] }
  /** The resident wants the case withdrawn and the point says so; ends with the case or with a no (V73). */
  'withdrawal.asked': { readonly reason: string }
  'withdrawal.declined': { readonly reason: string }
  /** Recorded in both cases. `left` is how many look-alikes of this one nobody has judged yet (C445). */
  'duplicate.judged': { readonly other: CaseId; readonly verdict: DuplicateVerdict; readonly left: number }
  /** In the later case, which ends with it; the other half stands in the case that is kept. */
  'case.merged': { readonly into: CaseId }
  'case.absorbed': { readonly from: CaseId; readonly left: number }
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
