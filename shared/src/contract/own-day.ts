import { z } from 'zod'
import { ROLES } from '../vocabulary/actor.ts'
import { CaseRow } from './case-row.ts'
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

/** `GET /api/hand-over`: who can be away, who can go on, and who has how many open cases. */
const Colleague = z.object({
  staffId: StaffIdField,
  role: z.enum(ROLES),
  name: z.string(),
  unitName: z.string(),
  /** Null of a clerk: what waits at the counter is any window's. */
  open: z.int().nullable(),
  isStopped: z.boolean(),
  deputy: StaffIdField.nullable(),
  awayFrom: PlainDateField.nullable(),
  awayUntil: PlainDateField.nullable(),
  /** Why, for the supervisor and the person alone (P30). */
  leaveReason: z.string().nullable(),
})
export type Colleague = z.infer<typeof Colleague>
export const Colleagues = z.object({ people: z.array(Colleague) })
export type Colleagues = z.infer<typeof Colleagues>

/** `GET /api/hand-over/:id`: the open cases of one person, page by page. */
export const HandOverQuery = z.strictObject({
  cursor: z.string().min(1).max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(200),
})
export const HandOverList = z.object({ items: z.array(CaseRow), next: z.string().nullable() })
export type HandOverList = z.infer<typeof HandOverList>

/** The most that one command hands over: few enough that the hall has its turn again soon. More go in slices. */
export const HAND_OVER_SLICE = 20

/** `POST /api/hand-over`: all of the cases of a slice, or none (C801). */
export const HandOverBody = z.strictObject({
  commandId: CommandIdField,
  from: StaffIdField,
  to: StaffIdField,
  cases: z.array(CaseIdField).min(1).max(HAND_OVER_SLICE),
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
