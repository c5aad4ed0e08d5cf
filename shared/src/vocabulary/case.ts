import { ORDER_LEVELS } from './supervision.ts'

/** How a case stands (cases.md 4). */
export const CASE_STATUSES = [
  'draft',
  'received',
  'supplement',
  'accepted',
  'reviewing',
  'paused',
  'forwarded',
  'decided',
  'closed',
  'not_applicable',
  'refused',
  'withdrawn',
  'returned',
  'voided',
] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

/** Statuses after which nothing more happens (cases.md 4). */
export const ENDED_STATUSES = [
  'closed',
  'not_applicable',
  'refused',
  'withdrawn',
  'returned',
  'voided',
] as const satisfies readonly CaseStatus[]

/** What can be done to a case, C410 to C438. */
export const CASE_ACTIONS = [
  'save_draft',
  'receive',
  'convert',
  'change_item',
  'finish_on_spot',
  'not_applicable',
  'refuse',
  'request_supplement',
  'hand_in',
  'ask_papers',
  'pledge',
  'accept',
  'deem_accepted',
  'take',
  'record_check',
  'pause',
  'resume',
  'extend',
  'transfer',
  'assign',
  'take_over',
  'send_back',
  'report_up',
  'forward',
  'record_result',
  'decide',
  'deliver',
  'withdraw',
  'return_case',
  'void',
  'urge',
  'supervise',
  'shelve',
  'tell_result',
  'recuse',
  'edit_facts',
  'ask_withdrawal',
  'decline_withdrawal',
  'add_note',
  'correct',
  'merge',
  'unmerge',
  'judge_duplicate',
] as const
export type CaseAction = (typeof CASE_ACTIONS)[number]

/** What the record of a case is made of; the case itself is a projection of these (C301). */
export const CASE_EVENT_TYPES = [
  'case.registered',
  'case.received',
  'case.imported',
  'case.converted',
  'item.changed',
  'case.not_applicable',
  'case.refused',
  'supplement.requested',
  'supplement.handed_in',
  'papers.asked',
  'pledge.made',
  'case.accepted',
  'case.deemed_accepted',
  'case.taken',
  'case.paused',
  'case.resumed',
  'case.extended',
  'case.transferred',
  'case.assigned',
  'transfer.taken_over',
  'transfer.sent_back',
  'subtask.opened',
  'subtask.answered',
  'subtask.waived',
  'check.recorded',
  'case.reported_up',
  'case.forwarded',
  'case.result_recorded',
  'case.decided',
  'case.delivered',
  'case.withdrawn',
  'case.returned',
  'case.voided',
  'case.urged',
  'case.noted',
  'approval.requested',
  'approval.declined',
  'mark.fired',
  'event.voided',
  'calendar.applied',
  'setting.applied',
  'due.told',
  'order.issued',
  'order.replied',
  'order.closed',
  'result.shelved',
  'result.told',
  'papers.taken',
  'papers.handed',
  'notice.relayed',
  'contact.attempted',
  'contact.given_up',
  'followup.recorded',
  'authority.revoked',
  'originals.returned',
  'capture.dated',
  'relation.found',
  'relation.declared',
  'recusal.noted',
  'case.edited',
  'withdrawal.asked',
  'withdrawal.declined',
  'duplicate.judged',
  'case.merged',
  'case.absorbed',
] as const
export type CaseEventType = (typeof CASE_EVENT_TYPES)[number]

/** How a sub-task 协办 came to its end (C805). */
export const SUBTASK_ENDS = ['answered', 'waived'] as const
export type SubtaskEnd = (typeof SUBTASK_ENDS)[number]

/**
 * What a correction cannot take back: where the case began, what the timer saw, an order's paper, a correction itself, and
 * what stands in two cases at once, which is taken back in both or in none (C302, C445), and what a later word puts right (V73).
 */
export const LASTING_EVENTS = [
  'case.registered',
  'case.received',
  'case.imported',
  'item.changed',
  'mark.fired',
  'order.issued',
  'order.replied',
  'order.closed',
  'event.voided',
  'calendar.applied',
  'setting.applied',
  'due.told',
  'duplicate.judged',
  'case.merged',
  'case.absorbed',
  'authority.revoked',
  'contact.given_up',
  'case.edited',
  'withdrawal.asked',
  'withdrawal.declined',
] as const satisfies readonly CaseEventType[]

