import { z } from 'zod'
import { DEVICE_KINDS } from '../vocabulary/actor.ts'
import { PRINT_FAULTS } from '../vocabulary/paper.ts'
import {
  ANNOUNCEMENT_KINDS,
  TICKET_CLASSES,
  TICKET_STATUSES,
  VISIT_OUTCOMES,
  VOICE_PATHS,
  WINDOW_SERVICES,
  WINDOW_STATES,
} from '../vocabulary/ticket.ts'
import { CaseRow } from './case-row.ts'
import {
  CaseIdField,
  CommandIdField,
  InstantField,
  StaffIdField,
  TicketIdField,
  TopicKeyField,
  textField,
  VersionField,
  WindowField,
} from './fields.ts'

/** A ticket as staff see it; still without a name. */
export const DeskTicket = z.object({
  id: TicketIdField,
  number: z.string(),
  cls: z.enum(TICKET_CLASSES),
  topic: TopicKeyField,
  status: z.enum(TICKET_STATUSES),
  window: WindowField.nullable(),
  directedWindow: WindowField.nullable(),
  issuedAt: InstantField,
  /** Arrival for the wait (Q68). */
  baseAt: InstantField,
  calledAt: InstantField.nullable(),
  firstCalledAt: InstantField.nullable(),
  startedAt: InstantField.nullable(),
  heldAt: InstantField.nullable(),
  missedAt: InstantField.nullable(),
  callNo: z.int().nonnegative(),
  countedCalls: z.int().nonnegative(),
  outcome: z.enum(VISIT_OUTCOMES).nullable(),
  needsSpokenCall: z.boolean(),
  /** 补录: served while the system was away, written down afterwards (Q35). */
  isEnteredLater: z.boolean(),
  caseIds: z.array(CaseIdField),
  /** The case of a return visit, opened when the number is called (Q10). */
  caseId: CaseIdField.nullable(),
  weight: z.int().positive(),
  version: VersionField,
})
export type DeskTicket = z.infer<typeof DeskTicket>

export const DeskWindow = z.object({
  window: WindowField,
  name: z.string(),
  state: z.enum(WINDOW_STATES),
  reason: z.string().nullable(),
  pausedAt: InstantField.nullable(),
  until: InstantField.nullable(),
  duty: z
    .object({
      staffId: StaffIdField,
      displayName: z.string(),
      openedAt: InstantField,
      takenOver: z.string().nullable(),
    })
    .nullable(),
})
export type DeskWindow = z.infer<typeof DeskWindow>

/** Whether the hall has seen and heard the last call (Q53). */
export const CallHeard = z.object({
  seq: z.int().positive(),
  ticketId: TicketIdField,
  kind: z.enum(ANNOUNCEMENT_KINDS),
  announcedAt: InstantField,
  shownAt: InstantField.nullable(),
  spokenAt: InstantField.nullable(),
  path: z.enum(VOICE_PATHS).nullable(),
  /** True when it expired unspoken or no wall can make a sound. */
  isUnheard: z.boolean(),
})
export type CallHeard = z.infer<typeof CallHeard>

/** A device that needs a person: no paper, help asked, silent (U18, U21). */
export const DeviceNews = z.object({
  deviceId: z.string(),
  name: z.string(),
  kind: z.enum(DEVICE_KINDS),
  problem: z.enum(['paper', 'help', 'silent', 'sound']).nullable(),
  /** What its printer said is wrong, where it said anything (Q45). */
  fault: z.enum(PRINT_FAULTS).nullable(),
  since: InstantField,
  /** True for the wall that speaks for the hall (Q54). */
  speaks: z.boolean(),
})
export type DeviceNews = z.infer<typeof DeviceNews>

/** The waiting line as this window would call it. `order` holds at most 50 ids, first to be called first. */
export const DeskFigures = z.object({
  waiting: z.int().nonnegative(),
  order: z.array(TicketIdField).max(50),
  servedToday: z.int().nonnegative(),
  rules: z.object({
    undoSeconds: z.number(),
    holdAlertMinutes: z.number(),
    /** The first sign typed into the form starts the visit (Q32). */
    startsOnTyping: z.boolean(),
  }),
})
export type DeskFigures = z.infer<typeof DeskFigures>

/** Topic `window:N`: everything the workbench of one window shows. */
export const WindowStateView = z.object({
  window: DeskWindow,
  tickets: z.array(DeskTicket),
  figures: DeskFigures,
  heard: CallHeard.nullable(),
  devices: z.array(DeviceNews),
  /** Cases whose next step is the counter's: received, to be handed over, supplement (U C-1 待办). */
  cases: z.array(CaseRow),
})
export type WindowStateView = z.infer<typeof WindowStateView>

