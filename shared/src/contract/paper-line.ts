import { z } from 'zod'
import { CASE_PAPERS, PAPER_WAYS } from '../vocabulary/case-paper.ts'
import { InstantField, PaperIdField } from './fields.ts'

/** A paper of a case or letter as its page names it, with every time it was printed or taken as a file. */
export const PaperLine = z.object({
  id: PaperIdField,
  kind: z.enum(CASE_PAPERS),
  number: z.string(),
  madeAt: InstantField,
  prints: z.array(z.object({ nth: z.int(), way: z.enum(PAPER_WAYS), at: InstantField, by: z.string() })),
})
export type PaperLine = z.infer<typeof PaperLine>
