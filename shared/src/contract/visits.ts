import { z } from 'zod'
import { BATCH_OUTCOMES, HANDED_WAYS, PAPER_FORMS } from '../vocabulary/agency.ts'
import { CASE_STATUSES } from '../vocabulary/case.ts'
import {
  CaseIdField,
  CommandIdField,
  InstantField,
  PaperIdField,
  PlainDateField,
  TopicKeyField,
  textField,
  VillageCodeField,
} from './fields.ts'
import { papersTaken } from './papers-taken.ts'

const base = { commandId: CommandIdField }
const Paper = z.strictObject({
  name: textField(120, 1),
  form: z.enum(PAPER_FORMS),
  count: z.int().min(0).max(99),
})

/** `POST /api/visits`: what the agent brings and fetches in one go (V91). */
export const MakeVisitBody = z.strictObject({
  ...base,
  cases: z
    .array(
      z.strictObject({
        case: CaseIdField,
        way: z.enum(HANDED_WAYS),
        /** The number on the slip of a case that is still on the phone (V93). */
        unsent: textField(20, 1).optional(),
      }),
    )
    .max(50),
})
/** `POST /api/visits/:id/ticket`: one number for all of it (V91); at a kiosk the cases say for what. */
export const VisitTicketBody = z.strictObject({ ...base, topic: TopicKeyField.optional() })
/** `POST /api/visits/:id/appointment`: a time of the agents' hour, or another one (V92). */
export const BookVisitBody = z.strictObject({
  ...base,
  date: PlainDateField,
  band: z.string().regex(/^[0-2]\d:[0-5]\d$/),
})
/** `POST /api/visits/:id/appointment/cancel`: the place is free for another agent. */
export const UnbookVisitBody = z.strictObject(base)
/** `POST /api/visits/:id/serve`: one line of the 交接单; with `problem` that case is not taken over (V93, V94). */
export const ServeVisitBody = z.strictObject({
  ...base,
  case: CaseIdField,
  papers: papersTaken(0),
  problem: textField(500).nullable(),
  remark: textField(500),
})
/** `POST /api/visits/:id/slip/print`: the 交接单 once more (V94). */
export const VisitSlipBody = z.strictObject(base)
/** `POST /api/visits/:id/confirm`: the agent signs what changed hands (V94). */
export const ConfirmVisitBody = z.strictObject(base)

/** A visit with its 交接单 (V91 to V94). */
export const VisitView = z.object({
  id: z.string(),
  village: VillageCodeField,
  agent: z.string(),
  madeAt: InstantField,
  ticket: z.string().nullable(),
  /** False while its number stands and when nothing is left to serve (V91). */
  mayTakeNumber: z.boolean(),
  /** The time of the agents' hour at which it is awaited (V92). */
  appointment: z.object({ date: PlainDateField, band: z.string() }).nullable().optional(),
  confirmedAt: InstantField.nullable(),
  /** How often its 交接单 was printed. */
  prints: z.int().nonnegative(),
  cases: z.array(
    z.object({
      case: CaseIdField,
      number: z.string(),
      /** Null: it is still on the agent's phone (V93). */
      status: z.enum(CASE_STATUSES).nullable(),
      itemName: z.string(),
      applicant: z.string(),
      way: z.enum(HANDED_WAYS),
      outcome: z.enum(BATCH_OUTCOMES),
      papers: z.array(Paper),
      /** What the point had said, once the desk has counted. */
      said: z.array(Paper).nullable(),
      /** What the case is known to be made of, while it is counted: a paper that nobody said is added by its name. */
      materials: z.array(z.string()).optional(),
      remark: z.string(),
      /** What the case was given at the desk: 受理通知书 and its like. */
      notice: z.object({ paper: PaperIdField, number: z.string() }).nullable(),
      servedAt: InstantField.nullable(),
    }),
  ),
})
export type VisitView = z.infer<typeof VisitView>
/** `POST /api/visits/:id/slip/print`, `…/docx`: the 交接单 (V94). */
export const VisitSlip = z.object({
  visit: VisitView,
  centre: z.string(),
  villageName: z.string(),
  /** Who gave it out at the desk, by post. */
  clerk: z.string(),
  /** 0: the first; each later one is a copy 补打 (U30). */
  nth: z.int().nonnegative(),
  madeAt: InstantField,
})
export type VisitSlip = z.infer<typeof VisitSlip>
/** `GET /api/visits`: the last visit of the own point. */
export const LastVisit = z.object({ visit: VisitView.nullable() })
