import { z } from 'zod'
import { DECISIONS, DELIVERY_WAYS, MATERIAL_STATES, PAUSE_REASONS, TOLD_HOW } from '../vocabulary/case.ts'
import { ID_KINDS, PERSON_FIELDS, REVEAL_PURPOSES } from '../vocabulary/personal-data.ts'
import {
  CommandIdField,
  InstantField,
  ItemCodeField,
  PlainDateField,
  TicketIdField,
  textField,
  UnitCodeField,
  VersionField,
  VillageCodeField,
} from './fields.ts'

const base = { commandId: CommandIdField, expectedVersion: VersionField.optional() }
const words = textField(500, 1)

export const PersonBody = z.strictObject({
  name: textField(60, 1),
  /** Left out: an ID card, or none when there is no number (C1106). */
  idKind: z.enum(ID_KINDS).optional(),
  /** Null: none, with `idNote` (C1106). */
  idNo: z.string().max(40).nullable(),
  idNote: textField(60).optional(),
  phone: z.string().max(20).nullable(),
  /** Whom to call for somebody without a phone: a name, and a number if there is one (C1107). */
  contact: textField(60).optional(),
  village: VillageCodeField.nullable(),
  address: textField(120).optional(),
})
export const MaterialBody = z.strictObject({
  name: textField(120, 1),
  state: z.enum(MATERIAL_STATES),
  promisedOn: PlainDateField.optional(),
})

const DeliveryBody = z.strictObject({
  way: z.enum(DELIVERY_WAYS),
  receiver: textField(60, 1),
  relation: textField(30).optional(),
  /** Needed when the way is `post` (C443). */
  postNumber: textField(40).optional(),
})

/** `POST /api/cases`: receive; `step` says what follows in the same transaction (S19). */
export const ReceiveBody = z.strictObject({
  ...base,
  ticketId: TicketIdField.nullable(),
  item: ItemCodeField,
  applicant: PersonBody,
  agentName: textField(60).optional(),
  materials: z.array(MaterialBody).max(40),
  note: textField(500).optional(),
  /** The notice for minors and sensitive matters that was shown, by its version (C1109). */
  noticeVersion: z.int().positive().optional(),
  step: z.enum(['receive', 'accept', 'finish_on_spot', 'request_supplement']),
  /** For finish_on_spot: the result in words, and to whom it was handed at once. */
  result: words.optional(),
  delivery: DeliveryBody.optional(),
})
export type ReceiveBody = z.infer<typeof ReceiveBody>

/** `POST /api/cases/:id/papers/:paper/{print,docx}`: the paper once more. */
export const CasePrintBody = z.strictObject({ commandId: CommandIdField })
/** An act that moves a clock may be entered some days after it happened, with the reason (C306). */
const late = { occurredAt: InstantField.optional(), lateReason: textField(500).optional() }

export const CaseActBody = z.strictObject(base)
export const ClockActBody = z.strictObject({ ...base, ...late })
export const CaseReasonBody = z.strictObject({ ...base, reason: words })
/** What is right of the person of a case; what is left out stays (V73). */
export const RightFactsFields = {
  phone: textField(20, 1).optional(),
  contact: textField(60, 1).optional(),
  address: textField(120, 1).optional(),
}
export const EditFactsBody = z.strictObject({ ...base, ...RightFactsFields })
export const TellDueBody = z.strictObject({ ...base, how: z.enum(TOLD_HOW) })
/** A note, and the names of papers that came in with it (C437). */
export const NoteBody = z.strictObject({
  ...base,
  reason: words,
  materials: z.array(textField(120, 1)).max(40).optional(),
})
export const SupplementBody = z.strictObject({
  ...base,
  ...late,
  materials: z.array(z.strictObject({ name: textField(120, 1), how: textField(200, 1) })).max(40),
  /** Why once more; a list after the first one is signed by the supervisor (C404). */
  reason: textField(500).optional(),
})
/** Papers found missing after acceptance; the county's rule only where this stops the clock (C516). */
export const AskPapersBody = z.strictObject({
  ...base,
  materials: z.array(z.strictObject({ name: textField(120, 1), how: textField(200, 1) })).max(40),
  basis: textField(200).optional(),
})
/** 回避: one unit or one person whom the case concerns (C804). */
export const RecuseBody = z.strictObject({
  ...base,
  target: z.enum(['unit', 'person']),
  unit: UnitCodeField.optional(),
  person: z.uuid().optional(),
  reason: words,
})
/** 撤回委托 at the window or by telephone (V14). */
export const RevokeBody = z.strictObject({
  ...base,
  where: z.enum(['window', 'phone']),
  reason: textField(500).optional(),
})
export const HandInBody = z.strictObject({
  ...base,
  ...late,
  materials: z.array(textField(120, 1)).min(1).max(40),
})
export const PauseBody = z.strictObject({
  ...base,
  ...late,
  reason: z.enum(PAUSE_REASONS),
  days: z.int().min(1).max(365),
  noticeNumber: textField(60),
})
export const RefuseBody = z.strictObject({ ...base, reason: words, organ: textField(120) })
export const ExtendBody = z.strictObject({ ...base, days: z.int().min(1).max(365), reason: words })
export const DecideBody = z.strictObject({
  ...base,
  decision: z.enum(DECISIONS),
  result: words,
  reason: textField(500).optional(),
})
export const DeliverBody = z.strictObject({ ...base, ...late, ...DeliveryBody.shape })
export const FinishOnSpotBody = z.strictObject({ ...base, result: words, delivery: DeliveryBody.optional() })
export const ApproveBody = z.strictObject({
  ...base,
  isApproved: z.boolean(),
  reason: textField(500).optional(),
})
/** 更正: the step that is taken back (C438). */
export const CorrectBody = z.strictObject({ ...base, event: z.uuid(), reason: words })
/** 核查: who checked beside the one who records it, and what they found (C421). */
export const CheckBody = z.strictObject({ ...base, partner: z.uuid(), findings: words })
/** 上报 and 转报: to which organ (C427, C428). */
export const HandUpBody = z.strictObject({
  ...base,
  organ: textField(120),
  remark: textField(500).optional(),
})
export const ResultBody = z.strictObject({ ...base, decision: z.enum(DECISIONS), result: words })
/** 改事项: the item that should have been chosen. */
export const ChangeItemBody = z.strictObject({ ...base, item: ItemCodeField, reason: words })
export const CaseTransferBody = z.strictObject({ ...base, unit: UnitCodeField, reason: words })
export const RevealBody = z.strictObject({
  field: z.enum(PERSON_FIELDS),
  /** What for, as the resident will read it; with `other` it is written out (P34, P35). */
  kind: z.enum(REVEAL_PURPOSES).default('other'),
  purpose: textField(120).default(''),
})
export const Revealed = z.object({ value: z.string() })