export const WindowChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket_changed'), ticket: DeskTicket }),
  z.object({ kind: z.literal('window_changed'), window: DeskWindow }),
  z.object({ kind: z.literal('call_announced'), heard: CallHeard }),
  z.object({ kind: z.literal('call_heard'), heard: CallHeard }),
  z.object({ kind: z.literal('call_withdrawn'), seq: z.int().positive() }),
  z.object({ kind: z.literal('device_changed'), device: DeviceNews }),
  z.object({ kind: z.literal('case_changed'), case: CaseRow }),
  z.object({ kind: z.literal('figures_changed'), figures: DeskFigures }),
])
export type WindowChange = z.infer<typeof WindowChange>

/** Bodies of the acts at a ticket: `POST /api/tickets/:id/<action>` (N1). */
const base = { commandId: CommandIdField, expectedVersion: VersionField.optional() }
const reason = textField(200, 1)
export const PlainActBody = z.strictObject(base)
export const MissBody = z.strictObject({
  ...base,
  reason: reason.optional(),
  isConfirmed: z.boolean().optional(),
})
export const HoldBody = z.strictObject({ ...base, reason })
export const TransferBody = z.strictObject({
  ...base,
  to: z.union([z.strictObject({ window: WindowField }), z.strictObject({ topic: TopicKeyField })]),
  place: z.enum(['by_key', 'front', 'back']).optional(),
  reason: reason.optional(),
  isConfirmed: z.boolean().optional(),
})
/** `isLateEntry` is the mark 补录: the case follows today; `topicServed` when it is not what was asked for (Q32). */
const finish = {
  outcome: z.enum(VISIT_OUTCOMES),
  isLateEntry: z.boolean().optional(),
  topicServed: TopicKeyField.optional(),
}
export const FinishBody = z.strictObject({ ...base, ...finish })
export const ServeByHandBody = z.strictObject({
  ...base,
  window: WindowField.optional(),
  outcome: z.enum(VISIT_OUTCOMES).optional(),
  topicServed: TopicKeyField.optional(),
  servedAt: InstantField,
  reason,
})
export const MoveBody = z.strictObject({ ...base, to: TicketIdField, reason })
/** Never a time (Q34). */
export const CorrectBody = z.strictObject({
  ...base,
  outcome: z.enum(VISIT_OUTCOMES).optional(),
  topicServed: TopicKeyField.optional(),
  reason,
})
export const ReclassBody = z.strictObject({ ...base, cls: z.enum(['ordinary', 'priority']), reason })
export const ReturnBody = z.strictObject({ ...base, reason: reason.optional() })

/** Bodies of the acts at a window: `POST /api/windows/:window/<action>`. */
export const OpenWindowBody = z.strictObject({ commandId: CommandIdField })
export const TakeOverBody = z.strictObject({ commandId: CommandIdField, reason })
export const PauseWindowBody = z.strictObject({
  commandId: CommandIdField,
  reason,
  until: InstantField.optional(),
})
/** Next; with an outcome it also finishes the ticket being served, in one command (Q33). */
export const NextBody = z.strictObject({
  commandId: CommandIdField,
  finish: z.strictObject(finish).optional(),
})
/** One number out of order (Q18). */
export const PickBody = z.strictObject({ commandId: CommandIdField, ticketId: TicketIdField, reason })
/** 直接办理 (Q11). */
export const DirectBody = z.strictObject({ commandId: CommandIdField, topic: TopicKeyField, reason })

/** `POST /api/windows/:window/services` (Q21). */
export const ServicesBody = z.strictObject({
  commandId: CommandIdField,
  services: z.array(z.strictObject({ topic: TopicKeyField, rank: z.enum(WINDOW_SERVICES) })).max(60),
  reason: reason.optional(),
  isConfirmed: z.boolean().optional(),
})

/** What a window served last, newest first. */
export const ServedList = z.object({ items: z.array(DeskTicket), next: z.null() })
export const WindowList = z.object({ items: z.array(DeskWindow), next: z.null() })
/** The answer of every act at a window or ticket: the ticket it is about and the window as it now is. `queueEmpty`: the finish stands, nobody waits (Q33). */
export const DeskAnswer = z.object({
  ticket: DeskTicket.nullable(),
  window: DeskWindow.nullable(),
  queueEmpty: z.boolean(),
})
export type DeskAnswer = z.infer<typeof DeskAnswer>

const WhyKey = z.object({
  number: z.string(),
  cls: z.enum(TICKET_CLASSES),
  baseAt: InstantField,
  delayMinutes: z.number(),
  keyAt: InstantField,
  order: z.int(),
})
/** `GET /api/tickets/:id/why`: why this one was called (Q19). */
export const WhyThisOne = z.object({
  called: WhyKey,
  /** The services behind it: more are an agent's visit, which has no head start (V92). */
  weight: z.int().positive(),
  /** The appointment by which such a visit waits; null for every other number. */
  bookedAt: InstantField.nullable(),
  tier: z.enum(['main', 'helps']),
  callKind: z.enum(['next', 'pick', 'return', 'direct']),
  isProtected: z.boolean(),
  reason: z.string().nullable(),
  passed: z.array(WhyKey),
  by: z.string(),
  at: InstantField,
})
export type WhyThisOne = z.infer<typeof WhyThisOne>
