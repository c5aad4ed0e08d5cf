import { z } from 'zod'
import { CaseRow } from './cases.ts'
import { CaseIdField, CommandIdField, PlainDateField, StaffIdField, textField } from './fields.ts'

/** `GET /api/own-day`: what I have taken today, promised, and still have; and as somebody's deputy (C403, C704). */
export const OwnDay = z.object({
  today: PlainDateField,
  taken: z.array(CaseRow),
  promised: z.array(CaseRow),
  open: z.array(CaseRow),
  standIn: z.array(z.object({ name: z.string(), until: PlainDateField.nullable(), cases: z.array(CaseRow) })),
  warned: z.array(CaseRow),
})
export type OwnDay = z.infer<typeof OwnDay>

/** `GET /api/hand-over?of=`: who has how many open cases, and those of one person. */
export const HandOverQuery = z.strictObject({ of: StaffIdField.optional() })
const Handler = z.object({
  staffId: StaffIdField,
  name: z.string(),
  unitName: z.string(),
  open: z.int(),
  isStopped: z.boolean(),
  deputy: StaffIdField.nullable(),
  awayFrom: PlainDateField.nullable(),
  awayUntil: PlainDateField.nullable(),
})
export type Handler = z.infer<typeof Handler>
export const HandOverPage = z.object({ people: z.array(Handler), cases: z.array(CaseRow) })
export type HandOverPage = z.infer<typeof HandOverPage>

/** `POST /api/hand-over`: all of the picked cases, or none (C801). */
export const HandOverBody = z.strictObject({
  commandId: CommandIdField,
  from: StaffIdField,
  to: StaffIdField,
  cases: z.array(CaseIdField).min(1).max(200),
  reason: textField(200),
})
export const HandedOver = z.object({ handed: z.int() })

/** `POST /api/leaves/:id`: the deputy, and from which to which day the person is away (C403). */
export const LeaveBody = z.strictObject({
  commandId: CommandIdField,
  deputy: StaffIdField.nullable(),
  from: PlainDateField.nullable(),
  until: PlainDateField.nullable(),
  reason: textField(200),
})
export const LeaveSet = z.object({
  deputy: StaffIdField.nullable(),
  from: PlainDateField.nullable(),
  until: PlainDateField.nullable(),
})