/** What a clerk found of two cases that look alike: two matters, or one that is rightly dealt with in two cases (C445). */
export const DUPLICATE_VERDICTS = ['distinct', 'linked'] as const
export type DuplicateVerdict = (typeof DUPLICATE_VERDICTS)[number]

/** How a new due date reached the resident without a paper of its own act (C520). */
export const TOLD_HOW = ['phone', 'sms', 'notice'] as const
export type ToldHow = (typeof TOLD_HOW)[number]

/** 即办件 and 承诺件. */
export const CASE_TYPES = ['immediate', 'deadline'] as const
export type CaseType = (typeof CASE_TYPES)[number]

/** Where a case came in (cases.md 13; the other channels come with the letters). */
export const CASE_CHANNELS = ['window', 'village'] as const
export type CaseChannel = (typeof CASE_CHANNELS)[number]

/** The clocks of a case (cases.md 5). */
export const CLOCK_KINDS = [
  'notice',
  'waiting',
  'committed',
  'statutory',
  'delivery',
  'pause',
  'promise',
  // the village point's own (V21)
  'handup',
  'handup_hard',
  'relay',
  'deliver',
  'followup',
] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

/** 交件, 交件 at the very latest, 转告补正, 送达, 回访: the timers of a village point (V21). */
export const POINT_TIMERS = [
  'handup',
  'handup_hard',
  'relay',
  'deliver',
  'followup',
] as const satisfies readonly ClockKind[]
export type PointTimer = (typeof POINT_TIMERS)[number]

export const CLOCK_STATES = ['running', 'paused', 'stopped'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** Why a run of days counts or does not, the words of 「怎么算的」 (U9). */
export const SEGMENT_REASONS = [
  'start',
  'counted',
  'extended',
  'makeup',
  'weekend',
  'holiday',
  'paused',
  'unpublished',
] as const
export type SegmentReason = (typeof SEGMENT_REASONS)[number]

/** Who a day is charged to (C801). */
export const CHARGED_TO = ['unit', 'resident', 'third_party', 'nobody'] as const
export type ChargedTo = (typeof CHARGED_TO)[number]

/** 红黄绿灯, always shown as shape, word and number (C701). */
export const LIGHTS = ['green', 'yellow', 'red', 'paused', 'done', 'none'] as const
export type Light = (typeof LIGHTS)[number]

/** The crossings that a timer marks once each (C521): the two of the lights, then the steps of the ladder (C704). */
export const MARK_THRESHOLDS = ['yellow', 'red', ...ORDER_LEVELS] as const
export type MarkThreshold = (typeof MARK_THRESHOLDS)[number]

/** How one material of the list stands. 容缺 (`deferred`) needs a promised day (C205). */
export const MATERIAL_STATES = ['received', 'missing', 'deferred', 'not_needed'] as const
export type MaterialState = (typeof MATERIAL_STATES)[number]

export const MATERIAL_SOURCES = ['applicant', 'applicant-or-shared', 'shared', 'agent', 'internal'] as const
export type MaterialSource = (typeof MATERIAL_SOURCES)[number]

/** The closed list of reasons for which a clock may stop (C511). */
export const PAUSE_REASONS = [
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert_review',
  'public_notice',
  'third_party',
  'prior_approval',
] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

/** How a result reaches the resident (C443). */
export const DELIVERY_WAYS = ['collect', 'post', 'agent'] as const
export type DeliveryWay = (typeof DELIVERY_WAYS)[number]

export const DECISIONS = ['granted', 'denied'] as const
export type Decision = (typeof DECISIONS)[number]

/** Who may be told so and must sign: approvals by a second person (C403). */
export const APPROVAL_KINDS = ['refuse', 'deny', 'extend', 'return', 'supplement'] as const
export type ApprovalKind = (typeof APPROVAL_KINDS)[number]

export const CASE_FLAGS = [
  'converted',
  'extended',
  'deferred',
  'deemed',
  'awaiting_files',
  'possible_duplicate',
  'merged',
  'late_addition',
  'relative',
  'time_unsure',
  'imported',
  'with_county',
  'supervised',
  'overdue',
  'overdue_statutory',
] as const
export type CaseFlag = (typeof CASE_FLAGS)[number]
