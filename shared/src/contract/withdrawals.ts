import { z } from 'zod'
import { CaseRow } from './case-row.ts'
import { InstantField } from './fields.ts'

/** `GET /api/withdrawals`: whose case is to be withdrawn, as a village point says, the longest waiting first (V73). */
export const WithdrawalList = z.object({
  items: z.array(z.object({ case: CaseRow, askedAt: InstantField })),
  next: z.null(),
})
export type WithdrawalList = z.infer<typeof WithdrawalList>
