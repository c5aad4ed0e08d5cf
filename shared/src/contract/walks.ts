import { z } from 'zod'
import { CaseIdField, InstantField } from './fields.ts'

/** More are not carried at once (V42). */
export const MOST_WALKED = 10

/** `POST /api/walks`: the cases that an agent visits today. No commandId: each case has its audit row (N2). */
export const WalkBody = z.strictObject({ cases: z.array(CaseIdField).min(1).max(MOST_WALKED) })

/** 今日走访: what a phone carries of each case for 24 h, beside what its lists show anyway (V42). */
export const Walk = z.object({
  at: InstantField,
  items: z.array(
    z.object({
      caseId: CaseIdField,
      number: z.string(),
      itemName: z.string(),
      applicant: z.string(),
      phone: z.string().nullable(),
      /** Whom to call for somebody without a phone. */
      contact: z.string().nullable(),
      group: z.string().nullable(),
    }),
  ),
})
export type Walk = z.infer<typeof Walk>
