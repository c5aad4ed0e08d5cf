import { z } from 'zod'
import { CONTACT_PURPOSES } from '../vocabulary/agency.ts'
import { CaseIdField, InstantField } from './fields.ts'

/** What the point owes a case, with its timer (V21): the light is drawn from it, also from the phone's own copy. */
export const Errand = z.object({
  caseId: CaseIdField,
  number: z.string(),
  itemName: z.string(),
  /** 王*国 (C1108). */
  applicant: z.string(),
  kind: z.enum(CONTACT_PURPOSES),
  dueAt: InstantField,
  yellowAt: InstantField.nullable(),
  isProvisional: z.boolean(),
})
export type Errand = z.infer<typeof Errand>

/** `GET /api/errands`: 要转告, 要送, 要回访 of the own point, what is due first. */
export const ErrandList = z.object({ items: z.array(Errand) })
export type ErrandList = z.infer<typeof ErrandList>
