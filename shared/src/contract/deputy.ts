import { z } from 'zod'
import { CaseRow } from './case-row.ts'

/** Topic `deputy`: what is due soon or overdue of those for whom one stands in (C704). */
export const DeputyState = z.object({
  urgent: z.array(z.object({ of: z.string(), isAway: z.boolean(), case: CaseRow })),
})
export type DeputyState = z.infer<typeof DeputyState>
export const DeputyChange = z.object({ kind: z.literal('figures_changed'), state: DeputyState })
export type DeputyChange = z.infer<typeof DeputyChange>
