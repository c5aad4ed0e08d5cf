import { z } from 'zod'
import { BATCH_OUTCOMES, HANDED_WAYS, PAPER_FORMS } from '../vocabulary/agency.ts'
import {
  CaseIdField,
  CommandIdField,
  InstantField,
  TopicKeyField,
  textField,
  VillageCodeField,
} from './fields.ts'

const base = { commandId: CommandIdField }
const Paper = z.strictObject({
  name: textField(120, 1),
  form: z.enum(PAPER_FORMS),
  count: z.int().min(0).max(99),
})

/** `POST /api/visits`: what the agent brings and fetches in one go (V91). */
export const MakeVisitBody = z.strictObject({
  ...base,
  cases: z.array(z.strictObject({ case: CaseIdField, way: z.enum(HANDED_WAYS) })).max(50),
})
/** `POST /api/visits/:id/ticket`: one number for all of it (V91). */
export const VisitTicketBody = z.strictObject({ ...base, topic: TopicKeyField })
/** `POST /api/visits/:id/serve`: one line of the 交接单; with `problem` that case is not taken over (V93, V94). */
export const ServeVisitBody = z.strictObject({
  ...base,
  case: CaseIdField,
  papers: z.array(Paper).max(40),
  problem: textField(500).nullable(),
  remark: textField(500),
})
/** `POST /api/visits/:id/confirm`: the agent signs what changed hands (V94). */
export const ConfirmVisitBody = z.strictObject(base)

/** A visit with its 交接单 (V91 to V94). */
export const VisitView = z.object({
  id: z.string(),
  village: VillageCodeField,
  agent: z.string(),
  madeAt: InstantField,
  ticket: z.string().nullable(),
  confirmedAt: InstantField.nullable(),
  cases: z.array(
    z.object({
      case: CaseIdField,
      number: z.string(),
      itemName: z.string(),
      applicant: z.string(),
      way: z.enum(HANDED_WAYS),
      outcome: z.enum(BATCH_OUTCOMES),
      papers: z.array(Paper),
      remark: z.string(),
      servedAt: InstantField.nullable(),
    }),
  ),
})
export type VisitView = z.infer<typeof VisitView>
/** `GET /api/visits`: the last visit of the own point. */
export const LastVisit = z.object({ visit: VisitView.nullable() })
