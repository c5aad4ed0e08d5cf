import { z } from 'zod'
import { SATISFACTIONS } from '../vocabulary/agency.ts'
import { CALL_BACK_REASONS } from '../vocabulary/point.ts'
import {
  CaseIdField,
  CommandIdField,
  InstantField,
  StaffIdField,
  textField,
  VillageCodeField,
} from './fields.ts'

const Clerk = z.object({ id: StaffIdField, name: z.string() })

/** One delivery that the centre calls back about, masked; the phone is shown by the case's own reveal (V20, P34). */
export const CallBackLine = z.object({
  case: CaseIdField,
  number: z.string(),
  itemName: z.string(),
  applicant: z.string(),
  /** Masked; null where there is none. */
  phone: z.string().nullable(),
  village: VillageCodeField,
  villageName: z.string(),
  month: z.string(),
  why: z.enum(CALL_BACK_REASONS),
  deliveredAt: InstantField.nullable(),
  /** Null while it waits. */
  settledAt: InstantField.nullable(),
  tries: z.array(
    z.object({
      at: InstantField,
      by: z.string(),
      isReached: z.boolean(),
      satisfaction: z.enum(SATISFACTIONS).nullable(),
      remark: z.string(),
    }),
  ),
})
export type CallBackLine = z.infer<typeof CallBackLine>

/** `GET /api/call-backs`: what waits, what was settled this month, and the draws of the last month (V20). */
export const CallBackList = z.object({
  /** False to a clerk whom the supervisor did not name. */
  mayCall: z.boolean(),
  clerk: Clerk.nullable(),
  clerks: z.array(Clerk),
  draws: z.array(
    z.object({
      village: VillageCodeField,
      month: z.string(),
      /** The cases are ranked by SHA-256 of this, a blank and their id; the lowest are drawn. */
      seed: z.string(),
      deliveries: z.int(),
      drawn: z.int(),
    }),
  ),
  items: z.array(CallBackLine),
})
export type CallBackList = z.infer<typeof CallBackList>

/** `POST /api/call-backs/:id/tries`: one call; who was reached says how satisfied (V20). */
export const CallBackBody = z.strictObject({
  commandId: CommandIdField,
  isReached: z.boolean(),
  satisfaction: z.enum(SATISFACTIONS).nullable(),
  remark: textField(500),
})

/** `POST /api/call-backs/clerk`: who calls beside the supervisor; null: nobody. */
export const CallBackClerkBody = z.strictObject({
  commandId: CommandIdField,
  clerk: StaffIdField.nullable(),
  reason: textField(200),
})
