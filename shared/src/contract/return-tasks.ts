import { z } from 'zod'
import { CaseRow } from './case-row.ts'
import { PlainDateField } from './fields.ts'

/** `GET /api/return-tasks`: papers that were promised or awaited and did not come, the longest overdue first (C205, C442). */
export const ReturnTaskList = z.object({
  items: z.array(
    z.object({
      case: CaseRow,
      /** Promised at the acceptance, or asked for by a notice. */
      why: z.enum(['promise', 'notice']),
      dueOn: PlainDateField,
      materials: z.array(z.string()),
      /** The return is asked for and waits for the supervisor. */
      isAsked: z.boolean(),
    }),
  ),
  next: z.null(),
})
export type ReturnTaskList = z.infer<typeof ReturnTaskList>
